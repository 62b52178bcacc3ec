"""Which sheets there are: for each its file name, its template, and how to make its values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from kit.content.library import Library
from kit.content.records import Form
from kit.figures.theme import fonts_folder
from kit.paper.cards import make_cards
from kit.paper.certificates import make_certificate_key, make_certificates
from kit.paper.leaflets import make_glossary, make_self_assessment
from kit.paper.workbook import LessonSheets
from kit.typeset import typeset

Values = dict[str, Any]
FORMS: tuple[Form, ...] = get_args(Form)
OF_A_LESSON = ("workbook", "test", "key")
KINDS = (*OF_A_LESSON, "cards", "certificates", "self-assessment", "glossary")
_TEMPLATES = Path(__file__).parent


class Order(Struct, frozen=True, kw_only=True):
    """Say what to print: kinds of sheets, of which lessons and forms, in which language."""

    language: str
    today: date
    kinds: Sequence[str] = KINDS
    lessons: Sequence[str] = ()
    forms: Sequence[Form] = FORMS
    seed: str = "1"


class Sheet(Struct, frozen=True, kw_only=True):
    """Be one sheet that can be made."""

    name: str
    template: str
    make: Callable[[], Values]

    def set_type(self) -> bytes:
        """Return the sheet as PDF."""
        return typeset(_TEMPLATES / f"{self.template}.typ", self.make(), fonts=fonts_folder())


def list_sheets(order: Order, library: Library) -> Iterator[Sheet]:
    """Yield the sheets of an order; nothing is made before it is asked for.

    Raises
    ------
    ContentError
        If there is no such lesson, or content is at fault.
    """
    for lesson_id in order.lessons or library.lessons:
        yield from _sheets_of_lesson(lesson_id, order, library)
    yield from _other_sheets(order, library)


def _sheets_of_lesson(lesson_id: str, order: Order, library: Library) -> Iterator[Sheet]:
    sheets = LessonSheets(
        lesson_id, language=order.language, library=library, seed=order.seed, today=order.today
    )
    test = sheets.find_test() if {"test", "key"} & {*order.kinds} else None
    lesson = f"{library.lesson(lesson_id).number:02}-{lesson_id}"
    if "workbook" in order.kinds and sheets.has_workbook:
        name = f"workbook-{lesson}-{order.language}.pdf"
        yield Sheet(name=name, template="workbook", make=sheets.workbook)
    for form in order.forms if test and "test" in order.kinds else ():
        name = f"test-{lesson}-{form}-{order.language}.pdf"
        yield Sheet(name=name, template="test", make=_bind(sheets.test, test, form))
    if "key" in order.kinds and (test or sheets.has_workbook):
        name = f"key-{lesson}-{order.language}.pdf"
        yield Sheet(name=name, template="key", make=_bind(sheets.key, test))


def _other_sheets(order: Order, library: Library) -> Iterator[Sheet]:
    language, today = order.language, order.today
    makers: dict[str, tuple[tuple[str, Callable[[], Values]], ...]] = {
        "cards": (("cards", _bind(make_cards, library, language)),),
        "certificates": (
            ("certificates", _bind(make_certificates, library, language, today)),
            ("certificates-key", _bind(make_certificate_key, library, language)),
        ),
        "self-assessment": (("self-assessment", _bind(make_self_assessment, library, language)),),
        "glossary": (("glossary", _bind(make_glossary, library, language)),),
    }
    for kind in order.kinds:
        for template, make in makers.get(kind, ()):
            yield Sheet(name=f"{template}-{language}.pdf", template=template, make=make)


def _bind(make: Callable[..., Values], *arguments: Any) -> Callable[[], Values]:
    return lambda: make(*arguments)
