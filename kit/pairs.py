"""Notebooks in pairs: a translated one has the cells of its source, and knows their text.

Each Markdown cell of a translation carries in its metadata, under `translates`, a hash of the
text that it translates. When that text changes, the hash no longer fits and the pair is stale.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
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
    """Return every fault of every pair of notebooks, those in sub-folders included.

    Parameters
    ----------
    folder
        The notebooks, one sub-folder a language.
    """
    return [
        fault
        for name in list_names(folder)
        for language in TRANSLATIONS
        for fault in _pair(folder, name, language)
    ]


def list_names(folder: Path) -> list[str]:
    """Return what the notebooks are called in the folder of a language, such as `trainer/x.ipynb`.

    Copies that an editor keeps in hidden folders are none of them.
    """
    inside = (path.relative_to(folder).parts[1:] for path in folder.glob("*/**/*.ipynb"))
    return sorted({"/".join(parts) for parts in inside if not _is_hidden(parts)})


def _is_hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def accept(folder: Path, name: str, cell_ids: Collection[str] = ()) -> int:
    """Mark cells of every translation of a notebook as fitting its present source text.

    Parameters
    ----------
    name
        What the notebook is called in the folder of a language.
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
        yield Fault(_shown(path, folder), "", "no file", "every notebook in every language")
    if missing:
        return
    source, translation = (_read(path) for path in paths)
    shown = _shown(paths[1], folder)
    found, expected = ([cell["id"] for cell in nb["cells"]] for nb in (translation, source))
    if found != expected:
        yield Fault(
            shown, "cells", _list(found), f"{_list(expected)}, as in {_shown(paths[0], folder)}"
        )
        return
    for one, other in zip(source["cells"], translation["cells"], strict=True):
        yield from _cells(one, other, shown, name, language)


def _cells(
    source: Cell, translation: Cell, shown: str, name: str, language: str
) -> Iterator[Fault]:
    key = translation["id"]
    if source["cell_type"] != translation["cell_type"]:
        yield Fault(shown, key, translation["cell_type"], f"a {source['cell_type']} cell")
    elif source["cell_type"] == "code":
        expected = _text(source).replace(f'language="{SOURCE}"', f'language="{language}"')
        if _text(translation) != expected:
            yield Fault(shown, key, f"`{_text(translation)}`", f"`{expected}`")
    elif translation["metadata"].get("translates") != hash_text(_text(source)):
        found = "a translation of an earlier text"
        expected = f"a look at both, then `kit pair --accept {name} {key}`"
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


def _shown(path: Path, folder: Path) -> str:
    return f"notebooks/{path.relative_to(folder).as_posix()}"
