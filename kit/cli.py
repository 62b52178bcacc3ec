"""The command line: one parser, a module a command, errors in words."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from kit.content.faults import ContentError

COMMANDS = (
    "lab",
    "review",
    "print",
    "check",
    "new",
    "preview",
    "site",
    "agenda",
    "pair",
    "schema",
    "progress",
    "statistics",
)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every command added to it."""
    parser = argparse.ArgumentParser(
        prog="kit",
        description="Lessons on ISO 9001 that open alive.",
        epilog="Every command also takes --case FOLDER: a case of your own, from `kit new case`.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"kit.commands.{name}").add(commands)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; `kit` alone is `kit lab`."""
    front = argparse.ArgumentParser(prog="kit", add_help=False, allow_abbrev=False)
    front.add_argument("--case", type=Path)
    asked, rest = front.parse_known_args(arguments)
    starts_lab = not rest or (rest[0].startswith("-") and rest[0] not in {"-h", "--help"})
    try:
        with _reading(asked.case):
            chosen = build_parser().parse_args(["lab", *rest] if starts_lab else rest)
            code: int = chosen.run(chosen)
    except (ContentError, NoCaseError) as error:
        return _complain(str(error))
    return code


class NoCaseError(Exception):
    """Raised when a folder is named as a case and is none; the message says what to do."""


@contextmanager
def _reading(case: Path | None) -> Iterator[None]:
    """Read all content from a case of one's own while a command runs."""
    if case is None:
        yield
        return
    folder = case.expanduser().absolute()
    _require_case(folder)
    before = os.environ.get("KIT_DATA")
    # Also for the programs that a command starts, such as the kernels of the lessons.
    os.environ["KIT_DATA"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["KIT_DATA"]
        else:
            os.environ["KIT_DATA"] = before


def _require_case(folder: Path) -> None:
    from kit.content.interface import default_language, read_words
    from kit.paths import OWN_CASE, is_own_case

    if not is_own_case(folder):
        words = read_words("case", default_language())
        raise NoCaseError(words["no-case"].format(folder=folder, file=OWN_CASE))


def _complain(message: str) -> int:
    print(message, file=sys.stderr)  # noqa: T201
    return 1
