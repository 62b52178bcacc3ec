"""`kit preview`: see one question in the browser while it is being written."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.commands.lab import read_port
from kit.content.interface import default_language, read_words
from kit.paths import data_folder
from kit.text import LANGUAGES

if TYPE_CHECKING:
    from kit.preview.server import Preview

Words = dict[str, str]


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("preview", help="see one question while you write it")
    parser.add_argument("question", metavar="QUESTION", help="its id: the name of its file")
    parser.add_argument("--language", choices=LANGUAGES, default=default_language())
    parser.add_argument("--data", type=Path, default=data_folder(), help="the folder with the data")
    parser.add_argument("--port", type=read_port, default=0, help="default: any free one")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    words = read_words("preview", arguments.language)
    try:
        server = _open(arguments)
    except LookupError as error:
        return _complain(_unknown(arguments.question, str(error), words))
    except OSError:
        return _complain(words["port-taken"].format(port=arguments.port))
    with server:
        _tell(words["address"].format(address=server.address))
        if not arguments.no_browser:
            webbrowser.open(server.address)
            _tell(words["open-yourself"])
        _tell(words["how-to-stop"])
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 130
    return 0


def _open(arguments: argparse.Namespace) -> Preview:
    from kit.preview.server import Preview
    from kit.preview.subject import Subject

    subject = Subject(arguments.data.absolute(), arguments.question)
    return Preview(subject, language=arguments.language, port=arguments.port)


def _unknown(question: str, close: str, words: Words) -> str:
    names = ", ".join(close.split())
    hint = words["close"].format(names=names) if names else ""
    return words["unknown"].format(question=question, close=hint).rstrip()


def _complain(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return 1


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
