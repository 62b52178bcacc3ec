"""The figures that lessons show by name: each a drawing, and the same finding in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.content.interface import read_words
from kit.logbook import Logbook

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    Exhibit = tuple[Figure, str]


def _show_parties(logbook: Logbook) -> Exhibit:
    from kit.figures.parties import describe_parties, draw_parties

    case, language = logbook.library.case, logbook.language
    return draw_parties(case, language), describe_parties(case, language)


def _show_certificate(logbook: Logbook) -> Exhibit:
    from kit.figures.certificate import describe_certificate, draw_certificate

    case, language = logbook.library.case, logbook.language
    drawn = draw_certificate(case, read_words("certificate", language), language)
    return drawn, describe_certificate(case, language)


def _show_review(logbook: Logbook) -> Exhibit:
    from kit.figures.review import describe_review, draw_review

    outlook, language = logbook.look_back().outlook, logbook.language
    words, lessons = read_words("review", language), logbook.library.lessons
    titles = {slug: one.title.pick(language) for slug, one in lessons.items()}
    return draw_review(outlook, titles, words), describe_review(outlook, titles, words)


EXHIBITS: Mapping[str, Callable[[Logbook], Exhibit]] = MappingProxyType(
    {"who-did-what": _show_parties, "certificate": _show_certificate, "review": _show_review}
)


def show_exhibit(name: str, logbook: Logbook) -> Exhibit:
    """Return the figure of this name, and its finding in words.

    Raises
    ------
    LookupError
        If the kit has no figure of this name.
    """
    if name not in EXHIBITS:
        raise LookupError(f'figure: got "{name}", expected one of {", ".join(EXHIBITS)}.')
    return EXHIBITS[name](logbook)
