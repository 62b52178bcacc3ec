"""The fictional certificates to examine, with a task each, and what the trainer may say of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kit import blocks
from kit.content.interface import read_words
from kit.content.library import Library
from kit.explorers.certificate_reader import JUDGE, REGISTER, WHOLE
from kit.explorers.explorer import Explorer, Setting
from kit.explorers.registry import build
from kit.figures.certificate import describe_certificate, draw_certificate
from kit.paper.pictures import picture
from kit.paper.rich import read_html
from kit.paper.workbook import frame

Values = dict[str, Any]


def make_certificates(library: Library, language: str, today: date) -> Values:
    """Return the certificate of the case and the doubtful ones, each with its task."""
    words, case = read_words("paper", language), library.case
    drawn = draw_certificate(case, read_words("certificate", language), language)
    said = describe_certificate(case, language)
    first = {
        "name": words["certificate-of-case"],
        "picture": picture(drawn, said),
        "task": words["task-certificate"],
        "parts": [part.name.pick(language) for part in case.certificate.values()],
    }
    reader = _reader(library, language, today)
    pages = [first, *_specimens(reader, library, words, language)]
    shown = frame(words, language, words["title-certificates"], words["fictional"])
    return shown | {"pages": pages}


def _specimens(
    reader: Explorer, library: Library, words: dict[str, str], language: str
) -> Iterator[Values]:
    for slug, specimen in library.certificate_reading.specimens.items():
        state = {"specimen": slug, "look": WHOLE}
        yield {
            "name": specimen.name.pick(language),
            "picture": picture_of(reader, state),
            "task": words["task-doubt"],
            "parts": [],
        }


def picture_of(explorer: Explorer, state: dict[str, str]) -> Values:
    """Return the drawing of a state; its words are its text alternative."""
    figure = explorer.draw(state)
    if figure is None:
        raise ValueError(f"state: got {state!r}, expected one that is drawn.")
    return picture(figure, explorer.describe(state))


def make_certificate_key(library: Library, language: str, today: date) -> Values:
    """Return what to say of each certificate, and what the register says when asked."""
    words, lesson_words = read_words("paper", language), read_words("lesson", language)
    parts = library.case.certificate.values()
    first = {
        "title": words["certificate-of-case"],
        "blocks": read_html(blocks.explain_certificate(parts, lesson_words, language)),
    }
    reader = _reader(library, language, today)
    told = [
        {
            "title": specimen.name.pick(language),
            "register": words["register"].format(
                says=reader.describe({"specimen": slug, "look": REGISTER})
            ),
            "blocks": read_html(reader.tell({"specimen": slug, "look": JUDGE})),
        }
        for slug, specimen in library.certificate_reading.specimens.items()
    ]
    shown = frame(words, language, words["title-certificates-key"], words["for-trainers"])
    return shown | {"parts": [first, *told]}


def _reader(library: Library, language: str, today: date) -> Explorer:
    return build("certificate-reader", Setting(library=library, language=language, today=today))
