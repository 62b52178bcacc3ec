"""What review may ask: the questions of each lesson that are meant to be remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from kit.content.library import Library
from kit.content.questions import Question
from kit.content.records import Lesson
from kit.learner.events import Event
from kit.learner.overview import questions_of
from kit.quiz.version import content_version


class Entry(Struct, frozen=True):
    """Hold a question that review may ask, and the lesson that it belongs to."""

    question: Question
    lesson: str
    version: str

    @property
    def place(self) -> tuple[str, str]:
        """What the question is about: lesson and objective."""
        return self.lesson, self.question.objective


def catalogue(library: Library) -> dict[str, Entry]:
    """Return what review may ask, by question id, in the order of the course.

    That is every question of a lesson that is to be reviewed, but for those kept for a form of the
    assessment and those that only ask for a guess.
    """
    entries: dict[str, Entry] = {}
    for slug, lesson in library.lessons.items():
        for question in _questions(library, slug, lesson):
            entry = Entry(question, slug, content_version(question))
            entries.setdefault(question.id, entry)
    return entries


def _questions(library: Library, slug: str, lesson: Lesson) -> Iterator[Question]:
    if not lesson.is_reviewed:
        return
    scored = questions_of(lesson, with_predictions=False)
    guesses = {*questions_of(lesson)} - {*scored}
    filed = [name for name, path in library.question_paths.items() if path.parent.name == slug]
    made = [name for name in scored if name not in library.question_paths]
    for name in (*made, *filed):
        question = library.question(name)
        if name not in guesses and question.form is None:
            yield question


def begun_lessons(
    events: Iterable[Event], lessons: Mapping[str, Lesson], entries: Mapping[str, Entry]
) -> frozenset[str]:
    """Return the lessons of which any question was answered, in whatever version."""
    answered = {event.question for event in events if event.kind == "check"}
    named = {
        name for name, lesson in lessons.items() if not answered.isdisjoint(questions_of(lesson))
    }
    return frozenset(named | {entries[name].lesson for name in answered & entries.keys()})
