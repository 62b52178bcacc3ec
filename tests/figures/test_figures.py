"""The figures of the case: what is on them in both languages, and that they follow the page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from msgspec.structs import replace

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.figures.certificate import describe_certificate, draw_certificate
from kit.figures.parties import describe_parties, draw_parties
from kit.figures.svg import to_svg
from kit.figures.theme import TOKENS
from kit.text import LANGUAGES, Text
from kit.widgets.front import read_style

CASE = open_library().case
both = pytest.mark.parametrize("language", LANGUAGES)


def draw_both(language: str) -> list[Figure]:
    words = read_words("certificate", language)
    return [draw_parties(CASE, language), draw_certificate(CASE, words, language)]


def texts(figure: Figure) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in figure.axes[0].texts)


@both
def test_the_parties_are_boxes_and_their_relations_arrows(language: str) -> None:
    figure = draw_parties(CASE, language)
    patches = figure.axes[0].patches
    assert sum(isinstance(one, FancyBboxPatch) for one in patches) == len(CASE.parties)
    assert sum(isinstance(one, FancyArrowPatch) for one in patches) == len(CASE.relations)
    for party in CASE.parties.values():
        assert party.name.pick(language) in texts(figure)
        assert " ".join(party.does.pick(language).split()) in texts(figure)


@both
def test_the_parties_are_told_in_words_too(language: str) -> None:
    words = describe_parties(CASE, language)
    assert words.count(".") == len(CASE.relations)
    assert all(one.verb.pick(language) in words for one in CASE.relations)


@both
def test_the_certificate_shows_each_part_by_number_and_says_that_it_is_fictional(
    language: str,
) -> None:
    words = read_words("certificate", language)
    shown = texts(draw_certificate(CASE, words, language))
    assert words["fictional"] in shown
    assert words["note"] in shown
    for number, part in enumerate(CASE.certificate.values(), start=1):
        assert part.shows.pick(language) in shown
        assert f"{number}. {part.name.pick(language)}" in describe_certificate(CASE, language)


@both
def test_no_text_leaves_the_figure(language: str) -> None:
    for figure in draw_both(language):
        figure.canvas.draw()
        page = figure.bbox
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert page.x0 <= box.x0 < box.x1 <= page.x1, text.get_text()
            assert page.y0 <= box.y0 < box.y1 <= page.y1, text.get_text()


def test_a_party_without_a_place_is_named() -> None:
    strange = replace(CASE, parties=CASE.parties | {"eu": CASE.parties["iso"]})
    with pytest.raises(LookupError, match="eu"):
        draw_parties(strange, "en")


@both
def test_a_long_name_stays_in_its_box_and_off_its_text(language: str) -> None:
    long = Text(en="Cedar Certification (fictional)", bg="„Кедър Сертификация“ (измислена)")
    parties = {slug: replace(party, name=long) for slug, party in CASE.parties.items()}
    figure = draw_parties(replace(CASE, parties=parties), language)
    figure.draw_without_rendering()
    boxes = [one for one in figure.axes[0].patches if isinstance(one, FancyBboxPatch)]
    named = [one for one in figure.axes[0].texts if one.get_weight() == "bold"]
    for box, name in zip(boxes, named, strict=True):
        outer, inner = box.get_window_extent(), name.get_window_extent()
        assert outer.x0 < inner.x0 < inner.x1 < outer.x1
        assert outer.y0 < inner.y0 < inner.y1 < outer.y1
        others = [one for one in figure.axes[0].texts if one is not name]
        assert not any(inner.overlaps(one.get_window_extent()) for one in others)


@both
def test_svg_is_one_named_element_in_the_colours_of_the_page(language: str) -> None:
    for figure in draw_both(language):
        svg = to_svg(figure, 'It says "so" & <thus>.')
        root = ElementTree.fromstring(svg)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-label"] == 'It says "so" & <thus>.'
        assert "width" not in root.attrib
        bare = re.sub(r"var\(--kit-[a-z-]+, #[0-9a-f]{6}\)", "", svg)
        assert [colour for colour in TOKENS if colour in bare] == []
        assert "var(--kit-sea" in svg


def test_two_figures_on_a_page_share_no_id() -> None:
    first, second = (to_svg(draw_parties(CASE, "en"), "words") for _ in range(2))
    ids = [set(re.findall(r'\bid="([^"]+)"', svg)) for svg in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]
    for svg, own in zip((first, second), ids, strict=True):
        assert set(re.findall(r'href="#([^"]+)"', svg)) <= own


def test_the_colours_of_figures_are_those_of_the_look() -> None:
    light = read_style("page").split("[data-jp-theme-light", 1)[0]
    for colour, token in TOKENS.items():
        assert f"--kit-{token}: {colour}" in light
