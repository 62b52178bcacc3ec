"""The words of every text that a person reads, with where they stand."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kit.content.check.tree import read_tree
from kit.content.check.walk import find_texts
from kit.paths import data_folder, notebooks_folder
from kit.text import LANGUAGES

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.bg.md", "CONTRIBUTING.md", "CHANGELOG.md")
DICTIONARIES = {"en": "en_GB", "bg": "bg_BG"}
_WORD = {
    "en": re.compile(r"(?<!\w)(?<!\d-)[A-Za-zÀ-ɏ]+(?:'[a-z]+)?"),
    "bg": re.compile(r"(?<!\w)(?<!\d-)[Ѐ-ӿ]+"),
}
_POSSESSIVE = re.compile(r"'s\b")
_NO_PROSE = re.compile(
    "|".join(
        [
            r"^(?P<fence>```+|~~~+)[\s\S]*?^(?P=fence)",
            r"(?P<code>`+)[\s\S]*?(?P=code)",
            r"<!--[\s\S]*?-->",
            r"</?[A-Za-z][^<>]*>",
            r"(?<=\])\([^)]*\)",
            r"\w+://\S+",
            r"[\w.+-]+@[\w.-]+",
            r"\{\w*\}",
            r"[A-Za-z0-9_-]+(?:\.[a-z][A-Za-z0-9_-]+)+(?:/\S*)?",
        ]
    ),
    re.MULTILINE,
)


class Passage(NamedTuple):
    """Hold a text and the place where a person finds it."""

    where: str
    text: str


def passages() -> Iterator[Passage]:
    """Yield every text of the content, of the notebooks and of the pages about the project."""
    for name, table in read_tree(data_folder()).tables.items():
        for found in find_texts(table):
            for language, text in found.texts.items():
                yield Passage(f"data/{name}: {found.key}.{language}", text)
    for language in LANGUAGES:
        yield from _notebook_passages(language)
    for page in PAGES:
        if (ROOT / page).is_file():
            yield Passage(page, (ROOT / page).read_text(encoding="utf-8"))


def _notebook_passages(language: str) -> Iterator[Passage]:
    for path in sorted((notebooks_folder() / language).glob("**/[!.]*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                where = f"{path.relative_to(notebooks_folder().parent)}: {cell.get('id', 'a cell')}"
                yield Passage(where, "".join(cell["source"]))


def words_of(text: str, alphabet: str) -> set[str]:
    """Return the words of a text in the letters of one language; code and addresses are none."""
    prose = _POSSESSIVE.sub("", _NO_PROSE.sub(" 0 ", text).replace("’", "'"))
    return set(_WORD[alphabet].findall(prose))


def places_of_words(texts: Iterable[Passage], alphabet: str) -> dict[str, list[str]]:
    """Return where each word in the letters of one language stands."""
    places: dict[str, list[str]] = defaultdict(list)
    for where, text in texts:
        for word in words_of(text, alphabet):
            places[word].append(where)
    return places


def find_unknown(words: Iterable[str], language: str) -> set[str]:
    """Return the words that hunspell does not know; one process for all of them.

    Raises
    ------
    RuntimeError
        If hunspell has no dictionary of the language.
    """
    result = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)) + "\n",
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if result.returncode:
        raise RuntimeError(f"hunspell -d {DICTIONARIES[language]}: {result.stderr.strip()}")
    return set(result.stdout.split())


def covers(entry: str, word: str) -> bool:
    """Return whether an entry of a word list stands for a word, or for it with a capital."""
    return word in {entry, entry[:1].upper() + entry[1:]}


def read_word_list(language: str) -> list[str]:
    """Return the kit's own terms, in the order of the file."""
    text = (data_folder() / f"spelling/{language}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
