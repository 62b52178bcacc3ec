"""The explorer of certificate counts: the change between two years, and its trap."""

from __future__ import annotations

import pytest

from kit.explorers.certificate_counts import CertificateCounts
from kit.explorers.explorer import State
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = CertificateCounts(make_setting())
both = pytest.mark.parametrize("language", LANGUAGES)


def between(first: int, last: int, place: str = "world") -> State:
    return {"place": place, "from": first, "to": last}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (between(2017, 2018), "a change of −176,575 (−16.7 %)"),
        (between(2018, 2017), "1,055,028 certificates for 2017 and 878,453 for 2018"),
        (between(2017, 2018), "the way of counting changes"),
        (between(2023, 2024), "is a change of method, not of the world"),
        (between(2022, 2024), "for 2022 this kit has no number that was confirmed"),
        (between(2021, 2022), "for 2021 and 2022"),
        (between(2012, 2013), "they depend on who reported"),
        (between(2020, 2023), "The two numbers come from two places"),
        (between(2012, 2012), "Choose two different years"),
        (between(1993, 1996, "bulgaria"), "there is no percentage of nothing"),
        (between(1993, 1994, "bulgaria"), "no certificate for 1993 and none for 1994"),
        (between(1996, 1997, "bulgaria"), "From so small a number any step"),
        (between(2006, 2016, "bulgaria"), "it prints 3,097, the Bulgarian number of 2006"),
        (between(2019, 2024, "bulgaria"), "for 2024 this kit has no number"),
    ],
)
def test_what_a_pair_of_years_tells(state: State, said: str) -> None:
    assert said in EXPLORER.describe(state)


def test_the_misprint_is_told_of_bulgaria_only() -> None:
    assert "Beware" not in EXPLORER.describe(between(2006, 2016))


@pytest.mark.parametrize(
    ("state", "guess", "said"),
    [
        (between(2017, 2018), "quality", "does not measure quality"),
        (between(2017, 2018), "counting", "the series breaks (2018: counted in another way)"),
        (between(2012, 2013), "counting", "No break in counting is known"),
        (between(2012, 2013), "unclear", "Indeed"),
    ],
)
def test_a_guess_is_weighed(state: State, guess: str, said: str) -> None:
    assert said in EXPLORER.compare(state, guess)


@pytest.mark.parametrize("state", [between(2012, 2012), between(2020, 2022)])
def test_nothing_is_asked_where_nothing_changed_or_is_known(state: State) -> None:
    assert EXPLORER.guesses(state) == ()


@both
@pytest.mark.parametrize(("place", "breaks"), [("world", 4), ("bulgaria", 2)])
def test_the_breaks_and_the_unit_are_told(language: str, place: str, breaks: int) -> None:
    words = make_setting().library.explorer_words("certificate-counts", language)
    told = CertificateCounts(make_setting(language)).tell(between(2012, 2013, place))
    assert told.count('<th scope="row">') == breaks
    assert words["note-unit"] in told
    assert words["note-sum"] in told
