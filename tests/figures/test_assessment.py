"""The figure of an assessment: what it draws and what it says."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.patches import Rectangle

from kit.content.interface import read_words
from kit.figures.assessment import Bar, Result, describe_assessment, draw_assessment
from kit.text import LANGUAGES

both = pytest.mark.parametrize("language", LANGUAGES)


def make_result(*shares: float, **changes: Any) -> Result:
    bars = tuple(
        Bar(
            name=f"goal {n}",
            points=f"{10 * share:g}",
            most=10,
            share=share,
            missing=10 - 10 * share,
        )
        for n, share in enumerate(shares)
    )
    values = {"points": "12", "most": 20, "is_passed": False, "need": 70}
    return Result(bars=bars, **values | changes)


@both
def test_each_objective_has_a_bar_as_long_as_its_share(language):
    figure = draw_assessment(make_result(0.5, 1.0, 0.0), read_words("assessment", language))
    widths = [one.get_width() for one in figure.axes[0].patches if isinstance(one, Rectangle)]
    full = widths[0]
    assert [width / full for width in widths[1::2]] == [0.5, 1.0, 0.0]
    texts = [text.get_text() for text in figure.axes[0].texts]
    assert {"5/10", "10/10", "0/10", "goal 1"} <= set(texts)


@both
@pytest.mark.parametrize("is_passed", [True, False])
def test_the_title_states_the_finding(language, is_passed):
    words = read_words("assessment", language)
    result = make_result(0.5, 0.2, is_passed=is_passed)
    said = describe_assessment(result, words)
    titles = [text.get_text() for text in draw_assessment(result, words).axes[0].texts][:2]
    assert titles[0] == words["figure-passed" if is_passed else "figure-failed"].format(
        points="12", most=20
    )
    assert titles[1] == words["figure-weakest"].format(objective="goal 1")
    assert said.startswith(". ".join(titles))
    assert "2" in said


@both
def test_nothing_missing_is_said(language):
    words = read_words("assessment", language)
    assert words["figure-even"] in describe_assessment(make_result(1.0, 1.0), words)
