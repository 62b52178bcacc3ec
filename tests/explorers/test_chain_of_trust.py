"""The explorer of the chain of trust: told and drawn in both languages, then and now."""

from __future__ import annotations

import pytest
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from kit.explorers.chain_of_trust import ChainOfTrust
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)
THEN = {"moment": "january-2013", "body": "pomorie"}
NOW = THEN | {"moment": "end-of-2026"}


def texts(figure: object) -> list[str]:
    return [" ".join(text.get_text().split()) for text in figure.axes[0].texts]


@both
def test_what_is_known_is_told_apart_from_what_is_possible(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    words = explorer._words["say-possible"].split("{")[0].strip()
    assert words not in explorer.describe(THEN)
    assert words in explorer.describe(NOW)


@both
def test_iaf_stands_at_the_top_in_2013_and_its_successor_at_the_end_of_2026(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    assert "Global Accreditation Cooperation" not in explorer.describe(THEN)
    assert "Global Accreditation Cooperation" in explorer.describe(NOW)
    assert "IAF" not in explorer.describe(NOW)


@pytest.mark.parametrize(
    ("language", "inside", "outside"),
    [("en", "in the EU", "outside the EU"), ("bg", "в ЕС", "извън ЕС")],
)
def test_the_drawing_tells_whether_the_kingdom_is_in_the_union(
    language: str, inside: str, outside: str
) -> None:
    explorer = ChainOfTrust(make_setting(language))
    assert inside in texts(explorer.draw(THEN))
    assert outside in texts(explorer.draw(NOW))


@both
def test_what_the_roles_allow_is_drawn_with_a_dashed_arrow_and_said_on_it(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    for state, dashed in ((THEN, 0), (NOW, 3)):
        figure = explorer.draw(state)
        arrows = [one for one in figure.axes[0].patches if isinstance(one, FancyArrowPatch)]
        assert sum(one.get_linestyle() not in {"-", "solid"} for one in arrows) == dashed
        hint = explorer._words["not-stated"].split(":")[1].strip()
        assert sum(text.endswith(hint) for text in texts(figure)) == dashed


@both
def test_each_body_of_each_frame_is_a_box_with_its_name(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    for state in explorer.frames():
        figure = explorer.draw(state)
        boxes = [one for one in figure.axes[0].patches if isinstance(one, FancyBboxPatch)]
        names = {explorer._name(step.above) for step in explorer._steps(state)}
        assert names <= set(texts(figure))
        assert len(boxes) >= len(names) + 1


@both
def test_an_invented_body_is_said_to_be_invented(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    state = THEN | {"body": "example-municipality"}
    head = explorer._words["say-invented"].split("{")[0].strip()
    assert head in explorer.describe(state)
    assert head not in explorer.describe(THEN)


@both
def test_the_two_accreditation_bodies_are_set_side_by_side(language: str) -> None:
    setting = make_setting(language)
    explorer, compared = ChainOfTrust(setting), setting.library.trust_comparison
    for body in ("ukas", "ea-bas"):
        told = explorer.tell(THEN | {"body": body})
        assert all(row.second.pick(language) in told for row in compared.rows.values())
        assert all(point.says.pick(language) in told for point in compared.law.values())
    assert compared.rows["form"].first.pick(language) not in explorer.tell(THEN)


@both
def test_why_a_link_is_only_possible_is_told_with_what_is_known_of_other_days(
    language: str,
) -> None:
    setting = make_setting(language)
    link = setting.library.trust_links["bureau-veritas-certifies-pomorie"]
    assert link.known.pick(language) in ChainOfTrust(setting).tell(NOW)


@both
def test_each_guess_is_answered_and_exactly_one_is_right(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    for state in (THEN, NOW):
        right = explorer._words["compare-right"].split("{")[0]
        said = [explorer.compare(state, guess.id) for guess in explorer.guesses(state)]
        assert sum(one.startswith(right) for one in said) == 1
        assert all("{" not in one for one in said)
    assert explorer.ask(THEN)


def test_no_guess_is_asked_away_from_the_case() -> None:
    explorer = ChainOfTrust(make_setting())
    state = THEN | {"body": "ukas"}
    assert explorer.guesses(state) == ()
    assert explorer.ask(state) == ""


@both
def test_no_text_leaves_a_drawing(language: str) -> None:
    explorer = ChainOfTrust(make_setting(language))
    for state in explorer.frames():
        figure = explorer.draw(state)
        figure.canvas.draw()
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1, text.get_text()
            assert figure.bbox.y0 <= box.y0 < box.y1 <= figure.bbox.y1, text.get_text()
