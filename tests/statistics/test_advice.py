"""What a trainer is told follows from the figures, and a small group is said to be one."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kit.content.interface import read_words
from kit.statistics import advice
from kit.statistics.advice import Advice, advise_group, advise_item
from kit.statistics.choices import OptionUse
from kit.statistics.items import ItemFigures
from kit.statistics.reliability import Reliability
from kit.statistics.report import GroupReport, ItemReport
from kit.text import LANGUAGES

GOOD = ItemFigures(learners=20, facility=0.6, interval=(0.4, 0.8), discrimination=0.4)


def item(*options: OptionUse, **changes: Any) -> ItemReport:
    return ItemReport("parties", replace(GOOD, **changes), options)


def option(name: str, **changes: Any) -> OptionUse:
    return OptionUse(**{"option": name, "is_key": False, "chosen": 4, "share": 0.2} | changes)


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({}, ["fine"]),
        ({"learners": 0, "facility": None, "discrimination": None}, ["untried"]),
        ({"facility": 1.0, "discrimination": None}, ["all-solved"]),
        ({"facility": 0.0, "discrimination": None}, ["none-solved"]),
        ({"facility": 0.95}, ["easy"]),
        ({"facility": 0.2}, ["hard"]),
        ({"discrimination": -0.1}, ["against"]),
        ({"discrimination": 0.1}, ["flat"]),
        ({"discrimination": None}, ["fine"]),
        ({"facility": 0.1, "discrimination": -0.3}, ["hard", "against"]),
        ({"learners": 9}, ["fine", "few"]),
        ({"learners": 3, "facility": 1.0, "discrimination": None}, ["all-solved", "few"]),
    ],
)
def test_what_is_said_of_a_question(changes: dict[str, Any], keys: list[str]) -> None:
    assert [each.key for each in advise_item(item(**changes))] == keys


def test_options_are_named() -> None:
    found = advise_item(
        item(
            option("unused", chosen=0, share=0),
            option("also-unused", chosen=0, share=0),
            option("tempting", strong=0.5, weak=0.1, strong_learners=3),
            option("key", is_key=True, strong=0.5, weak=0.1, strong_learners=3),
        )
    )
    assert found == [
        Advice("unused", options=("unused", "also-unused")),
        Advice("draws-strong", options=("tempting",)),
    ]


def test_options_of_a_question_that_all_solved_are_not_blamed() -> None:
    found = advise_item(item(option("unused", chosen=0, share=0), facility=1.0))
    assert [each.key for each in found] == ["all-solved"]


def reliability(alpha: float, low: float, high: float, **changes: Any) -> Reliability:
    fields = {
        "learners": 20,
        "questions": 10,
        "is_all_or_nothing": True,
        "alpha": alpha,
        "interval": (low, high),
        "mean": 0.6,
        "deviation": 0.2,
        "error": 0.1,
    }
    return Reliability(**fields | changes)


def group(test: Reliability | None, **changes: Any) -> GroupReport:
    fields: dict[str, Any] = {
        "learners": 20,
        "complete": 20,
        "outdated": 0,
        "items": (item(), item()),
        "test": test,
    }
    return GroupReport(**fields | changes)


@pytest.mark.parametrize(
    ("report", "keys"),
    [
        (group(reliability(0.85, 0.75, 0.9)), ["kr-20", "error", "reliable"]),
        (group(reliability(0.75, 0.5, 0.9)), ["kr-20", "error", "open"]),
        (group(reliability(0.6, 0.4, 0.8)), ["kr-20", "error", "open", "longer"]),
        (group(reliability(0.3, 0.0, 0.6)), ["kr-20", "error", "unreliable", "longer"]),
        (group(reliability(-0.2, -0.9, 0.3)), ["kr-20", "error", "negative"]),
        (
            group(reliability(0.85, 0.75, 0.9, is_all_or_nothing=False)),
            ["alpha", "error", "reliable"],
        ),
        (group(None), ["no-spread"]),
        (group(None, complete=1), ["too-few", "incomplete"]),
        (group(None, items=(item(), item(learners=0))), ["one-question"]),
        (group(None, learners=3, complete=3), ["no-spread", "small-group"]),
        (group(None, learners=0, complete=0), ["nobody"]),
        (group(None, learners=0, complete=0, outdated=2), ["nobody", "outdated"]),
        (
            group(reliability(0.85, 0.75, 0.9), learners=9, complete=8, outdated=1),
            ["kr-20", "error", "reliable", "small-group", "incomplete", "outdated"],
        ),
    ],
)
def test_what_is_said_of_a_group(report: GroupReport, keys: list[str]) -> None:
    assert [each.key for each in advise_group(report)] == keys


def test_more_questions_are_counted() -> None:
    (longer,) = (
        each for each in advise_group(group(reliability(0.5, 0.3, 0.6))) if each.key == "longer"
    )
    # Spearman and Brown: 0.7 * 0.5 / (0.5 * 0.3) times as many as ten.
    assert longer.values == {"questions": 24, "aim": advice.RELIABLE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_advice_has_words(language: str) -> None:
    words = read_words("statistics", language)
    reports = [
        group(reliability(alpha, low, high), learners=5, complete=4, outdated=1)
        for alpha, low, high in [(0.9, 0.8, 1.0), (0.6, 0.4, 0.8), (0.3, 0.0, 0.6), (0, -1, 0.5)]
    ]
    said = [each for report in reports for each in advise_group(report)]
    said += advise_item(item(option("a", chosen=0), facility=0.2, discrimination=-1.0, learners=3))
    for each in said:
        assert words[each.key].format(**each.values, options="a")
