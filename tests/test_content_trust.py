"""The check of the chain of trust: names that there are, days with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.factories import Table, find_faults, make_text

CITED = {"sources": ["announcement"]}
BODY: Table = {"kind": "town", "name": make_text("A town", "Град"), **CITED}
ROLES: Table = {
    "kinds": {"town": {"name": make_text("a town", "град")}},
    "verbs": {"checks": {"name": make_text("checks", "проверява"), "says": make_text("a", "а")}},
    "rules": [{"verbs": ["checks"], "can": True, "why": make_text(), **CITED}],
}
LINK: Table = {
    "who": "one",
    "verb": "checks",
    "whom": "one",
    "since": "2013-01-29",
    "known": make_text(),
    "certainty": "seen",
    **CITED,
}
PART: Table = {"ask": make_text("Whose?", "Чий?")}
SPECIMEN: Table = {"name": make_text(), "told": make_text(), **CITED}
DOUBT: Table = {"part": "holder", "what": make_text(), "verify": make_text(), **CITED}
WHOLE: dict[str, Table] = {
    "trust/bodies.toml": {"one": BODY},
    "trust/relations.toml": {"one-checks-one": LINK},
    "trust/roles.toml": ROLES,
    "trust/specimens.toml": {
        "parts": {"holder": PART},
        "specimens": {"first": SPECIMEN | {"doubts": [DOUBT]}},
        "ways": {},
    },
    "trust/clinic.toml": {"claims": ["recognised"], "cues": {}, "checklist": {}},
}


def faults(folder: Path, **changes: Any) -> list[tuple[str, str]]:
    """Return key and finding of each fault with files changed, named without folder and ending."""
    files = {f"trust/{name}.toml": table for name, table in changes.items()}
    return [(key, found) for _, key, found in find_faults(folder, WHOLE | files)]


def test_a_whole_chain_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "table", "expected"),
    [
        ("bodies", {"one": BODY | {"kind": "village"}}, ("one.kind", '"village"')),
        ("bodies", {"one": BODY | {"since": "2013-01-29"}}, ("one.before", "nothing")),
        ("bodies", {"one": BODY | {"after": make_text()}}, ("one.until", "nothing")),
        ("relations", {"x": LINK | {"verb": "blesses"}}, ("x.verb", '"blesses"')),
        ("relations", {"x": LINK | {"whom": "nobody"}}, ("x.whom", '"nobody"')),
        ("relations", {"x": LINK | {"after": make_text()}}, ("x.until", "nothing")),
        ("clinic", {"claims": ["gone"], "cues": {}, "checklist": {}}, ("claims", '"gone"')),
    ],
)
def test_a_name_or_day_that_does_not_fit_is_told(
    tmp_path: Path, name: str, table: Table, expected: tuple[str, str]
) -> None:
    assert faults(tmp_path, **{name: table}) == [expected]


@pytest.mark.parametrize("key", ["verbs", "doers", "receivers"])
def test_a_rule_about_what_there_is_not_is_told(tmp_path: Path, key: str) -> None:
    roles = ROLES | {"rules": [*ROLES["rules"], ROLES["rules"][0] | {key: ["gone"]}]}
    assert faults(tmp_path, roles=roles) == [(f"rules[1].{key}", '"gone"')]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"shows": {"seal": make_text()}}, ("specimens.first.shows", '"seal"')),
        ({"doubts": [DOUBT | {"part": "seal"}]}, ("specimens.first.doubts", '"seal"')),
        ({"doubts": [DOUBT | {"also": ["seal"]}]}, ("specimens.first.doubts", '"seal"')),
    ],
)
def test_a_part_that_no_certificate_has_is_told(
    tmp_path: Path, changes: Table, expected: tuple[str, str]
) -> None:
    table = WHOLE["trust/specimens.toml"] | {"specimens": {"first": SPECIMEN | changes}}
    assert faults(tmp_path, specimens=table) == [expected]


def test_a_part_that_neither_file_describes_is_told(tmp_path: Path) -> None:
    table = WHOLE["trust/specimens.toml"] | {"parts": {"holder": PART, "seal": PART}}
    assert faults(tmp_path, specimens=table) == [("parts.seal", "a part that is not described")]
