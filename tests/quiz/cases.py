"""The table of graded answers that Python and the browser must both agree with."""

from __future__ import annotations

from typing import Any, NamedTuple

from kit.content.questions import AnyQuestion
from tests.quiz.samples import (
    DATE,
    DECIDE,
    DECIMAL,
    FALSE,
    GAPS,
    LONG_ORDER,
    MARK,
    MATCH,
    NUMBER,
    ORDER,
    SINGLE,
    SORT,
    TWO_OF_FIVE,
    TWO_OF_FOUR,
)


class Case(NamedTuple):
    """Name an answer to a question and what it scores."""

    name: str
    question: AnyQuestion
    answer: Any
    score: float
    parts: dict[str, bool]


CASES = [
    Case("single right", SINGLE, ["a"], 1.0, {"a": True}),
    Case("single not right", SINGLE, ["c"], 0.0, {"c": False}),
    Case("single empty", SINGLE, [], 0.0, {}),
    Case("several complete", TWO_OF_FOUR, ["b", "a"], 1.0, {"a": True, "b": True}),
    Case("several half", TWO_OF_FOUR, ["a"], 0.5, {"a": True}),
    Case("several half and one too many", TWO_OF_FOUR, ["a", "c"], 0.0, {"a": True, "c": False}),
    Case(
        "several all and one too many",
        TWO_OF_FIVE,
        ["a", "b", "e"],
        2 / 3,
        {"a": True, "b": True, "e": False},
    ),
    Case(
        "several everything ticked",
        TWO_OF_FIVE,
        list("abcde"),
        0.0,
        {"a": True, "b": True, "c": False, "d": False, "e": False},
    ),
    Case("several never below nothing", TWO_OF_FOUR, ["c", "d"], 0.0, {"c": False, "d": False}),
    Case(
        "true-false with its reason",
        FALSE,
        {"verdict": "false", "reason": "a"},
        1.0,
        {":false": True, "a": True},
    ),
    Case(
        "true-false with another reason",
        FALSE,
        {"verdict": "false", "reason": "b"},
        0.5,
        {":false": True, "b": False},
    ),
    Case(
        "true-false reason behind the other verdict",
        FALSE,
        {"verdict": "true", "reason": "a"},
        0.0,
        {":true": False, "a": True},
    ),
    Case(
        "sort complete",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "z"},
        1.0,
        {"a": True, "b": True, "c": True, "d": True},
    ),
    Case(
        "sort with a defensible group",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "y"},
        1.0,
        {"a": True, "b": True, "c": True, "d": True},
    ),
    Case(
        "sort all in one group",
        SORT,
        dict.fromkeys("abcd", "x"),
        0.0,
        {"a": True, "b": True, "c": False, "d": False},
    ),
    Case(
        "sort three of four",
        SORT,
        {"a": "x", "b": "x", "c": "y", "d": "x"},
        0.5,
        {"a": True, "b": True, "c": True, "d": False},
    ),
    Case(
        "match complete",
        MATCH,
        dict(zip("abcd", "abcd", strict=True)),
        1.0,
        dict.fromkeys("abcd", True),
    ),
    Case(
        "match one partner for everything",
        MATCH,
        dict.fromkeys("abcd", "b"),
        0.0,
        {"a": False, "b": True, "c": False, "d": False},
    ),
    Case(
        "match two swapped",
        MATCH,
        {"a": "b", "b": "a", "c": "c", "d": "d"},
        1 / 3,
        {"a": False, "b": False, "c": True, "d": True},
    ),
    Case(
        "match with a partner of none",
        MATCH,
        {"a": "a", "b": "b", "c": "c", "d": "x"},
        2 / 3,
        {"a": True, "b": True, "c": True, "d": False},
    ),
    Case("order right", ORDER, list("abcd"), 1.0, dict.fromkeys("abcd", True)),
    Case(
        "order with neighbours swapped",
        ORDER,
        list("acbd"),
        2 / 3,
        {"a": True, "c": True, "b": False, "d": True},
    ),
    Case(
        "order with the first at the end",
        LONG_ORDER,
        list("bcdea"),
        0.2,
        {"b": True, "c": True, "d": True, "e": True, "a": False},
    ),
    Case(
        "order half right",
        ORDER,
        list("badc"),
        1 / 3,
        {"b": True, "a": False, "d": True, "c": False},
    ),
    Case(
        "order no better than chance",
        ORDER,
        list("cdab"),
        0.0,
        {"c": True, "d": True, "a": False, "b": False},
    ),
    Case("order backwards", ORDER, list("dcba"), 0.0, dict.fromkeys("dcba", False)),
    Case("gap complete", GAPS, {"a": "p", "b": "q", "c": "q"}, 1.0, dict.fromkeys("abc", True)),
    Case(
        "gap with a defensible choice",
        GAPS,
        {"a": "p", "b": "s", "c": "q"},
        1.0,
        dict.fromkeys("abc", True),
    ),
    Case(
        "gap one choice for everything",
        GAPS,
        dict.fromkeys("abc", "q"),
        0.0,
        {"a": False, "b": True, "c": True},
    ),
    Case("gap left open", GAPS, {"a": "p"}, 0.0, {"a": True}),
    Case("number right", NUMBER, "19 023", 1.0, {":key": True}),
    Case(
        "number with its unit in the other language", NUMBER, "19\u202f023 дни", 1.0, {":key": True}
    ),
    Case("number at the edge of the tolerance", NUMBER, "19023,5", 1.0, {":key": True}),
    Case("number just past the tolerance", NUMBER, "19023.500000000000001", 0.0, {":key": False}),
    Case("number with a point is no thousand", NUMBER, "19.023", 0.0, {":key": False}),
    Case("number that is a known slip", NUMBER, "1,0", 0.0, {"one": False}),
    Case("number exact where floats are not", DECIMAL, "0,2", 1.0, {":key": True}),
    Case("number at the other edge", DECIMAL, ".4", 1.0, {":key": True}),
    Case("number of the other sign", DECIMAL, "−0,3", 0.0, {":key": False}),
    Case("date right", DATE, "28.01.2016 г.", 1.0, {":key": True}),
    Case("date in words", DATE, "28 January 2016", 1.0, {":key": True}),
    Case("date at the edge of the tolerance", DATE, "2016-01-29", 1.0, {":key": True}),
    Case("date just past the tolerance", DATE, "30 януари 2016 г.", 0.0, {":key": False}),
    Case("date that is a known slip", DATE, "29.02.2016", 0.0, {"late": False}),
    Case("mark complete", MARK, ["d", "b"], 1.0, {"b": True, "d": True}),
    Case("mark half", MARK, ["b"], 0.5, {"b": True}),
    Case("mark one too many", MARK, ["b", "d", "a"], 2 / 3, {"b": True, "d": True, "a": False}),
    Case(
        "mark everything",
        MARK,
        list("abcde"),
        0.0,
        {"a": False, "b": True, "c": False, "d": True, "e": False},
    ),
    Case(
        "decide with its reason",
        DECIDE,
        {"verdict": "minor", "reason": "a"},
        1.0,
        {":minor": True, "a": True},
    ),
    Case(
        "decide with a defensible finding",
        DECIDE,
        {"verdict": "opportunity", "reason": "b"},
        0.5,
        {":opportunity": True, "b": False},
    ),
    Case(
        "decide reason behind another finding",
        DECIDE,
        {"verdict": "major", "reason": "a"},
        0.0,
        {":major": False, "a": True},
    ),
]
