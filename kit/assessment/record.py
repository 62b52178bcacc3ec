"""The record of completion: one sheet as PDF, made on this computer, saved without overwriting."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from kit.assessment.attempt import Attempt
from kit.assessment.form import FormBank
from kit.assessment.marking import Marks
from kit.text import check_language
from kit.typeset import typeset

TEMPLATE = Path(__file__).with_name("record.typ")
_SPACES = re.compile(r"\s+")
Words = Mapping[str, str]


class RecordRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """Hold what a learner asks for: a name, as typed, and a language.

    Raises
    ------
    ValueError
        If there is no name, or the kit does not speak the language.
    """

    name: Annotated[str, Meta(max_length=120)]
    language: str

    def __post_init__(self) -> None:
        tidy = "".join(sign for sign in _SPACES.sub(" ", self.name) if sign.isprintable()).strip()
        if not tidy:
            raise ValueError(f"name: got {self.name!r}, expected at least one letter.")
        try:
            check_language(self.language)
        except LookupError as error:
            raise ValueError(str(error)) from error
        msgspec.structs.force_setattr(self, "name", tidy)


class Sheet(Struct, frozen=True, kw_only=True):
    """Hold what a record of completion tells."""

    name: str
    language: str
    attempt: Attempt
    marks: Marks
    bank: FormBank

    @property
    def day(self) -> date:
        """The day on which the attempt was handed in, where the learner is."""
        moment = self.attempt.handed_in or self.attempt.latest
        return moment.astimezone().date()


def make_record(
    sheet: Sheet,
    *,
    name_lesson: Callable[[str], str],
    number: Callable[[float], str],
    words: Words,
    fonts: Path,
) -> bytes:
    """Return the sheet as PDF.

    Parameters
    ----------
    name_lesson, number
        Write the name of a lesson and a number in the language of the sheet.
    words
        The section `record` of the interface words in that language.
    fonts
        The folder with DejaVu Sans.
    """
    return typeset(TEMPLATE, _shown(sheet, name_lesson, number, words), fonts=fonts)


def _shown(
    sheet: Sheet, name_lesson: Callable[[str], str], number: Callable[[float], str], words: Words
) -> dict[str, Any]:
    """Return every text of the sheet."""
    total, rules, day = sheet.marks.total, sheet.bank.blueprint, sheet.day
    lessons = sheet.marks.lessons.items()
    plan = sheet.attempt.plan
    month = words["months"].split()[day.month - 1]
    facts = {
        "sheet-date": words["sheet-day"].format(day=day.day, month=month, year=day.year),
        "sheet-form": sheet.bank.form,
        "sheet-bank": plan.bank if plan else sheet.bank.version,
    }
    return {
        "language": sheet.language,
        "day": [day.year, day.month, day.day],
        "title": words["sheet-title"],
        "subtitle": words["sheet-subtitle"],
        "name": sheet.name,
        "says": words["sheet-says"],
        "score": words["sheet-score"].format(
            points=number(total.points), most=total.most, percent=int(total.share * 100 + 1e-9)
        ),
        "head": [words["sheet-lesson"], words["sheet-points"]],
        "lessons": [
            [name_lesson(slug), f"{number(got.points)} / {got.most}"] for slug, got in lessons
        ],
        "facts": [[words[key], text] for key, text in facts.items()],
        "pass": words["sheet-pass"].format(total=rules.pass_percent, lesson=rules.lesson_percent),
        "note": words["sheet-note"],
    }


def save_record(pdf: bytes, sheet: Sheet, folder: Path, words: Words) -> dict[str, Any]:
    """Save a sheet under a name that no file has yet.

    Returns
    -------
    dict
        `file`, its name, and `text`, what to tell the learner: where it is, or why it is not.
    """
    stem = f"record-of-completion-{sheet.day.isoformat()}-{sheet.bank.form}"
    number = 1
    while True:
        file = folder / (f"{stem}-{number}.pdf" if number > 1 else f"{stem}.pdf")
        try:
            with file.open("xb") as opened:
                opened.write(pdf)
        except FileExistsError:
            number += 1
        except OSError as error:
            reason = error.strerror or str(error)
            text = words["record-unwritable"].format(folder=folder, reason=reason)
            return {"file": file.name, "text": text}
        else:
            return {"file": file.name, "text": words["record-saved"].format(file=file)}
