"""The index of the search: what each place of the lessons and the glossary says, as plain text.

A search must not give answers away, so nothing of a question stands in it, not even what it asks.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Any, NamedTuple

from kit.content.library import Library
from kit.content.records import Lesson
from kit.markdown import to_html, to_inline_html
from kit.notebooks import Cell, Shipped, read_cells
from kit.text import LANGUAGES, Text

GLOSSARY = "glossary"
_HEADING = re.compile(r"\s*#{1,6} +(?P<heading>[^\n]+)")
_TAG = re.compile(r"<[^>]*>")
# Tags within a sentence part no words.
_INLINE_TAG = re.compile(r"</?(?:a|b|code|em|i|kbd|small|span|strong|sub|sup)\b[^>]*>")
_SPACES = re.compile(r"\s+")


class Place(NamedTuple):
    """Hold what one place says; `heading` is the one above it, or a term."""

    page: str
    anchor: str
    heading: str
    text: str


def write_index(
    library: Library, shipped: Iterable[Shipped], language: str, words: Mapping[str, str]
) -> dict[str, Any]:
    """Return the index of one language as JSON values.

    Parameters
    ----------
    shipped
        The lessons; those in other languages are passed over.
    words
        The words of `[site-search]`.
    """
    lessons = [one for one in shipped if one.language == language]
    titles = {one.path.stem: _title(library.lesson(one.lesson), language) for one in lessons}
    places = [
        *(place for lesson in lessons for place in _list_places(lesson, library)),
        *_list_terms(library, language),
    ]
    return {"pages": titles | {GLOSSARY: words["glossary"]}, "places": places}


def _title(lesson: Lesson, language: str) -> str:
    return f"{lesson.number}. {to_plain(to_inline_html(lesson.title.pick(language)))}"


def to_plain(html: str) -> str:
    """Return the words of HTML, with one space between them."""
    text = _TAG.sub(" ", _INLINE_TAG.sub("", html))
    return _SPACES.sub(" ", unescape(text)).strip()


def _list_places(shipped: Shipped, library: Library) -> Iterator[Place]:
    heading = ""
    for cell in read_cells(shipped.path):
        found = _HEADING.match(cell.source) if cell.kind == "markdown" else None
        heading = to_plain(to_inline_html(found["heading"])) if found else heading
        text = _read(cell, found, shipped, library)
        if text or found:
            yield Place(shipped.path.stem, cell.id, heading, text)


def _read(cell: Cell, heading: re.Match[str] | None, shipped: Shipped, library: Library) -> str:
    if cell.kind == "markdown":
        return to_plain(to_html(cell.source[heading.end() if heading else 0 :]))
    texts = [
        text
        for name, argument in list_calls(cell.source)
        for text in _READERS.get(name, _read_nothing)(library, shipped.lesson, argument)
    ]
    return to_plain(" ".join(to_inline_html(text.pick(shipped.language)) for text in texts))


def list_calls(source: str) -> Iterator[tuple[str, str]]:
    """Yield each call of a lesson in a code cell: its name, and its argument or nothing."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            first = node.args[0] if node.args else None
            yield node.func.attr, str(first.value) if isinstance(first, ast.Constant) else ""


def _read_nothing(_library: Library, _lesson: str, _argument: str) -> Iterable[Text]:
    """Read what has no words of its own, or those of questions."""
    return ()


def _read_aims(library: Library, lesson: str, _argument: str) -> Iterable[Text]:
    record = library.lesson(lesson)
    return (record.lead, *record.objectives.values(), record.needs)


def _read_facts(library: Library, _lesson: str, _argument: str) -> Iterable[Text]:
    return (fact.text for fact in library.case.facts.values())


def _read_certificate(library: Library, _lesson: str, _argument: str) -> Iterable[Text]:
    parts = library.case.certificate.values()
    return (text for part in parts for text in (part.name, part.shows, part.meaning))


def _read_mistakes(library: Library, lesson: str, _argument: str) -> Iterable[Text]:
    mistakes = (library.misconceptions[slug] for slug in library.lesson(lesson).mistakes)
    return (text for one in mistakes for text in (one.belief, one.temptation, one.correction))


def _read_words(library: Library, lesson: str, _argument: str) -> Iterable[Text]:
    return (library.glossary[slug].term for slug in library.lesson(lesson).words)


def _read_reading(library: Library, lesson: str, _argument: str) -> Iterable[Text]:
    listed = library.lesson(lesson).reading
    return (text for one in listed for text in (library.sources[one.source].title, one.why))


def _read_explorer(library: Library, _lesson: str, name: str) -> Iterable[Text]:
    words = {of: library.explorer_words(name, of)["title"] for of in LANGUAGES}
    return (Text(**words),)


_READERS: Mapping[str, Callable[[Library, str, str], Iterable[Text]]] = MappingProxyType(
    {
        "aims": _read_aims,
        "certificate_parts": _read_certificate,
        "explore": _read_explorer,
        "facts": _read_facts,
        "mistakes": _read_mistakes,
        "reading": _read_reading,
        "terms": _read_words,
    }
)


def _list_terms(library: Library, language: str) -> Iterator[Place]:
    for slug, term in library.glossary.items():
        others = [term.term.pick(other) for other in LANGUAGES if other != language]
        variants = [term.variant.pick(language)] if term.variant else []
        texts = [term.meaning.pick(language), *variants, *others]
        yield Place(
            GLOSSARY,
            slug,
            to_plain(to_inline_html(term.term.pick(language))),
            to_plain(" ".join(to_inline_html(text) for text in texts)),
        )
