"""By what a text is known to speak of a case, and what is said of a question that does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from kit.content.records import CaseHead, Phrases
from kit.text import LANGUAGES, Text

_BEGINNING = "-"
_NEVER = "(?!)"
Q = TypeVar("Q", bound=msgspec.Struct)


class Signs(msgspec.Struct, frozen=True):
    """Hold the patterns of one case, and the sources that speak of it alone."""

    names: re.Pattern[str]
    allusions: re.Pattern[str]
    sources: frozenset[str]

    def find(
        self, texts: Mapping[str, str], *, also_allusions: bool = False
    ) -> re.Pattern[str] | None:
        """Return the pattern by which a text is known to speak of the case, or None.

        A name is enough in one language; an allusion has to stand in each, since a word for an
        announcement may mean another one.
        """
        said = [text for text in texts.values() if isinstance(text, str)]
        if any(self.names.search(text) for text in said):
            return self.names
        alludes = also_allusions and all(self.allusions.search(text) for text in said)
        return self.allusions if alludes and said else None

    def speaks_in(self, table: Mapping[str, Any], *, is_question: bool = False) -> bool:
        """Return whether a record is on the case: by a name, or by a source of that case alone.

        A question is on it also where it says no more than "the announcement".
        """
        texts = texts_in(table)
        is_told = any(self.find(text, also_allusions=is_question) for text in texts)
        return is_told or not self.sources.isdisjoint(_sources(table))


def read_signs(case: CaseHead, own: CaseHead) -> Signs:
    """Return the signs of a case, without those that an own case has in common with it."""
    said = [text.pick(language) for text in (own.name,) for language in LANGUAGES]
    said += [word.pick(language) for word in own.words.values() for language in LANGUAGES]
    signs = [sign for sign in _all(case.signs) if not find_words([sign]).search("\n".join(said))]
    shared = set(own.sources)
    return Signs(
        names=find_words(signs),
        allusions=find_words(_all(case.allusions)),
        sources=frozenset(case.sources) - shared,
    )


def _all(phrases: Phrases) -> list[str]:
    return [phrase for language in LANGUAGES for phrase in getattr(phrases, language)]


def find_words(signs: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of these words; a hyphen at the end marks a beginning."""
    return re.compile("|".join(map(_pattern, signs)) or _NEVER, re.IGNORECASE)


def _pattern(sign: str) -> str:
    stem = re.escape(sign.removesuffix(_BEGINNING))
    return rf"\b{stem}" if sign.endswith(_BEGINNING) else rf"\b{stem}\b"


def texts_in(value: Any) -> Iterable[Mapping[str, str]]:
    """Yield each text of a record, by language."""
    if isinstance(value, dict):
        if not set(LANGUAGES).isdisjoint(value):
            yield value
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def _sources(table: Mapping[str, Any]) -> set[str]:
    cited = [table.get("source"), *(_list(table.get("sources")))]
    return {one for one in cited if isinstance(one, str)}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def mark_example(question: Q, words: Text, name: Text) -> Q:
    """Return a question whose text begins by saying of which case it speaks."""
    stem: Text = question.stem  # type: ignore[attr-defined]
    marked = {
        language: words.pick(language).format(name=name.pick(language), text=stem.pick(language))
        for language in LANGUAGES
    }
    return msgspec.structs.replace(question, stem=Text(**marked))
