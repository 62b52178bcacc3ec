"""The rules that every text must meet, in each language and between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kit.content.check.markup import (
    gap_reasons,
    html_reasons,
    markdown_reasons,
    placeholder_reasons,
    quote_reasons,
)
from kit.content.check.tree import Tree
from kit.content.check.walk import Found, find_texts
from kit.content.check.words import Alphabets, is_plain, mixed_word_reasons, prose_of
from kit.content.faults import Fault, Reason
from kit.content.layers import CASE_HEAD, CASE_WORD
from kit.content.records import Phrases, Wording
from kit.content.template import FILL_IN

INTERFACE = "interface.toml"
WORDING = "wording.toml"


def check_texts(tree: Tree, wording: Wording) -> tuple[int, list[Fault]]:
    """Return how many texts there are, and a fault for each rule that one breaks."""
    alphabets, count = Alphabets(wording), 0
    faults: list[Fault] = []
    for name, table in tree.tables.items():
        if name == WORDING:
            continue
        for found in find_texts(table):
            count += len(found.texts)
            faults += _text_faults(name, found, alphabets)
    return count, faults


def _text_faults(name: str, found: Found, alphabets: Alphabets) -> Iterator[Fault]:
    marked = {of: text for of, text in found.texts.items() if not is_plain(text, of)}
    for language, text in marked.items():
        key = f"{found.key}.{language}" if found.key else language
        for reason in text_reasons(text, language, alphabets):
            yield Fault(name, key, *reason)
    for reason in _pair_reasons(found.texts, is_interface=name == INTERFACE) if marked else ():
        yield Fault(name, found.key, *reason)


def text_reasons(text: str, language: str, alphabets: Alphabets) -> Iterator[Reason]:
    """Yield what is wrong with a text in one language, taken by itself."""
    if not text.strip():
        yield "an empty text", "words"
        return
    if FILL_IN in text:
        yield f"“{FILL_IN}”, left from the template", "your own words"
        return
    for word in CASE_WORD.finditer(text):
        yield f"“{word[0]}”, which the case has no word for", f"a key of words in {CASE_HEAD}"
    prose = prose_of(text)
    yield from mixed_word_reasons(prose)
    yield from html_reasons(prose)
    yield from gap_reasons(prose)
    yield from alphabets.reasons(prose, language)
    yield from quote_reasons(prose, language)


def _pair_reasons(texts: Mapping[str, str], *, is_interface: bool) -> Iterator[Reason]:
    if len(texts) > 1:
        yield from markdown_reasons(texts)
        if is_interface:
            yield from placeholder_reasons(texts)


def no_wording() -> Wording:
    """Return a wording without names and phrases, for a folder whose own cannot be read."""
    none = Phrases(en=(), bg=())
    return Wording(names=(), sweeping=none, absolute=none)
