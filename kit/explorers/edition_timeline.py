"""The editions of ISO 9001 on a line of time: which was the newest, and which transition ran."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING, cast

from kit.content.editions import IsoEdition, Transition
from kit.content.records import Edition
from kit.editions import Newest, longest_term, newest_on, running_on, transition_from
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Day, Explorer, Option, Setting, State
from kit.explorers.numerals import Numerals, end_sentences
from kit.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kit.figures.spans import Mark, Row, Span

NAME = "edition-timeline"
BY_DAY = "day"
FIRST, LAST = date(1986, 1, 1), date(2029, 12, 31)
_DAYS = (
    "1986-06-01",
    "1987-06-01",
    "1994-06-01",
    "2000-12-15",
    "2004-12-31",
    "2008-11-14",
    "2009-12-01",
    "2013-01-29",
    "2015-09-14",
    "2015-09-15",
    "2016-01-28",
    "2018-09-15",
    "2018-09-16",
    "2024-02-23",
    "2026-11-22",
    "2029-10-01",
)


class EditionTimeline(Explorer):
    """Show for a day, or for an edition, what was the newest and what was in transition."""

    def __init__(self, setting: Setting) -> None:
        words = setting.library.explorer_words(NAME, setting.language)
        self._words, self._language = words, setting.language
        self._history = setting.library.editions
        self._transitions = setting.library.transitions
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self.title = words["title"]
        looks = [Option(id=BY_DAY, label=words["look-day"])]
        looks += [
            Option(id=name, label=words["look-edition"].format(year=name))
            for name in self._history.editions
        ]
        self.controls = (
            Choice(name="look", label=words["edition"], options=tuple(looks)),
            Day(name="day", label=words["day"], first=FIRST.isoformat(), last=LAST.isoformat()),
        )

    def start(self) -> State:
        """Begin with the last day of Pomorie's certificate."""
        return {"look": BY_DAY, "day": "2016-01-28"}

    def frames(self) -> Iterator[State]:
        """Yield telling days, and each edition."""
        yield self.start()
        for day in _DAYS:
            yield {"look": BY_DAY, "day": day}
        for name in self._history.editions:
            yield {"look": name, "day": "2016-01-28"}

    def draw(self, state: State) -> Figure:
        """Draw a row for each edition, and the day."""
        from kit.figures.spans import draw_spans

        years = range(1985, 2031, 5)
        return draw_spans(self._say_finding(state), self._rows(state), self._marks(state), years)

    def describe(self, state: State) -> str:
        """Say what was the newest and what was in transition, or what an edition brought."""
        told = self._say_day(state) if state["look"] == BY_DAY else self._say_edition(state)
        return end_sentences(" ".join(told))

    def tell(self, state: State) -> str:  # noqa: ARG002 - the same for every state
        """List all editions and transitions, with how sure each is."""
        words, history = self._words, self._history
        editions = [
            (
                name,
                self._pick(one.announced),
                self._citations.known(self._brought(name), one.certainty),
            )
            for name, one in history.editions.items()
        ]
        transitions = [
            (
                words["from-to"].format(before=one.before, after=one.after),
                self._citations.known(self._pick(one.told), one.certainty),
            )
            for one in self._transitions.values()
        ]
        first = table(
            [words[f"column-{key}"] for key in ("edition", "appeared", "brought")], editions
        )
        second = table([words["column-transition"], words["column-told"]], transitions)
        legend = f"<p>{escape(words['legend'])}</p>"
        return legend + first + second + self._citations.sources(self._list_sources())

    def _list_sources(self) -> Iterator[str]:
        for records in (self._history.editions, self._history.amendments, self._transitions):
            for one in records.values():
                yield from one.sources

    def _say_finding(self, state: State) -> str:
        words = self._words
        if state["look"] != BY_DAY:
            name = _edition(state)
            one = self._history.editions[name]
            return words["finding-edition"].format(year=name, announced=self._pick(one.announced))
        day = _day(state)
        newest = newest_on(self._history, day)
        values = {"day": self._numerals.day(day), "before": newest.sure}
        return words[f"finding-{_case(newest)}"].format(year=newest.maybe or newest.sure, **values)

    def _say_day(self, state: State) -> Iterator[str]:
        words, day = self._words, _day(state)
        newest = newest_on(self._history, day)
        one = self._history.editions.get(newest.sure) if newest.sure else None
        yield words[f"say-{_case(newest)}"].format(
            day=self._numerals.day(day),
            before=newest.sure,
            year=newest.maybe or newest.sure,
            announced=self._pick(one.announced) if one else "",
        )
        if one and one.certainty == "secondary":
            yield words["say-unsure"]
        running = running_on(self._transitions.values(), day)
        yield from map(self._say_running, running)
        if not running and newest.sure:
            yield words["say-quiet"]

    def _say_running(self, one: Transition) -> str:
        key = "say-running" if one.has_exact_end else "say-running-about"
        end = self._numerals.day(one.ends)
        return self._words[key].format(before=one.before, after=one.after, end=end)

    def _say_edition(self, state: State) -> Iterator[str]:
        words, name = self._words, _edition(state)
        one = self._history.editions[name]
        yield words["say-edition"].format(
            year=name, announced=self._pick(one.announced), brought=self._brought(name)
        )
        is_newest = name == next(reversed(self._history.editions))
        move = transition_from(self._transitions.values(), name)
        if is_newest:
            yield words["say-newest"]
        elif move is None:
            yield words["say-no-transition"]
            return
        term = longest_term(self._history, self._transitions, name, _day(state))
        if term:
            first, last = self._numerals.day(term.first), self._numerals.day(term.last)
            yield words["say-longest"].format(day=first, last=last)

    def _brought(self, name: Edition) -> str:
        amended = [one.brought for one in self._history.amendments.values() if one.edition == name]
        return " ".join(map(self._pick, [self._history.editions[name].brought, *amended]))

    def _rows(self, state: State) -> list[Row]:
        from kit.figures.spans import Row

        newest = newest_on(self._history, _day(state))
        is_by_day = state["look"] == BY_DAY
        chosen = {newest.sure, newest.maybe} if is_by_day else {state["look"]}
        names = list(self._history.editions)
        return [
            Row(
                label=self._words["row"].format(year=name),
                spans=tuple(self._spans(name, after, is_chosen=name in chosen)),
                is_chosen=name in chosen,
            )
            for name, after in zip(names, [*names[1:], None], strict=True)
        ]

    def _spans(self, name: Edition, after: Edition | None, *, is_chosen: bool) -> Iterator[Span]:
        """Yield the time as the newest edition, years in doubt, and the transition."""
        from kit.figures.spans import Span

        editions = self._history.editions
        for one in (editions[name], editions[after] if after else None):
            if one and one.on is None:
                first, last = date(one.year, 1, 1), date(one.year, 12, 31)
                yield Span(first=first, last=last, look="unsure")
        first, last = _out(editions[name]), _replaced(editions[after]) if after else LAST
        yield Span(first=first, last=last, look="full" if is_chosen else "plain")
        move = transition_from(self._transitions.values(), name)
        if move:
            key = "said-transition" if move.has_exact_end else "said-transition-about"
            said = self._words[key].format(year=move.ends.year)
            yield Span(first=move.starts, last=move.ends, look="transition", said=said)

    def _marks(self, state: State) -> list[Mark]:
        from kit.figures.spans import Mark

        day = _day(state)
        return [Mark(day=day, label=self._numerals.day(day))] if state["look"] == BY_DAY else []

    def _pick(self, text: Text) -> str:
        return text.pick(self._language)


def _day(state: State) -> date:
    return date.fromisoformat(str(state["day"]))


def _edition(state: State) -> Edition:
    return cast("Edition", state["look"])


def _case(newest: Newest) -> str:
    if newest.maybe:
        return "two" if newest.sure else "first-year"
    return "one" if newest.sure else "none"


def _out(edition: IsoEdition) -> date:
    """Return from when an edition was surely out: the next year where only its year is known."""
    return edition.on or date(edition.year + 1, 1, 1)


def _replaced(edition: IsoEdition) -> date:
    """Return until when the one before was surely the newest."""
    return edition.on or date(edition.year, 1, 1)
