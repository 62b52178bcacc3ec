"""What the trainer's key says of a question: what is right, what it is worth, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import singledispatch
from typing import Any

from kit.content.interface import read_words
from kit.content.library import Library
from kit.content.questions import (
    Date,
    Decide,
    Gaps,
    Mark,
    Match,
    Number,
    Order,
    Part,
    Question,
    Several,
    Single,
    Sort,
    TrueFalse,
)
from kit.paper.keys import write_day, write_key, write_number
from kit.paper.partial import Scale, make_scale
from kit.paper.posing import Posed
from kit.paper.questions import show_question, verdict_words
from kit.paper.rich import Run, read_inline
from kit.quiz.kinds.places import choices_of, groups_of

Values = dict[str, Any]


def explain(posed: Posed, library: Library, objectives: Mapping[str, str], points: int) -> Values:
    """Return what the key says of one question.

    Parameters
    ----------
    objectives
        The text of each objective by id.
    points
        What the question is worth.
    """
    question, language = posed.question, posed.language
    words = read_words("paper", language)
    titles = [library.sources[slug].title.pick(language) for slug in question.sources]
    return {
        "stem": show_question(posed)["stem"],
        "key": write_key(posed),
        "said": _say_more(posed),
        "points": points,
        "rows": [_row(*row) for row in _tell(question, posed)],
        "hint": read_inline(question.hint.pick(language)),
        "objective": read_inline(objectives.get(question.objective, question.objective)),
        "level": words[f"level-{question.level}"],
        "sources": "; ".join(titles),
        "scale": show_scale(make_scale(question), points, words),
    }


def show_scale(scale: Scale | None, points: int, words: Mapping[str, str]) -> Values | None:
    """Return a table of points for what is partly right."""
    if scale is None:
        return None
    heads = [words.get(f"scale-{head}", head) for head in scale.heads]
    rows = [
        [first, *(write_points(score * points, words) for score in scores)]
        for first, scores in scale.rows
    ]
    if len(rows) == 1:
        heads, rows = _cut_at_nothing(heads, rows[0])
    return {"rule": words[f"rule-{scale.rule}"], "heads": heads, "rows": rows}


def _cut_at_nothing(heads: list[str], row: list[str]) -> tuple[list[str], list[list[str]]]:
    """Return a table of one row without what follows the first score of nothing."""
    first, *scores = row
    if scores.count("0") < 2:  # noqa: PLR2004 - one of them stays
        return heads, [row]
    last = scores.index("0")
    return [*heads[:last], f"{heads[last]} …"], [[first, *scores[: last + 1]]]


def write_points(points: float, words: Mapping[str, str]) -> str:
    """Return points with at most two decimals, as the language writes them."""
    return f"{points:.2f}".rstrip("0").rstrip(".").replace(".", words["decimal-mark"])


def _row(name: str, text: list[Run], why: str, is_right: bool | None = None) -> Values:  # noqa: FBT001
    return {"name": name, "text": text, "why": read_inline(why), "right": is_right}


def _say_more(posed: Posed) -> str:
    """Return the right verdict in words, or what else is right; "" where nothing is to be added."""
    words = verdict_words(posed)
    tolerance = read_words("paper", posed.language)["tolerance"]
    match posed.question:
        case TrueFalse(is_true=is_true):
            return words["true" if is_true else "false"]
        case Decide(finding=finding, also=also):
            return " / ".join(words[one] for one in (finding, *also))
        case Date(tolerance_days=days) if days:
            return tolerance.format(n=days)
        case Number(tolerance=amount) if float(amount):
            return tolerance.format(n=write_number(amount, posed.language))
        case _:
            return ""


@singledispatch
def _tell(question: Question, posed: Posed) -> Iterator[tuple[Any, ...]]:
    """Yield for each part its name on paper, its text, why, and whether it is right."""
    raise NotImplementedError(f"no key of a {type(question).__name__}")


@_tell.register(Single)
@_tell.register(Several)
@_tell.register(TrueFalse)
@_tell.register(Decide)
def _(question: Single | Several | TrueFalse | Decide, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for slug, letter in posed.letters.items():
        option = question.options[slug]
        yield (*_said(letter, option, posed.language), option.correct)


@_tell.register
def _(question: Mark, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for slug, number in posed.numbers.items():
        phrase = question.phrases[slug]
        yield (*_said(number, phrase, posed.language), phrase.wrong)


@_tell.register
def _(question: Order, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for place, step in enumerate(question.steps, start=1):
        yield _said(f"{posed.letters[step.id]}{place}", step, posed.language)


@_tell.register
def _(question: Sort, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for slug, number in posed.numbers.items():
        item, language = question.items[slug], posed.language
        name, text, why = _said(number + _letters(groups_of(item), posed), item, language)
        yield name, _joined(text, question.groups[item.group].pick(language)), why


@_tell.register
def _(question: Match, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for slug, number in posed.numbers.items():
        pair, language = question.pairs[slug], posed.language
        name, text, why = _said(number + posed.letters[slug], pair, language)
        yield name, _joined(text, pair.partner.pick(language)), why


@_tell.register
def _(question: Gaps, posed: Posed) -> Iterator[tuple[Any, ...]]:
    for slug, number in posed.numbers.items():
        gap = question.gaps[slug]
        choice = read_inline(question.choices[gap.choice].pick(posed.language))
        yield number + _letters(choices_of(gap), posed), choice, gap.why.pick(posed.language)


@_tell.register
def _(question: Number, posed: Posed) -> Iterator[tuple[Any, ...]]:
    language = posed.language
    yield write_number(question.value, language), [], question.why.pick(language), True
    for slip in question.slips.values():
        yield write_number(slip.value, language), [], slip.why.pick(language), False


@_tell.register
def _(question: Date, posed: Posed) -> Iterator[tuple[Any, ...]]:
    language = posed.language
    yield write_day(question.value, language), [], question.why.pick(language), True
    for slip in question.slips.values():
        yield write_day(slip.value, language), [], slip.why.pick(language), False


def _said(name: str, part: Part, language: str) -> tuple[str, list[Run], str]:
    return name, read_inline(part.text.pick(language)), part.why.pick(language)


def _joined(text: list[Run], place: str) -> list[Run]:
    return [*text, {"text": " → "}, {"text": place, "b": True}]


def _letters(slugs: Collection[str], posed: Posed) -> str:
    return "/".join(posed.letters[slug] for slug in slugs)
