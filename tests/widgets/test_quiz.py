"""The quiz widget: what it sends, and that what it hears is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from kit.quiz.view import words_of
from kit.widgets.quiz import QuizWidget
from tests.quiz.answers import is_of_kind
from tests.quiz.samples import EVERY_KIND, ORDER, SINGLE

PLAN = {
    "id": "lesson/quiz",
    "title": "Quiz",
    "language": "en",
    "seed": "seed",
    "keep_order": True,
    "is_prediction": False,
}
# What a quiz of ten questions with one right option each may weigh at most, without its texts.
MAX_FRAME_BYTES = 14_500


class Keeper:
    """Keep whatever comes."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def standings(self) -> dict[str, Any]:
        return {}

    def notice(self) -> str:
        return ""

    def keep(self, events: Sequence[dict[str, Any]]) -> tuple[Sequence[str], str]:
        self.events += events
        return [event["id"] for event in events], "told"


def make_widget(*questions: Any, keeper: Keeper | None = None, **plan: Any) -> QuizWidget:
    return QuizWidget(questions=questions, plan=PLAN | plan, recorder=keeper or Keeper())


@pytest.mark.parametrize("question", EVERY_KIND, ids=is_of_kind)
def test_every_kind_is_sent_as_json(question: Any) -> None:
    state = make_widget(question).get_state()
    sent = {key: state[key] for key in ("questions", "plan", "words", "standings")}
    assert json.loads(json.dumps(sent)) == sent


def test_a_quiz_carries_the_words_and_modules_of_its_kinds() -> None:
    single, order = make_widget(SINGLE), make_widget(ORDER)
    assert single.words == words_of(("kinds/single",), "en")
    assert order.words == words_of(("kinds/order",), "en")
    assert single._esm != order._esm


def test_the_frame_of_a_quiz_is_light() -> None:
    state = make_widget(*[SINGLE] * 10).get_state(["_esm", "words"])
    assert len(json.dumps(state, ensure_ascii=False).encode()) < MAX_FRAME_BYTES


def test_what_comes_is_kept_and_confirmed() -> None:
    keeper = Keeper()
    widget = make_widget(SINGLE, keeper=keeper)
    widget.outbox = [{"id": "one"}]
    assert (keeper.events, widget.kept, widget.notice) == ([{"id": "one"}], ["one"], "told")
