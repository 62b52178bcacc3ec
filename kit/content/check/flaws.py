"""How often each flaw of item writing was found that a bank is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kit.content.check.drafts import Draft
from kit.content.check.items import RULES, Rule, distinct_options, question_in_stem
from kit.text import LANGUAGES

Flaws = dict[str, dict[str, int]]


def count_flaws(drafts: Iterable[Draft]) -> Flaws:
    """Return how often each flaw was found, by the name of the flaw and language.

    "overlap": an option that contains another; "no-question": a stem that asks nothing;
    "no-feedback": an option, or any other part, without an explanation.
    """
    found = list(drafts)
    keys = {flaw: [key for each in found for key in look(each)] for flaw, look in _FLAWS.items()}
    return {
        flaw: {language: sum(key.endswith(f".{language}") for key in at) for language in LANGUAGES}
        for flaw, at in keys.items()
    }


def _broken(rule: Rule) -> Callable[[Draft], Iterator[str]]:
    """Return what finds the keys at which a rule is broken, where it holds for the kind."""
    return lambda draft: (key for key, *_ in rule(draft) if rule in RULES.get(draft.kind, ()))


def _unexplained(draft: Draft) -> Iterator[str]:
    for part in draft.parts:
        for language in LANGUAGES:
            if not part.why.pick(language).strip():
                yield f"why.{language}"


_FLAWS: dict[str, Callable[[Draft], Iterator[str]]] = {
    "overlap": _broken(distinct_options),
    "no-question": _broken(question_in_stem),
    "no-feedback": _unexplained,
}
