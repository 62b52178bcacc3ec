"""The check of a case of one's own: faults of its choices and notebooks, and every mention."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kit.case.choices import Standing, idle_choices, sort_mentions
from kit.case.mentions import find_mentions
from kit.case.notebooks import lost_calls, read_cells
from kit.content.faults import ContentError, Fault
from kit.content.library import Library
from kit.pairs import check_pairs
from kit.paths import NOTEBOOKS, shipped_notebooks


class CaseReport(msgspec.Struct, frozen=True):
    """Hold the faults beyond those of the content, and what still speaks of the kit's case.

    `standing` is None where the content has faults that must be mended first.
    """

    faults: tuple[Fault, ...]
    standing: Standing | None


def check_own_case(folder: Path) -> CaseReport:
    """Check the choices and the notebooks of a case, and find every mention."""
    own = folder / NOTEBOOKS
    notebooks = own if own.is_dir() else shipped_notebooks()
    library = Library(folder)
    try:
        cells = read_cells(notebooks)
        faults = [*lost_calls(cells, library.lessons), *check_pairs(notebooks)]
        mentions = find_mentions(folder, cells)
    except ContentError as error:
        return CaseReport(error.faults, None)
    faults += idle_choices(library.layers, mentions)
    standing = sort_mentions(mentions, library.layers.choices.keep)
    return CaseReport(tuple(sorted(faults)), standing)
