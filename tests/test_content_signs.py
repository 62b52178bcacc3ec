"""Signs of a case: words, beginnings of words, allusions, sources."""

from __future__ import annotations

import msgspec
import pytest

from kit.content.records import CaseHead
from kit.content.signs import find_words, mark_example, read_signs
from kit.text import Text
from tests.factories import make_question, make_text

HEAD: CaseHead = msgspec.convert(
    {
        "name": make_text("Old Town", "Старо село"),
        "signs": {"en": ["Old Town"], "bg": ["Старосел-", "Старо село"]},
        "allusions": {"en": ["the announcement"], "bg": ["съобщението"]},
        "sources": ["old-source"],
    },
    CaseHead,
)
OWN: CaseHead = msgspec.convert({"name": make_text("New Town", "Ново село")}, CaseHead)


@pytest.mark.parametrize(
    ("sign", "text", "is_found"),
    [
        ("Помори-", "поморийската община", True),
        ("Pomorie", "Pomorie’s certificate", True),
        ("Pomorie", "Pomorieland", False),
        ("28.01.2016", "до 28.01.2016 г.", True),
        ("28.01.2016", "28301.2016", False),
    ],
)
def test_a_sign_is_a_word_or_its_beginning(sign: str, text: str, is_found: bool) -> None:
    assert bool(find_words([sign]).search(text)) is is_found


def test_no_signs_are_found_nowhere() -> None:
    assert find_words([]).search("anything") is None


@pytest.mark.parametrize(
    ("table", "is_question", "speaks"),
    [
        ({"stem": make_text("In Old Town", "Там")}, False, True),
        ({"options": {"a": {"why": make_text("There", "В староселските кметства")}}}, False, True),
        ({"steps": [{"text": make_text("There", "Старо село")}]}, False, True),
        ({"stem": make_text("The announcement says", "Съобщението казва")}, True, True),
        ({"stem": make_text("The announcement says", "Съобщението казва")}, False, False),
        ({"stem": make_text("A bill", "Съобщението за данък")}, True, False),
        ({"sources": ["old-source"]}, False, True),
        ({"source": "old-source"}, False, True),
        ({"sources": ["other"], "stem": make_text()}, True, False),
    ],
)
def test_what_speaks_of_a_case(table: dict, is_question: bool, speaks: bool) -> None:
    assert read_signs(HEAD, OWN).speaks_in(table, is_question=is_question) is speaks


def test_what_both_cases_share_is_no_sign() -> None:
    own = msgspec.structs.replace(OWN, words={"body": Text(**make_text("Old Town", "Друго"))})
    texts = make_text("Old Town", "Там")
    assert read_signs(HEAD, OWN).find(texts)
    assert not read_signs(HEAD, own).find(texts)


def test_a_marked_question_asks_the_same() -> None:
    question = make_question()
    marked = mark_example(question, Text(en="({name}) {text}", bg="({name}) {text}"), HEAD.name)
    assert marked.stem.en == f"(Old Town) {question.stem.en}"
    assert msgspec.structs.replace(marked, stem=question.stem) == question
