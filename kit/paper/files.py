"""Writing sheets into a folder, without ever losing a file that is there already."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Literal

Fate = Literal["written", "same", "replaced", "renamed"]


def write_sheet(folder: Path, name: str, pdf: bytes, *, may_replace: bool) -> tuple[Path, Fate]:
    """Write a sheet; where another file has its name, choose a new one or replace it if allowed.

    Returns
    -------
    tuple
        The file that holds the sheet now, and what became of it.

    Raises
    ------
    OSError
        If the folder or the file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / name
    for number in count(1):
        file = first if number == 1 else first.with_stem(f"{first.stem}-{number}")
        try:
            with file.open("xb") as opened:
                opened.write(pdf)
        except FileExistsError:
            if file.is_file() and file.read_bytes() == pdf:
                return file, "same"
            if may_replace:
                file.write_bytes(pdf)
                return file, "replaced"
        else:
            return file, "written" if number == 1 else "renamed"
    raise AssertionError("counting has no end")
