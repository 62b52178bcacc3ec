"""`kit statistics`: what the answers of a group tell about the questions, for trainers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kit.content.interface import default_language, read_words
from kit.content.library import Library, open_library
from kit.content.questions import AnyQuestion
from kit.learner.events import Event
from kit.learner.overview import questions_of
from kit.learner.transfer import TransferError, read_import
from kit.statistics.report import report_group
from kit.statistics.telling import tell_group
from kit.text import LANGUAGES

_Log = list[Event]


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("statistics", help="show how questions do, for trainers")
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a learner each: `kit progress export`"
    )
    parser.add_argument("--lesson", metavar="LESSON", help="only the questions of this lesson")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    language = arguments.language or default_language()
    words, library = read_words("statistics", language), open_library()
    logs = [log for file in arguments.files if (log := _read(file, language)) is not None]
    questions = _questions(library, arguments.lesson, logs)
    lines = [*tell_group(report_group(logs, questions), questions, words, language)]
    if unknown := _count_unknown(library, logs):
        lines.append(words["unknown"].format(n=unknown))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if len(logs) == len(arguments.files) else 1


def _read(file: Path, language: str) -> list[Event] | None:
    """Return what a file holds, or say what is wrong with it, so that the others still count."""
    try:
        return read_import(file)
    except TransferError as error:
        words = read_words("progress", language)[error.key].format(**error.values)
        sys.stderr.write(f"{file}: {words}\n")
        return None


def _questions(library: Library, lesson: str | None, logs: list[_Log]) -> dict[str, AnyQuestion]:
    """Return the questions of a lesson, or all known ones that somebody did something with."""
    if lesson:
        return {name: library.question(name) for name in questions_of(library.lesson(lesson))}
    touched = sorted({event.question for log in logs for event in log})
    return {name: library.question(name) for name in touched if _is_known(library, name)}


def _count_unknown(library: Library, logs: list[_Log]) -> int:
    checks = [event for log in logs for event in log if event.kind == "check"]
    return sum(not _is_known(library, event.question) for event in checks)


def _is_known(library: Library, question: str) -> bool:
    return question in library.question_paths or question in library.claim_sorts
