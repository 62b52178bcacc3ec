"""Answering a question in a page by mouse, by touch, or by the keys alone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import singledispatch
from typing import Any

from msgspec.structs import replace
from playwright.sync_api import Locator, Page

from kit.content.questions import (
    Date,
    Decide,
    Gaps,
    Mark,
    Match,
    Number,
    Order,
    Question,
    Several,
    Single,
    Sort,
    TrueFalse,
)
from kit.text import Text
from tests.browser.quiz_page import shown

MAX_TABS = 60


def name_parts(question: Any) -> Any:
    """Give every part a text of its own, so that a test can find it."""
    changes: dict[str, Any] = {}
    for key in ("options", "items", "pairs", "phrases"):
        if hasattr(question, key):
            parts = getattr(question, key).items()
            changes[key] = {slug: replace(part, **_texts(slug)) for slug, part in parts}
    for key in ("groups", "choices", "others"):
        if hasattr(question, key):
            changes[key] = {slug: _name("Place", "Място", slug) for slug in getattr(question, key)}
    if isinstance(question, Match):
        named = changes["pairs"].items()
        changes["pairs"] = {
            slug: replace(pair, partner=_name("Place", "Място", slug)) for slug, pair in named
        }
    if isinstance(question, Order):
        changes["steps"] = tuple(replace(step, **_texts(step.id)) for step in question.steps)
    if isinstance(question, Gaps):
        why = {slug: _name("Why", "Защо", slug) for slug in question.gaps}
        changes["gaps"] = {slug: replace(gap, why=why[slug]) for slug, gap in question.gaps.items()}
    if isinstance(question, Number | Date):
        changes["why"] = _name("Why", "Защо", "key")
        changes["slips"] = {
            slug: replace(slip, why=_name("Why", "Защо", slug))
            for slug, slip in question.slips.items()
        }
    return replace(question, **changes)


def _name(en: str, bg: str, slug: str) -> Text:
    return Text(f"{en} {slug}", f"{bg} {slug}")


def _texts(slug: str) -> dict[str, Text]:
    return {"text": _name("Part", "Част", slug), "why": _name("Why", "Защо", slug)}


class Hand(ABC):
    """Use a control of the shown question."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def press(self, control: Locator) -> None:
        """Press a button, or tick a box."""

    @abstractmethod
    def pick(self, radio: Locator) -> None:
        """Choose one of a group."""

    @abstractmethod
    def select(self, control: Locator, value: str) -> None:
        """Choose from a list."""

    @abstractmethod
    def write(self, field: Locator, text: str) -> None:
        """Type a text."""


class Mouse(Hand):
    """Click."""

    def press(self, control: Locator) -> None:
        control.click()

    def pick(self, radio: Locator) -> None:
        radio.click()

    def select(self, control: Locator, value: str) -> None:
        control.click()
        control.select_option(value)

    def write(self, field: Locator, text: str) -> None:
        field.click()
        self.page.keyboard.type(text)


class Finger(Mouse):
    """Tap."""

    def press(self, control: Locator) -> None:
        control.tap()

    def pick(self, radio: Locator) -> None:
        radio.tap()

    def select(self, control: Locator, value: str) -> None:
        control.tap()
        control.select_option(value)

    def write(self, field: Locator, text: str) -> None:
        field.tap()
        self.page.keyboard.type(text)


class Keys(Hand):
    """Go from control to control by the tabulator key, and use them by other keys."""

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Space")

    def pick(self, radio: Locator) -> None:
        # Any button of a group may have the focus; arrows go on to the others.
        name = radio.get_attribute("name")
        self.reach(shown(self.page).locator(f"input[name='{name}']"))
        self.page.keyboard.press("Space")
        for _ in range(MAX_TABS):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {radio}")

    def select(self, control: Locator, value: str) -> None:
        self.reach(control)
        for _ in range(MAX_TABS):
            if control.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {value}")

    def write(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.type(text)

    def reach(self, controls: Locator) -> None:
        """Press the tabulator key until one of the controls has the focus."""
        for _ in range(MAX_TABS):
            if controls.evaluate_all("all => all.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the focus never reaches {controls}")


def row(hand: Hand, text: str) -> Locator:
    """Return the row of a part, by its text."""
    return shown(hand.page).locator(".kit-option", has_text=text)


@singledispatch
def answer_rightly(question: Question, hand: Hand) -> Any:
    """Give the right answer and return it."""
    raise NotImplementedError(type(question).__name__)


@answer_rightly.register
def _(question: Single, hand: Hand) -> Any:
    keys = [slug for slug, option in question.options.items() if option.correct]
    hand.pick(row(hand, f"Part {keys[0]}").locator("input"))
    return keys


@answer_rightly.register
def _(question: Several, hand: Hand) -> Any:
    keys = [slug for slug, option in question.options.items() if option.correct]
    for slug in keys:
        hand.press(row(hand, f"Part {slug}").locator("input"))
    return keys


@answer_rightly.register
def _(question: TrueFalse, hand: Hand) -> Any:
    return _answer_verdict(question, hand, "True" if question.is_true else "False")


@answer_rightly.register
def _(question: Decide, hand: Hand) -> Any:
    return _answer_verdict(question, hand, "Minor nonconformity") | {"verdict": question.finding}


def _answer_verdict(question: TrueFalse | Decide, hand: Hand, verdict: str) -> Any:
    (key,) = (slug for slug, option in question.options.items() if option.correct)
    hand.pick(row(hand, verdict).locator("input"))
    hand.pick(row(hand, f"Part {key}").locator("input"))
    return {"verdict": verdict.lower(), "reason": key}


@answer_rightly.register
def _(question: Sort, hand: Hand) -> Any:
    answer = {slug: item.group for slug, item in question.items.items()}
    return _answer_rows(hand, answer)


@answer_rightly.register
def _(question: Match, hand: Hand) -> Any:
    return _answer_rows(hand, {slug: slug for slug in question.pairs})


def _answer_rows(hand: Hand, answer: dict[str, str]) -> dict[str, str]:
    for slug, place in answer.items():
        hand.select(row(hand, f"Part {slug}").locator("select"), place)
    return answer


@answer_rightly.register
def _(question: Gaps, hand: Hand) -> Any:
    answer = {slug: gap.choice for slug, gap in question.gaps.items()}
    for place, choice in enumerate(answer.values()):
        hand.select(shown(hand.page).locator("select").nth(place), choice)
    return answer


@answer_rightly.register
def _(question: Order, hand: Hand) -> Any:
    answer = [step.id for step in question.steps]
    for place, slug in enumerate(answer):
        up = row(hand, f"Part {slug}").locator("button").first
        for _ in range(_places(hand).index(f"Part {slug}") - place):
            hand.press(up)
    return answer


def _places(hand: Hand) -> list[str]:
    return shown(hand.page).locator(".kit-text").all_text_contents()


@answer_rightly.register
def _(question: Number, hand: Hand) -> Any:
    typed = f"{question.value} {question.unit.en}" if question.unit else question.value
    hand.write(shown(hand.page).locator("input[type=text]"), typed)
    return typed


@answer_rightly.register
def _(question: Date, hand: Hand) -> Any:
    typed = f"{question.value:%d.%m.%Y} г."
    hand.write(shown(hand.page).locator("input[type=text]"), typed)
    return typed


@answer_rightly.register
def _(question: Mark, hand: Hand) -> Any:
    keys = [slug for slug, phrase in question.phrases.items() if phrase.wrong]
    for slug in keys:
        hand.press(shown(hand.page).get_by_role("button", name=f"Part {slug}"))
    return keys
