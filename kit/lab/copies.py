"""The learner's copies of the lessons: added, renewed, set aside, but never taken away.

A copy remembers in its metadata, `kit.shipped`, a fingerprint of its cells as the kit shipped them.
While its cells still give that fingerprint, the learner has changed nothing, and an update may
renew it. Outputs do not count.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import warnings
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import nbformat
from nbformat.sign import NotebookNotary

from kit.notebooks import Shipped

Notebook = Any
# The functions of nbformat carry no types.
_format: Any = nbformat
_Notary: Any = NotebookNotary
_DAMAGE = (
    nbformat.ValidationError,
    AttributeError,
    KeyError,
    RecursionError,
    TypeError,
    ValueError,
)


class Report(msgspec.Struct, frozen=True):
    """Tell what was left alone and what was set aside, by the name of the file."""

    kept: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()


def fingerprint(notebook: Notebook) -> str:
    """Return a fingerprint of what a notebook says: id, kind and source of each cell."""
    said = [(cell.get("id"), cell["cell_type"], cell["source"]) for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def fill_folder(folder: Path, shipped: Iterable[Shipped], secrets: Path) -> Report:
    """Bring the copies in a learner's folder up to date and sign what is new.

    Parameters
    ----------
    secrets
        The folder with what this computer signs notebooks with.

    Raises
    ------
    OSError
        If a folder or a file cannot be read or written.
    """
    notary = _Notary(data_dir=str(secrets))
    with closing(notary.store):
        reports = [_renew(folder / one.language / one.path.name, one, notary) for one in shipped]
    return Report(
        kept=tuple(name for report in reports for name in report.kept),
        set_aside=tuple(pair for report in reports for pair in report.set_aside),
    )


def _renew(path: Path, shipped: Shipped, notary: Any) -> Report:
    path.parent.mkdir(parents=True, exist_ok=True)
    copy = _read(path)
    if copy is not None and not _is_untouched(copy):
        return Report(kept=(_name(path),))
    is_damaged = copy is None and os.path.lexists(path)
    set_aside = ((_name(path), _name(_set_aside(path))),) if is_damaged else ()
    fresh = _make_copy(_format.read(shipped.path, as_version=4))
    if copy is None or _is_outdated(copy, fresh) or not notary.check_signature(copy):
        _write(path, _format.writes(fresh))
        notary.sign(fresh)
    return Report(set_aside=set_aside)


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _make_copy(notebook: Notebook) -> Notebook:
    notebook.metadata["kit"] = {
        **notebook.metadata.get("kit", {}),
        "shipped": fingerprint(notebook),
    }
    return notebook


def _read_shipped(notebook: Notebook) -> object:
    """Return the fingerprint that a notebook was shipped with, or nothing."""
    kit = notebook.metadata.get("kit")
    return kit.get("shipped") if isinstance(kit, dict) else None


def _read(path: Path) -> Notebook | None:
    """Return a notebook, or nothing if there is none or it is damaged."""
    if not path.is_file():
        return None
    try:
        with warnings.catch_warnings(action="ignore"):  # of cells without ids
            notebook = _format.reads(path.read_bytes().decode("utf-8"), as_version=4)
            _format.validate(notebook)
    except _DAMAGE:
        return None
    return notebook


def _is_untouched(copy: Notebook) -> bool:
    return _read_shipped(copy) == fingerprint(copy)


def _is_outdated(copy: Notebook, fresh: Notebook) -> bool:
    return _read_shipped(copy) != _read_shipped(fresh)


def _set_aside(path: Path) -> Path:
    for number in range(1, 1000):
        aside = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
        if not os.path.lexists(aside):
            return path.rename(aside)
    raise FileExistsError(17, "a thousand damaged files are here already", str(path))


def _write(path: Path, text: str) -> None:
    """Write a file in one step: whoever looks sees the old one or the new one, never half."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
