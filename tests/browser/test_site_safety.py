"""A page made of texts with markup, script and closing tags shows them as text, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Locator, expect

from kit.text import Text
from tests.browser.site_pages import SitePages, fill_all, serve_site
from tests.factories import LESSON, TREE, changed, make_question
from tests.site.samples import write_sample

MARKUP = "</script></SCRIPT ><script>window.hurt = 1</script><!--<img src=x onerror=hurt=1>"
EVIL = f"{MARKUP}\"' &lt;\u2028<style>*{{color:red}}</style>"
HOMES = pytest.mark.parametrize("over", ["file", "http"])


def spoil(table: dict[str, object]) -> dict[str, object]:
    """Return a table whose every text in a language holds markup."""
    if table.keys() == {"en", "bg"}:
        return {language: f"{text} {EVIL}" for language, text in table.items()}
    return {key: spoil(one) if isinstance(one, dict) else one for key, one in table.items()}


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SitePages]:
    single = make_question("single")
    options = {
        slug: replace(one, text=Text(EVIL, EVIL), why=Text(EVIL, EVIL))
        for slug, one in single.options.items()
    }
    questions = [replace(single, stem=Text(EVIL, EVIL), hint=Text(EVIL, EVIL), options=options)]
    spoilt = ("glossary.toml", "misconceptions.toml", "case/facts.toml", "case/case.toml")
    changes = {name: spoil(TREE[name]) for name in spoilt}
    lesson = changed(LESSON, {"title": {"en": EVIL, "bg": EVIL}, "lead": {"en": EVIL, "bg": EVIL}})
    changes["lessons/announcement.toml"] = lesson
    folder, _ = write_sample(
        tmp_path_factory.mktemp("evil"), questions, prose=f"# {EVIL}\n\n{EVIL}", changes=changes
    )
    with serve_site(browser, folder) as found:
        yield found


def is_text(place: Locator) -> None:
    expect(place).to_contain_text("</SCRIPT ><script>window.hurt = 1</script><!--<img src=x")


@HOMES
@pytest.mark.parametrize("language", ["en", "bg"])
def test_markup_is_text_on_every_page(pages: SitePages, over: str, language: str) -> None:
    context = pages.context(over)
    lesson = fill_all(pages.show(context, f"{language}/01-announcement.html", over))
    for place in ("h1", ".kit-quiz legend", ".kit-option", ".kit-case li", ".kit-mistake p"):
        is_text(lesson.locator(place).first)
    lesson.locator(".kit-option input").first.check()
    lesson.locator(".kit-main").click()
    assert "hurt = 1</script>" in lesson.title()
    glossary = pages.show(context, f"{language}/glossary.html", over)
    is_text(glossary.locator("dt").first)
    contents = fill_all(pages.show(context, f"{language}/index.html", over))
    is_text(contents.locator("tbody a").first)
    for page in (lesson, glossary, contents):
        assert page.evaluate("window.hurt") is None
        assert page.locator("main :is(script, img, style)").count() == 0
    pages.close()


def test_no_file_of_the_site_holds_the_markup_unescaped(pages: SitePages) -> None:
    for path in Path(pages.folder).rglob("*.*"):
        if path.suffix in {".html", ".js"}:
            text = path.read_text("utf-8")
            assert "<script>window" not in text, path
            assert "hurt=1>" not in text, path
