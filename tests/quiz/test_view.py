"""What the front end gets: one language, safe HTML, nothing more."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from kit.content.library import open_library
from kit.quiz.view import view_question
from kit.text import LANGUAGES, Text
from tests.quiz.cases import FALSE, SINGLE, SORT


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_speaks_one_language(language: str) -> None:
    view = view_question(SINGLE, language)
    assert {option["text"] for option in view["options"]} == {SINGLE.stem.pick(language)}


def test_markup_and_script_in_a_text_are_shown_not_run() -> None:
    text = "<script>alert(1)</script> **bold** [x](javascript:alert(1))"
    stem = view_question(replace(SINGLE, stem=Text(text, text)), "en")["stem"]
    assert "<script" not in stem
    assert "&lt;script&gt;" in stem
    assert "<strong>bold</strong>" in stem
    assert 'href="javascript:' not in stem


def test_each_kind_brings_its_own_parts() -> None:
    assert view_question(FALSE, "en")["is_true"] is False
    assert [group["id"] for group in view_question(SORT, "en")["groups"]] == ["x", "y", "z"]
    assert view_question(SORT, "en")["items"][3]["in"] == ["z", "y"]


def test_every_question_of_the_bank_has_a_view_in_json() -> None:
    library = open_library()
    for question_id in [*library.question_paths, *library.claim_sorts]:
        for language in LANGUAGES:
            view = view_question(library.question(question_id), language)
            assert json.loads(json.dumps(view)) == view
