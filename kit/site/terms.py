"""Terms of the glossary in the running text of a lesson, each with a card that explains it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from kit.content.records import Term
from kit.markdown import to_inline_html
from kit.site.inflection import pattern_of
from kit.text import LANGUAGES

_TAGS = re.compile(r"(<[^>]*>)")
_TAG = re.compile(r"<(/?)(\w+)")
# A heading is found by its words, a link leads elsewhere, code is not prose.
_LEFT_ALONE = frozenset({"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
_MARK = (
    '<button type="button" class="kit-term" data-term="{slug}" aria-haspopup="dialog"'
    ' aria-expanded="false">{text}</button>'
)


class TermFinder:
    """Find the terms of a glossary in texts of one language.

    Parameters
    ----------
    glossary
        The terms by id.
    language
        A language of the kit.
    taught
        The words of the lesson, by id; terms that are common words are found only among these.
    """

    def __init__(
        self, glossary: Mapping[str, Term], language: str, taught: Collection[str] = ()
    ) -> None:
        forms = [
            (expression, slug)
            for slug, term in glossary.items()
            if slug in taught or not term.is_common
            for expression in expressions_of(term, language)
        ]
        # Of two expressions that begin at the same word the longer is meant.
        forms.sort(key=lambda form: -len(form[0]))
        self._slugs = [slug for _, slug in forms]
        groups = [f"({pattern_of(expression)})" for expression, _ in forms]
        self._pattern = re.compile("|".join(groups) if groups else r"(?!)")

    def mark(self, html: str) -> tuple[str, tuple[str, ...]]:
        """Mark each term in the HTML of one cell where it first stands.

        Returns
        -------
        str
            The HTML, each mark a button.
        tuple of str
            The ids of the terms marked, in the order of the text.
        """
        seen: dict[str, None] = {}
        parts = "".join(self._mark_parts(html, seen))
        return parts, tuple(seen)

    def _mark_parts(self, html: str, seen: dict[str, None]) -> Iterator[str]:
        depth = 0
        for part in _TAGS.split(html):
            tag = _TAG.match(part)
            if tag and tag[2] in _LEFT_ALONE:
                depth += -1 if tag[1] else 1
            yield part if tag or depth else self._mark_text(part, seen)

    def _mark_text(self, text: str, seen: dict[str, None]) -> str:
        def mark(found: re.Match[str]) -> str:
            slug = self._slugs[(found.lastindex or 1) - 1]
            if slug in seen:
                return found[0]
            seen[slug] = None
            return _MARK.format(slug=slug, text=found[0])

        return self._pattern.sub(mark, text)


def expressions_of(term: Term, language: str) -> tuple[str, ...]:
    """Return the expressions by which a text in one language speaks of a term."""
    if term.in_text is None:
        return (term.term.pick(language),)
    expressions: tuple[str, ...] = getattr(term.in_text, language)
    return expressions


def write_cards(
    glossary: Mapping[str, Term], slugs: Iterable[str], language: str
) -> dict[str, dict[str, Any]]:
    """Return what the cards of some terms show, by id, as JSON values; the texts are HTML."""
    return {slug: _write_card(glossary[slug], language) for slug in slugs}


def _write_card(term: Term, language: str) -> dict[str, Any]:
    name = term.term.pick(language)
    others = {other: term.term.pick(other) for other in LANGUAGES if other != language}
    return {
        "term": to_inline_html(name),
        # An abbreviation that is the same everywhere need not be said twice.
        "others": {of: to_inline_html(text) for of, text in others.items() if text != name},
        "meaning": to_inline_html(term.meaning.pick(language)),
        "variant": to_inline_html(term.variant.pick(language)) if term.variant else "",
    }
