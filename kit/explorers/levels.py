"""Levels that a learner gave the seven principles: read from states, compared, ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from kit.content.principles import LEVELS
from kit.explorers.explorer import Past, State

_PREFIX = "level-"


class Extremes(Struct, frozen=True, kw_only=True):
    """Hold the highest and the lowest level, and which principles stand there."""

    most: int
    strong: tuple[str, ...]
    least: int
    weak: tuple[str, ...]


def read_levels(state: State) -> dict[str, int]:
    """Return the level of each principle that has one in a state."""
    known = {str(n): n for n in range(1, LEVELS + 1)}
    levels = {name: known.get(str(value)) for name, value in state.items()}
    return {
        name.removeprefix(_PREFIX): level
        for name, level in levels.items()
        if level and name.startswith(_PREFIX)
    }


def find_last(past: Sequence[Past], today: date) -> Past | None:
    """Return what today is compared with: the latest state of an earlier day with a level."""
    earlier = [one for one in past if read_levels(one.state) and day_of(one) < today]
    return next(reversed(earlier), None)


def day_of(past: Past) -> date:
    """Return the day on which a state was left, where the learner is."""
    return past.at.astimezone().date()


def find_extremes(levels: Mapping[str, int], names: Mapping[str, str]) -> Extremes:
    """Return what stands highest and lowest, in the order of `names`."""
    most, least = max(levels.values()), min(levels.values())
    ordered = [(name, levels[slug]) for slug, name in names.items() if slug in levels]
    return Extremes(
        most=most,
        strong=tuple(name for name, level in ordered if level == most),
        least=least,
        weak=tuple(name for name, level in ordered if level == least),
    )
