"""Reading the whole data folder: every file that is there, and each that should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kit.content.faults import ContentError, Fault
from kit.content.layers import Layers
from kit.content.layout import BESIDE, KINDS, SUFFIX, is_folder, kind_of

Table = dict[str, Any]
LAYOUT = f"{', '.join(KINDS)}, lessons/ID.toml, questions/TOPIC/ID.toml or a hidden file"


class Tree(msgspec.Struct, frozen=True):
    """Hold what was read: a table for each readable file, by its name in the folder.

    `names` also lists the files that could not be read. `layers` tells whose a file is.
    """

    names: tuple[str, ...]
    tables: dict[str, Table]
    faults: tuple[Fault, ...]
    layers: Layers

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read."""
        return len(self.names) == len(self.tables)

    def under(self, folder: str) -> dict[str, Table]:
        """Return the tables of the files in one folder and below."""
        return {name: table for name, table in self.tables.items() if name.startswith(f"{folder}/")}

    def names_under(self, folder: str) -> list[str]:
        """Return the names of all files in one folder, readable or not."""
        return [name for name in self.names if name.startswith(f"{folder}/")]

    def locate(self, fault: Fault) -> Fault:
        """Return the fault as one of the kit's own file, if it does not stand in the case's."""
        if self.layers.is_own(fault.file, fault.key) or fault.file not in self.names:
            return fault
        expected = f"{fault.expected}; or a file of this name in your folder"
        return Fault(f"the kit’s {fault.file}", fault.key, fault.found, expected)


def read_tree(folder: Path) -> Tree:
    """Read every file of a data folder; what is no file of the kit becomes a fault."""
    if not folder.is_dir():
        found = "a file" if folder.exists() else "no folder of this name"
        fault = Fault(str(folder), "", found, "the folder with the data")
        return Tree((), {}, (fault,), Layers(folder))
    layers = Layers(folder)
    names, faults = _list_names(layers)
    tables: dict[str, Table] = {}
    for name in names:
        try:
            tables[name] = layers.read(name)
        except ContentError as error:
            faults += error.faults
    return Tree(tuple(names), tables, tuple(faults), layers)


def _list_names(layers: Layers) -> tuple[list[str], list[Fault]]:
    names, faults = set(KINDS), []
    below = () if layers.kit is None else _walk(layers.kit)
    for name, is_dir in (*_walk(layers.own), *below):
        if not is_dir and kind_of(name) is not None:
            names.add(name)
        elif name not in BESIDE:
            faults.append(_stray(name, is_dir=is_dir))
    return sorted(name for name in names if not layers.leaves_out(name)), faults


def _walk(folder: Path, above: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each file, and each folder that has no place; hidden ones are passed over."""
    try:
        found = [(path, path.is_dir()) for path in sorted(folder.iterdir())]
    except OSError:
        yield above.rstrip("/"), True
        return
    for path, is_dir in found:
        name = f"{above}{path.name}"
        if path.name.startswith("."):
            continue
        if is_dir and is_folder(name) and not name.endswith(SUFFIX):
            yield from _walk(path, f"{name}/")
        else:
            yield name, is_dir


def _stray(name: str, *, is_dir: bool) -> Fault:
    if not is_dir:
        return Fault(name, "", "a file that the kit does not know", LAYOUT)
    if is_folder(name) and not name.endswith(SUFFIX):
        return Fault(name, "", "a folder that cannot be read", "a readable folder")
    is_page = kind_of(name) is not None
    expected = "a TOML file of this name" if is_page else f"a folder of {LAYOUT}"
    return Fault(name, "", "a folder", expected)
