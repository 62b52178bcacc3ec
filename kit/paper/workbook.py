"""The sheets of one lesson: its workbook, the forms of its test, and the trainer's key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kit.content.interface import read_words
from kit.content.library import Library
from kit.content.questions import AnyQuestion
from kit.content.records import Form
from kit.paper.feedback import explain
from kit.paper.forms import PaperTest, make_test
from kit.paper.lesson import PaperLesson
from kit.paper.posing import Posed
from kit.paper.questions import show_boxes, show_question

Values = dict[str, Any]


class LessonSheets:
    """Make the values of a lesson's sheets, all in one language and mixed by one seed.

    Parameters
    ----------
    lesson_id
        The name of a file in `data/lessons`.
    seed
        Printed on every sheet: sheets of the same seed fit one another.
    today
        The day on which the sheets are made.
    """

    def __init__(
        self, lesson_id: str, *, language: str, library: Library, seed: str, today: date
    ) -> None:
        self._lesson = PaperLesson(
            lesson_id, language=language, library=library, seed=seed, today=today
        )
        self._words = read_words("paper", language)
        self._seed = seed

    @property
    def has_workbook(self) -> bool:
        """Whether there is enough to do for a workbook of its own."""
        return bool(self._lesson.record.quizzes) and self._lesson.record.is_reviewed

    def find_test(self) -> PaperTest | None:
        """Return both forms of the lesson's test, if it has one."""
        lesson = self._lesson
        return make_test(lesson.library, lesson.id, self._seed)

    def workbook(self) -> Values:
        """Return what the workbook shows."""
        title, *blocks = self._lesson.blocks()
        return self._frame("workbook") | {"lesson_title": title["runs"], "blocks": blocks}

    def test(self, test: PaperTest, form: Form) -> Values:
        """Return what one form of the test shows, its answer sheet included."""
        questions = self._pose(test, form)
        points = [test.worth(one.question) for one in questions]
        most = self._words["points-in-all"].format(n=sum(points))
        return self._frame("test", form=form) | {
            "form": form,
            "questions": [
                show_question(one) | {"points": self._points(worth)}
                for one, worth in zip(questions, points, strict=True)
            ],
            "sheet": [
                show_boxes(one) | {"points": str(worth)}
                for one, worth in zip(questions, points, strict=True)
            ],
            "most": most,
            "rules": self._say_rules(test),
            "total": str(sum(points)),
        }

    def key(self, test: PaperTest | None) -> Values:
        """Return what the trainer's key says: of the workbook, then of each form of the test."""
        self._lesson.blocks()
        parts = [*self._workbook_key()] if self.has_workbook else []
        if test:
            parts += [self._form_key(test, form) for form in test.forms]
        return self._frame("key") | {"parts": parts, "short": self._say_short(test)}

    def _workbook_key(self) -> Iterable[Values]:
        for number, (title, held) in enumerate(self._lesson.exercises, start=1):
            heading = self._words["exercise"].format(n=number, title=title)
            if isinstance(held, list):
                yield {
                    "title": heading,
                    "prefix": f"{number}.",
                    "questions": self._explain(held, None),
                }
            elif held.answer["blocks"]:
                yield {"title": heading, "questions": [], "blocks": held.answer["blocks"]}

    def _form_key(self, test: PaperTest, form: Form) -> Values:
        posed = self._pose(test, form)
        title = self._words["test-form"].format(form=form)
        total = self._words["points-in-all"].format(n=sum(map(test.worth, test.forms[form])))
        return {
            "title": title,
            "questions": self._explain(posed, test),
            "total": total,
            "rules": self._say_rules(test) or self._words["other-form"],
            "lessons": [self._number(one.question.id) for one in posed] if test.is_final else [],
        }

    def _number(self, question_id: str) -> str:
        """Return the number of the lesson of a question: to pass, each lesson has its minimum."""
        library = self._lesson.library
        topic = library.question_paths[question_id].parent.name
        return str(library.lesson(topic).number)

    def _say_rules(self, test: PaperTest) -> str:
        """Return what it takes to pass the final assessment; "" for other tests."""
        if not test.is_final:
            return ""
        blueprint = self._lesson.library.blueprint
        return read_words("assessment", self._lesson.language)["rules"].format(
            total=blueprint.pass_percent, lesson=blueprint.lesson_percent
        )

    def _explain(self, posed: Sequence[Posed], test: PaperTest | None) -> list[Values]:
        library = self._lesson.library
        objectives = {
            slug: text.pick(self._lesson.language)
            for lesson in library.lessons.values()
            for slug, text in lesson.objectives.items()
        }
        return [
            explain(one, library, objectives, test.worth(one.question) if test else 1)
            for one in posed
        ]

    def _pose(self, test: PaperTest, form: Form) -> list[Posed]:
        questions: Sequence[AnyQuestion] = test.forms[form]
        return [Posed(one, self._lesson.language, f"{self._seed}/{form}") for one in questions]

    def _say_short(self, test: PaperTest | None) -> str:
        if test is None or not test.short:
            return ""
        objectives = self._lesson.record.objectives
        names = "; ".join(objectives[slug].pick(self._lesson.language) for slug in test.short)
        return self._words["short"].format(objectives=names)

    def _points(self, worth: int) -> str:
        return self._words["worth"].format(n=worth)

    def _frame(self, kind: str, *, form: str = "") -> Values:
        record, language = self._lesson.record, self._lesson.language
        name = self._words["lesson-name"].format(n=record.number, title=record.title.pick(language))
        title = self._words[f"title-{kind}"].format(form=form)
        return frame(self._words, language, title, name) | {
            "seed": self._words["mix"].format(seed=self._seed)
        }


def frame(words: dict[str, str], language: str, title: str, subject: str) -> Values:
    """Return what stands around every sheet: title, header, footer, and the template's words."""
    return {
        "language": language,
        "title": title,
        "subject": subject,
        "licence": words["licence"],
        "seed": "",
        "words": words,
    }
