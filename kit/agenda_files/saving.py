"""Saving the files of an agenda, all or none, and never over another file unasked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kit.agenda_files.making import AgendaFile


def save_files(files: Iterable[AgendaFile], folder: Path, *, may_replace: bool) -> list[Path]:
    """Write files into a folder, which is made if it is not there, and return where they are.

    Raises
    ------
    FileExistsError
        If one of them is there already and may not be replaced; then none is written.
    OSError
        If one cannot be written; what was written new before is taken away.
    """
    named = [(folder / file.name, file.content) for file in files]
    if not may_replace:
        for path, _ in named:
            if path.exists():
                raise FileExistsError(17, "", str(path))
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for path, content in named:
            with path.open("wb" if may_replace else "xb") as opened:
                written.append(path)
                opened.write(content)
    except OSError:
        for path in [] if may_replace else written:
            with suppress(OSError):
                path.unlink()
        raise
    return written
