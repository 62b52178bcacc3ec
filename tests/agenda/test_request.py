"""What a trainer asks for is checked, and what is wrong is said with what was expected."""

from __future__ import annotations

from typing import Any

import pytest

from kit.agenda import RequestError
from kit.agenda.request import list_objectives, show_clock
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.text import LANGUAGES
from tests.agenda.factories import make_request


def test_without_objectives_all_are_meant() -> None:
    assert make_request().objectives == list_objectives(open_library())
    assert len(make_request().objectives) == 24


def test_objectives_come_into_the_order_of_the_course_each_once() -> None:
    asked = ["read-counts", "who-did-what", "read-counts"]
    assert make_request(objectives=asked).objectives == ("who-did-what", "read-counts")


@pytest.mark.parametrize(
    ("text", "minutes"), [("09:00", 540), ("9:05", 545), ("13.30", 810), (" 00:00 ", 0)]
)
def test_a_start_is_read(text: str, minutes: int) -> None:
    assert make_request(start=text).start == minutes


def test_a_clock_is_written_with_two_digits_each() -> None:
    assert [show_clock(one) for one in (0, 545, 1439)] == ["00:00", "09:05", "23:59"]


@pytest.mark.parametrize(
    ("changes", "key", "found"),
    [
        ({"objectives": ["who-did-wat"]}, "unknown-objective", "who-did-what"),
        ({"objectives": []}, "no-objective", ""),
        ({"length": "halfday"}, "unknown-length", "half-day"),
        ({"equipment": "laptop"}, "unknown-equipment", "laptops"),
        ({"people": 0}, "bad-people", "0"),
        ({"people": 31}, "bad-people", "31"),
        ({"start": "nine"}, "bad-start", "nine"),
        ({"start": "24:00"}, "bad-start", "24:00"),
        ({"start": "21:00"}, "late-start", "20:00"),
    ],
)
def test_what_is_wrong_is_named_in_both_languages(
    changes: dict[str, Any], key: str, found: str
) -> None:
    with pytest.raises(RequestError) as caught:
        make_request(**changes)
    assert caught.value.key == key
    for language in LANGUAGES:
        assert found in read_words("agenda", language)[key].format(**caught.value.values)
