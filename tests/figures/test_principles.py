"""The figures of the principles: marks, lines and labels, all in sight, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

from kit.content.library import open_library
from kit.content.principles import neighbours_of
from kit.explorers.eight_in_pomorie import EightInPomorie
from kit.explorers.eight_into_seven import ALL, EightIntoSeven
from kit.explorers.explorer import Past, State
from kit.explorers.self_assessment import SelfAssessment
from kit.figures.theme import PAPER
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

PRINCIPLES = open_library().principles
both = pytest.mark.parametrize("language", LANGUAGES)
# Alive, absent and evidence differ in a short title only.
WORDY = ("neighbours", "requirements")
PATTERNS = ("1111111", "5555555", "1234512", "5-5-5--", "3------")


def rate(levels: str, improve: str = "none") -> State:
    found = {
        f"level-{slug}": "none" if level == "-" else level
        for slug, level in zip(PRINCIPLES.seven, levels, strict=True)
    }
    return {**SelfAssessment(make_setting()).start(), **found, "improve": improve}


def own(language: str, levels: str, last: str = "", improve: str = "none") -> Figure:
    past = (Past(at=datetime(2026, 5, 3, 12, tzinfo=UTC), state=rate(last)),) if last else ()
    figure = SelfAssessment(make_setting(language, past=past)).draw(rate(levels, improve))
    assert figure is not None
    return figure


def ring(language: str, slug: str, view: str) -> Axes:
    state = {"principle": slug, "view": view}
    return EightInPomorie(make_setting(language)).draw(state).axes[0]


def flow(language: str, follow: str) -> Axes:
    return EightIntoSeven(make_setting(language)).draw({"follow": follow}).axes[0]


def shown(axes: Axes) -> list[str]:
    return [" ".join(text.get_text().split()) for text in axes.texts]


def marks(axes: Axes, marker: str) -> list[Any]:
    return [line for line in axes.lines if line.get_marker() == marker]


@both
def test_the_ring_names_all_eight_and_numbers_them(language: str) -> None:
    for slug in PRINCIPLES.eight:
        texts = shown(ring(language, slug, "alive"))
        assert [text for text in texts if text.isdigit()] == list("12345678")
        assert all(one.name.pick(language) in texts for one in PRINCIPLES.eight.values())


@both
def test_the_chosen_principle_is_marked_by_shape_and_weight(language: str) -> None:
    for slug, principle in PRINCIPLES.eight.items():
        axes = ring(language, slug, "alive")
        is_large = [mark for mark in marks(axes, "s") if mark.get_markersize() > 15]
        assert len(is_large) == 1
        bold = [text for text in axes.texts if text.get_weight() == "bold"]
        names = [" ".join(text.get_text().split()) for text in bold]
        assert principle.name.pick(language) in names
        assert sum(name in names for name in map(str, range(1, 9))) == 8


@both
def test_lines_lead_to_the_neighbours_and_only_where_they_are_asked_for(language: str) -> None:
    for slug in PRINCIPLES.eight:
        count = len(neighbours_of(slug, PRINCIPLES.neighbours.eight))
        axes = ring(language, slug, "neighbours")
        assert len([line for line in axes.lines if line.get_linestyle() == "--"]) == count
        assert len([mark for mark in marks(axes, "D") if mark.get_markersize() > 15]) == count
        assert not marks(ring(language, slug, "evidence"), "D")


@both
def test_the_flow_has_a_box_for_each_and_a_labelled_stream_for_each_of_the_eight(
    language: str,
) -> None:
    axes, words = flow(language, ALL), open_library().explorer_words("eight-into-seven", language)
    assert sum(isinstance(patch, FancyBboxPatch) for patch in axes.patches) == 15
    kinds = [one.kind for one in PRINCIPLES.flows.values()]
    labels = [text for text in shown(axes) if text in {words[kind] for kind in kinds}]
    assert labels == [words[kind] for kind in kinds]


@both
def test_each_kind_of_change_has_a_style_of_its_own(language: str) -> None:
    axes = flow(language, ALL)
    kinds = [one.kind for one in PRINCIPLES.flows.values()]
    wedges = [patch for patch in axes.patches if type(patch) is Polygon]
    assert len(wedges) == kinds.count("widened")
    styles: dict[str, set[Any]] = {}
    lined = [kind for kind in kinds if kind != "widened"]
    for kind, line in zip(lined, axes.lines, strict=True):
        styles.setdefault(kind, set()).add(str(line._unscaled_dash_pattern))
    assert [len(found) for found in styles.values()] == [1, 1, 1]
    assert len(set.union(*styles.values())) == 3


@both
def test_a_followed_principle_stands_out_in_bold_with_its_successor(language: str) -> None:
    for one in PRINCIPLES.flows.values():
        axes = flow(language, one.before)
        bold = [" ".join(t.get_text().split()) for t in axes.texts if t.get_weight() == "bold"]
        names = [PRINCIPLES.eight[one.before].name, PRINCIPLES.seven[one.after].name]
        assert bold[1:] == [name.pick(language) for name in names]
        assert open_library().explorer_words("eight-into-seven", language)[one.kind] in shown(axes)


@both
def test_a_level_is_a_dot_with_its_number_and_the_last_time_a_diamond(language: str) -> None:
    axes = own(language, "12345-2", last="2-34512", improve="leadership").axes[0]
    numbers = [text.get_text() for text in axes.texts if text.get_color() == PAPER]
    assert numbers == ["1", "2", "3", "4", "5", "2"]
    assert len([mark for mark in marks(axes, "o") if mark.get_markersize() > 15]) == 6
    assert len([mark for mark in marks(axes, "D") if mark.get_markersize() > 15]) == 6
    assert open_library().explorer_words("self-assessment", language)["level-none"] in shown(axes)


@both
def test_where_to_start_is_flagged_and_explained(language: str) -> None:
    key = open_library().explorer_words("self-assessment", language)["key-start"]
    axes = own(language, "1234512", improve="improvement").axes[0]
    assert (len(marks(axes, ">")), key in shown(axes)) == (2, True)
    axes = own(language, "1234512").axes[0]
    assert (len(marks(axes, ">")), key in shown(axes)) == (0, False)


def every_figure(language: str) -> list[Figure]:
    pomorie = EightInPomorie(make_setting(language))
    seven = EightIntoSeven(make_setting(language))
    return [
        *(pomorie.draw(state) for state in pomorie.frames() if state["view"] in WORDY),
        *(seven.draw(state) for state in seven.frames()),
        *(own(language, levels, last, "leadership") for levels in PATTERNS for last in PATTERNS),
    ]


@both
def test_nothing_leaves_a_figure_covers_another_text_or_is_too_small(language: str) -> None:
    for figure in every_figure(language):
        FigureCanvasAgg(figure).draw()
        texts = [text for text in figure.axes[0].texts if text.get_text()]
        assert min(text.get_size() for text in texts) >= 9.5
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
        for number, (text, box) in enumerate(boxes):
            assert figure.bbox.x0 <= box.x0, text
            assert box.x1 <= figure.bbox.x1, text
            assert figure.bbox.y0 <= box.y0, text
            assert box.y1 <= figure.bbox.y1, text
            assert [other for other, one in boxes[:number] if box.overlaps(one)] == [], text
