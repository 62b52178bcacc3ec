"""Giving any answer to a question of the course by mouse, in whatever home its quiz stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from playwright.sync_api import Locator

from kit.content.questions import Decide, Gaps, Mark, Match, Number, Question, Single
from kit.quiz.view import view_question, words_of


def give(quiz: Locator, question: Question, answer: Any, language: str) -> None:
    """Give an answer to the question that a quiz shows, and have it checked."""
    body = quiz.locator(".kit-body:not([hidden])")
    body.scroll_into_view_if_needed()
    give_parts(question, answer, body, language)
    body.locator(".kit-main").click()


@singledispatch
def give_parts(question: Question, answer: Any, body: Locator, language: str) -> None:
    """Set the controls of a question to an answer."""
    raise NotImplementedError(type(question).__name__)


def _row(body: Locator, text: str) -> Locator:
    return body.locator(".kit-option", has=body.page.get_by_text(text, exact=True))


def _texts(question: Question, part: str, language: str) -> Mapping[str, str]:
    return {one["id"]: one["text"] for one in view_question(question, language)[part]}


@give_parts.register
def _(question: Single, answer: Any, body: Locator, language: str) -> None:
    _row(body, question.options[answer[0]].text.pick(language)).click()


@give_parts.register
def _(question: Decide, answer: Any, body: Locator, language: str) -> None:
    words = words_of(["kinds/decide"], language)
    _row(body, words[answer["verdict"]]).click()
    _row(body, question.options[answer["reason"]].text.pick(language)).click()


@give_parts.register
def _(question: Number, answer: Any, body: Locator, language: str) -> None:
    body.locator("input[type=text]").fill(answer)


@give_parts.register
def _(question: Mark, answer: Any, body: Locator, language: str) -> None:
    for slug in answer:
        body.get_by_role("button", name=_texts(question, "options", language)[slug]).click()


@give_parts.register
def _(question: Match, answer: Any, body: Locator, language: str) -> None:
    for slug, partner in answer.items():
        row = _row(body, question.pairs[slug].text.pick(language))
        row.locator("select").select_option(partner)


@give_parts.register
def _(question: Gaps, answer: Any, body: Locator, language: str) -> None:
    gaps = [piece["id"] for piece in view_question(question, language)["pieces"] if "id" in piece]
    for slug, choice in answer.items():
        body.locator("select").nth(gaps.index(slug)).select_option(choice)
