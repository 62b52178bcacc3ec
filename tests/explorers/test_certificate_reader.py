"""The certificate reader: what stands there, what is doubtful, and how to verify."""

from __future__ import annotations

import pytest
from matplotlib.patches import Rectangle, RegularPolygon

from kit.explorers.certificate_reader import CertificateReader
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)
READING = make_setting().library.certificate_reading
each = pytest.mark.parametrize("specimen", READING.specimens)
SOUND = [slug for slug, one in READING.specimens.items() if not one.doubts]


def look(specimen: str, part: str = "whole") -> dict[str, str]:
    return {"specimen": specimen, "look": part}


def texts(figure: object) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in figure.axes[0].texts)


def test_some_certificates_are_sound_and_most_are_not() -> None:
    assert 2 <= len(SOUND) < len(READING.specimens) / 2


@both
@each
def test_before_the_judgement_nothing_gives_the_doubt_away(specimen: str, language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    told = [READING.specimens[specimen].told, *(d.what for d in READING.specimens[specimen].doubts)]
    for part in ("whole", *READING.parts):
        said = explorer.describe(look(specimen, part)) + explorer.tell(look(specimen, part))
        assert not any(text.pick(language) in said for text in told)
        assert explorer.guesses(look(specimen, part)) == ()


@both
@each
def test_the_judgement_says_what_to_doubt_and_how_to_verify(specimen: str, language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    state, doubts = look(specimen, "judge"), READING.specimens[specimen].doubts
    assert READING.specimens[specimen].told.pick(language) in explorer.describe(state)
    for doubt in doubts:
        assert doubt.what.pick(language) in explorer.describe(state)
        assert doubt.verify.pick(language) in explorer.describe(state)
        assert doubt.what.pick(language) in explorer.tell(state)
    for way in READING.ways.values():
        assert way.then.pick(language) in explorer.tell(state)
        assert way.now.pick(language) in explorer.tell(state)


@each
def test_the_right_guesses_are_the_doubtful_part_and_what_shows_the_same(specimen: str) -> None:
    explorer = CertificateReader(make_setting())
    state, doubts = look(specimen, "judge"), READING.specimens[specimen].doubts
    expected = {part for doubt in doubts for part in (doubt.part, *doubt.also)} or {"nothing"}
    praise = {explorer._words["compare-found"], explorer._words["compare-sound"]}
    guesses = [guess.id for guess in explorer.guesses(state)]
    assert {one for one in guesses if explorer.compare(state, one) in praise} == expected


@both
def test_a_wrong_guess_is_led_to_the_part(language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    state = look("fourth", "judge")
    for guess in ("nothing", "holder"):
        assert explorer._name("scope") in explorer.compare(state, guess)
    assert (
        explorer.compare(look(SOUND[0], "judge"), "scope")
        == (explorer._words["compare-false-alarm"])
    )


@both
@each
def test_the_drawing_shows_each_part_and_that_all_is_invented(specimen: str, language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    state = look(specimen, "judge")
    shown = texts(explorer.draw(state))
    assert explorer._words["fictional"] in shown
    assert explorer._words["note"] in shown
    for slug in READING.parts:
        if slug != "marks":
            assert explorer._shows(slug, state) in shown


@both
@each
def test_the_register_is_read_only_after_it_was_looked_up(specimen: str, language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    found = explorer._shows("register", look(specimen))
    assert found not in texts(explorer.draw(look(specimen)))
    assert found not in explorer.describe(look(specimen))
    assert found in texts(explorer.draw(look(specimen, "register")))


@pytest.mark.parametrize(
    ("specimen", "hexagons", "hatched"), [("second", 1, 0), ("fifth", 0, 0), ("eighth", 1, 1)]
)
def test_each_sort_of_mark_has_its_shape(specimen: str, hexagons: int, hatched: int) -> None:
    patches = CertificateReader(make_setting()).draw(look(specimen)).axes[0].patches
    assert sum(isinstance(one, RegularPolygon) for one in patches) == hexagons
    assert sum(isinstance(one, Rectangle) and bool(one.get_hatch()) for one in patches) == hatched


@each
def test_a_doubtful_part_has_a_question_mark_and_no_other_has(specimen: str) -> None:
    explorer = CertificateReader(make_setting())
    expected = [f"{explorer._number(one.part)}?" for one in READING.specimens[specimen].doubts]
    figure = explorer.draw(look(specimen, "judge"))
    marked = [text.get_text() for text in figure.axes[0].texts if text.get_text()[-1:] == "?"]
    assert marked == expected


@both
def test_no_text_leaves_a_drawing(language: str) -> None:
    explorer = CertificateReader(make_setting(language))
    for state in explorer.frames():
        if state["look"] not in {"whole", "judge"}:
            continue
        figure = explorer.draw(state)
        figure.canvas.draw()
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1, text.get_text()
            assert figure.bbox.y0 <= box.y0 < box.y1 <= figure.bbox.y1, text.get_text()
