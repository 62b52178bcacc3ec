"""The fictional certificates to examine, with a task each, and what the trainer may say of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kit import blocks
from kit.content.interface import read_words
from kit.content.library import Library
from kit.explorers.certificate_reader import REGISTER, WHOLE
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
    for slug in _specimen_ids(library):
        specimen = library.certificate_reading.specimens[slug]
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


def make_certificate_key(library: Library, language: str) -> Values:
    """Return what to say of each certificate, what the register says, and how one verifies."""
    words, lesson_words = read_words("paper", language), read_words("lesson", language)
    parts = library.case.certificate.values()
    first = {
        "title": words["certificate-of-case"],
        "blocks": read_html(blocks.explain_certificate(parts, lesson_words, language)),
    }
    told = [_judge(slug, library, language) for slug in _specimen_ids(library)]
    shown = frame(words, language, words["title-certificates-key"], words["for-trainers"])
    return shown | {"parts": [first, *told, _tell_ways(library, language)]}


def _specimen_ids(library: Library) -> list[str]:
    return list(library.certificate_reading.specimens)


def _judge(slug: str, library: Library, language: str) -> Values:
    """Return what is to be said of one certificate, each doubt under the number of its part."""
    words, reading = read_words("paper", language), library.certificate_reading
    specimen, numbers = reading.specimens[slug], list(reading.parts)
    doubts = [
        [
            " / ".join(str(numbers.index(part) + 1) for part in (doubt.part, *doubt.also)),
            doubt.what.pick(language),
            doubt.verify.pick(language),
        ]
        for doubt in specimen.doubts
    ]
    register = specimen.shows.get(REGISTER) or reading.parts[REGISTER].shows
    return {
        "title": specimen.name.pick(language),
        "told": specimen.told.pick(language),
        "register": words["register"].format(says=register.pick(language)) if register else "",
        "doubts": doubts,
        "blocks": [],
    }


def _tell_ways(library: Library, language: str) -> Values:
    words = library.explorer_words("certificate-reader", language)
    ways = library.certificate_reading.ways.values()
    rows = [[text.pick(language) for text in (way.name, way.then, way.now)] for way in ways]
    heads = [words[key] for key in ("way", "then", "now")]
    return {"title": words["verify-head"], "heads": heads, "rows": rows, "blocks": []}


def _reader(library: Library, language: str, today: date) -> Explorer:
    return build("certificate-reader", Setting(library=library, language=language, today=today))
