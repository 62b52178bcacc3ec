"""What the front end gets: one language, safe HTML, nothing more."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from kit.content.library import open_library
from kit.quiz.view import view_objectives, view_question
from kit.text import LANGUAGES, Text
from tests.quiz.samples import FALSE, GAPS, MARK, NUMBER, ORDER, SINGLE, SORT


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


def test_a_text_with_gaps_is_cut_up_at_them() -> None:
    text = Text("A *b* {a} and <i> {b}{c}.", "И {c}, {b}, {a}")
    assert view_question(replace(GAPS, text=text), "en")["pieces"] == [
        {"html": "A <em>b</em> "},
        {"id": "a"},
        {"html": " and &lt;i&gt; "},
        {"id": "b"},
        {"id": "c"},
        {"html": "."},
    ]
    ids = [piece.get("id") for piece in view_question(replace(GAPS, text=text), "bg")["pieces"]]
    assert [one for one in ids if one] == ["c", "b", "a"]


def test_script_in_any_part_is_shown_not_run() -> None:
    evil = Text("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>")
    mark = replace(MARK, phrases={"a": replace(MARK.phrases["a"], text=evil, why=evil)}, text=evil)
    step = replace(ORDER.steps[0], text=evil, why=evil)
    for question in (mark, replace(ORDER, steps=(step,)), replace(NUMBER, why=evil)):
        assert "<img" not in json.dumps(view_question(question, "en"))


def test_objectives_come_with_their_questions_and_a_cell_of_the_lesson() -> None:
    library = open_library()
    lesson = library.lesson("announcement")
    names = ["gap-three-words", "date-last-day", "gap-say-it-right", "number-members-2013"]
    questions = [library.question(name) for name in names]
    own = view_objectives(questions, lesson, (), "en")
    assert [(one["cell"], one["questions"]) for one in own] == [
        ("chain", ["gap-three-words"]),
        ("certificate", ["date-last-day"]),
        ("verdicts", ["gap-say-it-right", "number-members-2013"]),
    ]
    elsewhere = view_objectives(questions[:1], library.lesson("start"), [lesson], "en")
    assert [(one["cell"], one["text"]) for one in elsewhere] == [("", own[0]["text"])]


def test_every_question_of_the_bank_has_a_view_in_json() -> None:
    library = open_library()
    for question_id in [*library.question_paths, *library.claim_sorts]:
        for language in LANGUAGES:
            view = view_question(library.question(question_id), language)
            assert json.loads(json.dumps(view)) == view
