"""The figures of the bank as a Markdown table, printed and kept in a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kit.content.check import Report
from kit.content.check.clues import Clue
from kit.content.check.coverage import MIN_QUESTIONS, Coverage
from kit.content.check.flaws import Flaws
from kit.content.check.positions import LEVEL, Positions
from kit.content.check.survey import Survey
from kit.content.faults import ContentError, Fault
from kit.text import LANGUAGES

BEGIN, END = "<!-- bank figures: begin -->", "<!-- bank figures: end -->"
_FLAWS = {
    "overlap": "Options that contain another of their question",
    "no-question": "Stems that ask nothing",
    "no-feedback": "Options and other parts without an explanation",
}
_Row = tuple[str, ...]


def show_bank(report: Report) -> str:
    """Return the table of the whole bank, a column a language."""
    bank = report.banks[""]
    rows = [
        ("Figure", *(f"`{language}`" for language in LANGUAGES), "Aim"),
        ("---",) * (len(LANGUAGES) + 2),
        _alike("Questions", str(bank.questions), ""),
        _clue_row("Longest option is right", bank.longest),
        _clue_row("Absolute words in wrong options only", report.survey.absolute),
        _position_row(report.survey.positions),
        *_flaw_rows(report.survey.flaws),
        _alike(
            "Level “remember”", f"{bank.levels['remember']} of {bank.questions}", "at most a third"
        ),
        _repeat_row(report.survey),
        *_coverage_rows(report.survey.coverage),
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _alike(figure: str, found: str, aim: str) -> _Row:
    """Return a row of what is the same in every language."""
    return (figure, *(found for _ in LANGUAGES), aim)


def _clue_row(figure: str, clues: Mapping[str, Clue]) -> _Row:
    chances = [f"{clues[name].chance:.0%}" for name in LANGUAGES if name in clues]
    aim = f"by chance {' and '.join(dict.fromkeys(chances))}" if chances else "none"
    return (figure, *(_share(clues.get(language)) for language in LANGUAGES), aim)


def _share(clue: Clue | None) -> str:
    if clue is None:
        return "none"
    low, high = clue.interval
    hits = f"{round(clue.hits, 1):g} of {clue.questions}"
    return f"{hits}: {clue.share:.0%} ({low:.0%} to {high:.0%})"


def _position_row(found: Positions) -> _Row:
    keys = ", ".join(map(str, found.keys))
    likely = ", ".join(f"{each:.1f}" for each in found.expected)
    return _alike(
        "Right options by place, first to last",
        f"{keys} (p = {found.probability:.2g})",
        f"by chance {likely}; p at least {LEVEL}",
    )


def _flaw_rows(flaws: Flaws) -> Iterator[_Row]:
    for flaw, figure in _FLAWS.items():
        yield (figure, *(str(flaws[flaw][language]) for language in LANGUAGES), "0")


def _repeat_row(found: Survey) -> _Row:
    repeats = (str(len(found.repeats[language])) for language in LANGUAGES)
    return ("Wrong options that are right elsewhere", *repeats, "neither answers the other")


def _coverage_rows(coverage: Mapping[str, Coverage]) -> Iterator[_Row]:
    enough = sum(not found.is_thin for found in coverage.values())
    in_forms = sum(not found.missing_forms for found in coverage.values())
    for figure, found in (
        (f"Objectives with at least {MIN_QUESTIONS} questions", enough),
        ("Objectives with questions in both forms", in_forms),
    ):
        yield _alike(figure, f"{found} of {len(coverage)}", "each that is assessed")


def list_work(report: Report) -> Iterator[str]:
    """Yield a line for each figure that asks an author to look at something."""
    thin = [name for name, found in report.survey.coverage.items() if found.is_thin]
    if thin:
        yield f"Objectives with fewer than {MIN_QUESTIONS} questions: {', '.join(thin)}."
    repeats = {each for found in report.survey.repeats.values() for each in found}
    for each in sorted(repeats):
        yield f"{each.question}, option {each.option}: right in {each.key_of}."


def write_bank(path: Path, table: str) -> None:
    """Put the table between the two markers of a document.

    Raises
    ------
    ContentError
        If the document cannot be read or written, or does not have each marker once, in order.
    """
    try:
        before, after = _split(path.read_text(encoding="utf-8"))
        path.write_text(f"{before}{BEGIN}\n{table}{END}{after}", encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        expected = f"a text in UTF-8 with a line “{BEGIN}” and below it a line “{END}”"
        raise ContentError([Fault(str(path), "", str(error), expected)]) from error


def _split(text: str) -> tuple[str, str]:
    before, *others = text.split(BEGIN)
    _, *after = "".join(others).split(END)
    if len(others) != 1 or len(after) != 1 or END in before:
        raise ValueError("markers that are missing, repeated or turned round")
    return before, after[0]
