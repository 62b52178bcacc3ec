"""`kit lab`: open a lesson in JupyterLab, alive."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kit.content.interface import default_language, read_words
from kit.paths import data_folder, is_own_case
from kit.text import LANGUAGES

if TYPE_CHECKING:
    from argparse import _SubParsersAction

DEFAULT_FOLDER = "iso9001-lessons"
LAST_PORT = 65535
LESSON_HELP = (
    "its id or its number; trainer/1 is the guide to it, trainer/agenda the agenda builder"
)


def add(commands: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    parser = commands.add_parser("lab", help="open a lesson in JupyterLab, alive")
    parser.add_argument("lesson", nargs="?", metavar="LESSON", help=LESSON_HELP)
    add_options(parser)
    parser.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be chosen whenever a lesson is opened."""
    parser.add_argument("--language", choices=LANGUAGES, default=default_language())
    parser.add_argument(
        "--folder",
        type=Path,
        default=_default_folder(),
        help="where your copies of the lessons are kept (default: %(default)s here)",
    )
    parser.add_argument("--port", type=read_port, help="a taken one moves on to the next free one")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def _default_folder() -> Path:
    """Return the folder of the copies; those of a case do not mix with those of the kit."""
    data = data_folder()
    return Path(f"{DEFAULT_FOLDER}-{data.name}" if is_own_case(data) else DEFAULT_FOLDER)


def read_port(text: str) -> int:
    """Return the number of a port.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is no number that a port can have.
    """
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f'got "{text}", expected a number from 1 to {LAST_PORT}')
    return int(text)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(arguments: argparse.Namespace) -> int:
    """Serve the lessons until Ctrl+C; return 1 with a message if they cannot start."""
    _tell(read_words("lab", arguments.language)["starting"])
    from kit.lab.launch import LaunchError, Order, open_lessons

    order = Order(
        language=arguments.language,
        lesson=arguments.lesson,
        folder=arguments.folder,
        port=arguments.port,
        has_browser=not arguments.no_browser,
    )
    try:
        open_lessons(order, _tell)
    except LaunchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
