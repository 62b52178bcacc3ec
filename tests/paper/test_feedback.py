"""The key tells a trainer what is right, what it is worth, and why."""

from __future__ import annotations

import pytest

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.paper.feedback import explain, show_scale, write_points
from kit.paper.partial import make_scale
from kit.paper.posing import Posed
from kit.text import LANGUAGES

LIBRARY = open_library()
IDS = [*LIBRARY.question_paths, *LIBRARY.claim_sorts]


def tell(question_id: str, language: str = "en", points: int = 1) -> dict[str, object]:
    posed = Posed(LIBRARY.question(question_id), language, "1")
    return explain(posed, LIBRARY, {}, points)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question_id", IDS)
def test_every_part_is_explained(question_id: str, language: str) -> None:
    told = tell(question_id, language)
    assert told["key"]
    assert told["hint"]
    assert told["sources"]
    for row in told["rows"]:
        assert row["why"]


def test_options_stand_in_the_letters_of_the_paper() -> None:
    posed = Posed(LIBRARY.question("edition-year"), "bg", "1")
    rows = explain(posed, LIBRARY, {}, 1)["rows"]
    assert [row["name"] for row in rows] == list(posed.letters.values())
    assert [row["right"] for row in rows].count(True) == 1


def test_a_verdict_is_told_in_words() -> None:
    assert tell("ukas-legal-form")["said"] == "False"
    assert tell("ukas-legal-form", "bg")["said"] == "Невярно"


def test_a_tolerance_is_told() -> None:
    assert tell("number-members-2013")["said"] == "up to 1 more or less is right, too"


def test_points_have_two_decimals_at_most_and_the_mark_of_the_language() -> None:
    words = read_words("paper", "bg")
    assert [write_points(points, words) for points in (1.0, 2 / 3, 0.5, 0.0)] == [
        "1",
        "0,67",
        "0,5",
        "0",
    ]


def test_a_scale_is_worth_the_points_of_its_question_and_ends_at_nothing() -> None:
    scale = make_scale(LIBRARY.question("order-after-a-major"))
    shown = show_scale(scale, 2, read_words("paper", "en"))
    assert shown is not None
    assert shown["rows"][0][1] == "2"
    assert shown["rows"][0].count("0") == 1
    assert shown["heads"][-1].endswith("…")
