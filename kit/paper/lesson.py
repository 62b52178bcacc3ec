"""A lesson on paper: the cells of its notebook, one after the other, as blocks to set."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from kit import blocks
from kit.content.faults import ContentError, Fault
from kit.content.interface import read_words
from kit.content.library import Library
from kit.exhibits import show_exhibit
from kit.logbook import Logbook
from kit.paper.exploring import Task, pose_explorer
from kit.paper.pictures import picture
from kit.paper.posing import Posed
from kit.paper.questions import show_question
from kit.paper.rich import Block, read_html, read_markdown
from kit.paths import notebooks_folder
from kit.text import check_language

Values = dict[str, Any]


class PaperLesson:
    """Answer the calls of a lesson's code cells with blocks for paper.

    The methods are those of `kit.lesson.LessonPage` that have something to show on paper.

    Parameters
    ----------
    lesson_id
        The name of a file in `data/lessons`.
    seed
        Mixes the parts of the questions.
    today
        The day on which the sheet is made.
    """

    def __init__(
        self, lesson_id: str, *, language: str, library: Library, seed: str, today: date
    ) -> None:
        self.language = check_language(language)
        self.library = library
        self.id = lesson_id
        self.record = library.lesson(lesson_id)
        self.words = read_words("lesson", language)
        self.exercises: list[tuple[str, list[Posed] | Task]] = []
        self._seed = seed
        self._today = today

    def blocks(self) -> list[Block]:
        """Return the lesson as blocks, and number its exercises on the way.

        Raises
        ------
        ContentError
            If the lesson has no notebook in the language.
        """
        self.exercises.clear()
        return [block for cell in self._cells() for block in self._show(cell)]

    def _cells(self) -> list[Values]:
        name = f"{self.record.number:02}-{self.id}.ipynb"
        path = notebooks_folder() / self.language / name
        if not path.is_file():
            where = f"notebooks/{self.language}"
            expected = f"the notebook of the lesson “{self.id}”"
            raise ContentError([Fault(where, name, "no file of this name", expected)])
        cells: list[Values] = json.loads(path.read_text("utf-8"))["cells"]
        return cells

    def _show(self, cell: Values) -> Iterator[Block]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield from read_markdown(source)
            return
        for name, arguments in read_calls(source):
            method = getattr(self, name, None)
            # What needs a kernel, such as the assessment, has nothing to show here.
            if method is not None and name in _SHOWN:
                yield from method(*arguments)

    def aims(self) -> list[Block]:
        """Show what the learner will be able to do, the time and what is needed."""
        return read_html(blocks.list_aims(self.record, self.words, self.language))

    def facts(self) -> list[Block]:
        """Show what is known of the case."""
        case, sources = self.library.case, self.library.sources
        return read_html(blocks.show_facts(case, sources, self.words, self.language))

    def quiz(self, name: str) -> list[Block]:
        """Show one quiz as an exercise."""
        plan = self.record.quizzes[name]
        posed = [
            Posed(self.library.question(slug), self.language, self._seed) for slug in plan.questions
        ]
        title = plan.title.pick(self.language)
        self.exercises.append((title, posed))
        return [
            {
                "is": "exercise",
                "number": len(self.exercises),
                "title": title,
                "is_prediction": plan.is_prediction,
                "questions": [show_question(one) for one in posed],
            }
        ]

    def explore(self, name: str) -> list[Block]:
        """Show an explorer as an exercise with two of its pictures."""
        task = pose_explorer(name, self.library, self.language, self._today)
        self.exercises.append((task.shown["title"], task))
        return [{"is": "exploration", "number": len(self.exercises)} | task.shown]

    def figure(self, name: str) -> list[Block]:
        """Show one figure; its finding in words is its text alternative and stands below it."""
        logbook = Logbook(self.id, library=self.library, language=self.language)
        drawn, said = show_exhibit(name, logbook)
        return [{"is": "figure", "picture": picture(drawn, said), "words": said}]

    def certificate_parts(self) -> list[Block]:
        """Explain the parts of the fictional certificate."""
        parts = self.library.case.certificate.values()
        return read_html(blocks.explain_certificate(parts, self.words, self.language))

    def mistakes(self) -> list[Block]:
        """Show the common mistakes of the lesson."""
        mistakes = [self.library.misconceptions[slug] for slug in self.record.mistakes]
        sources = self.library.sources
        return read_html(blocks.list_mistakes(mistakes, sources, self.words, self.language))

    def terms(self) -> list[Block]:
        """Show the words to know."""
        terms = [self.library.glossary[slug] for slug in self.record.words]
        return read_html(blocks.list_terms(terms, self.words, self.language))

    def notes(self) -> list[Block]:
        """Leave lines for what the learner wants to try at their own organisation."""
        return [{"is": "notes", "title": self.words["written-by-you"], "lines": 6}]

    def reading(self) -> list[Block]:
        """Show where to read more."""
        sources = self.library.sources
        return read_html(blocks.list_reading(self.record, sources, self.words, self.language))


_SHOWN = frozenset(
    {
        *("aims", "facts", "quiz", "explore", "figure", "certificate_parts", "mistakes"),
        *("terms", "notes", "reading"),
    }
)


def read_calls(source: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield the name and the arguments of each call on `lesson` in the code of a cell."""
    for statement in ast.parse(source).body:
        match statement:
            case ast.Expr(
                ast.Call(func=ast.Attribute(value=ast.Name("lesson"), attr=name)) as call
            ):
                yield name, [ast.literal_eval(argument) for argument in call.args]
