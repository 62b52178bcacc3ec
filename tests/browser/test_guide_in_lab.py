"""A trainer's guide in a real JupyterLab: it has the look of a page and stays a notebook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Page, expect

WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def page(sample_lab) -> Iterator[Page]:
    """Open a guide to a lesson that the view knows; it holds code, which no guide of ours does."""
    path = sample_lab.folder / "bg" / "trainer" / "01-announcement.ipynb"
    path.parent.mkdir(exist_ok=True)
    words = "# За обучаващия\n\n[Към урока](../01-announcement.ipynb)"
    cells = [new_markdown_cell(words, id="title"), new_code_cell("import sample", id="code")]
    metadata = {"kit": {"trainer": "announcement", "language": "bg"}}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    yield sample_lab.show(path, viewport=WIDE)
    shutil.rmtree(path.parent)


def test_guide_is_a_page_of_its_language_without_a_lessons_head_and_runs_nothing(page, trace):
    guide = page.locator(".kit-guide")
    expect(guide).to_have_attribute("lang", "bg")
    expect(guide.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#jp-menu-panel")).to_be_visible()
    expect(page.locator(".kit-head, .kit-turn")).to_have_count(0)
    expect(page.locator(".jp-InputPrompt", has_text="[*]")).to_have_count(0)
    assert trace.read_text("utf-8") == ""


def test_guide_can_be_changed(page):
    page.locator(".kit-guide .jp-RenderedMarkdown h1").dblclick()
    editor = page.locator(".kit-guide .jp-MarkdownCell .cm-content")
    editor.fill("# Моят начин")
    page.keyboard.press("Shift+Enter")
    expect(page.get_by_role("heading", name="Моят начин")).to_be_visible()


def test_guide_leads_to_its_lesson(page):
    page.get_by_role("link", name="Към урока").click()
    expect(page.locator(".kit-lesson[data-kit-alive] .kit-head")).to_be_visible(timeout=60_000)
    expect(page.locator("#jp-menu-panel")).to_be_hidden()
