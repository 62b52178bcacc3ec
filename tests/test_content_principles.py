"""The principles: each of the eight ends somewhere, neighbours are mutual, nothing stands alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kit.content.library import open_library
from kit.content.principles import Principle, neighbours_of
from kit.content.records import Record
from kit.content.shape import shape_faults
from tests.factories import find_faults

ALL = open_library().principles
NEIGHBOURS = {"eight": ALL.neighbours.eight, "seven": ALL.neighbours.seven}
PRINCIPLES = {"eight": ALL.eight, "seven": ALL.seven}
EACH_SET = pytest.mark.parametrize("among", PRINCIPLES)
RECORDS = {
    f"{name} {slug}": record
    for name, records in {
        **PRINCIPLES,
        **NEIGHBOURS,
        "flows": ALL.flows,
        "scenes": ALL.scenes,
        "levels": ALL.levels,
        "clauses": ALL.clauses,
    }.items()
    for slug, record in records.items()
}


def make_table(record: Record) -> dict[str, Any]:
    """Return a record as a table of the sample folder, which has one source."""
    table: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return table | {"sources": ["announcement"]}


def test_there_are_eight_and_seven() -> None:
    assert (len(ALL.eight), len(ALL.seven)) == (8, 7)


def test_each_of_the_eight_flows_somewhere_once_and_each_of_the_seven_has_an_origin() -> None:
    assert [flow.before for flow in ALL.flows.values()] == list(ALL.eight)
    assert {flow.after for flow in ALL.flows.values()} == {*ALL.seven}


def test_no_flow_crosses_another() -> None:
    places = [list(ALL.seven).index(flow.after) for flow in ALL.flows.values()]
    assert places == sorted(places)


def test_what_is_merged_meets_and_what_is_kept_keeps_its_name() -> None:
    merged = [flow.after for flow in ALL.flows.values() if flow.kind == "merged"]
    assert len(merged) == 2
    assert len({*merged}) == 1
    for flow in ALL.flows.values():
        has_old_name = ALL.eight[flow.before].name == ALL.seven[flow.after].name
        assert has_old_name or flow.kind != "kept"
        assert not (has_old_name and flow.kind == "renamed")


@EACH_SET
def test_every_principle_has_neighbours_of_its_own_set_and_is_one_of_theirs(among: str) -> None:
    for slug in PRINCIPLES[among]:
        found = [other for other, _ in neighbours_of(slug, NEIGHBOURS[among])]
        assert found
        assert {*found} <= PRINCIPLES[among].keys() - {slug}
        for other in found:
            assert slug in [back for back, _ in neighbours_of(other, NEIGHBOURS[among])]


@EACH_SET
def test_a_pair_is_told_apart_once(among: str) -> None:
    pairs = [frozenset(one.pair) for one in NEIGHBOURS[among].values()]
    assert len(pairs) == len({*pairs})


def test_a_scene_is_between_neighbours_and_each_pair_of_the_eight_has_one() -> None:
    pairs = {frozenset(one.pair) for one in ALL.neighbours.eight.values()}
    assert {frozenset((one.principle, one.tempting)) for one in ALL.scenes.values()} == pairs
    assert all(ALL.scenes_between(one.pair) for one in ALL.neighbours.eight.values())


def test_each_of_the_eight_is_at_work_in_a_scene_and_tempts_in_another() -> None:
    assert len(ALL.scenes) >= 12
    assert {one.principle for one in ALL.scenes.values()} == {*ALL.eight}
    assert {one.tempting for one in ALL.scenes.values()} == {*ALL.eight}


def test_each_of_the_seven_has_levels() -> None:
    assert list(ALL.levels) == list(ALL.seven)


@pytest.mark.parametrize(("among", "edition"), [("eight", "2008"), ("seven", "2015")])
def test_every_clause_of_the_map_says_what_it_deals_with_and_none_is_left_over(
    among: str, edition: str
) -> None:
    mapped = {clause for one in PRINCIPLES[among].values() for clause in one.clauses}
    assert mapped == ALL.clauses[edition].topics.keys()


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_names_sources_that_there_are(name: str) -> None:
    assert RECORDS[name].sources
    assert {*RECORDS[name].sources} <= open_library().sources.keys()


def test_a_clause_without_quotation_marks_is_told() -> None:
    table = {**msgspec.to_builtins(ALL.eight["customer-focus"]), "clauses": [8.4]}
    (fault,) = shape_faults(table, Principle, "eight.toml")
    assert (fault.key, fault.found) == ("clauses[0]", "the number 8.4")
    assert "in quotation marks" in fault.expected


def test_a_scene_of_a_principle_that_is_not_there_is_told(tmp_path: Path) -> None:
    scene = make_table(ALL.scenes["a-wrong-date"])
    eight = {slug: make_table(one) for slug, one in ALL.eight.items()}
    files = {"principles/scenes.toml": {"one": scene}, "principles/eight.toml": eight}
    assert find_faults(tmp_path, files) == []
    scene["tempting"] = "costumer-focus"
    assert find_faults(tmp_path, files) == [
        ("principles/scenes.toml", "one.tempting", '"costumer-focus"')
    ]
