"""A case for tests: one as it is started, and one of a made-up town with its first lesson done."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from kit.case.new import start_case
from kit.content.interface import read_words
from kit.pairs import accept
from kit.paths import OWN_CASE
from kit.text import LANGUAGES
from tests.factories import to_toml

# Morsko exists nowhere: the town, its certificate and all who take part are fictional.
NAMES = {
    "name.en": "Morsko Municipality",
    "name.bg": "Община Морско",
    "words.organisation.en": "Morsko Municipality",
    "words.organisation.bg": "Община Морско",
    "words.short.en": "Morsko",
    "words.short.bg": "Морско",
}
SAMPLE = Path(__file__).with_name("sample.toml")
LESSON = "01-announcement.ipynb"


def make_case(folder: Path, names: dict[str, str] | None = None) -> Path:
    """Start a case in a folder and return the folder."""
    start_case(folder, names or {}, read_words("case", "en"))
    return folder


def make_sample(folder: Path) -> Path:
    """Make the case of Morsko: its first lesson speaks of Morsko alone, the others are kept."""
    make_case(folder, NAMES)
    sample = tomllib.loads(SAMPLE.read_text(encoding="utf-8"))
    for name, text in sample["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for language in LANGUAGES:
        texts = {cell: texts[language] for cell, texts in sample["cells"].items()}
        change_cells(folder / "notebooks" / language / LESSON, texts)
    accept(folder / "notebooks", LESSON)
    choose(folder, keep=sample["keep"], leave_out=sample["leave_out"])
    return folder


def choose(folder: Path, *, keep: list[str], leave_out: list[str]) -> None:
    """Add to the two lists of a case."""
    path = folder / OWN_CASE
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {"keep": table["keep"] + keep, "leave_out": table["leave_out"] + leave_out}
    path.write_text(to_toml(lists), encoding="utf-8")


def change_cells(path: Path, texts: dict[str, str]) -> None:
    """Replace the text of some cells of a notebook, by their ids."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in texts:
            cell["source"] = texts[cell["id"]].splitlines(keepends=True)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
