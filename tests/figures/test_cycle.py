"""The timeline of a certificate: bands, marks and labels, in both languages."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kit.content.library import open_library
from kit.explorers.cycle_planner import CyclePlanner
from kit.explorers.what_if import WhatIf
from kit.figures.cycle import Band, Mark, draw_cycle
from kit.figures.spread import spread
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)
CYCLE = [
    Band(first=date(2012, 10, 1), last=date(2013, 1, 29), look="in-certification", said="not yet"),
    Band(first=date(2013, 1, 29), last=date(2014, 3, 1), look="valid", said="valid"),
    Band(first=date(2014, 3, 1), last=date(2014, 9, 1), look="suspended", said="suspended"),
]
MARKS = [
    Mark(day=date(2013, 1, 29), look="event", said="decided"),
    Mark(day=date(2013, 12, 14), look="missed", said="missed"),
    Mark(day=date(2014, 6, 2), look="asked", said="asked about"),
]


def draw(title: str = "Title", note: str = "Note") -> Figure:
    return draw_cycle(title, note, CYCLE, MARKS)


def texts(figure: Figure) -> list[str]:
    return [" ".join(text.get_text().split()) for text in figure.axes[0].texts]


def planner(language: str, number: int) -> Figure:
    explorer = CyclePlanner(make_setting(language))
    figure = explorer.draw(list(explorer.frames())[number])
    assert figure is not None
    return figure


def test_each_state_is_a_band_that_begins_where_the_one_before_ends() -> None:
    boxes = [patch for patch in draw().axes[0].patches if isinstance(patch, Rectangle)]
    assert len(boxes) == len(CYCLE)
    for one, other in itertools.pairwise(boxes):
        assert one.get_y() + one.get_height() == pytest.approx(other.get_y())


def test_states_differ_by_more_than_colour() -> None:
    boxes = [patch for patch in draw().axes[0].patches if isinstance(patch, Rectangle)]
    assert len({(box.get_hatch(), box.get_facecolor()) for box in boxes}) == len(boxes)
    assert {"not yet", "valid", "suspended"} <= set(texts(draw()))


def test_each_mark_has_a_shape_of_its_own_and_a_label() -> None:
    markers = {line.get_marker() for line in draw().axes[0].lines} - {"None", ""}
    assert len(markers) == len(MARKS)
    assert {mark.said for mark in MARKS} <= set(texts(draw()))


def test_title_note_and_years_are_written() -> None:
    assert {"A finding", "Rules", "2013", "2014"} <= set(texts(draw("A finding", "Rules")))


def extents(figure: Figure) -> list[tuple[str, tuple[float, float, float, float]]]:
    figure.canvas.draw()
    return [(text.get_text(), text.get_window_extent().extents) for text in figure.axes[0].texts]


@both
@pytest.mark.parametrize("number", range(0, 13, 2))
def test_no_text_leaves_the_figure_or_covers_another(language: str, number: int) -> None:
    figure = planner(language, number)
    found, page = extents(figure), figure.bbox
    for name, (left, low, right, high) in found:
        assert page.x0 <= left < right <= page.x1, name
        assert page.y0 <= low < high <= page.y1, name
    for place, (name, one) in enumerate(found):
        for other_name, other in found[place + 1 :]:
            is_beside = one[2] <= other[0] or other[2] <= one[0]
            is_above = one[3] <= other[1] or other[3] <= one[1]
            assert is_beside or is_above, (name, other_name)


@both
def test_the_model_and_the_scenes_are_labelled_as_made_up(language: str) -> None:
    words = open_library().explorer_words("cycle-planner", language)
    assert words["figure-model"].split(". ")[1] in " ".join(texts(planner(language, 0)))
    assert words["figure-tried"].split(". ")[1] in " ".join(texts(planner(language, 4)))
    explorer = WhatIf(make_setting(language))
    figure = explorer.draw(explorer.start())
    note = open_library().explorer_words("what-if", language)["note"]
    assert figure is not None
    assert note.split(". ")[1] in " ".join(texts(figure))


@both
def test_the_title_says_how_the_certificate_stands_on_the_day(language: str) -> None:
    explorer = CyclePlanner(make_setting(language))
    title = texts(planner(language, 0))[0]
    assert explorer.describe(explorer.start()).replace("\u00a0", " ").startswith(title)


_places = st.lists(st.floats(0, 10), min_size=1, max_size=12).map(sorted)


@given(_places, st.data())
def test_labels_keep_apart_in_order_and_within_their_room(
    wanted: list[float], data: st.DataObject
) -> None:
    heights = data.draw(st.lists(st.floats(0.2, 0.8), min_size=len(wanted), max_size=len(wanted)))
    placed = spread(wanted, heights, 0, 10)
    assert placed[0] - heights[0] / 2 >= -1e-9
    assert placed[-1] + heights[-1] / 2 <= 10 + 1e-9
    for number in range(1, len(placed)):
        gap = placed[number] - placed[number - 1]
        assert gap >= (heights[number] + heights[number - 1]) / 2 - 1e-9


def test_labels_with_room_stand_where_they_are_wanted() -> None:
    assert spread([1, 5, 9], [0.5, 0.5, 0.5], 0, 10) == [1, 5, 9]
