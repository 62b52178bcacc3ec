"""Decisions about mentions: what they stand for, and those that stand for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.case.choices import idle_choices, sort_mentions
from kit.case.mentions import Mention
from kit.content.layers import Layers
from tests.case.factories import choose, make_case

PLACES = ("glossary.toml body.meaning", "questions/editions/one.toml", "notebooks/05-x.ipynb hook")
MENTIONS = [Mention("", place, {"en": "Text"}) for place in PLACES]


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        (PLACES[0], {PLACES[0]}),
        ("glossary.toml body", {PLACES[0]}),
        ("glossary.toml bod", set()),
        ("questions/editions/*", {PLACES[1]}),
        ("notebooks/05-*", {PLACES[2]}),
        ("*", {*PLACES}),
        ("glossary.toml", set()),
    ],
)
def test_an_entry_keeps_what_it_names(entry: str, kept: set[str]) -> None:
    standing = sort_mentions(MENTIONS, [entry])
    assert {one.place for one in standing.kept} == kept
    assert {one.place for one in standing.undecided} == {*PLACES} - kept


def test_an_entry_that_stands_for_nothing_is_a_fault(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    choose(
        case,
        keep=["glossary.toml body", "glossary.toml nobody"],
        leave_out=["questions/editions/gone.toml", "glossary.toml gone", "nowhere.toml x"],
    )
    faults = [(fault.key, fault.found) for fault in idle_choices(Layers(case), MENTIONS)]
    assert [key for key, _ in faults] == ["keep[1]", *(f"leave_out[{n}]" for n in (6, 7, 8))]
    assert "glossary.toml nobody" in faults[0][1]
