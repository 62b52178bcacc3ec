"""The command line: one parser, a module a command, errors in words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from kit.content.faults import ContentError

COMMANDS = (
    "lab",
    "review",
    "check",
    "new",
    "preview",
    "site",
    "pair",
    "schema",
    "progress",
    "statistics",
)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every command added to it."""
    parser = argparse.ArgumentParser(prog="kit", description="Lessons on ISO 9001 that open alive.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"kit.commands.{name}").add(commands)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; `kit` alone is `kit lab`."""
    starts_lab = not arguments or (
        arguments[0].startswith("-") and arguments[0] not in {"-h", "--help"}
    )
    chosen = build_parser().parse_args(["lab", *arguments] if starts_lab else arguments)
    try:
        code: int = chosen.run(chosen)
    except ContentError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return code
