"""Quizzes on pages without a kernel: answered, kept, graded as Python grades, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kit.content.interface import read_words
from kit.learner.store import AttemptStore
from kit.learner.transfer import decode
from kit.logbook import read_clock
from kit.quiz.grading import grade
from kit.quiz.version import content_version
from tests.browser.hands import Keys, Mouse, answer_rightly, name_parts
from tests.browser.quiz_page import press, shown
from tests.browser.site_pages import SitePages, serve_site
from tests.quiz.samples import EVERY_KIND
from tests.site.samples import SampleLibrary, write_sample

EN = read_words("quiz", "en")
PAGE = "en/01-announcement.html"
HOMES = pytest.mark.parametrize("over", ["file", "http"])
LOG = "Object.keys(localStorage).filter((key) => key.startsWith('kit-log/'))"
ENTRIES = f"{LOG}.map((key) => JSON.parse(localStorage[key]))"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SampleLibrary]:
    folder = tmp_path_factory.mktemp("sample")
    return write_sample(folder, [name_parts(one) for one in EVERY_KIND])


@pytest.fixture(scope="module")
def served(browser: Browser, sample: tuple[Path, SampleLibrary]) -> Iterator[SitePages]:
    with serve_site(browser, sample[0]) as pages:
        yield pages


@pytest.fixture
def pages(served: SitePages) -> Iterator[SitePages]:
    yield served
    served.close()


def answer_all(page: Page, library: SampleLibrary, hand: Any) -> None:
    """Answer each question rightly, check it, and go on."""
    for number, question in enumerate(library.asked.values(), start=1):
        answer_rightly(question, hand)
        hand.press(shown(page).get_by_role("button", name=EN["check"], exact=True))
        solved = EN["solved-of"].format(n=number, total=len(library.asked))
        expect(page.get_by_text(solved)).to_be_visible()
        if number < len(library.asked):
            hand.press(shown(page).get_by_role("button", name=EN["next"], exact=True))


@HOMES
@pytest.mark.parametrize("hand", [Mouse, Keys], ids=lambda one: one.__name__)
def test_every_kind_is_answered_kept_and_graded_as_python_does(
    pages: SitePages, sample: tuple[Path, SampleLibrary], over: str, hand: type, tmp_path: Path
) -> None:
    library = sample[1]
    page = pages.open(PAGE, over)
    answer_all(page, library, hand(page))
    progress = page.get_by_role("progressbar").first
    expect(progress).to_have_attribute("aria-valuenow", str(len(library.asked)))

    events = decode(save_file(pages, page, over))
    checks = [event for event in events if event.kind == "check"]
    assert [event.question for event in checks] == list(library.asked)
    for event in checks:
        question = library.asked[event.question]
        assert event.score == grade(question, event.answer).score == 1
        assert event.version == content_version(question)
        assert (event.lesson, event.quiz, event.language) == ("announcement", "all", "en")
    with AttemptStore(tmp_path / "attempts.sqlite3", now=read_clock) as store:
        assert store.merge(events) == len(events)
        assert store.events() == events


def save_file(pages: SitePages, page: Page, over: str) -> bytes:
    """Return the file of progress that the page of contents saves."""
    contents = pages.show(page.context, "en/index.html", over)
    with contents.expect_download() as saved:
        contents.get_by_role("button", name="Save my progress as a file").click()
    return Path(saved.value.path()).read_bytes()


def answer_first(page: Page, sample: tuple[Path, SampleLibrary]) -> None:
    """Answer the first question rightly and check it."""
    answer_rightly(next(iter(sample[1].asked.values())), Mouse(page))
    press(page, EN["check"])


@HOMES
def test_answers_are_there_again(
    pages: SitePages, sample: tuple[Path, SampleLibrary], over: str
) -> None:
    page = pages.open(PAGE, over)
    answer_first(page, sample)
    expect(page.locator(".kit-saved").first).to_have_text(EN["kept"])
    again = pages.show(page.context, PAGE, over)
    expect(again.get_by_role("button", name="Question 1 of")).to_have_text("1 ✓")
    other = pages.show(page.context, PAGE.replace("en/", "bg/"), over)
    expect(other.locator(".kit-steps button").first).to_have_text("1 ✓")


def test_two_tabs_keep_both_answers(pages: SitePages, sample: tuple[Path, SampleLibrary]) -> None:
    first = pages.open(PAGE)
    second = pages.show(first.context, PAGE)
    for page in (first, second):
        answer_first(page, sample)
        expect(page.locator(".kit-saved").first).to_have_text(EN["kept"])
    checks = [one for one in second.evaluate(ENTRIES) if one["kind"] == "check"]
    assert len(checks) == 2


def test_a_full_storage_says_so_and_the_next_answer_saves_all(
    pages: SitePages, sample: tuple[Path, SampleLibrary]
) -> None:
    page = pages.open(PAGE)
    page.evaluate("""() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...entry) {
        if (window.isFull) throw new DOMException("full", "QuotaExceededError");
        setItem.apply(this, entry);
      };
      window.isFull = true;
    }""")
    answer_first(page, sample)
    expect(page.locator(".kit-saved").first).to_contain_text("no room left")
    assert page.evaluate(LOG) == []
    page.evaluate("window.isFull = false")
    press(page, EN["next"])
    shown(page).locator(".kit-option input").first.check()
    expect(page.locator(".kit-saved").first).to_have_text(EN["kept"])
    kinds = [one["kind"] for one in page.evaluate(ENTRIES)]
    assert kinds.count("check") == 1
    assert kinds.count("choice") >= 2


def test_a_browser_without_storage_says_so(
    pages: SitePages, sample: tuple[Path, SampleLibrary]
) -> None:
    context = pages.context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page = pages.show(context, PAGE)
    answer_first(page, sample)
    expect(page.locator(".kit-saved").first).to_contain_text("keeps nothing")
    expect(page.get_by_text(EN["solved-of"].format(n=1, total=len(EVERY_KIND)))).to_be_visible()


def test_the_list_of_lessons_counts_what_is_done(
    pages: SitePages, sample: tuple[Path, SampleLibrary]
) -> None:
    page = pages.open(PAGE)
    answer_first(page, sample)
    expect(page.locator(".kit-saved").first).to_have_text(EN["kept"])
    contents = pages.show(page.context, "en/index.html")
    expect(contents.get_by_text(f"Questions done: 1 of {len(EVERY_KIND)}")).to_be_visible()
    expect(contents.locator("progress")).to_have_js_property("value", 1)
