"""`kit pair`: tell which translated cells are stale, or mark them as fitting again."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kit.content.faults import ContentError
from kit.pairs import accept, check_pairs
from kit.paths import notebooks_folder


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("pair", help="compare the lessons of both languages")
    parser.add_argument("--accept", metavar="NOTEBOOK", help="mark cells as fitting their source")
    parser.add_argument("cells", nargs="*", metavar="CELL", help="ids of cells; all if none")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    folder = notebooks_folder()
    if arguments.accept:
        marked = accept(folder, arguments.accept, arguments.cells)
        sys.stdout.write(f"{arguments.accept}: {marked} cells marked.\n")
    faults = check_pairs(folder)
    if faults:
        raise ContentError(faults)
    sys.stdout.write(f"{folder}: every translation fits its source.\n")
    return 0
