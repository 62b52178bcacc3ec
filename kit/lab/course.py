"""The files of the lesson view that are made from the content: `python -m kit.lab.course`.

`course.json` tells the browser the lessons, the interface words, and the code that the kit ships;
`tokens.css` is the look; the folder `wall` holds the projector mode, which other homes have, too;
`package.json` names the version of the files, so that no browser mixes old files with new ones.
A test fails when one of them is stale.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

from kit.content.library import Library, open_library
from kit.notebooks import list_shipped, list_tools, read_code
from kit.paths import PACKAGE, notebooks_folder
from kit.text import LANGUAGES, Text

EXTENSION = PACKAGE / "lab" / "extension" / "iso9001-kit"
_WIDGETS = PACKAGE / "widgets"
_WALL = ("dom.js", "wall.css", *sorted(path.name for path in _WIDGETS.glob("wall*.js")))
_IMPORT = re.compile(r'(?<= from "\./)([\w-]+\.js)(?=";)')


def describe_course(library: Library, notebooks: Path) -> dict[str, Any]:
    """Return what the browser must know about the course.

    Raises
    ------
    ContentError
        If a notebook has no lesson file under `data/lessons`.
    """
    shipped, tools = list_shipped(notebooks), list_tools(notebooks)
    code: dict[str, dict[str, list[str]]] = {}
    for one in [*shipped, *tools]:
        code.setdefault(one.lesson, {})[one.language] = read_code(one.path)
    files = {one.lesson: one.path.name for one in shipped}
    return {
        "lessons": [_describe_lesson(library, lesson, file) for lesson, file in files.items()],
        "tools": [
            _describe_tool(library, name) for name in dict.fromkeys(one.lesson for one in tools)
        ],
        "words": {language: _pick(library.interface["lab"], language) for language in LANGUAGES},
        "wall": {language: _pick(library.interface["wall"], language) for language in LANGUAGES},
        "code": code,
    }


def _describe_lesson(library: Library, lesson_id: str, file: str) -> dict[str, Any]:
    lesson = library.lesson(lesson_id)
    title = {language: lesson.title.pick(language) for language in LANGUAGES}
    facts = {"id": lesson_id, "number": lesson.number, "minutes": lesson.minutes}
    return {**facts, "title": title, "file": file}


def _describe_tool(library: Library, name: str) -> dict[str, Any]:
    """Name a tool of the trainer as the explorer that it shows, which has the same id."""
    title = {one: library.explorer_words(name, one)["title"] for one in LANGUAGES}
    return {"id": name, "title": title}


def _pick(words: dict[str, Text], language: str) -> dict[str, str]:
    return {key: text.pick(language) for key, text in words.items()}


def write_course(extension: Path, library: Library, notebooks: Path) -> None:
    """Write the generated files of an extension folder."""
    static = extension / "static"
    course = json.dumps(describe_course(library, notebooks), ensure_ascii=False, indent=1)
    (static / "course.json").write_text(course + "\n", encoding="utf-8", newline="\n")
    shutil.copyfile(_WIDGETS / "tokens.css", static / "tokens.css")
    _copy_wall(static / "wall")
    package = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    package["jupyterlab"]["_build"]["load"] = f"static/remoteEntry.js?v={_digest(static)}"
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (extension / "package.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _copy_wall(folder: Path) -> None:
    """Copy the projector mode; what its modules import carries a version, as all files here do."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    texts = {name: (_WIDGETS / name).read_text(encoding="utf-8") for name in _WALL}
    version = hashlib.sha256("\0".join(texts.values()).encode()).hexdigest()[:12]
    for name, text in texts.items():
        stamped = _IMPORT.sub(rf"\1?v={version}", text)
        (folder / name).write_text(stamped, encoding="utf-8", newline="\n")


def _digest(static: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in static.rglob("*") if path.is_file()):
        name = path.relative_to(static).as_posix()
        digest.update(f"{name}\0{path.read_text(encoding='utf-8')}\0".encode())
    return digest.hexdigest()[:12]


if __name__ == "__main__":
    write_course(EXTENSION, open_library(), notebooks_folder())
