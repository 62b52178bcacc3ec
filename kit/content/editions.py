"""The records of editions, transitions, ISO's membership and the counts of certificates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from kit.content.records import Certainty, Edition, Record, Slug, Sources
from kit.text import Text

Place = Literal["world", "bulgaria"]
Year = Annotated[int, Meta(ge=1947, le=2100)]
Number = Annotated[int, Meta(ge=0)]


class IsoEdition(Record, frozen=True, kw_only=True):
    """Describe one edition of ISO 9001; `on` is left out where only the year is verified.

    `announced` says when it appeared as a text may say it.
    """

    year: Year
    announced: Text
    brought: Text
    certainty: Certainty
    sources: Sources
    on: date | None = None


class Amendment(Record, frozen=True, kw_only=True):
    """Describe an amendment that changed an edition and left its year."""

    edition: Edition
    on: date
    brought: Text
    certainty: Certainty
    sources: Sources


class EditionHistory(Record, frozen=True, kw_only=True):
    """Hold the editions by year, in order, and their amendments."""

    editions: dict[Edition, IsoEdition]
    amendments: dict[Slug, Amendment]


class Example(Record, frozen=True, kw_only=True):
    """Tell of a real case in which a rule can be seen at work."""

    told: Text
    sources: Sources


class Transition(Record, frozen=True, kw_only=True):
    """Describe the move from one edition to the next; `ends` is the last day of the old one.

    `only_new_from` is the day from which certificates or audits are of the new edition alone;
    `has_exact_end` is false where sources differ by a day or where only secondary ones give it.
    """

    before: Edition
    after: Edition
    starts: date
    ends: date
    told: Text
    certainty: Certainty
    sources: Sources
    only_new_from: date | None = None
    has_exact_end: bool = True
    example: Example | None = None


class MemberCount(Record, frozen=True, kw_only=True):
    """Give the members of ISO at some time between `first` and `last`, both included."""

    first: date
    last: date
    members: Number
    as_of: Text
    certainty: Certainty
    sources: Sources
    breakdown: Text | None = None


class AnnouncedMembers(Record, frozen=True, kw_only=True):
    """Give the number of members that the announcement of the case prints, and about when."""

    members: Number
    on: date
    sources: Sources


class Membership(Record, frozen=True, kw_only=True):
    """Hold what is known of ISO's membership, in the order of time."""

    counts: Annotated[tuple[MemberCount, ...], Meta(min_length=2)]
    announced: AnnouncedMembers


class YearCount(Record, frozen=True, kw_only=True):
    """Give the certificates to ISO 9001 at the end of a year, where they are known."""

    year: Year
    world: Number | None = None
    bulgaria: Number | None = None
    is_secondary: bool = False


class SeriesBreak(Record, frozen=True, kw_only=True):
    """Mark a year from which the counts are not comparable with those before.

    `years` are those whose change over the year before is touched.
    """

    years: Annotated[tuple[Year, ...], Meta(min_length=1)]
    label: Text
    told: Text
    certainty: Certainty
    sources: Sources
    places: tuple[Place, ...] = ("world", "bulgaria")


class Misprint(Record, frozen=True, kw_only=True):
    """Warn of a count that is printed elsewhere under another year."""

    place: Place
    year: Year
    printed_as: Year
    told: Text
    sources: Sources


class CertificateCounts(Record, frozen=True, kw_only=True):
    """Hold the counts of certificates by year, and what to beware of in them."""

    counts: Annotated[tuple[YearCount, ...], Meta(min_length=2)]
    breaks: dict[Slug, SeriesBreak]
    sources: Sources
    misprints: tuple[Misprint, ...] = ()
