"""What a page needs to give and mark the assessment by itself: blueprint, versions, words."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from kit.assessment.form import FormBank, read_form
from kit.content.interface import read_words
from kit.content.library import Library
from kit.content.records import Form, Lesson
from kit.reports import Reporter
from kit.text import LANGUAGES

Values = dict[str, Any]
FORMS: tuple[Form, ...] = get_args(Form)


def gather_exam(library: Library, language: str) -> Values:
    """Return the data of every form of the assessment, as JSON values in one language.

    The questions themselves stand in pools; the words are those that the kernel's desk has.

    Raises
    ------
    ContentError
        If a question or the blueprint is at fault.
    """
    banks = [read_form(library, form) for form in FORMS]
    blueprint = banks[0].blueprint
    words = _words(language)
    return {
        "forms": {bank.form: _form(bank) for bank in banks},
        "cells": [[*cell, count] for cell, count in blueprint.cells()],
        "points": msgspec.to_builtins(blueprint.points),
        "pass_percent": blueprint.pass_percent,
        "lesson_percent": blueprint.lesson_percent,
        "lessons": {
            slug: _lesson(slug, library.lessons[slug], banks[0], language)
            for slug in blueprint.lessons
        },
        "languages": [[one, words[f"language-{one}"]] for one in LANGUAGES],
        "sheets": {one: _sheet(library, banks[0], one) for one in LANGUAGES},
        "words": words,
    }


def _words(language: str) -> dict[str, str]:
    return read_words("assessment", language) | read_words("record", language)


def _form(bank: FormBank) -> Values:
    versions = bank.versions
    return {
        "bank": bank.version,
        "questions": {
            slug: {"version": versions[slug], **cell._asdict()} for slug, cell in bank.cells.items()
        },
    }


def _lesson(slug: str, lesson: Lesson, bank: FormBank, language: str) -> Values:
    """Return the name of a lesson, and for each objective its text and where it is explained."""
    page = f"{lesson.number:02}-{slug}.html"
    return {
        "name": Reporter(bank, {slug: lesson}, _words(language), language).name(slug),
        "aims": {
            aim: {"text": text.pick(language), "href": f"{page}#{lesson.places.get(aim, '')}"}
            for aim, text in lesson.objectives.items()
        },
    }


def _sheet(library: Library, bank: FormBank, language: str) -> Values:
    """Return the words of a record of completion, which may be in another language."""
    reporter = Reporter(bank, library.lessons, _words(language), language)
    return {
        "words": read_words("record", language),
        "lessons": {slug: reporter.name(slug) for slug in bank.blueprint.lessons},
    }
