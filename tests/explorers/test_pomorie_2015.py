"""The explorer of Pomorie in 2015: the last day, the guess, and what is not known."""

from __future__ import annotations

import pytest

from kit.explorers.explorer import State
from kit.explorers.pomorie_2015 import Pomorie2015
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = Pomorie2015(make_setting())
both = pytest.mark.parametrize("language", LANGUAGES)


def decide(edition: str, decided: str = "2016-01-15") -> State:
    return {"edition": edition, "decided": decided}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (decide("2008"), "to 15 September 2018 at the latest: 961 days, that is 31 months and 18"),
        (decide("2008"), "135 days fewer than the whole cycle"),
        (decide("2015"), "to 28 January 2019 at the latest: 1,096 days, that is 36 months."),
        (decide("2015"), "the whole cycle of three years"),
        (decide("2015", "2016-03-15"), "days before it without a valid certificate: 46"),
    ],
)
def test_what_follows_from_a_choice(state: State, said: str) -> None:
    assert said in EXPLORER.describe(state)


@both
@pytest.mark.parametrize(("edition", "right"), [("2008", "short"), ("2015", "full")])
def test_one_guess_is_right_and_the_others_are_put_right(
    language: str, edition: str, right: str
) -> None:
    explorer = Pomorie2015(make_setting(language))
    state = decide(edition)
    said = {guess.id: explorer.compare(state, guess.id) for guess in explorer.guesses(state)}
    assert set(said) == {"lapsed", "short", "full"}
    words = make_setting().library.explorer_words("pomorie-2015", language)
    begins = words["compare-right"].split("{", maxsplit=1)[0]
    assert [guess for guess, one in said.items() if one.startswith(begins)] == [right]
    assert explorer.ask(state) == words["ask"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "135 days before the first certificate’s last day, and the transition ran for 961"),
        ("en", "Whether Pomorie renewed it was not found."),
        ("en", "The day of the decision is invented."),
        ("en", "Mezdra"),
        ("bg", "135 дни преди последния ден на първия сертификат, а преходът продължава 961 дни"),
        ("bg", "Дали Поморие го е подновило, не е намерено."),
        ("bg", "Денят на решението е измислен."),
        ("bg", "Мездра"),
    ],
)
def test_what_is_known_and_what_is_not_is_always_told(language: str, said: str) -> None:
    explorer = Pomorie2015(make_setting(language))
    assert all(said in explorer.tell(state) for state in explorer.frames())


def test_no_state_says_that_the_new_edition_ended_the_certificate() -> None:
    for state in EXPLORER.frames():
        assert "the new edition did not end" in EXPLORER.tell(state)
        assert "A new edition ends no certificate" in EXPLORER.compare(state, "lapsed")
