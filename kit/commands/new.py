"""`kit new`: files ready to fill."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kit.case.new import CaseError, copy_file, require_case, start_case
from kit.content.interface import default_language, read_words
from kit.content.layers import CASE_HEAD
from kit.content.new import write_question
from kit.content.template import KINDS
from kit.paths import data_folder
from kit.text import LANGUAGES

# What `--name-en` and the like fill in, by their dotted keys in the head of a case.
_NAMES = {"name": ("name", "words.organisation"), "short": ("words.short",)}
_IN_PART = ("lessons/", "explorers/", "trust/", "glossary.toml", "misconceptions.toml")


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("new", help="make a file ready to fill, or a case of your own")
    things = parser.add_subparsers(dest="thing", metavar="THING", required=True)
    _add_question(things)
    _add_case(things)
    copy = things.add_parser("copy", help="copy a file of the kit into your case, to change it")
    copy.add_argument("name", metavar="FILE", help="its name as `kit check` shows it")
    copy.set_defaults(run=_copy)


def _add_question(things: Any) -> None:
    question = things.add_parser("question", help="make a question file")
    question.add_argument("topic", metavar="TOPIC", help="the id of a lesson")
    question.add_argument("id", metavar="ID", help="lower-case words joined by hyphens")
    question.add_argument("--kind", choices=KINDS, default=KINDS[0], help="default: %(default)s")
    question.add_argument(
        "--data", type=Path, default=data_folder(), help="the folder with the data"
    )
    question.set_defaults(run=_new_question)


def _add_case(things: Any) -> None:
    case = things.add_parser("case", help="start a case of your own organisation")
    case.add_argument(
        "folder", metavar="FOLDER", type=Path, help="a folder that does not exist yet"
    )
    for what, about in (
        ("name", "full name, as at the beginning of a sentence"),
        ("short", "short name"),
    ):
        for language in LANGUAGES:
            case.add_argument(f"--{what}-{language}", metavar="NAME", help=f"{about} ({language})")
    case.set_defaults(run=_new_case)


def _new_question(arguments: argparse.Namespace) -> int:
    path = write_question(arguments.data, arguments.topic, arguments.id, arguments.kind)
    sys.stdout.write(
        f"{path}\n"
        "Next: fill it in (each comment says what is wanted), run `kit check`, and name the "
        f"question in a quiz of lessons/{arguments.topic}.toml.\n"
    )
    return 0


def _new_case(arguments: argparse.Namespace) -> int:
    words, folder = read_words("case", default_language()), arguments.folder.expanduser()
    given = vars(arguments)
    names = {
        f"{key}.{language}": given[f"{what}_{language}"]
        for what, keys in _NAMES.items()
        for key in keys
        for language in LANGUAGES
        if given[f"{what}_{language}"]
    }
    try:
        start_case(folder, names, words)
    except CaseError as error:
        return _complain(error)
    for key in ("made", "made-next", "made-check", "made-open"):
        sys.stdout.write(f"{words[key].format(folder=folder, head=folder / CASE_HEAD)}\n")
    return 0


def _copy(arguments: argparse.Namespace) -> int:
    words, folder = read_words("case", default_language()), data_folder()
    try:
        require_case(folder, words)
        path = copy_file(folder, arguments.name, words)
    except CaseError as error:
        return _complain(error)
    sys.stdout.write(f"{words['copied'].format(path=path)}\n")
    if arguments.name.startswith(_IN_PART):
        sys.stdout.write(f"{words['copy-in-part']}\n")
    return 0


def _complain(error: CaseError) -> int:
    sys.stderr.write(f"{error}\n")
    return 1
