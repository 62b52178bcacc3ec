"""`kit print`: workbooks, tests with their key, cards and other sheets as PDF."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from kit.content.interface import default_language, read_words
from kit.content.library import Library, open_library
from kit.content.records import Form
from kit.text import LANGUAGES

if TYPE_CHECKING:
    from kit.paper.sheets import Order

ALL = "all"
# What `kit.paper.sheets` makes; it is imported only when it is asked to.
WHAT = ("workbook", "test", "key", "cards", "certificates", "self-assessment", "glossary")
FORMS: tuple[Form, ...] = get_args(Form)


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("print", help="make workbooks, tests and other sheets as PDF")
    parser.add_argument(
        "what",
        nargs="*",
        metavar="WHAT",
        choices=(*WHAT, ALL),
        default=ALL,
        help=f"{', '.join(WHAT)}; default: all of them",
    )
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument(
        "--folder", type=Path, default=Path("iso9001-print"), help="default: %(default)s"
    )
    parser.add_argument(
        "--lesson", action="append", metavar="LESSON", help="only the sheets of this lesson"
    )
    parser.add_argument("--form", choices=FORMS, help="only this form of the tests")
    parser.add_argument(
        "--seed",
        default="1",
        help="another word mixes the options anew; it is printed on the sheets",
    )
    parser.add_argument("--replace", action="store_true", help="replace files of the same name")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from kit.paper.sheets import list_sheets

    language = arguments.language or default_language()
    words, library = read_words("paper-command", language), open_library()
    found = {one: _find(library, one) for one in arguments.lesson or ()}
    if strange := [one for one, slug in found.items() if slug is None]:
        known = ", ".join(library.lessons)
        return _complain(words["no-lesson"].format(lesson=strange[0], known=known))
    lessons = tuple(slug for slug in found.values() if slug)
    written = 0
    for sheet in list_sheets(_read_order(arguments, language, lessons), library):
        pdf = sheet.set_type()
        try:
            _tell(_keep(arguments, sheet.name, pdf, words))
        except OSError as error:
            reason = error.strerror or str(error)
            return _complain(words["unwritable"].format(folder=arguments.folder, reason=reason))
        written += 1
    if not written:
        return _complain(words["nothing"])
    _tell(words["done"].format(n=written, folder=arguments.folder.resolve()))
    return 0


def _find(library: Library, wanted: str) -> str | None:
    """Return the id of the lesson of this id or number."""
    lessons = library.lessons.items()
    names = (slug for slug, one in lessons if wanted in {slug, str(one.number), f"{one.number:02}"})
    return next(names, None)


def _read_order(arguments: argparse.Namespace, language: str, lessons: tuple[str, ...]) -> Order:
    from kit.paper.sheets import Order

    chosen = {arguments.what} if isinstance(arguments.what, str) else {*arguments.what}
    return Order(
        language=language,
        today=date.today(),
        kinds=WHAT if ALL in chosen else tuple(kind for kind in WHAT if kind in chosen),
        lessons=lessons,
        forms=tuple(form for form in FORMS if arguments.form in (None, form)),
        seed=arguments.seed,
    )


def _keep(arguments: argparse.Namespace, name: str, pdf: bytes, words: dict[str, str]) -> str:
    from kit.paper.files import write_sheet

    file, fate = write_sheet(arguments.folder, name, pdf, may_replace=arguments.replace)
    return words[fate].format(file=file, name=name)


def _complain(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return 1


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
