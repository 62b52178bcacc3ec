"""ISO's membership over time, with the number of the announcement in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from kit.content.editions import MemberCount
from kit.editions import Around, members_around
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Day, Explorer, Option, Setting, State
from kit.explorers.numerals import Numerals, end_sentences

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "iso-members"
_GUESSES = (148, 156, 163, 173)
_DAYS = (
    "2004-04-15",
    "2004-12-31",
    "2005-06-30",
    "2006-06-30",
    "2008-06-30",
    "2009-12-31",
    "2011-12-31",
    "2013-09-15",
    "2016-01-28",
    "2020-01-15",
    "2023-01-01",
    "2026-01-01",
)


class IsoMembers(Explorer):
    """Show what is known of ISO's members around a day."""

    def __init__(self, setting: Setting) -> None:
        words = setting.library.explorer_words(NAME, setting.language)
        self._words, self._language = words, setting.language
        self._membership = setting.library.membership
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self.title = words["title"]
        counts = self._membership.counts
        self.controls = (
            Day(
                name="day",
                label=words["day"],
                help=words["day-help"],
                first=counts[0].first.isoformat(),
                last=counts[-1].last.isoformat(),
            ),
        )

    def start(self) -> State:
        """Begin at about the time of the announcement."""
        return {"day": self._membership.announced.on.isoformat()}

    def frames(self) -> Iterator[State]:
        """Yield days for which there is a report, and days between."""
        yield self.start()
        for day in _DAYS:
            yield {"day": day}

    def draw(self, state: State) -> Figure:
        """Draw the reports, those that answer for the day larger."""
        from kit.figures.iso_members import Claim, Report, draw_members

        nearest = _nearest(self._around(state))
        reports = [
            Report(first=one.first, last=one.last, members=one.members, is_chosen=one in nearest)
            for one in self._membership.counts
        ]
        announced, words = self._membership.announced, self._words
        claim = Claim(
            on=announced.on,
            members=announced.members,
            right_on=self._when_right().last,
            label=words["announced"].format(members=announced.members),
            right_label=words["fits"],
        )
        return draw_members(self._say("finding", state), reports, claim, _day(state))

    def describe(self, state: State) -> str:
        """Say the number of the day, and where that of the announcement belongs."""
        announced, right = self._membership.announced, self._when_right()
        fits = self._words["say-announced"].format(
            members=announced.members, years=announced.on.year - right.last.year - 1
        )
        return end_sentences(f"{self._say('say', state)} {fits}")

    def tell(self, state: State) -> str:  # noqa: ARG002 - the same for every state
        """List the reports."""
        words, membership = self._words, self._membership
        rows = [
            (
                escape(one.as_of.pick(self._language)),
                str(one.members),
                self._citations.known(self._breakdown(one), one.certainty),
            )
            for one in membership.counts
        ]
        head = [words["as-of"], words["members"], words["source"]]
        sources = [slug for one in membership.counts for slug in one.sources]
        notes = "".join(f"<p>{escape(words[key])}</p>" for key in ("legend", "note"))
        return notes + table(head, rows) + self._citations.sources(sources)

    def ask(self, state: State) -> str:
        """Ask for the number of the day."""
        return self._words["ask"].format(day=self._numerals.day(_day(state)))

    def guesses(self, state: State) -> tuple[Option, ...]:  # noqa: ARG002 - as above
        """Offer numbers that were right at some time."""
        return tuple(Option(id=str(guess), label=str(guess)) for guess in _GUESSES)

    def compare(self, state: State, guess: str) -> str:
        """Say whether the number lies within what is known of the day."""
        low, high = _bounds(self._around(state))
        key = "low" if int(guess) < low else "high" if int(guess) > high else "right"
        known = self._words["known-one" if low == high else "known-two"]
        return self._words[f"compare-{key}"].format(
            guess=guess, known=known.format(low=low, high=high)
        )

    def _around(self, state: State) -> Around:
        return members_around(self._membership.counts, _day(state))

    def _when_right(self) -> MemberCount:
        """Return the report that gives the number of the announcement."""
        number = self._membership.announced.members
        return next(one for one in self._membership.counts if one.members == number)

    def _say(self, what: str, state: State) -> str:
        around = self._around(state)
        low, high = _bounds(around)
        case = "known" if around.during else "same" if low == high else "between"
        names = [one.as_of.pick(self._language) for one in _nearest(around)]
        return self._words[f"{what}-{case}"].format(
            day=self._numerals.day(_day(state)),
            members=low,
            low=low,
            high=high,
            as_of=names[0],
            before=names[0],
            after=names[-1],
        )

    def _breakdown(self, count: MemberCount) -> str:
        return count.breakdown.pick(self._language) if count.breakdown else ""


def _nearest(around: Around) -> tuple[MemberCount, ...]:
    """Return the report for the day itself, or else those before and after it."""
    if around.during:
        return (around.during,)
    return tuple(one for one in (around.before, around.after) if one)


def _bounds(around: Around) -> tuple[int, int]:
    numbers = [one.members for one in _nearest(around)]
    return min(numbers), max(numbers)


def _day(state: State) -> date:
    return date.fromisoformat(str(state["day"]))
