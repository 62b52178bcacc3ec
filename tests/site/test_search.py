"""The index of the search: what it holds, and what it keeps to itself."""

from __future__ import annotations

import json

import pytest

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.notebooks import list_shipped
from kit.paths import notebooks_folder
from kit.quiz.view import view_question
from kit.site.search import list_calls, to_plain, write_index
from kit.text import LANGUAGES

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def index_of(language: str) -> dict[str, object]:
    """Return the index of the kit's own course."""
    words = read_words("site-search", language)
    return write_index(open_library(), list_shipped(notebooks_folder()), language, words)


def text_at(language: str, page: str, anchor: str) -> tuple[str, str]:
    """Return heading and text of one place."""
    places = index_of(language)["places"]
    return next(place[2:] for place in places if place[:2] == (page, anchor))


@EACH_LANGUAGE
def test_every_lesson_and_every_term_is_there(language: str) -> None:
    index, library = index_of(language), open_library()
    assert len(index["pages"]) == len(library.lessons) + 1
    terms = {place.anchor for place in index["places"] if place.page == "glossary"}
    assert terms == set(library.glossary)
    assert {place.page for place in index["places"]} == set(index["pages"])


@EACH_LANGUAGE
def test_the_languages_have_the_same_places(language: str) -> None:
    def list_places(of: str) -> list[tuple[str, str]]:
        return [place[:2] for place in index_of(of)["places"]]

    assert list_places(language) == list_places(LANGUAGES[0])


@pytest.mark.parametrize(
    ("cell", "heading", "part"),
    [
        ("chain", "Who did what in Pomorie", "UKAS, the British accreditation body"),
        ("parties", "Who did what in Pomorie", "Now try it yourself"),
        ("open", "The announcement", "judge-claims"),
        ("facts", "What the town told its citizens", "2013"),
        ("certificate-explained", "Reading a certificate", "Scope"),
        ("mistakes-list", "Common mistakes", "ISO"),
        ("words-list", "Words to know", "Surveillance audit"),
        ("reading-list", "Where to read more", "Free"),
    ],
)
def test_a_place_has_the_words_that_stand_there(cell: str, heading: str, part: str) -> None:
    part = part.replace("judge-claims", "exaggerated and outdated claims apart")
    found = text_at("en", "01-announcement", cell)
    assert found[0] == heading
    assert part in found[1]


def test_an_explorer_is_found_by_its_title() -> None:
    heading, text = text_at("bg", "04-three-year-cycle", "explore-what-if")
    assert (heading, text) == ("Ами ако?", "Какво става, ако…?")


def test_a_term_is_found_in_the_other_language_too() -> None:
    heading, text = text_at("bg", "glossary", "scope")
    assert heading == "Обхват"
    assert text.endswith("Scope")


@EACH_LANGUAGE
def test_nothing_of_a_question_is_in_the_index(language: str) -> None:
    library = open_library()
    places = json.dumps(index_of(language)["places"], ensure_ascii=False)
    for question_id in library.question_paths:
        stem = to_plain(view_question(library.question(question_id), language)["stem"])
        assert stem not in places, question_id


@EACH_LANGUAGE
def test_cells_with_quizzes_are_no_places(language: str) -> None:
    anchors = {place.anchor for place in index_of(language)["places"] if place.page != "glossary"}
    assert not [anchor for anchor in anchors if anchor.startswith("quiz-")]


def test_the_calls_of_a_cell_are_read() -> None:
    source = 'from kit import open_lesson\nlesson = open_lesson("a")\nlesson.explore("what-if")'
    assert list(list_calls(source)) == [("explore", "what-if")]
    assert list(list_calls("lesson.aims()")) == [("aims", "")]


def test_html_becomes_words() -> None:
    assert to_plain("<p>a &lt; b</p>\n<ul><li>one</li><li><b>two</b></li></ul>") == "a < b one two"


def test_an_emphasised_word_keeps_its_comma() -> None:
    assert to_plain("<p>It is <strong>fictional</strong>; „<em>so</em>“.</p>") == (
        "It is fictional; „so“."
    )
