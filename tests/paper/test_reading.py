"""What is marked on paper is read into the answer that the kit grades."""

from __future__ import annotations

import random

import pytest

from kit.content.library import open_library
from kit.content.questions import AnyQuestion
from kit.paper.keys import right_answer, write_key
from kit.paper.posing import Posed
from kit.paper.reading import read_marks, write_marks
from kit.quiz.grading import AnswerError, grade
from kit.text import LANGUAGES
from tests.quiz.answers import draw_answer
from tests.quiz.samples import ask, items, options

LIBRARY = open_library()
IDS = [*LIBRARY.question_paths, *LIBRARY.claim_sorts]
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
# One of each kind, and one with a form; answers right, partly right and wrong.
TEN = (
    *("edition-year", "what-iso-does", "ukas-legal-form", "claims-1-of-2"),
    *("mark-draft-of-the-press-centre", "number-members-2013", "decision-date"),
    *("match-four-for-people", "order-after-a-major", "decide-one-complaint"),
)


def pose(question: AnyQuestion | str, language: str = "en", seed: str = "1") -> Posed:
    """Return a question as it stands on paper."""
    known = LIBRARY.question(question) if isinstance(question, str) else question
    return Posed(known, language, seed)


@EACH_LANGUAGE
@pytest.mark.parametrize("question_id", IDS)
def test_the_key_of_every_question_brings_every_point(question_id: str, language: str) -> None:
    posed = pose(question_id, language)
    assert grade(posed.question, read_marks(posed, write_key(posed))).score == 1.0


@EACH_LANGUAGE
@pytest.mark.parametrize("question_id", IDS)
def test_any_answer_survives_the_way_over_paper(question_id: str, language: str) -> None:
    posed, luck = pose(question_id, language), random.Random(question_id)
    for _ in range(5):
        answer = draw_answer(posed.question, luck)
        if isinstance(answer, list) and len(answer) != len(set(answer)):
            continue
        read = read_marks(posed, write_marks(posed, answer))
        assert grade(posed.question, read) == grade(posed.question, answer)


@EACH_LANGUAGE
def test_ten_answers_bring_the_same_on_paper_as_in_the_kernel(language: str) -> None:
    luck, kernel, paper = random.Random(9001), [], []
    for place, question_id in enumerate(TEN):
        posed = pose(question_id, language, seed="group-7/A")
        is_known = place % 2 == 0
        answer = right_answer(posed.question) if is_known else draw_answer(posed.question, luck)
        marked = write_marks(posed, answer)
        kernel.append(grade(posed.question, answer).score)
        paper.append(grade(posed.question, read_marks(posed, marked)).score)
    assert paper == kernel
    assert 5 <= sum(kernel) < 10


def test_both_languages_have_the_same_places_under_their_own_letters() -> None:
    english, bulgarian = pose("edition-year", "en"), pose("edition-year", "bg")
    assert list(english.letters) == list(bulgarian.letters)
    assert list(english.letters.values())[:3] == ["a", "b", "c"]
    assert list(bulgarian.letters.values())[:3] == ["а", "б", "в"]


def test_another_seed_mixes_anew() -> None:
    orders = {tuple(pose("edition-year", seed=str(seed)).letters) for seed in range(20)}
    assert len(orders) > 5


@pytest.mark.parametrize("marked", ["a,c", "A C", " c - a ", "a; c."])
def test_marks_may_be_written_in_many_ways(marked: str) -> None:
    posed = pose("what-iso-does")
    slugs = {letter: slug for slug, letter in posed.letters.items()}
    assert sorted(read_marks(posed, marked)) == sorted([slugs["a"], slugs["c"]])


@pytest.mark.parametrize(
    ("question_id", "marked"),
    [
        ("edition-year", "z"),
        ("edition-year", "a & b"),
        ("ukas-legal-form", "a"),
        ("ukas-legal-form", "1"),
        ("ukas-legal-form", ""),
        ("ukas-legal-form", "3 a"),
        ("claims-1-of-2", "1a 1b"),
        ("claims-1-of-2", "1a 2"),
        ("claims-1-of-2", "9a"),
        ("order-after-a-major", "a1 b2"),
        ("order-after-a-major", "a1 b1 c2 d3 e4"),
        ("mark-draft-of-the-press-centre", "99"),
    ],
)
def test_what_is_not_on_the_paper_is_refused(question_id: str, marked: str) -> None:
    with pytest.raises(AnswerError, match="expected"):
        read_marks(pose(question_id), marked)


def test_letters_of_another_alphabet_are_refused_and_not_guessed() -> None:
    with pytest.raises(AnswerError, match="а, б, в"):
        read_marks(pose("edition-year", "bg"), "b")


def test_a_blank_is_an_answer_without_points() -> None:
    assert grade(LIBRARY.question("edition-year"), read_marks(pose("edition-year"), "")).score == 0


def test_where_several_are_right_the_key_names_the_first() -> None:
    from kit.content.questions import Sort
    from tests.quiz.samples import TEXT

    question = ask(Sort, groups={"x": TEXT, "y": TEXT}, items=items(one="x y", two="y", three="x"))
    assert right_answer(question) == {"one": "x", "two": "y", "three": "x"}


def test_options_that_stay_last_have_the_last_letter() -> None:
    from msgspec.structs import replace

    from kit.content.questions import Single

    made = options("a", "bcd")
    question = ask(Single, options=made | {"b": replace(made["b"], last=True)})
    assert all(list(pose(question, seed=str(seed)).letters)[-1] == "b" for seed in range(9))
