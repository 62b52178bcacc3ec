"""`kit progress`: show it, carry it to another computer, forget it."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kit.content.interface import default_language, read_words
from kit.content.library import open_library
from kit.content.records import Lesson
from kit.learner.files import files_of, forget, set_aside_files
from kit.learner.notices import StoreError
from kit.learner.overview import Overview, latest_by_question, oversee, questions_of
from kit.learner.standing import replay
from kit.learner.store import PATIENCE_SECONDS, AttemptStore, open_store
from kit.learner.transfer import TransferError, read_import, write_export
from kit.quiz.version import content_version
from kit.text import LANGUAGES

Words = dict[str, str]


def add(commands: Any) -> None:
    """Add the command and what can be done with progress to the parser."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser = commands.add_parser("progress", parents=[shared], help="show what you have learnt")
    parser.set_defaults(run=_run, act=_show)
    actions = parser.add_subparsers(metavar="ACTION")
    export = actions.add_parser("export", parents=[shared], help="write it all into one file")
    export.add_argument("file", metavar="FILE", type=Path)
    export.add_argument("--force", action="store_true", help="replace a file of that name")
    export.set_defaults(act=_export)
    bring = actions.add_parser("import", parents=[shared], help="add what another file holds")
    bring.add_argument("file", metavar="FILE", type=Path)
    bring.set_defaults(act=_import)
    delete = actions.add_parser("forget", parents=[shared], help="delete it all, after asking")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    delete.set_defaults(act=_forget)


def _run(arguments: argparse.Namespace) -> int:
    language = getattr(arguments, "language", None) or default_language()
    words = read_words("progress", language)
    act: Callable[[argparse.Namespace, AttemptStore, str], int] = arguments.act
    try:
        with open_store(now=lambda: datetime.now(UTC)) as store:
            code = act(arguments, store, language)
            if store.notice:
                _complain(read_words("store", language)[store.notice.key], store.notice.values)
            return code
    except StoreError as error:
        _complain(read_words("store", language)[error.notice.key], error.notice.values)
    except TransferError as error:
        _complain(words[error.key], error.values)
    return 1


def _say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")


def _complain(words: str, values: dict[str, str | int]) -> None:
    sys.stderr.write(words.format(**values) + "\n")


def _show(_: argparse.Namespace, store: AttemptStore, language: str) -> int:
    words = read_words("progress", language)
    overviews = list(_overviews(store))
    _say(words["title"])
    _say()
    for line in _table(overviews, words, language) if overviews else [words["no-lessons"]]:
        _say(line)
    _say()
    if changed := sum(overview.changed for _lesson, overview in overviews):
        _say(words["changed"].format(n=changed))
    _say(words["kept-in" if store.path.exists() else "nothing-kept"].format(file=store.path))
    for file in set_aside_files(store.path):
        _say(words["set-aside"].format(file=file))
    return 0


def _overviews(store: AttemptStore) -> Iterator[tuple[Lesson, Overview]]:
    library = open_library()
    names = {name for lesson in library.lessons.values() for name in questions_of(lesson)}
    versions = {name: content_version(library.question(name)) for name in sorted(names)}
    events = store.load()
    standings, latest = replay(events, versions), latest_by_question(events)
    for lesson in library.lessons.values():
        yield lesson, oversee(lesson, standings, latest)


def _table(overviews: list[tuple[Lesson, Overview]], words: Words, language: str) -> Iterator[str]:
    heads = [words[key] for key in ("lesson", "answered", "solved", "points", "last")]
    rows = [[lesson.title.pick(language), *_cells(found, words)] for lesson, found in overviews]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "   ".join(cells).rstrip()


def _cells(found: Overview, words: Words) -> Iterator[str]:
    if not found.questions:
        yield from [words["none"]] * 4
        return
    yield words["of"].format(n=found.answered, total=found.questions)
    yield words["of"].format(n=found.solved, total=found.scored) if found.scored else words["none"]
    points = f"{found.points:.2f}".rstrip("0").rstrip(".").replace(".", words["decimal-mark"])
    yield points if found.scored else words["none"]
    yield words["date"].format(at=found.last.astimezone()) if found.last else words["none"]


def _export(arguments: argparse.Namespace, store: AttemptStore, language: str) -> int:
    events = store.load()
    write_export(arguments.file, events, may_replace=arguments.force)
    words = read_words("progress", language)
    _say(words["exported"].format(events=len(events), file=arguments.file))
    return 0


def _import(arguments: argparse.Namespace, store: AttemptStore, language: str) -> int:
    events = read_import(arguments.file)
    new = store.merge(events)
    words = read_words("progress", language)
    _say(words["imported"].format(events=len(events), new=new, known=len(events) - new))
    return 0


def _forget(arguments: argparse.Namespace, store: AttemptStore, language: str) -> int:
    words = read_words("progress", language)
    files = files_of(store.path)
    if not files:
        _say(words["nothing-kept"].format(file=store.path))
        return 0
    if not arguments.yes and not _is_sure(files, words):
        _say(words["forget-nothing"])
        return 1
    try:
        for file in forget(store.path, PATIENCE_SECONDS):
            _say(words["forgotten"].format(file=file))
    except (OSError, sqlite3.Error) as error:
        _complain(words["not-forgotten"], {"reason": str(error)})
        return 1
    return 0


def _is_sure(files: list[Path], words: Words) -> bool:
    _say(words["forget-ask"])
    for file in files:
        _say(f"  {file}")
    sys.stdout.write(words["forget-type"].format(word=words["forget-word"]) + " ")
    sys.stdout.flush()
    typed = sys.stdin.readline().strip().casefold()
    return typed in {read_words("progress", name)["forget-word"] for name in LANGUAGES}
