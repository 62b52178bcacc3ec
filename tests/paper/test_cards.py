"""Cards fit the page, and both sides of one meet."""

from __future__ import annotations

import pytest

from kit.content.library import open_library
from kit.paper.cards import CARDS_ON_A_PAGE, make_cards, mirror
from kit.text import LANGUAGES

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@EACH_LANGUAGE
def test_a_back_stands_behind_its_front(language: str) -> None:
    for cards in make_cards(open_library(), language)["sets"]:
        for page in cards["pages"]:
            fronts, backs = page["fronts"], page["backs"]
            for place, front in enumerate(fronts):
                row, column = divmod(place, 2)
                assert backs[2 * row + 1 - column]["code"] == front["code"]


def test_an_odd_card_has_its_back_in_the_other_column() -> None:
    assert mirror([{"code": "1"}, {"code": "2"}, {"code": "3"}]) == [
        {"code": "2"},
        {"code": "1"},
        None,
        {"code": "3"},
    ]


@EACH_LANGUAGE
def test_every_card_has_a_code_of_its_own_and_two_sides(language: str) -> None:
    sets = make_cards(open_library(), language)["sets"]
    cards = [card for one in sets for page in one["pages"] for card in page["fronts"]]
    assert len({card["code"] for card in cards}) == len(cards)
    assert all(card["front"] and all(card["back"]) for card in cards)
    assert all(len(page["fronts"]) <= CARDS_ON_A_PAGE for one in sets for page in one["pages"])


def test_eight_and_seven_principles_have_a_card_each() -> None:
    sets = make_cards(open_library(), "en")["sets"]
    counts = [sum(len(page["fronts"]) for page in one["pages"]) for one in sets]
    assert counts[:2] == [8, 7]
