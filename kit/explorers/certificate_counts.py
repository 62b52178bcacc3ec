"""Counts of certificates: two years compared, and the trap that lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, cast

from kit.content.editions import Place, SeriesBreak
from kit.editions import Change, compare_years
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Count, Explorer, Option, Setting, State
from kit.explorers.numerals import Numerals, end_sentences

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = "certificate-counts"
PLACES: tuple[Place, ...] = ("world", "bulgaria")
SMALL = 100
_GUESSES = ("quality", "counting", "unclear")
_PAIRS = (
    (1993, 2002),
    (2002, 2003),
    (2003, 2004),
    (2009, 2010),
    (2010, 2011),
    (2012, 2013),
    (2006, 2016),
    (2017, 2018),
    (2018, 2020),
    (2020, 2023),
    (2023, 2024),
)


class CertificateCounts(Explorer):
    """Show the counts of a place, and what may be made of a change between two years."""

    def __init__(self, setting: Setting) -> None:
        words = setting.library.explorer_words(NAME, setting.language)
        self._words, self._language = words, setting.language
        self._table = setting.library.certificate_counts
        self._numerals = Numerals(setting)
        self._citations = Citations(setting)
        self.title = words["title"]
        low, high = self._table.counts[0].year, self._table.counts[-1].year
        places = tuple(Option(id=place, label=words[place]) for place in PLACES)
        self.controls = (
            Choice(name="place", label=words["place"], options=places),
            Count(
                name="from",
                label=words["from"],
                help=words["years-help"],
                low=low,
                high=high,
                is_year=True,
            ),
            Count(name="to", label=words["to"], low=low, high=high, is_year=True),
        )

    def start(self) -> State:
        """Begin with a fall that is none."""
        return {"place": "world", "from": 2017, "to": 2018}

    def frames(self) -> Iterator[State]:
        """Yield pairs of years on both sides of the breaks, and between them."""
        yield self.start()
        for place in PLACES:
            for first, last in _PAIRS:
                yield {"place": place, "from": first, "to": last}

    def draw(self, state: State) -> Figure:
        """Draw the series with the two years."""
        from kit.figures.certificate_counts import Break, Point, draw_counts

        place, chosen = _place(state), set(_years(state))
        known = ((one.year, getattr(one, place)) for one in self._table.counts)
        points = [
            Point(year=year, count=n, said=self._numerals.whole(n) if year in chosen else "")
            for year, n in known
            if n is not None
        ]
        change = self._change(state)
        crossed = change.breaks if change else ()
        breaks = [
            Break(
                year=one.years[0],
                label=self._label(one),
                is_crossed=one in crossed,
            )
            for one in self._breaks(place)
        ]
        return draw_counts(self._say_finding(state), points, breaks)

    def describe(self, state: State) -> str:
        """Say what the change is, and which trap lies in it."""
        change = self._change(state)
        told = [self._say_change(state, change)]
        if change and change.first != change.last:
            told += self._say_traps(change)
        return end_sentences(" ".join(told))

    def tell(self, state: State) -> str:
        """List the breaks of the series, and say what is counted."""
        words, place = self._words, _place(state)
        rows = [
            (
                ", ".join(map(str, one.years)),
                self._citations.known(one.told.pick(self._language), one.certainty),
            )
            for one in self._breaks(place)
        ]
        notes = "".join(f"<p>{escape(words[key])}</p>" for key in ("note-unit", "note-sum"))
        shown = table([words["column-year"], words["column-break"]], rows)
        slips = [slug for slip in self._table.misprints for slug in slip.sources]
        sources = [*self._table.sources, *slips]
        return notes + shown + self._citations.sources(sources)

    def ask(self, state: State) -> str:
        """Ask for the reason of the change."""
        first, last = _years(state)
        return self._words["ask"].format(first=first, last=last)

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Offer reasons, where there is a change."""
        change = self._change(state)
        if change is None or not change.difference:
            return ()
        return tuple(Option(id=one, label=self._words[f"guess-{one}"]) for one in _GUESSES)

    def compare(self, state: State, guess: str) -> str:
        """Say what is known of the reason."""
        if guess == "quality":
            return self._words["compare-quality"]
        change = self._change(state)
        breaks = change.breaks if change else ()
        case = "break" if breaks else "plain"
        named = ", ".join(map(self._label, breaks))
        return self._words[f"compare-{guess}-{case}"].format(breaks=named)

    def _change(self, state: State) -> Change | None:
        return compare_years(self._table, _place(state), *_years(state))

    def _breaks(self, place: Place) -> list[SeriesBreak]:
        return [one for one in self._table.breaks.values() if place in one.places]

    def _label(self, one: SeriesBreak) -> str:
        label = one.label.pick(self._language)
        return self._words["mark"].format(year=one.years[0], label=label)

    def _say_finding(self, state: State) -> str:
        change, (first, last) = self._change(state), _years(state)
        case = "plain"
        if change is None:
            case = "unknown"
        elif first == last:
            case = "same"
        elif change.breaks:
            case = "break"
        said = self._percent(change) if change else ""
        return self._words[f"finding-{case}"].format(
            place=self._words[f"in-{_place(state)}"],
            first=first,
            last=last,
            change=said,
            years=self._missing(state),
        )

    def _say_change(self, state: State, change: Change | None) -> str:
        place = self._words[f"in-{_place(state)}"]
        if change is None:
            return self._words["say-unknown"].format(place=place, years=self._missing(state))
        case = "change"
        if change.first == change.last:
            case = "same"
        elif not change.before:
            case = "from-none" if change.after else "none"
        return self._words[f"say-{case}"].format(
            place=place,
            first=change.first,
            last=change.last,
            before=self._numerals.whole(change.before),
            after=self._numerals.whole(change.after),
            difference=self._numerals.change(change.difference),
            change=self._percent(change),
        )

    def _say_traps(self, change: Change) -> Iterator[str]:
        """Yield the breaks between the years, or else why even so the change tells little."""
        for one in change.breaks:
            yield one.told.pick(self._language)
        years = {one.year for one in self._table.counts if one.is_secondary}
        if change.last in years and change.first not in years:
            yield self._words["trap-sources"]
        for slip in self._table.misprints:
            if slip.place == change.place and {slip.year, slip.printed_as} & {
                change.first,
                change.last,
            }:
                yield slip.told.pick(self._language)
        if 0 < change.before < SMALL:
            yield self._words["trap-small"]
        if not change.breaks:
            yield self._words["trap-who-answers"]

    def _missing(self, state: State) -> str:
        """Name the years for which there is no number."""
        place = _place(state)
        known = {one.year for one in self._table.counts if getattr(one, place) is not None}
        missing = [str(year) for year in sorted(set(_years(state)) - known)]
        if len(missing) <= 1:
            return "".join(missing)
        return self._words["and"].format(one=missing[0], other=missing[-1])

    def _percent(self, change: Change) -> str:
        if change.percent is None:
            return self._numerals.change(change.difference)
        places = 0 if abs(change.percent) >= SMALL else 1
        number = self._numerals.change(Fraction(change.percent), places)
        return self._words["percent"].format(number=number)


def _place(state: State) -> Place:
    return cast("Place", state["place"])


def _years(state: State) -> tuple[int, int]:
    """Return the two years, the earlier first."""
    first, last = sorted((int(state["from"]), int(state["to"])))
    return first, last
