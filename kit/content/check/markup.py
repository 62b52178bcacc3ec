"""Rules about the marks in a text: quotation marks, spaces, Markdown, and no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter

from kit.content.faults import Reason

# A tag, a comment or the beginning of one; an address in angle brackets is Markdown.
_TAG = re.compile(r"<(?![A-Za-z][\w+.-]*://|[^\s@<>]+@)[/!?]?[A-Za-z-][^<>\s]*[^<>]{0,40}>?")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SCHEME = re.compile(r"^(?!https?:|mailto:)[a-z][\w+.-]*:", re.IGNORECASE)
_GAP = re.compile(r"(?<=\S)  +(?=\S)")
_STRONG = re.compile(r"\*\*\S|__\S")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+\.)\s", re.MULTILINE)
_WRONG_QUOTES = {"en": "„«»", "bg": '"”'}
_QUOTES = {"en": ("“", "”"), "bg": ("„", "“")}


def html_reasons(text: str) -> Iterator[Reason]:
    """Yield a reason for each HTML tag and each link that is no address."""
    if "<" in text:
        for tag in _TAG.finditer(text):
            yield f"the HTML “{tag[0].strip()}”", "Markdown; a tag is shown as it stands"
    if "](" in text:
        for target in _LINK.findall(text):
            if _SCHEME.match(target):
                yield f"a link to “{target}”", "a link to https://… or mailto:…"


def gap_reasons(text: str) -> Iterator[Reason]:
    """Yield a reason if there are two spaces where one belongs."""
    if "  " in text and (gap := _GAP.search(text)):
        yield f"two spaces after “{text[: gap.start()][-20:]}”", "one space"


def quote_reasons(text: str, language: str) -> Iterator[Reason]:
    """Yield a reason if quotation marks are not those of the language, or do not pair."""
    opening, closing = _QUOTES[language]
    wrong = [mark for mark in _WRONG_QUOTES[language] if mark in text]
    if wrong:
        found = f"the mark {' '.join(wrong)}"
    elif text.count(opening) != text.count(closing):
        found = f"{text.count(opening)} {opening} and {text.count(closing)} {closing}"
    else:
        return
    yield found, f"quotation marks as in {opening}…{closing}"


def markdown_reasons(texts: Mapping[str, str]) -> Iterator[Reason]:
    """Yield a reason if the languages of a text are marked up differently."""
    kinds = {language: _kinds(text) for language, text in texts.items()}
    if len({tuple(sorted(marks.items())) for marks in kinds.values()}) > 1:
        found = "; ".join(f"{language}: {_count(marks)}" for language, marks in kinds.items())
        yield f"Markdown that differs ({found})", "the same links, code, lists and stress"


def _kinds(text: str) -> dict[str, int]:
    """Count the links; of other marks only tell whether there are any."""
    found = {
        "links": text.count("]("),
        "stress": int(_STRONG.search(text) is not None) if "*" in text or "__" in text else 0,
        "code": int("`" in text),
        "lists": int(_LIST.search(text) is not None) if "\n" in text else 0,
    }
    return {kind: number for kind, number in found.items() if number}


def _count(marks: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in marks.items()) or "none"


def placeholder_reasons(texts: Mapping[str, str]) -> Iterator[Reason]:
    """Yield a reason if the languages of a text do not have the same {names}."""
    names = {language: _names(text) for language, text in texts.items()}
    if any(found is None for found in names.values()):
        yield "a curly bracket that does not pair", "{name}, or {{ for a bracket itself"
    elif len(set(names.values())) > 1:
        found = "; ".join(f"{language}: {_list(of or ())}" for language, of in names.items())
        yield f"placeholders that differ ({found})", "the same in every language"


def _names(text: str) -> tuple[str, ...] | None:
    if "{" not in text and "}" not in text:
        return ()
    try:
        return tuple(sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None))
    except ValueError:
        return None


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names) or "none"
