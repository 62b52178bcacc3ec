"""A question as the front end gets it: plain values in one language, texts as safe HTML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from kit.content.questions import Item, Option, Question, Several, Single, Sort, TrueFalse
from kit.markdown import to_inline_html
from kit.quiz.grading import groups_of
from kit.quiz.version import content_version

View = dict[str, Any]


def view_question(question: Question, language: str) -> View:
    """Return what `widgets/quiz.js` draws and grades, as JSON values."""
    shared = {
        "id": question.id,
        "kind": question.__struct_config__.tag,
        "version": content_version(question),
        "stem": to_inline_html(question.stem.pick(language)),
        "hint": to_inline_html(question.hint.pick(language)),
    }
    return shared | _parts(question, language)


@singledispatch
def _parts(question: Question, language: str) -> View:
    raise NotImplementedError(f"no view of a {type(question).__name__}")


@_parts.register(Single)
@_parts.register(Several)
def _(question: Single | Several, language: str) -> View:
    return {"options": _options(question.options, language)}


@_parts.register
def _(question: TrueFalse, language: str) -> View:
    return {"is_true": question.is_true, "options": _options(question.options, language)}


@_parts.register
def _(question: Sort, language: str) -> View:
    groups = [{"id": slug, "text": text.pick(language)} for slug, text in question.groups.items()]
    items = [
        _explained(slug, item, language) | {"in": list(groups_of(question, slug))}
        for slug, item in question.items.items()
    ]
    return {"groups": groups, "items": items}


def _options(options: Mapping[str, Option], language: str) -> list[View]:
    return [
        _explained(slug, option, language)
        | ({"ok": True} if option.correct else {})
        | ({"last": True} if option.last else {})
        for slug, option in options.items()
    ]


def _explained(slug: str, part: Option | Item, language: str) -> View:
    text, why = part.text.pick(language), part.why.pick(language)
    return {"id": slug, "text": to_inline_html(text), "why": to_inline_html(why)}
