"""The figure of review: bars, dots, labels and words in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.figures.review import describe_review, draw_review
from kit.figures.svg import to_svg
from kit.learner.review import LessonMemory, Outlook
from kit.text import LANGUAGES

both = pytest.mark.parametrize("language", LANGUAGES)
CHANCES = {"announcement": (1.0, 0.9, 0.5), "review": (0.3,)}


def make_outlook(**changes: object) -> Outlook:
    fields = {
        "day": date(2026, 11, 22),
        "weeks": (2, 0, 1, 0, 0, 0, 0, 0),
        "later": 1,
        "lessons": {slug: LessonMemory(found, 1) for slug, found in CHANCES.items()},
    }
    return Outlook(**fields | changes)


def titles(language: str) -> dict[str, str]:
    return {slug: one.title.pick(language) for slug, one in open_library().lessons.items()}


def texts_of(axes: Axes) -> list[Text]:
    """Return every text that is drawn with axes."""
    if not axes.axison:
        return [*axes.texts]
    labels = [*axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label]
    return [*axes.texts, *labels, axes._left_title]


def draw(language: str, outlook: Outlook) -> Figure:
    return draw_review(outlook, titles(language), read_words("review", language))


def describe(language: str, outlook: Outlook) -> str:
    return describe_review(outlook, titles(language), read_words("review", language))


@both
def test_each_week_is_a_bar_with_its_count(language: str) -> None:
    axes, _ = draw(language, make_outlook()).axes
    assert [bar.get_height() for bar in axes.patches] == [2, 0, 1, 0, 0, 0, 0, 0, 1]
    assert [text.get_text() for text in axes.texts] == ["2", "1", "1"]
    labels = [label.get_text() for label in axes.get_xticklabels()]
    assert labels == [*"12345678", read_words("review", language)["later"]]


@both
def test_each_lesson_is_a_row_with_a_dot_a_question_and_their_mean(language: str) -> None:
    _, axes = draw(language, make_outlook()).axes
    dots = [
        one.get_offsets().tolist() for one in axes.collections if isinstance(one, PathCollection)
    ]
    assert dots[0] == [[100.0, 0.0], [90.0, 0.0], [50.0, 0.0]]
    assert dots[1] == [[pytest.approx(80.0), 0.0]]
    assert dots[2:] == [[[30.0, 1.0]]] * 2
    assert [text.get_text() for text in axes.texts] == ["80 %", "30 %"]
    names = [" ".join(label.get_text().split()) for label in axes.get_yticklabels()]
    assert names == [titles(language)[slug] for slug in CHANCES]


@both
def test_the_titles_state_the_finding_and_the_words_tell_it_too(language: str) -> None:
    words = read_words("review", language)
    expected = [
        words["weeks-title"].format(n=2, total=4),
        words["memory-title"].format(share=68),
    ]
    figure = draw(language, make_outlook())
    shown = [" ".join(axes.get_title(loc="left").split()) for axes in figure.axes]
    told = describe(language, make_outlook())
    assert shown == expected
    assert all(f"{finding}." in told for finding in expected)


@both
def test_the_words_tell_every_week_and_every_lesson(language: str) -> None:
    told = describe(language, make_outlook())
    assert "2, 0, 1, 0, 0, 0, 0, 0; " in told
    for slug in CHANCES:
        assert titles(language)[slug] in told
    assert "80 %" in told
    assert "50 %" in told


@both
def test_before_anything_was_answered_the_figure_says_so(language: str) -> None:
    nothing = make_outlook(weeks=(0,) * 8, later=0, lessons={})
    begin = read_words("review", language)["nothing-begun"]
    (text,) = draw(language, nothing).axes[0].texts
    assert " ".join(text.get_text().split()) == begin == describe(language, nothing)


@both
@pytest.mark.parametrize("lessons", [0, 1, 2, 9])
def test_nothing_leaves_the_figure_or_covers_another(language: str, lessons: int) -> None:
    found = {f"lesson-{n}": LessonMemory((0.02, 0.97, 1.0), 1) for n in range(lessons)}
    outlook = make_outlook(
        weeks=(4,) * 8 if lessons else (0,) * 8, later=3 * bool(lessons), lessons=found
    )
    long = dict.fromkeys(found, "Акредитация и сертификация")
    figure = draw_review(outlook, long, read_words("review", language))
    FigureCanvasAgg(figure).draw()
    texts = [text for axes in figure.axes for text in texts_of(axes) if text.get_text()]
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts]
    for text, box in boxes:
        assert figure.bbox.x0 <= box.x0, text
        assert box.x1 <= figure.bbox.x1, text
        assert figure.bbox.y0 <= box.y0, text
        assert box.y1 <= figure.bbox.y1, text
    for number, (text, box) in enumerate(boxes):
        assert [other for other, one in boxes[:number] if box.overlaps(one)] == [], text


@both
def test_the_svg_carries_the_words(language: str) -> None:
    told = describe(language, make_outlook())
    assert 'role="img"' in to_svg(draw(language, make_outlook()), told)
