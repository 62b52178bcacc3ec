"""`kit check`: every fault of all content at once, and what was checked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kit.case.check import check_own_case
from kit.case.choices import Standing
from kit.case.telling import tell_standing
from kit.commands.bank_table import list_work, show_bank, write_bank
from kit.content.check import Report, check_folder
from kit.content.check.bank import LEVELS, Bank
from kit.content.interface import default_language
from kit.content.library import Library
from kit.paths import data_folder, is_own_case
from kit.text import LANGUAGES

LISTED = 10
_ALL = "all"


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="check all content and report every fault")
    parser.add_argument("--data", type=Path, default=data_folder(), help="the folder with the data")
    parser.add_argument("--bank", action="store_true", help="show the figures of all questions")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="with --bank: put them into a document"
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    report, standing = _check(arguments.data)
    figures = show_bank(report) if arguments.bank or arguments.write else ""
    lines = [
        *map(str, report.faults),
        *_table(report),
        "",
        *_bank(report, figures),
        *_summary(report),
        *_tell(arguments.data, standing),
    ]
    _write("\n".join(lines).lstrip("\n") + "\n")
    if arguments.write:
        write_bank(arguments.write, figures)
    return 1 if report.faults else 0


def _check(folder: Path) -> tuple[Report, Standing | None]:
    """Return the report on a folder; for a case of one's own also what speaks of the kit's."""
    report = check_folder(folder)
    if not is_own_case(folder):
        return report, None
    case = check_own_case(folder)
    faults = tuple(sorted({*report.faults, *case.faults}))
    return msgspec.structs.replace(report, faults=faults), case.standing


def _tell(folder: Path, standing: Standing | None) -> Iterator[str]:
    if standing is not None:
        yield ""
        yield from tell_standing(Library(folder), standing, default_language())


def _bank(report: Report, figures: str) -> Iterator[str]:
    if figures:
        yield "The bank, by language (95 % intervals):"
        yield from [figures, *list_work(report), ""]


def _write(text: str) -> None:
    """Write a text, with escapes for letters that the output cannot show."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _summary(report: Report) -> Iterator[str]:
    yield (
        f"Checked {_count(report.files, 'file')}: {_count(report.questions, 'question')}, "
        f"{_count(report.texts, 'text')} in {len(LANGUAGES)} languages, "
        f"{_count(report.references, 'reference')}."
    )
    for what, ids in (
        ("Not in a quiz yet", report.not_in_a_quiz),
        ("Objectives without a question", report.not_asked),
    ):
        if ids:
            more = ", …" if len(ids) > LISTED else ""
            yield f"{what}: {len(ids)} ({', '.join(ids[:LISTED])}{more})."
    files = len({fault.file for fault in report.faults})
    yield (
        f"{_count(len(report.faults), 'fault')} in {_count(files, 'file')}."
        if files
        else "No faults."
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _table(report: Report) -> Iterator[str]:
    """Yield the lines of a table: levels, and how often the longest option is the key."""
    if not report.banks[""].questions:
        return
    rows = [_heads(), *(_row(topic or _ALL, bank) for topic, bank in report.banks.items())]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield ""
    yield "Levels, and the share of questions whose longest option is right (95 % interval):"
    for first, *others in rows:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells])


def _heads() -> list[str]:
    return ["topic", "questions", *LEVELS, "chance", *(f"longest {name}" for name in LANGUAGES)]


def _row(topic: str, bank: Bank) -> list[str]:
    return [
        topic,
        str(bank.questions),
        *(str(bank.levels[level]) for level in LEVELS),
        next((f"{longest.chance:.0%}" for longest in bank.longest.values()), ""),
        *(_share(bank, language) for language in LANGUAGES),
    ]


def _share(bank: Bank, language: str) -> str:
    if language not in bank.longest:
        return ""
    longest = bank.longest[language]
    low, high = longest.interval
    return f"{longest.share:.0%} ({low:.0%} to {high:.0%})"
