"""The explorer of audit time: days, limits and rules told in words, in both languages."""

from __future__ import annotations

import pytest

from kit.explorers.audit_time import AuditTime
from kit.explorers.explorer import State
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)


def state_of(explorer: AuditTime, **changes: int) -> State:
    return {**explorer.start(), **{key.replace("_", "-"): n for key, n in changes.items()}}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the initial audit of this illustration takes 5 days, at least 4 of them on site"),
        ("bg", "първоначалният одит в тази илюстрация отнема 5 дни"),
    ],
)
def test_sixty_people_take_five_days(language: str, said: str) -> None:
    explorer = AuditTime(make_setting(language))
    assert said in explorer.describe(explorer.start())


@pytest.mark.parametrize(("language", "third"), [("en", "1.7"), ("bg", "1,7")])
def test_a_third_is_written_as_the_language_does(language: str, third: str) -> None:
    explorer = AuditTime(make_setting(language))
    assert third in explorer.describe(explorer.start())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"adjustment": -40}, "40 % would be too much: at most 30 %"),
        ({"full_time": 71, "adjustment": -30}, "a cut of 33.3 %, more than 30 %; so it is 4.5"),
        ({"on_site": 60}, "A share of 60 % on site is too small; 80 % is the least."),
        ({"full_time": 11000}, "11,004 people are more than the table has: it ends at 10,700."),
    ],
)
def test_a_limit_is_said_where_it_holds_something(changes: dict[str, int], said: str) -> None:
    explorer = AuditTime(make_setting())
    assert said in explorer.describe(state_of(explorer, **changes))
    assert said not in explorer.describe(explorer.start())


@both
def test_every_step_is_told_with_its_rule_and_document(language: str) -> None:
    library = make_setting().library
    explorer = AuditTime(make_setting(language))
    told = explorer.tell(explorer.start())
    rules = library.audit_time.rules
    for rule in (rules.row, rules.limit_after_rounding, rules.recertification):
        assert rule.text.pick(language) in told
        assert rule.document.pick(language) in told
    assert told.count('<th scope="row">') == 12


@both
def test_the_result_is_called_an_illustration_with_invented_numbers(language: str) -> None:
    words = make_setting().library.explorer_words("audit-time", language)
    explorer = AuditTime(make_setting(language))
    assert words["note"] in explorer.tell(explorer.start())
    assert any(control.group == words["people"] for control in explorer.controls)


def test_beyond_the_table_nothing_is_drawn() -> None:
    explorer = AuditTime(make_setting())
    assert explorer.draw(state_of(explorer, full_time=11000)) is None
