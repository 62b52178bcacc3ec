"""Rules about the expressions by which the text of a lesson is found to speak of a term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kit.content.check.tree import Tree
from kit.content.check.words import mixed_word_reasons
from kit.content.faults import Fault
from kit.text import LANGUAGES

GLOSSARY = "glossary.toml"
# No text says a term with its brackets, or always in quotation marks.
_MARKS = "()[],;:„“”"


def check_glossary(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each expression that no text can hold, or that stands for two terms."""
    terms = {slug: term for slug, term in _terms(tree) if isinstance(term, dict)}
    for language in LANGUAGES:
        owners: dict[str, list[str]] = defaultdict(list)
        for slug, term in terms.items():
            for key, expression in _expressions(term, language):
                owners[expression.casefold()].append(slug)
                yield from _unfit(f"{slug}.{key}", expression)
        for expression, slugs in owners.items():
            if len(slugs) > 1:
                found = f"“{expression}” for {', '.join(slugs)}"
                yield Fault(GLOSSARY, f"{slugs[-1]}.in_text.{language}", found, "one term for each")
    yield from _never_found(tree, terms)


def _terms(tree: Tree) -> Iterator[tuple[str, Any]]:
    yield from tree.tables.get(GLOSSARY, {}).items()


def _expressions(term: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Yield key and text of each expression; what has a wrong shape is a fault already."""
    name = "in_text" if "in_text" in term else "term"
    table = term.get(name)
    found = table.get(language) if isinstance(table, dict) else None
    for expression in found if isinstance(found, list) else [found]:
        if isinstance(expression, str):
            yield f"{name}.{language}", expression


def _unfit(key: str, expression: str) -> Iterator[Fault]:
    marks = "".join(mark for mark in _MARKS if mark in expression)
    if marks:
        expected = "in_text: the expressions by which texts speak of the term"
        yield Fault(GLOSSARY, key, f"“{expression}” with {marks}", expected)
    if expression.split() != expression.split(" ") or not expression:
        yield Fault(GLOSSARY, key, f"“{expression}”", "words with one space between them")
    for reason in mixed_word_reasons(expression):
        yield Fault(GLOSSARY, key, *reason)


def _never_found(tree: Tree, terms: dict[str, dict[str, Any]]) -> Iterator[Fault]:
    lists = [lesson.get("words") for lesson in tree.under("lessons").values()]
    taught = {str(slug) for words in lists if isinstance(words, list) for slug in words}
    for slug, term in terms.items():
        if term.get("is_common") is True and slug not in taught:
            found = "true, but no lesson has the term among its words"
            yield Fault(
                GLOSSARY, f"{slug}.is_common", found, "the term in a lesson, or no such key"
            )
