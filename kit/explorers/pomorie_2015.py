"""Pomorie in 2015: a recertification to the 2008 or to the 2015 edition, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, cast

from kit.cycle.term import add_months
from kit.editions import CYCLE_MONTHS, Term, renew
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Day, Explorer, Option, Setting, State
from kit.explorers.numerals import Numerals

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kit.content.records import Edition
    from kit.figures.spans import Look, Row, Span

NAME = "pomorie-2015"
EDITIONS: tuple[Edition, ...] = ("2008", "2015")
_DAY = timedelta(days=1)
_DECISIONS = ("2015-11-16", "2015-12-15", "2016-01-15", "2016-01-28", "2016-01-29", "2016-03-15")


class Pomorie2015(Explorer):
    """Let the learner advise Pomorie, and see the last day that follows."""

    def __init__(self, setting: Setting) -> None:
        self._language = setting.language
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._transitions = setting.library.transitions
        self._move = self._transitions["to-2015"]
        self._model = setting.library.example.cycle_model
        self._expiry = self._model.expiry
        self._restoration = setting.library.cycle_rules["2015"].rules["restoration"]
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        words = self._words
        self.title = words["title"]
        editions = tuple(Option(id=name, label=words[f"to-{name}"]) for name in EDITIONS)
        self.controls = (
            Choice(name="edition", label=words["edition"], options=editions),
            Day(
                name="decided",
                label=words["decided"],
                help=words["decided-help"],
                first="2015-11-01",
                last="2016-07-28",
            ),
        )

    def start(self) -> State:
        """Begin with the old edition, decided in good time."""
        return {"edition": "2008", "decided": "2016-01-15"}

    def frames(self) -> Iterator[State]:
        """Yield both editions for decisions in time and late."""
        yield self.start()
        for edition in EDITIONS:
            for decided in _DECISIONS:
                yield {"edition": edition, "decided": decided}

    def draw(self, state: State) -> Figure:
        """Draw the first certificate, the transition, and both ways on."""
        from kit.figures.spans import Mark, draw_spans

        decided = _decided(state)
        mark = Mark(day=decided, label=self._numerals.day(decided))
        rows = list(self._rows(state))
        return draw_spans(self._say_finding(state), rows, [mark], range(2013, 2021))

    def describe(self, state: State) -> str:
        """Say how long the certificate can be valid, and what shortens it."""
        words, term = self._words, self._term(state)
        told = words["say-valid"].format(
            first=self._numerals.day(term.first),
            last=self._numerals.day(term.last),
            days=self._numerals.whole(term.days),
            span=self._span(term),
        )
        parts = [told, words["say-cut" if term.days_short else "say-whole"]]
        if term.gap_days:
            parts = [told, words["say-gap"]]
        return " ".join(parts).format(short=term.days_short, gap=term.gap_days)

    def tell(self, state: State) -> str:
        """Compare both ways, and say what is known of Pomorie and what is not."""
        words, day = self._words, self._numerals.day
        terms = [self._term({**state, "edition": edition}) for edition in EDITIONS]
        lines = {
            "first-day": [day(term.first) for term in terms],
            "last-day": [day(term.last) for term in terms],
            "in-days": [self._numerals.whole(term.days) for term in terms],
            "in-months": [self._span(term) for term in terms],
            "missing": [str(term.days_short) for term in terms],
            "gap-days": [str(term.gap_days) for term in terms],
        }
        rows = [[escape(words[key]), *map(escape, line)] for key, line in lines.items()]
        what = words["what"].format(day=day(_decided(state)))
        head = [what, words["column-2008"], words["column-2015"]]
        example = self._move.example
        neighbour = [example.told.pick(self._language)] if example else []
        notes = [self._say_lapse(), *neighbour, words["note-inference"]]
        told = "".join(f"<p>{escape(note)}</p>" for note in notes)
        return table(head, rows) + told + self._citations.sources(self._list_sources())

    def ask(self, state: State) -> str:  # noqa: ARG002 - the same for every state
        """Ask for the last day."""
        return self._words["ask"]

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer the day of the new edition, the end of the transition, and the whole cycle."""
        days = {
            "published": self._numerals.day(self._move.starts),
            "short": self._numerals.day(self._move.ends),
            "full": self._numerals.day(self._term(state).full_last),
        }
        labels = {name: self._words[f"guess-{name}"] for name in ("lapsed", "short", "full")}
        return tuple(Option(id=name, label=said.format(**days)) for name, said in labels.items())

    def compare(self, state: State, guess: str) -> str:
        """Say whether the day is right, and if not, what it is the day of."""
        term, day = self._term(state), self._numerals.day
        right = "short" if term.days_short else "full"
        key = {"lapsed": "lapsed", "full": "cut", "short": "whole", right: "right"}[guess]
        return self._words[f"compare-{key}"].format(
            last=day(term.last), full=day(term.full_last), expiry=day(self._expiry)
        )

    def _list_sources(self) -> Iterator[str]:
        example = self._move.example
        for one in (self._model, self._move, example, self._restoration):
            yield from one.sources if one else ()

    def _term(self, state: State) -> Term:
        edition = cast("Edition", state["edition"])
        return renew(self._transitions, edition, self._expiry, _decided(state))

    def _rows(self, state: State) -> Iterator[Row]:
        from kit.figures.spans import Row, Span

        words, until = self._words, self._until
        move = self._move
        first = Span(
            first=add_months(self._expiry + _DAY, -CYCLE_MONTHS),
            last=self._expiry,
            said=until(self._expiry),
        )
        yield Row(label=words["row-old"], spans=(first,))
        running = Span(first=move.starts, last=move.ends, look="transition", said=until(move.ends))
        yield Row(label=words["row-transition"], spans=(running,))
        for edition in EDITIONS:
            is_chosen = edition == state["edition"]
            spans = self._spans(self._term({**state, "edition": edition}), is_chosen=is_chosen)
            yield Row(label=words[f"row-{edition}"], spans=tuple(spans), is_chosen=is_chosen)

    def _spans(self, term: Term, *, is_chosen: bool) -> Iterator[Span]:
        """Yield the term, and the days that it lacks before and after."""
        from kit.figures.spans import Span

        if term.gap_days:
            yield Span(first=self._expiry + _DAY, last=term.first - _DAY, look="missing")
        look: Look = "full" if is_chosen else "plain"
        if not term.days_short:
            said = self._until(term.last)
            yield Span(first=term.first, last=term.last, look=look, said=said)
            return
        day = self._numerals.day(term.last)
        said = self._words["until-short"].format(day=day, short=term.days_short)
        yield Span(first=term.first, last=term.last, look=look)
        yield Span(first=term.last, last=term.full_last, look="missing", said=said)

    def _say_finding(self, state: State) -> str:
        term = self._term(state)
        late = "late-" if term.gap_days else ""
        key = f"finding-{late}{'cut' if term.days_short else 'whole'}"
        return self._words[key].format(
            days=self._numerals.whole(term.days), short=term.days_short, gap=term.gap_days
        )

    def _say_lapse(self) -> str:
        move = self._move
        return self._words["note-lapse"].format(
            published=self._numerals.day(move.starts),
            before=(self._expiry - move.starts).days,
            beyond=(move.ends - self._expiry).days,
        )

    def _span(self, term: Term) -> str:
        """Write a term in whole months and the days that are left."""
        end = term.last + _DAY
        months = (end.year - term.first.year) * 12 + end.month - term.first.month
        if add_months(term.first, months) > end:
            months -= 1
        days = (end - add_months(term.first, months)).days
        key = {0: "span-months", 1: "span-day"}.get(days, "span-days")
        return self._words[key].format(months=months, days=days)

    def _until(self, day: date) -> str:
        return self._words["until"].format(day=self._numerals.day(day))


def _decided(state: State) -> date:
    return date.fromisoformat(str(state["decided"]))
