"""Rules about writing questions: keys, options, stems and hints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import msgspec

from kit.content.check.drafts import Draft, DraftText
from kit.content.faults import Fault
from kit.content.records import Phrases
from kit.content.template import PLACEHOLDER
from kit.text import LANGUAGES

# Where in the file, what was found, what was expected.
Reason = tuple[str, str, str]
_WORD = re.compile(r"\w+")
_CLOSING = "\"'”“’»)*_ "


def check_items(drafts: Mapping[str, Draft], sweeping: Phrases) -> Iterator[Fault]:
    """Yield a fault for each rule of item writing that a question breaks."""
    phrases = _phrases(sweeping)
    for name, draft in drafts.items():
        for rule in RULES.get(draft.kind, ()):
            for reason in rule(draft):
                yield Fault(name, *reason)
        for reason in _sweeping_options(draft, phrases):
            yield Fault(name, *reason)


def _one_key(draft: Draft) -> Iterator[Reason]:
    if draft.options and len(draft.keys) != 1:
        yield "options", f"{len(draft.keys)} options with correct = true", "exactly one"


def _keys_and_others(draft: Draft) -> Iterator[Reason]:
    if draft.options and not 0 < len(draft.keys) < len(draft.options):
        found = f"{len(draft.keys)} of {len(draft.options)} options with correct = true"
        yield "options", found, "at least one right and at least one wrong"


def question_in_stem(draft: Draft) -> Iterator[Reason]:
    """Find a stem that asks nothing."""
    for language in LANGUAGES:
        stem = draft.stem.pick(language)
        if stem.strip() and "?" not in stem and not stem.rstrip(_CLOSING).endswith(":"):
            yield f"stem.{language}", "a stem that asks nothing", "a complete question with “?”"


def _statement_in_stem(draft: Draft) -> Iterator[Reason]:
    for language in LANGUAGES:
        if draft.stem.pick(language).rstrip(_CLOSING).endswith("?"):
            yield f"stem.{language}", "a question", "a statement, which is true or false"


def distinct_options(draft: Draft) -> Iterator[Reason]:
    """Find options that contain another one, or say the same."""
    for language in LANGUAGES:
        said = {f"options.{slug}": option.text for slug, option in draft.options.items()}
        yield from _overlaps(said, language, may_contain=False)


def _distinct_items(draft: Draft) -> Iterator[Reason]:
    for language in LANGUAGES:
        said = {f"items.{slug}": item.text for slug, item in draft.items.items()}
        yield from _overlaps(said, language, may_contain=True)
        groups = {f"groups.{slug}": text for slug, text in draft.groups.items()}
        yield from _overlaps(groups, language, may_contain=True)


def _overlaps(
    said: Mapping[str, DraftText], language: str, *, may_contain: bool
) -> Iterator[Reason]:
    plain = {key: Words.of(text.pick(language)) for key, text in said.items()}
    for (key, words), (other, others) in combinations(plain.items(), 2):
        where = f"{other}.text.{language}" if other.startswith(("options", "items")) else other
        if words.folded and words.folded == others.folded:
            yield where, f"the same as {key}", "a text of its own"
        elif not may_contain and words.are_within(others):
            yield where, f"all of {key} within it", "options that do not contain each other"
        elif not may_contain and others.are_within(words):
            yield where, f"a part of {key}", "options that do not contain each other"


class Words(NamedTuple):
    """Hold the words of a text without punctuation, as written and without capitals."""

    exact: str
    folded: str

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text."""
        exact = " ".join(_WORD.findall(text))
        return cls(exact, exact.casefold())

    def are_within(self, other: Words) -> bool:
        """Return whether these words stand together in another text.

        A single word counts only as it is written: „Да“ is not in „трябва да“.
        """
        if " " in self.exact:
            return f" {self.folded} " in f" {other.folded} "
        return bool(self.exact) and f" {self.exact} " in f" {other.exact} "


def _hint_without_key(draft: Draft) -> Iterator[Reason]:
    for language in LANGUAGES:
        hint = Words.of(draft.hint.pick(language))
        for key in draft.keys:
            words = Words.of(key.text.pick(language))
            if words.folded and (words.folded == hint.folded or words.are_within(hint)):
                yield f"hint.{language}", "the text of the right option", "where to look for it"


def _one_last(draft: Draft) -> Iterator[Reason]:
    last = [slug for slug, option in draft.options.items() if option.last]
    if len(last) > 1:
        yield "options", f"last = true in {', '.join(last)}", "at most one option that stays last"


def _named_parts(draft: Draft) -> Iterator[Reason]:
    parts: dict[str, Iterable[str]] = {
        "options": draft.options,
        "items": draft.items,
        "groups": draft.groups,
    }
    for part, slugs in parts.items():
        for slug in slugs:
            if slug.startswith(PLACEHOLDER):
                yield f"{part}.{slug}", f"the name “{slug}”, left from the template", "a short name"


def _known_groups(draft: Draft) -> Iterator[Reason]:
    expected = f"one of the groups {', '.join(draft.groups)}"
    for slug, item in draft.items.items():
        for group in (item.group, *item.also):
            if group and group not in draft.groups:
                yield f"items.{slug}", f"the group “{group}”", expected
        if item.group in item.also:
            yield f"items.{slug}.also", f"“{item.group}”, its own group", "other groups only"


def _groups_apart(draft: Draft) -> Iterator[Reason]:
    """Find a group that is right for every item: sorting asks nothing then."""
    for group in draft.groups:
        if draft.items and all(group in (i.group, *i.also) for i in draft.items.values()):
            yield f"groups.{group}", "a group that is right for every item", "items of two groups"


def _phrases(sweeping: Phrases) -> dict[str, re.Pattern[str]]:
    """Return a pattern of the phrases of each language."""
    by_language: dict[str, tuple[str, ...]] = msgspec.structs.asdict(sweeping)
    return {
        language: re.compile("|".join(map(re.escape, phrases)) or "(?!)", re.IGNORECASE)
        for language, phrases in by_language.items()
    }


def _sweeping_options(draft: Draft, phrases: Mapping[str, re.Pattern[str]]) -> Iterator[Reason]:
    for slug, option in draft.options.items():
        for language, pattern in phrases.items():
            if match := pattern.search(option.text.pick(language)):
                key = f"options.{slug}.text.{language}"
                yield key, f"“{match[0]}”", "an option that stands by itself"


Rule = Callable[[Draft], Iterator[Reason]]
_OPTIONS: tuple[Rule, ...] = (distinct_options, _hint_without_key, _one_last, _named_parts)
RULES: dict[str, tuple[Rule, ...]] = {
    "single": (_one_key, question_in_stem, *_OPTIONS),
    "several": (_keys_and_others, question_in_stem, *_OPTIONS),
    "true-false": (_one_key, _statement_in_stem, *_OPTIONS),
    "decide": (_one_key, question_in_stem, *_OPTIONS),
    "number": (question_in_stem,),
    "date": (question_in_stem,),
    "sort": (_distinct_items, _known_groups, _groups_apart, _named_parts),
}
