"""The controls of an explorer in a real browser: by mouse, by touch, and by the keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from kit.content.interface import read_words
from kit.explorers import registry
from kit.explorers.registry import EXPLORERS
from tests.browser.explorer_page import (
    ExplorerPages,
    asked,
    field,
    serve_explorer_pages,
    words_of,
    write,
)
from tests.browser.samples.sample_explorer import START
from tests.explorers.factories import make_desk, register_samples, use_home

pytestmark = pytest.mark.browser
EN = read_words("explorer", "en")
FIVE = "With 5 people the wait is 3 minutes."
THREE = "With 3 people the wait is 5 minutes."


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[ExplorerPages]:
    with serve_explorer_pages(browser) as pages:
        yield pages


@pytest.fixture
def explorers(
    served: ExplorerPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ExplorerPages]:
    register_samples(monkeypatch)
    use_home(monkeypatch, tmp_path / "home")
    yield served
    served.close()


def click(one: Locator) -> None:
    one.click()


def tap(one: Locator) -> None:
    one.tap()


@pytest.mark.parametrize("press", [click, tap])
def test_every_kind_of_control_is_set_by_mouse_and_by_touch(
    explorers: ExplorerPages, press: Callable[[Locator], None]
) -> None:
    page = explorers.open(make_desk())
    press(page.get_by_text("the new ones"))
    press(page.get_by_text("Ask me for a guess first"))
    field(page, "office").select_option("civil")
    write(field(page, "people"), "5")
    slider = page.get_by_role("slider", name="Share of papers")
    box = slider.bounding_box()
    assert box
    place = {"x": box["width"] - 3, "y": box["height"] / 2}
    slider.click(position=place) if press is click else slider.tap(position=place)
    write(field(page, "opened"), "28 January 2016")
    write(field(page, "name"), "Деловодство")
    field(page, "notes").fill("One.\nTwo.")
    page.locator("h1").click()
    page.wait_for_function("model.get('asked').state.share === 100")
    chosen = {"rules": "new", "guess": True, "office": "civil", "people": 5, "share": 100}
    written = {"opened": "2016-01-28", "name": "Деловодство", "notes": "One.\nTwo."}
    assert asked(page) == START | chosen | written


def test_every_kind_of_control_is_set_by_the_keys_alone(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    keys = page.keyboard
    order = (
        *("ArrowRight", "Tab"),  # rules
        *("ArrowDown", "Tab"),  # office
        *("ArrowRight", "ArrowRight", "Tab", "ArrowUp", "Tab"),  # people: slider, number
        *("End", "Tab", "Tab"),  # share
        *("Tab",),  # the head of a group, which is open
        *("Tab", "Tab"),  # opened: the day, the calendar
        *("3", ".", "2", ".", "2", "0", "1", "4", "Tab", "Tab"),  # closed
        *("Space", "Tab"),
        *("A", "Tab", "B", "Enter", "C"),
    )
    keys.press("Tab")
    page.evaluate("window.pressed = 0")
    for key in order:
        keys.press(key)
    page.wait_for_function("model.get('asked').state.notes === 'B\\nC'")
    chosen = {"rules": "new", "office": "taxes", "people": 6, "share": 100, "guess": True}
    written = {"closed": "2014-02-03", "name": "A", "notes": "B\nC"}
    assert asked(page) == START | chosen | written
    keys.press("Tab")
    expect(page.get_by_role("button", name="Yes, it will take longer")).to_be_focused()
    keys.press("Enter")
    expect(page.locator(".kit-compare")).to_be_focused()
    assert page.evaluate("pressed") == 0


def test_whoever_stands_on_a_button_stays_there_when_it_is_drawn_anew(
    explorers: ExplorerPages,
) -> None:
    page = explorers.open(make_desk())
    offer = page.locator(".kit-row button").first
    before = page.evaluate("model.get('asked').n")
    field(page, "notes").fill("One.")
    offer.focus()
    page.wait_for_function(
        f"Number(document.querySelector('[data-kit-answer]').dataset.kitAnswer) > {before}"
    )
    expect(offer).to_be_focused()


@pytest.mark.parametrize(
    ("language", "shown", "typed"),
    [("en", "29 Jan 2013", "3 Sept 2014"), ("bg", "29.01.2013 г.", "03.09.2014 г.")],
)
def test_a_day_is_shown_and_read_as_people_write_it(
    explorers: ExplorerPages, language: str, shown: str, typed: str
) -> None:
    page = explorers.open(make_desk(language=language))
    opened = field(page, "opened", language)
    assert opened.input_value() == shown
    for form in ("3.9.2014", "03.09.2014 г.", "2014-09-03", "3 септември 2014", "Sept 3, 2014"):
        write(opened, "1.1.2020")
        assert asked(page)["opened"] == "2020-01-01"
        write(opened, form)
        assert (asked(page)["opened"], opened.input_value()) == ("2014-09-03", typed)


@pytest.mark.parametrize(
    ("key", "typed", "word"),
    [
        ("opened", "soon", EN["day-unread"].format(typed="soon", date="31 Dec 2030")),
        ("opened", "29.02.2013", EN["day-unread"].format(typed="29.02.2013", date="31 Dec 2030")),
        ("opened", "", EN["day-needed"].format(date="31 Dec 2030")),
        ("opened", "1.1.1999", EN["day-range"].format(first="1 Jan 2010", last="31 Dec 2030")),
        ("people", "99", EN["count-range"].format(low=1, high=20)),
        ("people", "2.5", EN["count-range"].format(low=1, high=20)),
        ("people", "", EN["count-range"].format(low=1, high=20)),
        ("share", "55", EN["count-steps"].format(low=0, high=100, step=10)),
    ],
)
def test_what_cannot_be_set_is_told_at_its_field_and_asks_nothing(
    explorers: ExplorerPages, key: str, typed: str, word: str
) -> None:
    page = explorers.open(make_desk())
    write(field(page, key), typed)
    expect(page.locator(".kit-fault:not(:empty)")).to_have_text(word)
    expect(field(page, key)).to_have_attribute("aria-invalid", "true")
    described = field(page, key).get_attribute("aria-describedby") or ""
    assert page.locator(".kit-fault:not(:empty)").get_attribute("id") in described.split()
    assert page.evaluate("asked") == []
    write(field(page, key), {"opened": "1.1.2015", "people": "5", "share": "20"}[key])
    expect(page.locator(".kit-fault:not(:empty)")).to_have_count(0)
    page.wait_for_function("asked.length === 1")


def test_a_day_that_may_be_missing_can_be_taken_away_again(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    write(field(page, "closed"), "1.2.2020")
    assert asked(page)["closed"] == "2020-02-01"
    write(field(page, "closed"), " ")
    assert asked(page)["closed"] == ""


def test_a_slider_asks_when_it_has_come_to_rest(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    slider = page.get_by_role("slider", name="People at the counter")
    slider.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(field(page, "people")).to_have_value("9")
    expect(words_of(page)).to_have_text("With 9 people the wait is 1 minutes.")
    assert len(page.evaluate("asked")) < 6


def test_what_is_written_is_taken_before_the_field_is_left(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    field(page, "notes").press_sequentially("Пет")
    page.wait_for_function("model.get('asked').state.notes === 'Пет'")
    expect(field(page, "notes")).to_be_focused()


def test_going_back_to_the_first_settings_can_be_undone(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    again = page.get_by_role("button", name=EN["reset"])
    expect(again).to_be_hidden()
    write(field(page, "people"), "5")
    write(field(page, "opened"), "1.2.2020")
    again.click()
    expect(words_of(page)).to_have_text(THREE)
    expect(field(page, "opened")).to_have_value("29 Jan 2013")
    page.get_by_role("button", name=EN["bring-back"]).click()
    expect(words_of(page)).to_have_text(FIVE)
    expect(field(page, "opened")).to_have_value("1 Feb 2020")
    expect(again).to_be_visible()


def test_of_many_groups_the_first_is_open_and_the_others_open_by_the_keys(
    explorers: ExplorerPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "EXPLORERS", EXPLORERS)
    page = explorers.open(make_desk("cycle-planner"))
    groups = page.locator("details")
    expect(groups.first).to_have_attribute("open", "")
    expect(page.locator("details[open]")).to_have_count(1)
    assert groups.count() > 2
    page.locator("summary").nth(1).press("Enter")
    expect(groups.nth(1).locator("input").first).to_be_visible()
    assert page.evaluate("pressed") == 0


def test_options_that_are_sentences_can_all_be_read(
    explorers: ExplorerPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "EXPLORERS", EXPLORERS)
    page = explorers.open(make_desk("self-assessment", "bg"), width=320)
    (control,) = make_desk("self-assessment", "bg").plan()["controls"][:1]
    for option in control["options"]:
        expect(page.get_by_role("radio", name=option["label"], exact=True).first).to_be_visible()


def test_what_python_sets_is_shown(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    page.evaluate("model.set('asked', {n: 9, state: {...model.get('asked').state, people: 5}})")
    expect(field(page, "people")).to_have_value("5")
