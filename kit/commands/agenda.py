"""`kit agenda`: plan a workshop, as a notebook, a page and a PDF, for trainers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.agenda import RequestError, plan, read_request
from kit.agenda.request import EQUIPMENT
from kit.content.interface import default_language, read_words
from kit.content.library import Library, open_library
from kit.text import LANGUAGES


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("agenda", help="plan a workshop by the minute, for trainers")
    parser.add_argument("--list", action="store_true", help="show lengths and objectives")
    parser.add_argument(
        "--length", default="half-day", help="as --list names it; default: %(default)s"
    )
    parser.add_argument("--people", type=int, default=15, help="2 to 30; default: %(default)s")
    parser.add_argument(
        "--objectives", nargs="+", metavar="ID", help="as --list names them; default: all"
    )
    parser.add_argument("--equipment", default=EQUIPMENT[0], help=", ".join(EQUIPMENT))
    parser.add_argument("--start", metavar="HH:MM", help="default: 09:00")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--folder", type=Path, default=Path(), help="where to write; default: here")
    parser.add_argument("--replace", action="store_true", help="replace files of the same names")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    language, library = arguments.language or default_language(), open_library()
    words = read_words("agenda", language)
    if arguments.list:
        sys.stdout.write("\n".join(_list(library, words, language)) + "\n")
        return 0
    try:
        return _write(arguments, library, language)
    except RequestError as error:
        return _complain(words[error.key].format(**error.values))
    except FileExistsError as error:
        return _complain(words["exists"].format(file=error.filename))
    except OSError as error:
        reason = error.strerror or str(error)
        return _complain(words["unwritable"].format(file=error.filename, reason=reason))


def _write(arguments: argparse.Namespace, library: Library, language: str) -> int:
    from kit.agenda_files import make_files, save_files, tell_plan

    request = read_request(
        library,
        length=arguments.length,
        objectives=arguments.objectives,
        people=arguments.people,
        equipment=arguments.equipment,
        start=arguments.start or library.agenda_frame.start,
    )
    told = tell_plan(plan(request, library), library, language)
    saved = save_files(make_files(told), arguments.folder, may_replace=arguments.replace)
    left = [told.words["left-out"] + ":", *(f"  - {one}" for one in told.left_out)]
    lines = [told.title, *told.result, *(left if told.left_out else [])]
    lines += [told.words["written"].format(file=path) for path in saved]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _list(library: Library, words: dict[str, str], language: str) -> Iterator[str]:
    frame, lessons = library.agenda_frame, library.lessons
    yield f"{words['lengths']}:"
    for slug, length in frame.lengths.items():
        yield f"  {slug:24} {length.title.pick(language)}"
    yield f"{words['equipment']}:"
    for kind, note in frame.equipment.items():
        yield f"  {kind:24} {note.title.pick(language)}"
    yield f"{words['objectives']}:"
    for name in library.agendas:
        lesson = lessons[name]
        title = lesson.title.pick(language)
        yield f"  {words['lesson'].format(number=lesson.number, title=title)}"
        for slug, text in lesson.objectives.items():
            yield f"    {slug:22} {text.pick(language)}"


def _complain(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return 1
