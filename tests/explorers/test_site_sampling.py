"""The explorer of site sampling: the sum, the hedge, and the guess."""

from __future__ import annotations

import pytest

from kit.explorers.site_sampling import SiteSampling
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

EXPLORER = SiteSampling(make_setting())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "initial"}, "√16 = 4, so the sample is at least 4"),
        ({"sites": 10, "kind": "surveillance"}, "0.6 × √10 = 1.9, rounded up 2"),
        ({"sites": 25, "kind": "recertification"}, "0.8 × √25 = 4, so"),
        ({"sites": 2, "kind": "recertification"}, "so all are visited"),
        (
            {"is-suitable": False, "kind": "initial"},
            "a sample does not suit here, so all are visited",
        ),
        ({"is-suitable": False, "kind": "surveillance"}, "30 % of them are visited, rounded up 5"),
    ],
)
def test_the_sum_is_written_out(changes: dict[str, str | int | bool], said: str) -> None:
    assert said in EXPLORER.describe({**EXPLORER.start(), **changes})


@pytest.mark.parametrize("kind", ["initial", "surveillance", "recertification"])
@pytest.mark.parametrize("is_suitable", [True, False])
def test_only_the_plain_root_is_hedged(kind: str, is_suitable: bool) -> None:
    said = EXPLORER.describe({"sites": 16, "kind": kind, "is-suitable": is_suitable})
    assert ("usually read" in said) is (kind == "initial" and is_suitable)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_has_one_right_guess(language: str) -> None:
    explorer = SiteSampling(make_setting(language))
    right = make_setting().library.explorer_words("site-sampling", language)["compare-right"]
    for state in explorer.frames():
        guesses = explorer.guesses(state)
        found = [explorer.compare(state, guess.id) for guess in guesses]
        hits = [
            said
            for said, guess in zip(found, guesses, strict=True)
            if said == right.format(guess=guess.id)
        ]
        assert len(hits) == (1 if guesses else 0)


def test_nothing_is_guessed_where_the_rule_was_not_confirmed() -> None:
    state = {**EXPLORER.start(), "kind": "initial"}
    assert EXPLORER.guesses(state) == ()
    assert EXPLORER.guesses({**state, "is-suitable": False}) != ()


def test_one_site_leaves_nothing_to_guess() -> None:
    assert EXPLORER.guesses({**EXPLORER.start(), "sites": 1}) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_three_audits_stand_side_by_side(language: str) -> None:
    told = SiteSampling(make_setting(language)).tell(EXPLORER.start())
    assert [f">{n}</td>" in told for n in (4, 3)] == [True, True]
    assert told.count('<th scope="row">') == 3
