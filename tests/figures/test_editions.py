"""The figures of audit time, sites, editions, members and counts, in both languages."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from kit.explorers.audit_time import AuditTime
from kit.explorers.certificate_counts import CertificateCounts
from kit.explorers.edition_timeline import EditionTimeline
from kit.explorers.explorer import Explorer
from kit.explorers.iso_members import IsoMembers
from kit.explorers.pomorie_2015 import Pomorie2015
from kit.explorers.site_sampling import SiteSampling
from kit.figures.certificate_counts import Point, split_runs
from kit.figures.spans import to_year
from kit.figures.wrapping import wrap
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

KINDS: tuple[Any, ...] = (
    AuditTime,
    CertificateCounts,
    EditionTimeline,
    IsoMembers,
    Pomorie2015,
    SiteSampling,
)
MOST_DRAWN = 6
both = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def drawn(explorer: Explorer, **changes: Any) -> Figure:
    state = {**explorer.start(), **{key.replace("_", "-"): one for key, one in changes.items()}}
    figure = explorer.draw(state)
    assert figure is not None
    return figure


def some_figures(explorer: Explorer) -> list[Figure]:
    states = list(explorer.frames())
    figures = [explorer.draw(state) for state in states[:: -(-len(states) // MOST_DRAWN)]]
    return [figure for figure in figures if figure]


def texts_of(figure: Figure) -> list[Any]:
    axes = figure.axes[0]
    ticks = [*axes.get_yticklabels(), *axes.get_xticklabels()]
    own = [*figure.texts, *axes.texts, *ticks, axes.xaxis.label, axes.title, axes._left_title]
    return [text for text in own if text.get_visible() and text.get_text().strip()]


def shown(figure: Figure) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in texts_of(figure))


@each
@both
def test_no_text_leaves_the_figure_or_covers_another(kind: Any, language: str) -> None:
    for figure in some_figures(kind(make_setting(language))):
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        axis_is_on = figure.axes[0].axison
        texts = texts_of(figure) if axis_is_on else [*figure.texts, *figure.axes[0].texts]
        boxes = [(text, text.get_window_extent(canvas.get_renderer())) for text in texts]
        for text, box in boxes:
            assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1, text.get_text()
            assert figure.bbox.y0 <= box.y0 < box.y1 <= figure.bbox.y1, text.get_text()
        for (one, first), (other, second) in combinations(boxes, 2):
            assert not first.overlaps(second), (one.get_text(), other.get_text())


@both
def test_audit_time_has_a_bar_for_each_step_and_its_days_beside_it(language: str) -> None:
    words = make_setting().library.explorer_words("audit-time", language)
    figure = drawn(AuditTime(make_setting(language)), adjustment=-40, full_time=96)
    bars = figure.axes[0].patches
    assert [bar.get_width() for bar in bars] == pytest.approx([7, 4.2, 4.9, 5, 4, 5 / 3, 10 / 3])
    assert words["bar-row"] in shown(figure)
    assert sum(bool(bar.get_hatch()) for bar in bars) == 1


def test_audit_time_shows_a_limit_only_where_it_holds_something() -> None:
    assert len(drawn(AuditTime(make_setting())).axes[0].patches) == 6


@both
def test_site_sampling_has_a_mark_for_each_site_and_one_in_each_key(language: str) -> None:
    figure = drawn(SiteSampling(make_setting(language)), sites=60, kind="recertification")
    found = [one for one in figure.axes[0].collections if isinstance(one, PathCollection)]
    assert [len(one.get_offsets()) for one in found] == [5, 2, 53, 1, 1, 1, 1]


@both
def test_pomorie_has_a_row_for_each_way_and_the_missing_days_hatched(language: str) -> None:
    figure = drawn(Pomorie2015(make_setting(language)))
    bars = figure.axes[0].patches
    assert [bool(bar.get_hatch()) for bar in bars] == [False, True, False, True, False]
    assert bars[3].get_width() == pytest.approx(135 / 365.25, abs=0.01)
    assert "961" in shown(figure)
    assert "135" in shown(figure)


@both
def test_the_timeline_has_a_row_for_each_edition(language: str) -> None:
    figure = drawn(EditionTimeline(make_setting(language)), day="2013-01-29")
    labels = figure.axes[0].get_yticklabels()
    assert [any(year in label.get_text() for label in labels) for year in ("1987", "2026")]
    assert [label.get_fontweight() for label in labels].count("bold") == 1
    assert len(labels) == 6


@both
def test_the_members_show_the_announced_number_beside_the_reports(language: str) -> None:
    words = make_setting().library.explorer_words("iso-members", language)
    figure = drawn(IsoMembers(make_setting(language)))
    assert words["announced"].format(members=148) in shown(figure)
    assert words["fits"] in shown(figure)
    assert figure.axes[0].lines[0].get_xdata()[0] == pytest.approx(2013.08, abs=0.01)


@both
@pytest.mark.parametrize(("place", "breaks", "runs"), [("world", 4, 5), ("bulgaria", 2, 3)])
def test_the_line_of_the_counts_stops_at_each_break(
    language: str, place: str, breaks: int, runs: int
) -> None:
    axes = drawn(CertificateCounts(make_setting(language)), place=place).axes[0]
    dashed = [line for line in axes.lines if line.get_linestyle() == "--"]
    assert (len(dashed), len(axes.lines) - len(dashed)) == (breaks, runs)


def test_a_run_ends_at_a_break_and_where_a_year_is_missing() -> None:
    points = [Point(year=year, count=1) for year in (2000, 2001, 2002, 2004)]
    runs = split_runs(points, [2002])
    assert [[point.year for point in run] for run in runs] == [[2000, 2001], [2002], [2004]]


@pytest.mark.parametrize(
    ("day", "year"), [(date(2016, 1, 1), 2016.0), (date(2016, 7, 1), 2016.498)]
)
def test_a_day_as_a_year(day: date, year: float) -> None:
    assert to_year(day) == pytest.approx(year, abs=0.001)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("held at −30 %", 12, ["held at", "−30\u00a0%"]),
        ("издание 2008 г.", 14, ["издание", "2008\u00a0г."]),
        ("to ISO 9001:2008", 15, ["to", "ISO\u00a09001:2008"]),
        ("за най-малко", 9, ["за", "най-малко"]),
    ],
)
def test_a_unit_stays_with_its_number(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width).split("\n") == lines
