"""The records of the quality management principles: the eight, the seven, and what links them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from kit.content.records import Edition, Record, Slug, Sources
from kit.text import Text

Change = Literal["kept", "renamed", "merged", "widened"]
Clause = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]+(\.[0-9]+)*$",
        max_length=20,
        description="the number of a clause in quotation marks, such as “8.2.1”",
    ),
]
Signs = Annotated[tuple[Text, ...], Meta(min_length=2, max_length=4)]
LEVELS = 5


class Principle(Record, frozen=True, kw_only=True):
    """Explain one principle, and what it looks like at an imagined service desk.

    `alive` and `absent` are scenes with it and without it; `evidence` is what an auditor might be
    shown; `clauses` is a teaching map to the edition of ISO 9001 of the same generation.
    """

    name: Text
    meaning: Text
    alive: Text
    absent: Text
    evidence: Signs
    clauses: Annotated[tuple[Clause, ...], Meta(min_length=1)]
    sources: Sources


class Neighbours(Record, frozen=True, kw_only=True):
    """Say why two principles are confused, and what tells them apart."""

    pair: Annotated[tuple[Slug, ...], Meta(min_length=2, max_length=2)]
    alike: Text
    apart: Text
    sources: Sources


class Flow(Record, frozen=True, kw_only=True):
    """Tell what became of one of the eight; `after` is one of the seven."""

    before: Slug
    after: Slug
    kind: Change
    told: Text
    sources: Sources


class Scene(Record, frozen=True, kw_only=True):
    """Tell a scene of the imagined desk: the principle at work, and a neighbour that tempts."""

    told: Text
    principle: Slug
    tempting: Slug
    why: Text
    why_not: Text
    sources: Sources


class Scale(Record, frozen=True, kw_only=True):
    """Describe the levels of one of the seven in behaviour, the lowest first."""

    levels: Annotated[tuple[Text, ...], Meta(min_length=LEVELS, max_length=LEVELS)]
    sources: Sources


class Clauses(Record, frozen=True, kw_only=True):
    """Say in our words what some clauses of one edition of ISO 9001 deal with."""

    topics: dict[Clause, Text]
    sources: Sources


class NeighbourLists(Record, frozen=True, kw_only=True):
    """Hold the pairs of the eight and those of the seven."""

    eight: dict[Slug, Neighbours]
    seven: dict[Slug, Neighbours]


class Principles(Record, frozen=True, kw_only=True):
    """Hold the eight of ISO 9000:2005, the seven of ISO 9000:2015, and what links them.

    `levels` are those of the seven; `clauses` are by the edition of ISO 9001.
    """

    eight: dict[str, Principle]
    seven: dict[str, Principle]
    neighbours: NeighbourLists
    flows: dict[str, Flow]
    scenes: dict[str, Scene]
    levels: dict[str, Scale]
    clauses: dict[Edition, Clauses]

    def flow_of(self, before: str) -> Flow:
        """Return what became of one of the eight."""
        return next(flow for flow in self.flows.values() if flow.before == before)

    def scenes_between(self, pair: tuple[str, ...]) -> list[Scene]:
        """Return the scenes in which one of a pair is at work and the other tempts."""
        return [one for one in self.scenes.values() if {one.principle, one.tempting} == {*pair}]


def neighbours_of(slug: str, among: dict[str, Neighbours]) -> list[tuple[str, Neighbours]]:
    """Return each principle that this one is confused with, and the record of the two."""
    found = [(one.pair, one) for one in among.values() if slug in one.pair]
    return [(pair[1] if pair[0] == slug else pair[0], one) for pair, one in found]
