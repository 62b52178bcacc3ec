"""How options are used: how often, by nobody, by the strong rather than the weak."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.statistics.choices import Choice, OptionUse, measure_options, options_of, read_choices
from kit.statistics.tries import Try
from tests.factories import make_question

QUESTION = make_question()
SLUGS = ["first", "second", "third", "fourth"]
drawn_choices = st.lists(
    st.builds(
        Choice,
        st.frozensets(st.sampled_from(SLUGS)),
        st.none() | st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]),
    ),
    max_size=20,
)


def choose(letters: str) -> list[Choice]:
    """Return a choice a letter; the learners do better from left to right."""
    return [
        Choice(frozenset({SLUGS[int(letter) - 1]}), place / len(letters))
        for place, letter in enumerate(letters)
    ]


def use(letters: str, option: str) -> OptionUse:
    found = {each.option: each for each in measure_options(QUESTION, choose(letters))}
    return found[option]


def test_shares_are_of_all_who_answered() -> None:
    found = measure_options(QUESTION, choose("11222222"))
    assert [(each.option, each.chosen, each.share) for each in found] == [
        ("first", 2, 0.25),
        ("second", 6, 0.75),
        ("third", 0, 0),
        ("fourth", 0, 0),
    ]


def test_the_key_is_marked() -> None:
    assert [each.option for each in measure_options(QUESTION, choose("1")) if each.is_key] == [
        "second"
    ]


def test_a_wrong_option_that_nobody_chose_is_unused() -> None:
    assert use("1222", "third").is_unused
    assert not use("1222", "first").is_unused
    assert not use("1111", "second").is_unused


def test_the_strong_and_the_weak_are_27_percent_each() -> None:
    # Of ten learners three, after Kelley (1939).
    found = use("1122222211", "first")
    assert (found.weak, found.strong) == pytest.approx((2 / 3, 2 / 3))
    assert found.strong_learners == 2


@pytest.mark.parametrize(
    ("letters", "draws"),
    [
        ("2222222333", True),
        ("3332222222", False),
        ("3322222233", False),
        ("2222222223", False),
        ("2222222233", True),
    ],
    ids=["the strong only", "the weak only", "both alike", "one alone", "two of the strong"],
)
def test_what_draws_the_strong(letters: str, *, draws: bool) -> None:
    assert use(letters, "third").draws_the_strong is draws


def test_the_key_may_draw_the_strong() -> None:
    assert not use("1111111222", "second").draws_the_strong


def test_learners_who_did_equally_well_make_no_groups() -> None:
    choices = [Choice(frozenset({"third"}), 0.5) for _ in range(10)]
    found = measure_options(QUESTION, choices)
    assert {(each.strong, each.weak) for each in found} == {(None, None)}


def test_learners_who_tie_with_the_last_of_a_group_belong_to_it() -> None:
    rests = [0, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1]
    choices = [Choice(frozenset({"third"} if rest == 0.5 else {"second"}), rest) for rest in rests]
    found = {each.option: each for each in measure_options(QUESTION, choices)}
    assert found["third"].weak == pytest.approx(5 / 6)
    assert found["second"].strong_learners == 4


def test_without_answers_there_is_nothing_to_tell() -> None:
    assert measure_options(QUESTION, []) == ()


@pytest.mark.parametrize(
    ("kind", "answer", "options"),
    [
        ("single", ["first"], {"first"}),
        ("single", [], set()),
        ("several", ["first", "fourth"], {"first", "fourth"}),
        ("true-false", {"verdict": "true", "reason": "third"}, {"third"}),
    ],
)
def test_which_options_an_answer_holds(kind: str, answer: object, options: set[str]) -> None:
    question = make_question(kind)
    assert read_choices(question, [(Try(0.0, answer), 0.5)]) == [Choice(frozenset(options), 0.5)]


def test_an_answer_that_cannot_be_read_is_left_out() -> None:
    tries = [(Try(0.0, answer), 0.5) for answer in ("first", ["unknown"], None, {"a": 1})]
    assert read_choices(QUESTION, tries) == []


def test_a_kind_without_options_has_no_use_of_them() -> None:
    question = make_question("sort")
    choices = read_choices(question, [(Try(1.0, {"stamp": "seen"}), 0.5)])
    assert options_of(question) == {}
    assert measure_options(question, choices) == ()


@given(drawn_choices)
def test_shares_stay_in_their_bounds(choices: list[Choice]) -> None:
    for each in measure_options(QUESTION, choices):
        assert 0 <= each.share <= 1
        assert (each.strong is None) == (each.weak is None)
        assert each.strong is None or (0 <= each.strong <= 1 and 0 <= each.weak <= 1)
        assert not (each.is_unused and each.draws_the_strong)


@given(drawn_choices, st.randoms(use_true_random=False))
def test_the_order_of_learners_changes_nothing(choices: list[Choice], rng: Random) -> None:
    turned = rng.sample(choices, len(choices))
    assert measure_options(QUESTION, turned) == measure_options(QUESTION, choices)
