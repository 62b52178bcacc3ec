"""`kit review`: say what is due, lesson by lesson, and open today's review."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from kit.commands import lab
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.notices import Notice
from kit.learner.store import open_store

LESSON = "review"


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(LESSON, help="open today's review: questions that come back")
    lab.add_options(parser)
    parser.set_defaults(run=run, lesson=LESSON)


def run(arguments: argparse.Namespace) -> int:
    """Say what is due, then serve the lesson of review until Ctrl+C."""
    for line in tell_review(arguments.language, datetime.now(UTC).astimezone()):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("\n")
    return lab.run(arguments)


def tell_review(language: str, now: datetime) -> Iterator[str]:
    """Yield what is due in words; `now` is in the time zone of the learner."""
    from kit.learner.review import look_back

    words, library = read_words("review", language), open_library()
    with open_store(now=lambda: now) as store:
        review = look_back(library, store.events(), now, LESSON)
        notice = store.notice
    session, outlook = review.session, review.outlook
    yield words["title"].format(date=words["date"].format(at=session.day))
    yield from (
        words["lesson-due"].format(
            lesson=library.lessons[slug].title.pick(language),
            due=memory.due,
            n=len(memory.chances),
            share=round(100 * memory.mean),
        )
        for slug, memory in outlook.lessons.items()
    )
    if session.questions:
        yield words["today"].format(due=session.due, new=session.new)
    elif session.next_due:
        yield words["nothing-due"].format(date=words["date"].format(at=session.next_due))
    else:
        yield words["nothing-begun"]
    if session.put_off:
        yield words["put-off"].format(n=session.put_off)
    if notice:
        yield _say(notice, language)


def _say(notice: Notice, language: str) -> str:
    return read_words("store", language)[notice.key].format(**notice.values)
