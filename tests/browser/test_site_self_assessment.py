"""A look at one's own organisation found in the browser: the same words as Python's, and bars."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kit.content.library import open_library
from kit.explorers.desk import place_of, read_past
from kit.explorers.explorer import Choice, Setting, State
from kit.explorers.self_assessment import NAME, NONE, SelfAssessment
from kit.explorers.state import mend
from kit.explorers.view import view_state
from kit.learner.events import Event
from kit.site.explorers import prepare
from kit.text import LANGUAGES
from tests.browser.site_modules import Modules, open_modules
from tests.browser.site_pages import SitePages
from tests.learner.factories import NOON

LIBRARY = open_library()
TODAY = NOON.astimezone().date()
LOGS = 80
PATH = "02-eight-principles.html"
WRITTEN = (
    "",
    "протокол от съвещание",
    ' <b>"A&B"</b> ',
    "one\r\ntwo\n\n three\x85four\u2028",
    "{name} $& {body}",
    "it's",
    "\ufeffя",
)
STRANGE = (None, [], "text", {"level-leadership": None}, {"by": 1.5}, {"level-leadership": []})


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    with open_modules(browser) as opened:
        yield opened


def setting(language: str, today: date = TODAY) -> Setting:
    return Setting(library=LIBRARY, language=language, today=today)


def words(language: str) -> dict[str, str]:
    return LIBRARY.explorer_words(NAME, language)


def draw_state(random: Random, explorer: SelfAssessment) -> dict[str, Any]:
    """Draw a state, partly as no control of today could have set it."""
    levels = random.choice(((NONE,), (NONE, "2"), ("3",), ("1", "4"), (NONE, *"12345")))
    state: dict[str, Any] = {}
    for control in explorer.controls:
        if control.name.startswith("level-"):
            state[control.name] = random.choice(levels)
        elif isinstance(control, Choice):
            state[control.name] = random.choice([one.id for one in control.options])
        elif control.name == "by":
            state["by"] = random.choice(("", "2026-12-31", "2027-03-07"))
        else:
            state[control.name] = random.choice(WRITTEN)
    return state


def spoil(random: Random, state: dict[str, Any]) -> Any:
    """Return what a log may hold instead of a state: something older, or something strange."""
    if random.random() < 0.1:
        return random.choice(STRANGE)
    kept = {name: value for name, value in state.items() if random.random() < 0.9}
    odd = {"level-leadership": "6", "level-gone": "3", "by": "2026-02-30", "step": "я" * 501}
    return kept | {name: value for name, value in odd.items() if random.random() < 0.15}


def draw_log(random: Random, explorer: SelfAssessment) -> list[Event]:
    """Draw what was left on some days, today's among them, in the order of time."""
    hours = sorted((random.randrange(80) for _ in range(random.choice((0, 1, 2, 6)))), reverse=True)
    return [
        Event(
            id=f"{n:016}",
            at=NOON - timedelta(hours=ago),
            question=random.choice((place_of(NAME),) * 9 + ("explorer/cycle-planner",)),
            version="v",
            kind="state",
            answer=spoil(random, draw_state(random, explorer)),
        )
        for n, ago in enumerate(hours)
    ]


def expect_of(language: str, log: list[Event], state: State) -> dict[str, Any]:
    """Return what Python finds for a state after a log."""
    bare = SelfAssessment(setting(language))
    past = read_past(bare, [one for one in log if one.question == place_of(NAME)])
    explorer = SelfAssessment(msgspec.structs.replace(setting(language), past=past))
    return view_state(explorer, state) | {"left": [dict(one.state) for one in past]}


def find(modules: Modules, plan: dict[str, Any], cases: list[Any]) -> list[dict[str, Any]]:
    body = """return values.cases.map(([log, state]) => {
      const past = readPast(values.plan, log);
      const find = makeAssessor(values.plan.rules, past, values.today);
      return { ...find(mend(values.plan, state)), left: past.map((one) => one.state) };
    });"""
    imports = "makeAssessor from self-assessment; mend, readPast from past"
    values = {"plan": plan, "cases": cases, "today": TODAY.isoformat()}
    found: list[dict[str, Any]] = modules.run(imports, body, values)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_that_of_python(modules: Modules, language: str) -> None:
    random = Random(language)
    explorer = SelfAssessment(setting(language))
    cases = [(draw_log(random, explorer), draw_state(random, explorer)) for _ in range(LOGS)]
    sent = [(json.loads(msgspec.json.encode(log)), state) for log, state in cases]
    plan = prepare(NAME, explorer, setting(language)).plan
    seen = set()
    for found, (log, state) in zip(find(modules, plan, sent), cases, strict=True):
        known = expect_of(language, log, mend(explorer.controls, state, explorer.start()))
        seen.add((bool(known["svg"]), words(language)["first-time"] in known["words"]))
        for part in ("words", "more", "ask", "guesses", "compare", "offers", "left"):
            assert found[part] == known[part]
        assert bool(found["svg"]) == bool(known["svg"])
    assert seen == {(False, False), (True, False), (True, True)}


def open_page(site: SitePages, language: str = "en", **options: Any) -> Page:
    page = site.open(f"{language}/{PATH}", **options)
    place = page.locator(f"[data-explorer='{NAME}']")
    place.scroll_into_view_if_needed()
    expect(place.locator(".kit-explorer")).to_be_visible()
    return page


def leave_earlier(page: Page, levels: dict[str, str], days: int = 40) -> None:
    """Put a state of an earlier day into the log of the browser, and load the page anew."""
    event = {
        "id": "earlier-event-0001",
        "at": (datetime.now().astimezone() - timedelta(days=days)).isoformat(),
        "question": place_of(NAME),
        "version": "v",
        "kind": "state",
        "answer": levels,
    }
    page.evaluate("(one) => localStorage.setItem('kit-log/' + one.id, JSON.stringify(one))", event)
    page.reload()
    page.locator(f"[data-explorer='{NAME}']").scroll_into_view_if_needed()


def rate(page: Page, slug: str, level: int, language: str = "en") -> None:
    name = LIBRARY.principles.seven[slug].name.pick(language)
    place = page.locator(f"[data-explorer='{NAME}']")
    group = place.locator("details, fieldset").filter(has_text=name).first
    if group.evaluate("one => one.matches('details:not([open])')"):
        group.locator("summary").first.click()
    place.locator(f"input[type=radio][value='{level}']").nth(
        list(LIBRARY.principles.seven).index(slug)
    ).check()


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_of_today_and_of_the_last_time_stand_as_bars_with_words(
    site: SitePages, language: str
) -> None:
    page = open_page(site, language)
    leave_earlier(page, {"level-customer-focus": "2", "level-leadership": "3"})
    place = page.locator(f"[data-explorer='{NAME}']")
    expect(place.locator(".kit-levels li")).to_have_count(7)
    rate(page, "customer-focus", 4, language)
    first = place.locator(".kit-levels li").first
    expect(first).to_contain_text(words(language)["bar-now"].format(n=4))
    expect(first).to_contain_text(words(language)["bar-last"].format(n=2))
    wide = first.locator("rect").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().width)"
    )
    assert wide[0] == pytest.approx(2 * wide[1], rel=0.03)
    name = LIBRARY.principles.seven["customer-focus"].name.pick(language)
    change = words(language)["change"].format(name=name, old=2, new=4)
    expect(place.locator("figcaption")).to_contain_text(change)
    expect(place.locator("table").first).to_be_visible()


def test_the_page_to_print_is_that_of_python(site: SitePages) -> None:
    page = open_page(site)
    rate(page, "leadership", 5)
    place = page.locator(f"[data-explorer='{NAME}']")
    with page.expect_download() as download:
        place.get_by_role("button", name=words("en")["offer"]).click()
    today = date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))
    explorer = SelfAssessment(setting("en", today))
    (offer,) = explorer.offers({**explorer.start(), "level-leadership": "5"})
    assert download.value.suggested_filename == offer.name
    assert download.value.path().read_bytes() == offer.content


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_machines_find_nothing_against_it_and_it_fits_the_smallest_phone(
    site: SitePages, language: str, scheme: str
) -> None:
    # Over http, since axe-core asks for the style sheet once more.
    options = {"color_scheme": scheme, "viewport": {"width": 320, "height": 700}}
    page = open_page(site, language, over="http", **options)
    leave_earlier(page, {"level-customer-focus": "2", "improve": "customer-focus"})
    expect(page.locator(".kit-levels")).to_be_visible()
    found = Axe().run(page, context=f"[data-explorer='{NAME}']").response["violations"]
    assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_markup_that_was_written_is_shown_as_text(site: SitePages) -> None:
    page = open_page(site)
    leave_earlier(page, {"level-leadership": "3", "step": "<img src=x onerror=alert(1)>"})
    place = page.locator(f"[data-explorer='{NAME}']")
    expect(place.locator("table").last).to_contain_text("<img src=x onerror=alert(1)>")
    expect(place.locator("img")).to_have_count(0)
