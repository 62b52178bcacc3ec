"""`kit schema`: a JSON Schema of a sort of file, for editors."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from kit.content.schema import SCHEMAS, make_schema


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("schema", help="print a JSON Schema for editors")
    parser.add_argument(
        "name",
        choices=SCHEMAS,
        nargs="?",
        default="question",
        metavar="NAME",
        help=f"one of {', '.join(SCHEMAS)}; default: %(default)s",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    schema = make_schema(arguments.name)
    sys.stdout.write(json.dumps(schema, indent=2) + "\n")
    return 0
