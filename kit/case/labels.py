"""Saying of a text in a lesson that it speaks of the kit's case, until the trainer replaces it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kit.case.notebooks import list_files
from kit.content.library import Library
from kit.content.signs import read_signs
from kit.pairs import SOURCE, hash_text
from kit.text import LANGUAGES


def label_notebooks(notebooks: Path, library: Library) -> None:
    """Put a line into each Markdown cell that speaks of the kit's case, in every language.

    Parameters
    ----------
    notebooks
        The notebooks of a case, one sub-folder a language; they are changed.
    library
        The library of the case.
    """
    signs = read_signs(library.example.case, library.case)
    labels = read_labels(library)
    for file in list_files(notebooks / SOURCE):
        paths = {one: notebooks / one / file for one in LANGUAGES}
        lessons = {one: json.loads(each.read_text("utf-8")) for one, each in paths.items()}
        telling = {
            cell["id"]
            for lesson in lessons.values()
            for cell in _markdown(lesson)
            if signs.find({SOURCE: "".join(cell["source"])})
        }
        for language, lesson in lessons.items():
            _label(lesson, telling, labels[language])
        _fit(lessons)
        for language, lesson in lessons.items():
            text = json.dumps(lesson, ensure_ascii=False, indent=1) + "\n"
            paths[language].write_text(text, encoding="utf-8", newline="\n")


def read_labels(library: Library) -> dict[str, str]:
    """Return what such a line says, by language."""
    words, name = library.interface["case"]["example-text"], library.example.case.name
    return {one: words.pick(one).format(name=name.pick(one)) for one in LANGUAGES}


def _markdown(lesson: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in lesson["cells"] if cell["cell_type"] == "markdown"]


def _label(lesson: dict[str, Any], telling: set[str], label: str) -> None:
    for cell in _markdown(lesson):
        if cell["id"] in telling:
            cell["source"] = add_label("".join(cell["source"]), label).splitlines(keepends=True)


def add_label(text: str, label: str) -> str:
    """Return a text with a line of its own, below the heading if it begins with one."""
    head, _, rest = text.partition("\n")
    if not head.startswith("#"):
        return f"{label}\n\n{text}"
    return f"{head}\n\n{label}\n\n{rest.lstrip()}".rstrip()


def _fit(lessons: dict[str, dict[str, Any]]) -> None:
    """Let each translation remember the text that its source has now."""
    texts = {cell["id"]: "".join(cell["source"]) for cell in lessons[SOURCE]["cells"]}
    for language in LANGUAGES:
        for cell in _markdown(lessons[language]):
            if "translates" in cell["metadata"]:
                cell["metadata"]["translates"] = hash_text(texts[cell["id"]])
