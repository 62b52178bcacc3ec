"""The report of a group reads well in both languages."""

from __future__ import annotations

import re

import pytest

from kit.content.interface import read_words
from kit.statistics.report import report_group
from kit.statistics.telling import tell_group
from kit.text import LANGUAGES
from tests.statistics.groups import make_logs, make_questions

QUESTIONS = make_questions("parties", "scope", "dates")
ROWS = ["222", "221", "212", "211", "121", "111", "22-"]


def tell(*rows: str, language: str = "en") -> list[str]:
    report = report_group(make_logs(QUESTIONS, rows), QUESTIONS)
    return list(tell_group(report, QUESTIONS, read_words("statistics", language), language))


def test_figures_stand_in_a_table() -> None:
    rows = [re.split(" {3,}", line) for line in tell("222", "211", "121", "111")]
    # By hand: 1, 1, 0, 0 against the rests 1, 0, 1/2, 0 correlate by 1/4 over sqrt(11/16).
    assert ["parties", "4", "50% (15% to 85%)", "0.30"] in rows


def test_options_stand_under_their_question() -> None:
    lines = tell(*ROWS)
    start = lines.index("scope")
    assert lines[start + 1 : start + 5] == [
        "   43%  The first office",
        "   57%  The second office [right]",
        "    0%  The third office",
        "    0%  The fourth office",
    ]
    about = lines[start + 5 : lines.index("dates")]
    assert any("Nobody chose: “The third office”, “The fourth office”." in each for each in about)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_numbers_are_those_of_the_language(language: str) -> None:
    told = "\n".join(tell(*ROWS, language=language))
    assert ("The third office" in told) == (language == "en")
    assert ("„Служба трета“" in told) == (language == "bg")
    assert ("KR-20): 0." in told) == (language == "en")
    assert ("KR-20): 0," in told) == (language == "bg")


def test_a_negative_number_has_its_sign_and_a_zero_has_none() -> None:
    told = "\n".join(tell("12-", "12-", "21-", "21-"))
    assert "−1.00" in told
    assert "−0.00" not in told
    assert " 0.00" in "\n".join(tell("12-", "11-", "22-", "21-"))


@pytest.mark.parametrize("rows", [(), ("222",), ("---",), ("222",) * 12, ("111",) * 12])
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_group_is_told_of(rows: tuple[str, ...], language: str) -> None:
    lines = tell(*rows, language=language)
    assert not any("{" in line for line in lines)
    assert lines[0] == read_words("statistics", language)["title"]


def test_no_learner_is_named() -> None:
    assert tell(*ROWS) == tell(*reversed(ROWS))
