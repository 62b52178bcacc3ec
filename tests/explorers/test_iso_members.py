"""The explorer of ISO's members: what is known of a day, and where 148 belongs."""

from __future__ import annotations

import pytest

from kit.explorers.iso_members import IsoMembers
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = IsoMembers(make_setting())
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2004-04-15", "gives 146 members (April 2004)"),
        ("2004-10-01", "between 146 members (April 2004) and 148 (end of 2004)"),
        ("2013-01-29", "so 163 or so"),
        ("2016-01-28", "between 163 members (September 2013) and 165 (January 2020)"),
    ],
)
def test_a_day(day: str, said: str) -> None:
    assert said in EXPLORER.describe({"day": day})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "prints 148; that number fits the end of 2004, about 8 years before"),
        ("bg", "дава 148; това число отговаря на края на 2004 г., около 8 години по-рано"),
    ],
)
def test_the_number_of_the_announcement_is_always_put_in_its_place(
    language: str, said: str
) -> None:
    explorer = IsoMembers(make_setting(language))
    assert all(said in explorer.describe(state) for state in explorer.frames())


@pytest.mark.parametrize(
    ("day", "guess", "said"),
    [
        ("2013-01-29", "148", "there were more, about 163"),
        ("2013-01-29", "163", "that fits what is known"),
        ("2013-01-29", "173", "there were fewer, about 163"),
        ("2016-01-28", "148", "there were more, between 163 and 165"),
        ("2004-12-31", "148", "that fits what is known"),
    ],
)
def test_a_guess_is_compared_with_what_is_known(day: str, guess: str, said: str) -> None:
    assert said in EXPLORER.compare({"day": day}, guess)


@both
def test_every_report_is_listed(language: str) -> None:
    told = IsoMembers(make_setting(language)).tell(EXPLORER.start())
    for one in make_setting().library.membership.counts:
        assert f">{one.members}</td>" in told
        assert one.as_of.pick(language) in told
