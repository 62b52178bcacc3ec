"""The check of the glossary: expressions that a text can hold, each for one term."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.factories import Table, find_faults, make_text

CERTIFICATE: Table = {
    "term": make_text("certificate", "сертификат"),
    "meaning": make_text("a paper", "документ"),
    "sources": ["announcement"],
}
SEAL: Table = CERTIFICATE | {"term": make_text("seal", "печат")}


def faults(folder: Path, **terms: Any) -> list[tuple[str, str]]:
    """Return key and finding of each fault of a glossary with further terms."""
    glossary = {"certificate": CERTIFICATE, **terms}
    return [(key, found) for _, key, found in find_faults(folder, {"glossary.toml": glossary})]


def test_a_term_with_expressions_has_no_fault(tmp_path: Path) -> None:
    in_text = {"en": ["seal", "rubber seal"], "bg": []}
    assert faults(tmp_path, seal=SEAL | {"in_text": in_text}) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"term": make_text("seal (old)", "печат")}, ("seal.term.en", "“seal (old)” with ()")),
        ({"term": make_text("Certificate", "печат")}, ("seal.in_text.en", "“certificate” for ")),
        ({"in_text": {"en": ["seal"], "bg": ["печат,"]}}, ("seal.in_text.bg", "“печат,” with ,")),
        ({"in_text": {"en": [""], "bg": ["печат"]}}, ("seal.in_text.en", "“”")),
        ({"in_text": {"en": ["seal"], "bg": ["сух  печат"]}}, ("seal.in_text.bg", "“сух  печат”")),
        ({"in_text": {"en": ["seal"], "bg": ["печaт"]}}, ("seal.in_text.bg", "the word “печaт”")),
        ({"is_common": True}, ("seal.is_common", "true, but no lesson")),
    ],
)
def test_an_expression_that_does_not_serve_is_a_fault(
    tmp_path: Path, change: Table, expected: tuple[str, str]
) -> None:
    found = faults(tmp_path, seal=SEAL | change)
    assert [key for key, _ in found] == [expected[0]]
    assert found[0][1].startswith(expected[1])


def test_a_glossary_of_a_wrong_shape_is_looked_through_without_an_error(tmp_path: Path) -> None:
    found = faults(tmp_path, seal=SEAL | {"in_text": "seal"})
    assert [key for key, _ in found] == ["seal.in_text"]
