"""Rules about the parts of a question that its shape alone does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import msgspec

from kit.content.check.items import Reason, Words
from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.questions import AnyQuestion, Date, Decide, Gaps, Mark, Match, Number, Order
from kit.content.template import FILL_IN, PLACEHOLDER
from kit.text import LANGUAGES, Text

_GAP = re.compile(r"\{([^{}]*)\}")
_TEXT = {"en": "Text?", "bg": "Текст?"}
# What has faults of its own in the head of a file must not hide those of the parts.
_HEAD = {
    "id": "question",
    "objective": "objective",
    "level": "judge",
    "editions": ["2015"],
    "sources": ["source"],
    "stem": _TEXT,
    "hint": _TEXT,
}
_OPTIONAL = ("misconception", "supersedes", "form")


def check_parts(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each rule that the parts of a question break."""
    for name, table in tree.under("questions").items():
        question = _read(table)
        for rule in _RULES.get(type(question), ()):
            for reason in rule(question):
                yield Fault(name, *reason)


def _read(table: dict[str, Any]) -> AnyQuestion | None:
    parts = {key: part for key, part in table.items() if key not in _OPTIONAL}
    try:
        question: AnyQuestion = msgspec.convert(parts | _HEAD, AnyQuestion)
    except msgspec.ValidationError:
        return None  # What does not convert has a fault of shape already.
    return question


def _apart(texts: Mapping[str, Text]) -> Iterator[Reason]:
    """Find texts that cannot be told apart."""
    for language in LANGUAGES:
        said = {key: text.pick(language) for key, text in texts.items()}
        words = {key: Words.of(text).folded for key, text in said.items() if FILL_IN not in text}
        for (key, one), (other, another) in combinations(words.items(), 2):
            if one == another:
                yield f"{other}.{language}", f"the same as {key}", "a text of its own"


def _named(part: str, slugs: Iterable[str]) -> Iterator[Reason]:
    for slug in slugs:
        if slug.startswith(PLACEHOLDER):
            yield f"{part}.{slug}", f"the name “{slug}”, left from the template", "a short name"


def _gaps_of(text: Text, part: str, slugs: Iterable[str]) -> Iterator[Reason]:
    """Find names that a text in one of the languages lacks, has twice, or has of its own."""
    expected = f"each of {', '.join(f'{{{slug}}}' for slug in slugs)}, once"
    for language in LANGUAGES:
        if FILL_IN in text.pick(language):
            continue
        names = _GAP.findall(text.pick(language))
        if sorted(names) != sorted(slugs):
            found = ", ".join(f"{{{name}}}" for name in names) or "no {name}"
            yield f"text.{language}", found, f"{expected}, as {part} has them"


def _pairs(question: Match) -> Iterator[Reason]:
    yield from _named("pairs", question.pairs)
    yield from _named("others", question.others)
    yield from _apart({f"pairs.{slug}.text": pair.text for slug, pair in question.pairs.items()})
    partners = {f"pairs.{slug}.partner": pair.partner for slug, pair in question.pairs.items()}
    yield from _apart(partners | {f"others.{slug}": text for slug, text in question.others.items()})
    for slug in question.others:
        if slug in question.pairs:
            yield f"others.{slug}", "the name of a pair", "a name of its own"


def _steps(question: Order) -> Iterator[Reason]:
    seen: set[str] = set()
    for place, step in enumerate(question.steps):
        if step.id in seen:
            yield f"steps[{place}].id", f"“{step.id}” again", "each id once"
        if step.id.startswith(PLACEHOLDER):
            found = f"the name “{step.id}”, left from the template"
            yield f"steps[{place}].id", found, "a short name"
        seen.add(step.id)
    yield from _apart({f"steps[{n}].text": step.text for n, step in enumerate(question.steps)})


def _gaps(question: Gaps) -> Iterator[Reason]:
    yield from _named("choices", question.choices)
    yield from _named("gaps", question.gaps)
    yield from _apart({f"choices.{slug}": text for slug, text in question.choices.items()})
    yield from _gaps_of(question.text, "gaps", question.gaps)
    expected = f"one of the choices {', '.join(question.choices)}"
    allowed = {slug: (gap.choice, *gap.also) for slug, gap in question.gaps.items()}
    for slug, choices in allowed.items():
        for choice in choices:
            if choice not in question.choices:
                yield f"gaps.{slug}", f"the choice “{choice}”", expected
        if len(set(choices)) < len(choices):
            yield f"gaps.{slug}.also", "a choice again", "other choices, each once"
    for choice in question.choices:
        if all(choice in choices for choices in allowed.values()):
            yield f"choices.{choice}", "a choice that is right for every gap", "gaps that differ"


def _number(question: Number) -> Iterator[Reason]:
    value, tolerance = _exact(question.value), _exact(question.tolerance)
    slips = {slug: _exact(slip.value) for slug, slip in question.slips.items()}
    if value and tolerance >= abs(value):
        yield "tolerance", question.tolerance, "less than the value, so that 0 is not right"
    yield from _slips(value, tolerance, slips)


def _exact(amount: str) -> int:
    whole, _, part = amount.partition(".")
    return int(whole + part.ljust(15, "0"))


def _date(question: Date) -> Iterator[Reason]:
    slips = {slug: slip.value.toordinal() for slug, slip in question.slips.items()}
    yield from _slips(question.value.toordinal(), question.tolerance_days, slips)


def _slips(value: int, tolerance: int, slips: Mapping[str, int]) -> Iterator[Reason]:
    yield from _named("slips", slips)
    first: dict[int, str] = {}
    for slug, slip in slips.items():
        if abs(slip - value) <= tolerance:
            yield f"slips.{slug}.value", "what counts as right", "a value outside the tolerance"
        elif (other := first.setdefault(slip, slug)) != slug:
            yield f"slips.{slug}.value", f"the value of slips.{other}", "a value of its own"


def _phrases(question: Mark) -> Iterator[Reason]:
    yield from _named("phrases", question.phrases)
    yield from _gaps_of(question.text, "phrases", question.phrases)
    wrong = sum(phrase.wrong for phrase in question.phrases.values())
    if not 0 < wrong < len(question.phrases):
        found = f"{wrong} of {len(question.phrases)} phrases with wrong = true"
        yield "phrases", found, "at least one wrong and at least one right"


def _findings(question: Decide) -> Iterator[Reason]:
    given = (question.finding, *question.also)
    if len(set(given)) < len(given):
        yield "also", "a finding again", "other findings, each once"


_RULES: dict[type, tuple[Callable[[Any], Iterator[Reason]], ...]] = {
    Match: (_pairs,),
    Order: (_steps,),
    Gaps: (_gaps,),
    Number: (_number,),
    Date: (_date,),
    Mark: (_phrases,),
    Decide: (_findings,),
}
