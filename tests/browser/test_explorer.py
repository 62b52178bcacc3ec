"""What an explorer finds, in a real browser: with late answers, with none, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kit.content.interface import read_words
from kit.explorers.state import state_key
from tests.browser.explorer_page import (
    ExplorerPages,
    field,
    serve_explorer_pages,
    words_of,
    write,
)
from tests.browser.samples.sample_explorer import BREAKING, START
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


def test_figure_words_and_table_follow(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    expect(words_of(page)).to_have_text(THREE)
    expect(page.get_by_role("img")).to_have_accessible_name("How long does the counter wait?")
    before = page.locator("svg").inner_html()
    write(field(page, "people"), "5")
    expect(words_of(page)).to_have_text(FIVE)
    expect(page.locator("td")).to_have_text("3")
    assert page.locator("svg").inner_html() != before
    expect(field(page, "people")).to_be_focused()


def test_words_are_announced_once_and_where_they_stay_the_same_that_is_said(
    explorers: ExplorerPages,
) -> None:
    page = explorers.open(make_desk())
    assert words_of(page).get_attribute("aria-live") == "polite"
    page.get_by_text("the new ones").click()
    expect(page.get_by_role("status")).to_have_text(EN["unchanged"])
    write(field(page, "people"), "5")
    expect(words_of(page)).to_have_text(FIVE)
    expect(page.get_by_role("status")).to_be_empty()


def test_a_late_answer_does_not_replace_a_newer_one(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    page.evaluate("window.isSlow = true")
    for people in ("15", "5"):
        write(field(page, "people"), people)
        page.wait_for_function(f"asked.at(-1)?.state.people === {people}")
    page.wait_for_function("held.length === 2")
    expect(words_of(page)).to_have_text(THREE)
    page.evaluate("held[1]()")
    expect(words_of(page)).to_have_text(FIVE)
    page.evaluate("held[0]()")
    expect(page.locator("[data-kit-answer]")).to_have_attribute("data-kit-answer", "2")
    expect(words_of(page)).to_have_text(FIVE)


def test_the_old_figure_stays_until_the_new_one_is_there(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    below = page.locator("#below").bounding_box()
    page.evaluate("window.isSlow = true")
    write(field(page, "people"), "5")
    stage = page.locator(".kit-stage")
    expect(stage).to_have_attribute("aria-busy", "true")
    expect(page.get_by_role("img")).to_be_visible()
    expect(words_of(page)).to_have_text(THREE)
    page.wait_for_function("held.length === 1")
    page.evaluate("held[0]()")
    expect(words_of(page)).to_have_text(FIVE)
    assert stage.get_attribute("aria-busy") is None
    assert page.locator("#below").bounding_box() == below


def test_where_no_answer_comes_that_is_told(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk(), is_dead=True)
    write(field(page, "people"), "5")
    expect(page.get_by_role("status")).to_have_text(EN["waiting"], timeout=15_000)
    expect(page.get_by_role("status")).to_be_visible()


def test_an_explorer_that_breaks_says_so_and_goes_on(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    write(field(page, "name"), BREAKING)
    expect(page.get_by_role("status")).to_have_text(EN["trouble"])
    expect(page.locator("figure")).to_be_hidden()
    write(field(page, "name"), "Registry")
    expect(page.locator("figure")).to_be_visible()
    expect(page.get_by_role("status")).to_be_empty()


def test_a_finding_waits_for_a_guess_and_is_compared_with_it(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    page.get_by_text("Ask me for a guess first").click()
    expect(page.get_by_role("group", name="Will it take longer?")).to_be_visible()
    expect(page.locator("figure")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(EN["guess-first"])
    page.get_by_role("button", name="No, it stays as it is").click()
    expect(page.locator("figure")).to_be_visible()
    compare = page.locator(".kit-compare")
    expect(compare).to_contain_text("Your guess: No, it stays as it is")
    expect(compare).to_contain_text("It is the other way round.")
    write(field(page, "people"), "5")
    page.get_by_role("button", name=EN["without-guess"]).click()
    expect(words_of(page)).to_be_focused()
    expect(compare).to_be_hidden()
    write(field(page, "people"), "3")
    expect(compare).to_contain_text("It is the other way round.")


def test_what_is_offered_is_saved_without_asking_anyone(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk(language="bg"))
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    with page.expect_download() as download:
        page.get_by_role("button", name="Запази като текстов файл").click()
    assert download.value.suggested_filename == "wait.txt"
    assert Path(download.value.path()).read_text("utf-8") == "С 3 души се чака 5 минути."
    assert [url for url in seen if not url.startswith("blob:")] == []


def test_the_browser_names_a_state_as_python_does(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    names = """async (state) => (await import("/explorer.js")).keyOf(state)"""
    for state in (START, {"я": '„да“ \\ " \n', "a-b": True, "a": -5, "é": ""}):
        assert page.evaluate(names, state) == state_key(state)


def test_what_is_set_is_kept_and_there_again(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk("kept"))
    expect(page.get_by_text(EN["kept-here"])).to_be_visible()
    write(field(page, "notes"), "")
    field(page, "notes").fill("Пет души са малко.")
    page.locator("h1").click()
    expect(page.get_by_text(EN["kept"])).to_be_visible()
    again = explorers.open(make_desk("kept", "bg"))
    expect(field(again, "notes", "bg")).to_have_value("Пет души са малко.")


def test_an_explorer_that_is_not_kept_does_not_speak_of_it(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk())
    write(field(page, "people"), "5")
    expect(words_of(page)).to_have_text(FIVE)
    assert page.locator(".kit-saved").count() == 0
    assert page.evaluate("Object.keys(localStorage)") == []


def test_what_a_dead_kernel_did_not_keep_is_sent_to_the_next(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk("kept"), is_dead=True)
    for people in ("7", "5"):
        write(field(page, "people"), people)
        page.wait_for_function(f"asked.at(-1)?.state.people === {people}")
    expect(page.get_by_text(EN["not-kept"])).to_be_visible()
    again = explorers.open(make_desk("kept"))
    expect(words_of(again)).to_have_text(FIVE)
    expect(field(again, "people")).to_have_value("5")
    expect(again.get_by_text(EN["kept"])).to_be_visible()
    assert again.evaluate("Object.keys(localStorage)") == []
    past = make_desk("kept")._explorer.setting.past
    assert [one.state["people"] for one in past] == [7, 5]


def test_an_explorer_comes_whole_from_one_module(explorers: ExplorerPages) -> None:
    page = explorers.open(make_desk(language="bg"), is_packed=True)
    write(field(page, "people", "bg"), "5")
    expect(words_of(page)).to_have_text("С 5 души се чака 3 минути.")
