"""Editions of ISO 9001 on a day, how long a certificate may last, and two series of counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

import msgspec

from kit.content.editions import (
    CertificateCounts,
    EditionHistory,
    IsoEdition,
    MemberCount,
    Place,
    SeriesBreak,
    Transition,
)
from kit.content.records import Edition
from kit.cycle.term import add_months, last_day

CYCLE_MONTHS = 36
_DAY = timedelta(days=1)


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """Hold how long a certificate may be valid: both days included.

    `full_last` is the last day of a cycle of three years; `limited_by` is the transition that
    ends it sooner, if one does; `gap_days` are those without a valid certificate before it.
    """

    edition: Edition
    first: date
    last: date
    full_last: date
    limited_by: Transition | None = None
    gap_days: int = 0

    @property
    def days(self) -> int:
        """The days from the first to the last, both counted."""
        return (self.last - self.first).days + 1

    @property
    def days_short(self) -> int:
        """The days that are missing to a cycle of three years."""
        return (self.full_last - self.last).days


class Newest(msgspec.Struct, frozen=True, kw_only=True):
    """Name the newest edition of a day.

    `maybe` names one that may have been out already, where only its year is verified.
    """

    sure: Edition | None = None
    maybe: Edition | None = None


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """Hold the counts known before a day, for a time that includes it, and after it."""

    before: MemberCount | None
    during: MemberCount | None
    after: MemberCount | None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a series does between two years, and the breaks that lie between them."""

    place: Place
    first: int
    last: int
    before: int
    after: int
    breaks: tuple[SeriesBreak, ...]

    @property
    def difference(self) -> int:
        """How many certificates more, or fewer if below 0."""
        return self.after - self.before

    @property
    def percent(self) -> Fraction | None:
        """The difference in percent of the first year; None where that had none."""
        return Fraction(100 * self.difference, self.before) if self.before else None


def newest_on(history: EditionHistory, day: date) -> Newest:
    """Return the edition that was the newest on a day."""
    newest = Newest()
    for name, edition in history.editions.items():
        if _surely_out(edition, day):
            newest = Newest(sure=name)
        elif edition.on is None and edition.year == day.year:
            newest = Newest(sure=newest.sure, maybe=name)
    return newest


def _surely_out(edition: IsoEdition, day: date) -> bool:
    return edition.year < day.year if edition.on is None else edition.on <= day


def running_on(transitions: Iterable[Transition], day: date) -> tuple[Transition, ...]:
    """Return the transitions that were running on a day, its first and last day included."""
    return tuple(one for one in transitions if one.starts <= day <= one.ends)


def transition_from(transitions: Iterable[Transition], edition: Edition) -> Transition | None:
    """Return the transition that ends certificates to an edition, if it is known."""
    return next((one for one in transitions if one.before == edition), None)


def longest_term(
    history: EditionHistory, transitions: Mapping[str, Transition], edition: Edition, decided: date
) -> Term | None:
    """Return the longest validity of a first certificate to an edition.

    Parameters
    ----------
    decided
        The day of the certification decision, with which the cycle begins.

    Returns
    -------
    Term or None
        None where the edition had not appeared, or its transition had ended.

    References
    ----------
    IAF ID 9:2015 for certificates issued during the transition to ISO 9001:2015.
    """
    if not _surely_out(history.editions[edition], decided):
        return None
    end = transition_from(transitions.values(), edition)
    if end is not None and decided > end.ends:
        return None
    return _limit(edition, decided, last_day(decided, CYCLE_MONTHS), end)


def renew(
    transitions: Mapping[str, Transition], edition: Edition, expiry: date, decided: date
) -> Term:
    """Return the term of a recertification that follows the old cycle.

    The new expiry is based on the old one, whether the decision came before it or, by restoration,
    after it; in between there is then no valid certificate.

    References
    ----------
    ISO/IEC 17021-1:2015, 9.6.3.2.
    """
    first = max(expiry + _DAY, decided)
    gap = (first - expiry).days - 1
    end = transition_from(transitions.values(), edition)
    return _limit(edition, first, add_months(expiry, CYCLE_MONTHS), end, gap)


def _limit(
    edition: Edition, first: date, full_last: date, end: Transition | None, gap_days: int = 0
) -> Term:
    is_cut = end is not None and end.ends < full_last
    last = end.ends if end is not None and is_cut else full_last
    return Term(
        edition=edition,
        first=first,
        last=last,
        full_last=full_last,
        limited_by=end if is_cut else None,
        gap_days=gap_days,
    )


def members_around(counts: Iterable[MemberCount], day: date) -> Around:
    """Return the counts of members that are nearest to a day."""
    known = tuple(counts)
    return Around(
        before=next((one for one in reversed(known) if one.last < day), None),
        during=next((one for one in reversed(known) if one.first <= day <= one.last), None),
        after=next((one for one in known if one.first > day), None),
    )


def compare_years(counts: CertificateCounts, place: Place, first: int, last: int) -> Change | None:
    """Return what changed from one year to another, the earlier first.

    Returns
    -------
    Change or None
        None where one of the two counts is not known.
    """
    first, last = sorted((first, last))
    known = {one.year: getattr(one, place) for one in counts.counts}
    before, after = known.get(first), known.get(last)
    if before is None or after is None:
        return None
    crossed = tuple(
        one
        for one in counts.breaks.values()
        if place in one.places and any(first < year <= last for year in one.years)
    )
    return Change(place=place, first=first, last=last, before=before, after=after, breaks=crossed)
