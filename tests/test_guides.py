"""The trainer's guides: one to each lesson, complete, and true to the lesson and its sources."""

from __future__ import annotations

import re

import nbformat
import pytest

from kit.content.check.markup import gap_reasons, html_reasons, markdown_reasons, quote_reasons
from kit.content.library import open_library
from kit.notebooks import Shipped, list_guides, list_shipped
from kit.pairs import list_names
from kit.paths import notebooks_folder
from kit.text import LANGUAGES
from tests.guides import list_exercises, read_cells, read_table

SECTIONS = (
    *("title", "what-for", "before", "minutes", "misconceptions"),
    *("questions", "exercises", "wifi", "watch-out", "after"),
)
GROUPS = ("6", "15", "30")
GUIDES = list_guides(notebooks_folder())
WITH_MISTAKES = [one for one in GUIDES if open_library().lesson(one.lesson).mistakes]
WORDS = {True: (900, 1800), False: (400, 950)}
_ID = re.compile(r"`([\w-]+)`")
_SPAN = re.compile(r"(\d+)–(\d+)")


def name(guide: object) -> str:
    return guide.place if isinstance(guide, Shipped) else ""


every = pytest.mark.parametrize("guide", GUIDES, ids=name)
every_with_mistakes = pytest.mark.parametrize("guide", WITH_MISTAKES, ids=name)


def test_each_lesson_has_a_guide_in_each_language() -> None:
    lessons = [(one.lesson, one.language) for one in list_shipped(notebooks_folder())]
    assert [(one.lesson, one.language) for one in GUIDES] == lessons
    assert {f"trainer/{one.path.name}" for one in GUIDES} <= set(list_names(notebooks_folder()))


@every
def test_a_guide_says_what_it_is_and_has_neither_code_nor_outputs(guide: Shipped) -> None:
    notebook = nbformat.read(guide.path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata["kit"] == {"trainer": guide.lesson, "language": guide.language}
    assert {cell.cell_type for cell in notebook.cells} == {"markdown"}


@every
def test_a_guide_has_its_sections_in_order(guide: Shipped) -> None:
    assert tuple(read_cells(guide.path)) == SECTIONS


@every
def test_a_guide_is_neither_thin_nor_a_book(guide: Shipped) -> None:
    words = sum(len(re.findall(r"\w+", text)) for text in read_cells(guide.path).values())
    least, most = WORDS[guide in WITH_MISTAKES]
    assert least <= words <= most


@every
def test_a_guide_names_its_lesson_and_leads_to_it(guide: Shipped) -> None:
    cells = read_cells(guide.path)
    title = open_library().lesson(guide.lesson).title.pick(guide.language)
    assert cells["title"].splitlines()[0].endswith(title)
    assert f"](../{guide.path.name})" in cells["what-for"]


@every
def test_each_exercise_is_told_for_every_group_and_without_laptops(guide: Shipped) -> None:
    text = read_cells(guide.path)["exercises"]
    rows = read_table(text)
    told = [f"**{one.title}** `{one.cell}`" for one in list_exercises(guide)]
    assert [row[0] for row in rows] == told
    assert all(len(row) == len(GROUPS) + 2 and all(row) for row in rows)
    head = next(line for line in text.splitlines() if line.startswith("|"))
    assert tuple(re.findall(r"\d+", head)) == GROUPS


@every
def test_the_minutes_follow_each_other_and_fill_the_lesson(guide: Shipped) -> None:
    rows = read_table(read_cells(guide.path)["minutes"])
    spans = [tuple(map(int, _SPAN.fullmatch(row[0]).groups())) for row in rows]
    ends = [end for _, end in spans]
    assert [start for start, _ in spans] == [0, *ends[:-1]]
    assert all(start < end for start, end in spans)
    assert ends[-1] == open_library().lesson(guide.lesson).minutes
    assert all(len(row) == 4 and all(row) for row in rows)


@every_with_mistakes
def test_the_beliefs_are_those_of_the_lesson_in_the_same_words(guide: Shipped) -> None:
    library = open_library()
    lines = read_cells(guide.path)["misconceptions"].splitlines()
    told = [line.split("**")[1].strip("„“”") for line in lines if line.startswith("- ")]
    known = {
        library.misconceptions[one].belief.pick(guide.language)
        for one in library.lesson(guide.lesson).mistakes
    }
    assert set(told) <= known
    assert len(set(told)) == len(told)
    assert 3 <= len(told) <= 6


@every
def test_there_are_six_to_ten_questions(guide: Shipped) -> None:
    text = read_cells(guide.path)["questions"]
    assert 6 <= len(re.findall(r"^\d+\. \*.+?[?.]\*", text, re.MULTILINE)) <= 10


@every
def test_a_warning_names_sources_that_the_kit_has(guide: Shipped) -> None:
    named = set(_ID.findall(read_cells(guide.path)["watch-out"]))
    assert named
    assert named <= set(open_library().sources)


@every
def test_a_guide_is_marked_up_as_texts_of_the_kit_are(guide: Shipped) -> None:
    for cell, text in read_cells(guide.path).items():
        reasons = [*html_reasons(text), *gap_reasons(text), *quote_reasons(text, guide.language)]
        assert reasons == [], cell


@pytest.mark.parametrize("file", sorted({one.path.name for one in GUIDES}))
def test_the_languages_of_a_guide_say_the_same_in_the_same_form(file: str) -> None:
    read = {one: read_cells(notebooks_folder() / one / "trainer" / file) for one in LANGUAGES}
    for cell in SECTIONS:
        texts = {language: cells[cell] for language, cells in read.items()}
        assert list(markdown_reasons(texts)) == [], cell
        lines = {len(re.findall(r"^(?:- |\d+\. |\|)", one, re.MULTILINE)) for one in texts.values()}
        assert len(lines) == 1, cell
        assert len({tuple(_ID.findall(one)) for one in texts.values()}) == 1, cell
