"""What a trainer has decided about each mention: kept, or still open; and choices of nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

import msgspec

from kit.case.mentions import Mention
from kit.content.faults import ContentError, Fault
from kit.content.layers import Layers
from kit.content.read import read_table
from kit.paths import OWN_CASE


class Standing(msgspec.Struct, frozen=True):
    """Hold the mentions that are undecided, and those that stay as an example."""

    undecided: tuple[Mention, ...]
    kept: tuple[Mention, ...]


def sort_mentions(mentions: Iterable[Mention], keep: Iterable[str]) -> Standing:
    """Return the mentions by what was decided about them."""
    entries, mentions = list(keep), list(mentions)
    kept = [one for one in mentions if any(_names(entry, one.place) for entry in entries)]
    undecided = [one for one in mentions if one not in kept]
    return Standing(tuple(sorted(undecided)), tuple(sorted(kept)))


def _names(entry: str, place: str) -> bool:
    return place == entry or place.startswith(f"{entry}.") or fnmatchcase(place, entry)


def idle_choices(layers: Layers, mentions: Iterable[Mention]) -> Iterator[Fault]:
    """Yield a fault for each entry of either list that stands for nothing."""
    places = [one.place for one in mentions]
    for number, entry in enumerate(layers.choices.keep):
        if not any(_names(entry, place) for place in places):
            found = f"“{entry}”, where nothing speaks of the kit’s case"
            yield Fault(OWN_CASE, f"keep[{number}]", found, "a line of the list; or no such entry")
    for number, entry in enumerate(layers.choices.leave_out):
        if not _is_there(layers, entry):
            found = f"“{entry}”, which the kit does not have"
            yield Fault(OWN_CASE, f"leave_out[{number}]", found, "a line of the list")


def _is_there(layers: Layers, entry: str) -> bool:
    name, _, key = entry.partition(" ")
    if layers.kit is None:
        return False
    if not key:
        return any(
            fnmatchcase(path.relative_to(layers.kit).as_posix(), name)
            for path in layers.kit.glob("questions/*/*.toml")
        )
    try:
        part: object = read_table(layers.kit / name, name)
    except ContentError:
        return False
    for step in key.split("."):
        part = part.get(step) if isinstance(part, dict) else None
    return part is not None
