"""The desk at which an assessment is taken: what the widget shows, and what comes of its events."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from kit.assessment.attempt import Attempt
from kit.assessment.paper import Paper
from kit.assessment.record import RecordRequest, Sheet, make_record, save_record
from kit.assessment.sitting import Outcome, Sitting
from kit.content.interface import read_words
from kit.content.library import Library
from kit.learner.notices import Notice
from kit.quiz.grading import AnswerError
from kit.quiz.view import words_of
from kit.reports import Reporter
from kit.text import LANGUAGES

Values = dict[str, Any]


class AssessmentDesk:
    """Join a sitting with its papers, its report and its record.

    Parameters
    ----------
    sitting
        Keeps and marks.
    library
        Where lessons have their names.
    language
        A language of the kit.
    folder
        Where records of completion are saved.
    say
        Turns a notice of the store into a sentence.
    """

    def __init__(
        self,
        *,
        sitting: Sitting,
        library: Library,
        language: str,
        folder: Path,
        say: Callable[[Notice], str],
    ) -> None:
        self._sitting = sitting
        self._library = library
        self._language = language
        self._folder = folder
        self._say = say
        self._words = _read_words(language)
        self._reporter = self._make_reporter(language)
        self._papers: dict[str, dict[str, Paper]] = {}
        self._record: Values = {}
        self._reported: tuple[Attempt, ...] = ()
        self._report = ""

    def plan(self) -> Values:
        """Return what stays the same as long as the widget lives."""
        form = self._sitting.bank.form
        return {
            "id": f"assessment/{form}",
            "title": self._words["title"].format(form=form),
            "language": self._language,
            "languages": [[one, self._words[f"language-{one}"]] for one in LANGUAGES],
            "kinds": self._kinds(),
        }

    def _kinds(self) -> list[str]:
        found = self._sitting.bank.questions.values()
        return sorted({str(question.__struct_config__.tag) for question in found})

    def words(self) -> dict[str, str]:
        """Return the words of the quiz, of its kinds of question and of the assessment."""
        kinds = [f"kinds/{kind}" for kind in self._kinds()]
        return words_of(kinds, self._language) | self._words

    def state(self) -> Values:
        """Return what to show now."""
        attempt = self._sitting.current()
        if attempt and self._sitting.can_resume(attempt):
            return self._running(attempt)
        shown = self._done(attempt) if attempt and attempt.handed_in else self._begin(attempt)
        return {"questions": [], "answers": {}, "seconds": None, "record": self._record} | shown

    def _running(self, attempt: Attempt) -> Values:
        papers = self._papers_of(attempt)
        shown = {slug: papers[slug].show(its) for slug, its in attempt.answers.items()}
        clock = self._words["clock-back"] if self._sitting.is_clock_back(attempt) else ""
        return {
            "questions": [paper.view for paper in papers.values()],
            "answers": shown,
            "seconds": self._sitting.seconds_left(attempt),
            "report": "",
            "can_record": False,
            "record": {},
            "notice": self._notice() or clock,
            "phase": "running",
        }

    def _begin(self, attempt: Attempt | None) -> Values:
        trouble = self._sitting.trouble(attempt) if attempt else ""
        told = self._reporter.explain(trouble, attempt) if attempt and trouble else ""
        report = self._reporter.introduce(self._sitting.minutes, self._sitting.attempts())
        return {
            "report": report,
            "can_record": False,
            "notice": self._notice() or told,
            "phase": "begin",
        }

    def _done(self, attempt: Attempt) -> Values:
        outcome, attempts = self._sitting.outcome(attempt), self._sitting.attempts()
        if attempts != self._reported:
            self._reported, self._report = attempts, self._reporter.report(outcome, attempts)
        return {
            "report": self._report,
            "can_record": _is_passed(outcome),
            "notice": self._notice(),
            "phase": "done",
        }

    def keep(self, events: Sequence[Values]) -> tuple[list[str], str]:
        """Act on what the learner did.

        Returns
        -------
        tuple
            The ids of the events that need not be sent again, and a message for the learner.
        """
        kept: set[str] = set()
        message = ""
        for event in events:
            try:
                safe, told = self._act(event)
            except (AnswerError, KeyError, TypeError, ValueError):
                # What no widget of ours would send: kept nowhere, and not to be sent again.
                safe, told = frozenset({str(event.get("id", ""))}), self._words["strange"]
            kept |= safe
            message = told or message
        return [event["id"] for event in events if event.get("id") in kept], message

    def _act(self, event: Values) -> tuple[frozenset[str], str]:
        kind, event_id = event["kind"], event["id"]
        if kind == "start":
            self._record = {}
            return self._sitting.start(event_id), ""
        attempt = self._sitting.current()
        if kind == "record":
            return frozenset({event_id}), self._make_record(attempt, event["answer"])
        if attempt is None or not self._sitting.can_resume(attempt):
            return frozenset({event_id}), self._words["ended"]
        if kind == "hand-in":
            return self._sitting.hand_in(attempt, event_id), ""
        question = event["question"]
        answer = self._papers_of(attempt)[question].read(event["answer"])
        return self._sitting.choose(attempt, event_id, question, answer), ""

    def _papers_of(self, attempt: Attempt) -> dict[str, Paper]:
        if attempt.id not in self._papers and attempt.plan:
            bank, seed = self._sitting.bank, attempt.plan.seed
            self._papers[attempt.id] = {
                slug: Paper(bank.questions[slug], self._language, seed)
                for slug in attempt.plan.questions
            }
        return self._papers[attempt.id]

    def _make_record(self, attempt: Attempt | None, answer: Any) -> str:
        """Make a record of completion; return a message if there is none to make."""
        from kit.figures.theme import fonts_folder

        request = msgspec.convert(answer, RecordRequest)
        outcome = self._sitting.outcome(attempt) if attempt and attempt.handed_in else None
        if outcome is None or outcome.marks is None or not _is_passed(outcome):
            return self._words["strange"]
        if self._sitting.notice:
            return self._words["record-unsafe"]
        sheet = Sheet(
            name=request.name,
            language=request.language,
            attempt=outcome.attempt,
            marks=outcome.marks,
            bank=self._sitting.bank,
        )
        reporter = self._make_reporter(request.language)
        pdf = make_record(
            sheet,
            name_lesson=reporter.name,
            number=reporter.number,
            words=_read_words(request.language),
            fonts=fonts_folder(),
        )
        self._record = save_record(pdf, sheet, self._folder, self._words)
        self._record["pdf"] = b64encode(pdf).decode("ascii")
        return ""

    def _make_reporter(self, language: str) -> Reporter:
        words = _read_words(language)
        return Reporter(self._sitting.bank, self._library.lessons, words, language)

    def _notice(self) -> str:
        notice = self._sitting.notice
        return self._say(notice) if notice else ""


def _read_words(language: str) -> dict[str, str]:
    return read_words("assessment", language) | read_words("record", language)


def _is_passed(outcome: Outcome) -> bool:
    return outcome.marks is not None and outcome.marks.is_passed and not outcome.trouble
