"""Explorers on pages without a kernel: prepared frames, and what is set kept as Python keeps it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.explorers.desk import read_past
from kit.explorers.explorer import Setting
from kit.explorers.registry import build
from kit.explorers.state import complete
from kit.learner.transfer import decode
from kit.text import LANGUAGES
from tests.browser.site_pages import SitePages, fill_all
from tests.browser.test_site_quiz import save_file
from tests.site.samples import TODAY

HOMES = pytest.mark.parametrize("over", ["file", "http"])
EN, BG = (read_words("site-explorer", language) for language in LANGUAGES)


def explorer(page: Page, name: str) -> Locator:
    place = page.locator(f"[data-explorer='{name}']")
    place.scroll_into_view_if_needed()
    expect(place.locator(".kit-explorer")).to_be_visible()
    return place


def left_behind(pages: SitePages, page: Page, name: str) -> list[dict[str, Any]]:
    """Return the states that Python reads from the file of progress of the page."""
    setting = Setting(library=open_library(), language="en", today=TODAY)
    made = build(name, setting)
    events = [one for one in decode(save_file(pages, page, "file")) if one.kind == "state"]
    for event in events:  # Whole states, in Python's form.
        assert complete(made.controls, event.answer, made.start()) == event.answer
    return [dict(past.state) for past in read_past(made, events)]


@HOMES
def test_a_frame_is_shown_with_its_words_for_what_is_set(site: SitePages, over: str) -> None:
    page = site.open("en/02-eight-principles.html", over)
    place = explorer(page, "eight-in-pomorie")
    caption = place.locator("figcaption")
    before = caption.inner_text()
    drawn = place.locator("svg").inner_html()
    place.locator("select").first.select_option(index=3)
    expect(caption).not_to_have_text(before)
    assert place.locator("svg").inner_html() != drawn
    expect(place.get_by_text(EN["examples"])).to_have_count(0)


def test_the_other_settings_follow_to_the_nearest_example(site: SitePages) -> None:
    page = site.open("bg/05-editions.html")
    place = explorer(page, "certificate-counts")
    expect(place.get_by_text(BG["examples"])).to_be_visible()
    followed = place.locator(".kit-followed")
    expect(followed).to_have_text("")
    first, last = place.locator("select").nth(0), place.locator("select").nth(1)
    before = last.locator("option:checked").inner_text()
    first.select_option(label="2006")
    expect(last.locator("option:checked")).not_to_have_text(before)
    label = open_library().explorer_words("certificate-counts", "bg")["to"]
    now = last.locator("option:checked").inner_text()
    change = BG["followed-one"].format(label=label, value=now)
    expect(followed).to_have_text(BG["followed"].format(changes=change))


def test_a_page_says_where_it_offers_some_values_only(site: SitePages) -> None:
    page = site.open("bg/04-three-year-cycle.html")
    for name in ("site-sampling", "audit-time"):
        expect(explorer(page, name).get_by_text(BG["values"])).to_be_visible()
    people = explorer(page, "audit-time").locator("select").nth(0)
    people.select_option("11000")
    expect(people.locator("option:checked")).to_have_text("11 000")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_every_explorer_has_its_frame(site: SitePages, language: str) -> None:
    for path in sorted((site.folder / language).glob("0[2-5]*.html")):
        page = fill_all(site.open(f"{language}/{path.name}"))
        for place in page.locator("[data-explorer]").all():
            choose_all(place)
            expect(place.locator(".kit-stage")).to_be_visible()
        page.close()


def choose_all(place: Locator) -> None:
    """Choose every value of every list and group once."""
    count = int(place.get_attribute("data-kit-answer") or 0)
    for control in place.locator("select:visible").all():
        for value in control.locator("option").evaluate_all("all => all.map(one => one.value)"):
            if control.input_value() != value:
                control.select_option(value)
                count += 1
                expect(place).to_have_attribute("data-kit-answer", str(count))
            expect(control).to_have_value(value)


def test_where_nothing_else_changes_nothing_is_said_of_it(site: SitePages) -> None:
    page = site.open("en/05-editions.html")
    place = explorer(page, "certificate-counts")
    before = place.locator("select").nth(1).input_value()
    place.locator("select").nth(0).select_option(label="2006")
    expect(place.locator(".kit-followed")).not_to_have_text("")
    place.locator("button.kit-plain").last.click()
    expect(place.locator("select").nth(1)).to_have_value(before)
    expect(place.locator(".kit-followed")).to_have_text("")


def test_what_a_planner_is_set_to_is_kept_whole_and_there_again(site: SitePages) -> None:
    page = site.open("en/04-three-year-cycle.html")
    place = explorer(page, "cycle-planner")
    place.get_by_label("2015", exact=False).first.check()
    expect(place.locator(".kit-saved").last).to_contain_text("Saved")
    again = site.show(page.context, "en/04-three-year-cycle.html")
    expect(explorer(again, "cycle-planner").get_by_label("2015", exact=False).first).to_be_checked()
    assert left_behind(site, page, "cycle-planner")[-1]["edition"] == "2015"


def test_own_words_stay_while_the_example_changes(site: SitePages) -> None:
    page = site.open("en/03-accreditation-and-certification.html")
    place = explorer(page, "claims-clinic")
    place.locator("textarea:visible").fill("A body has certified us.")
    place.locator("textarea:visible").blur()
    place.locator("input[type=checkbox]:visible").check()
    expect(place.locator("textarea:visible")).to_have_value("A body has certified us.")
    claims = place.locator("input[type=radio]")
    claims.nth(1).check()
    expect(place.locator("textarea:visible")).to_have_value("")
    claims.nth(0).check()
    expect(place.locator("textarea:visible")).to_have_value("A body has certified us.")
    expect(place.locator("input[type=checkbox]:visible")).to_be_checked()
    assert "A body has certified us." in left_behind(site, page, "claims-clinic")[-1].values()


def test_a_self_assessment_is_kept_and_found_on_the_page(site: SitePages) -> None:
    page = site.open("en/02-eight-principles.html")
    place = explorer(page, "self-assessment")
    words = open_library().explorer_words("self-assessment", "en")
    expect(place.locator("figcaption")).to_have_text(words["nothing-yet"])
    expect(place.locator(".kit-examples")).to_have_count(0)
    place.locator("input[type=radio]:visible").nth(3).check()
    expect(place.locator("figcaption")).to_contain_text(words["first-time"])
    again = site.show(page.context, "en/02-eight-principles.html")
    expect(explorer(again, "self-assessment").locator("input:checked").first).not_to_have_value(
        "none"
    )
    assert set(left_behind(site, page, "self-assessment")[-1].values()) > {"none", ""}


def test_a_frame_that_is_missing_is_told_and_the_rest_goes_on(site: SitePages) -> None:
    context = site.context("http")
    context.route("**/frames/en/what-if/*", lambda route: route.fulfill(status=404))
    page = site.show(context, "en/04-three-year-cycle.html", "http")
    place = explorer(page, "what-if")
    expect(place.locator(".kit-status")).to_have_text(read_words("site", "en")["not-loaded"])
    expect(explorer(page, "audit-time").locator("svg")).to_be_visible()
    site.problems.clear()
