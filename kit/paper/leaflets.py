"""Two sheets to hand out: rating one's own organisation, and the words of the course."""

from __future__ import annotations

from typing import Any

from kit.content.interface import read_words
from kit.content.library import Library
from kit.paper.rich import read_inline
from kit.paper.workbook import frame
from kit.text import LANGUAGES

Values = dict[str, Any]


def make_self_assessment(library: Library, language: str) -> Values:
    """Return the seven principles with their levels in behaviour, and lines for evidence."""
    words, principles = read_words("paper", language), library.principles
    rows = [
        {
            "name": principle.name.pick(language),
            "meaning": principle.meaning.pick(language),
            "levels": [level.pick(language) for level in principles.levels[slug].levels],
        }
        for slug, principle in principles.seven.items()
    ]
    shown = frame(words, language, words["title-self-assessment"], words["self-assessment-for"])
    return shown | {"principles": rows}


def make_glossary(library: Library, language: str) -> Values:
    """Return every term in every language, in the alphabet of this one, which comes first."""
    words = read_words("paper", language)
    order = (language, *(other for other in LANGUAGES if other != language))
    terms = sorted(library.glossary.values(), key=lambda one: one.term.pick(language).casefold())
    rows = [
        [
            {
                "lang": each,
                "term": read_inline(term.term.pick(each)),
                "meaning": read_inline(term.meaning.pick(each)),
                "variant": read_inline(term.variant.pick(each)) if term.variant else [],
            }
            for each in order
        ]
        for term in terms
    ]
    heads = [read_words("record", language)[f"language-{each}"] for each in order]
    shown = frame(words, language, words["title-glossary"], words["glossary-for"])
    return shown | {"rows": rows, "heads": heads}
