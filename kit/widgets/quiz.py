"""The quiz widget: one model for a whole quiz; what a learner does is kept, then confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import anywidget
import traitlets

from kit.content.questions import Question
from kit.quiz.view import View, modules_of, view_question, words_of
from kit.widgets.front import pack_quiz

Values = dict[str, Any]


class Recorder(Protocol):
    """Keep what a learner does; `kit.learner` has the real one."""

    def standings(self) -> Values:
        """Return where the learner stands, by question id."""

    def notice(self) -> str:
        """Return a message for the learner, or nothing."""

    def keep(self, events: Sequence[Values]) -> tuple[Sequence[str], str]:
        """Keep events; return the ids that are safe on disk, and a message or nothing."""


class QuizWidget(anywidget.AnyWidget):
    """Show questions, grade in the browser at once, hand every event to a recorder.

    Parameters
    ----------
    questions
        What to ask, in authoring order.
    plan
        `id`, `title`, `language`, `seed`, `keep_order`, `is_prediction`; if need be
        `asks_confidence` and `objectives`, as `kit.quiz.view.view_objectives` returns them.
    words
        Interface words that are not those of the language, or more than those.
    recorder
        Keeps events and knows where the learner stood.
    """

    # Only the kinds of question that a quiz uses travel with it.
    _esm = traitlets.Unicode().tag(sync=True)
    # The card has a look of its own: without a layout a quiz is one model, not two.
    layout = traitlets.Any(None, allow_none=True).tag(sync=True)
    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    standings = traitlets.Dict().tag(sync=True)
    outbox = traitlets.List(traitlets.Dict()).tag(sync=True)
    kept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        *,
        questions: Sequence[Question],
        plan: Values,
        words: Mapping[str, str] | None = None,
        recorder: Recorder,
    ) -> None:
        modules = modules_of(questions, plan)
        views: list[View] = [view_question(question, plan["language"]) for question in questions]
        self._recorder = recorder
        standings = recorder.standings()
        super().__init__(
            _esm=pack_quiz(modules),
            questions=views,
            plan=plan,
            words=words_of(modules, plan["language"]) | dict(words or {}),
            standings=standings,
            notice=recorder.notice(),
        )

    @traitlets.observe("outbox")
    def _keep(self, change: Values) -> None:
        if not change["new"]:
            return
        kept, notice = self._recorder.keep(change["new"])
        self.notice, self.kept = notice, list(kept)
