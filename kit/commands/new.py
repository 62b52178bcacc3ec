"""`kit new`: files ready to fill."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kit.content.new import write_question
from kit.content.template import KINDS
from kit.paths import data_folder


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("new", help="make a file ready to fill")
    things = parser.add_subparsers(dest="thing", metavar="THING", required=True)
    question = things.add_parser("question", help="make a question file")
    question.add_argument("topic", metavar="TOPIC", help="the id of a lesson")
    question.add_argument("id", metavar="ID", help="lower-case words joined by hyphens")
    question.add_argument("--kind", choices=KINDS, default=KINDS[0], help="default: %(default)s")
    question.add_argument(
        "--data", type=Path, default=data_folder(), help="the folder with the data"
    )
    question.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    path = write_question(arguments.data, arguments.topic, arguments.id, arguments.kind)
    sys.stdout.write(
        f"{path}\n"
        "Next: fill it in (each comment says what is wanted), run `kit check`, and name the "
        f"question in a quiz of lessons/{arguments.topic}.toml.\n"
    )
    return 0
