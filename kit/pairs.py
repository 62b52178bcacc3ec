"""Lessons in pairs: a translated notebook has the cells of its source, and knows their text.

Each Markdown cell of a translation carries in its metadata, under `translates`, a hash of the
text that it translates. When that text changes, the hash no longer fits and the pair is stale.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kit.content.faults import Fault
from kit.text import LANGUAGES

Notebook = dict[str, Any]
Cell = dict[str, Any]
SOURCE, *TRANSLATIONS = LANGUAGES


def hash_text(text: str) -> str:
    """Return the short hash by which a translation knows its source."""
    return sha256(text.encode("utf-8")).hexdigest()[:12]


def check_pairs(folder: Path) -> list[Fault]:
    """Return every fault of every pair of lessons.

    Parameters
    ----------
    folder
        The notebooks, one sub-folder a language.
    """
    names = sorted({path.name for path in folder.glob("*/*.ipynb")})
    return [
        fault
        for name in names
        for language in TRANSLATIONS
        for fault in _pair(folder, name, language)
    ]


def accept(folder: Path, name: str, cell_ids: Collection[str] = ()) -> int:
    """Mark cells of every translation of a lesson as fitting its present source text.

    Parameters
    ----------
    name
        The file name of the lesson.
    cell_ids
        Which cells; all of them if none is named.

    Returns
    -------
    int
        How many cells were marked anew.
    """
    texts = {cell["id"]: _text(cell) for cell in _read(folder / SOURCE / name)["cells"]}
    return sum(_accept(folder / language / name, texts, cell_ids) for language in TRANSLATIONS)


def _accept(path: Path, texts: dict[str, str], cell_ids: Collection[str]) -> int:
    notebook = _read(path)
    marked = 0
    for cell in _markdown(notebook):
        wanted = not cell_ids or cell["id"] in cell_ids
        fitting = hash_text(texts.get(cell["id"], ""))
        if wanted and cell["id"] in texts and cell["metadata"].get("translates") != fitting:
            cell["metadata"]["translates"] = fitting
            marked += 1
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return marked


def _pair(folder: Path, name: str, language: str) -> Iterator[Fault]:
    paths = [folder / one / name for one in (SOURCE, language)]
    missing = [path for path in paths if not path.is_file()]
    for path in missing:
        yield Fault(_shown(path), "", "no file", "every lesson in every language")
    if missing:
        return
    source, translation = (_read(path) for path in paths)
    shown = _shown(paths[1])
    found, expected = ([cell["id"] for cell in nb["cells"]] for nb in (translation, source))
    if found != expected:
        yield Fault(shown, "cells", _list(found), f"{_list(expected)}, as in {_shown(paths[0])}")
        return
    for one, other in zip(source["cells"], translation["cells"], strict=True):
        yield from _cells(one, other, shown, language)


def _cells(source: Cell, translation: Cell, shown: str, language: str) -> Iterator[Fault]:
    key = translation["id"]
    if source["cell_type"] != translation["cell_type"]:
        yield Fault(shown, key, translation["cell_type"], f"a {source['cell_type']} cell")
    elif source["cell_type"] == "code":
        expected = _text(source).replace(f'language="{SOURCE}"', f'language="{language}"')
        if _text(translation) != expected:
            yield Fault(shown, key, f"`{_text(translation)}`", f"`{expected}`")
    elif translation["metadata"].get("translates") != hash_text(_text(source)):
        found = "a translation of an earlier text"
        expected = f"a look at both, then `kit pair --accept {Path(shown).name} {key}`"
        yield Fault(shown, key, found, expected)


def _read(path: Path) -> Notebook:
    notebook: Notebook = json.loads(path.read_text("utf-8"))
    return notebook


def _markdown(notebook: Notebook) -> Iterator[Cell]:
    return (cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")


def _text(cell: Cell) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _list(ids: list[str]) -> str:
    return ", ".join(ids)


def _shown(path: Path) -> str:
    return f"notebooks/{path.parent.name}/{path.name}"
