"""The agenda builder in a real JupyterLab: it opens alive, and only if it is the kit's own."""

from __future__ import annotations

import nbformat
from playwright.sync_api import expect

from kit.content.library import open_library
from tests.browser.conftest import Lab

WIDE = {"width": 1440, "height": 900}
PLACE = "trainer/agenda.ipynb"


def test_the_agenda_builder_opens_alive_and_leads_to_a_plan(lab: Lab) -> None:
    page = lab.show(lab.folder / "bg" / PLACE, viewport=WIDE)
    explorer = page.locator('[data-kit-explorer="explorer/agenda"]')
    expect(explorer).to_be_visible()
    words = open_library().explorer_words("agenda", "bg")
    expect(explorer.get_by_text(words["title"]).first).to_be_visible()
    expect(page.locator(".kit-guide .jp-CodeCell .jp-Cell-inputWrapper").first).to_be_hidden()
    with page.expect_download() as download:
        explorer.get_by_role("button", name="PDF").click()
    assert download.value.suggested_filename.endswith("bg.pdf")
    assert lab.problems == []


def test_a_changed_builder_waits_and_shows_its_code(lab: Lab) -> None:
    source = lab.folder / "en" / PLACE
    changed = source.with_name("agenda-of-a-stranger.ipynb")
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[1].source += "\nprint(1)"
    nbformat.write(notebook, changed)
    page = lab.show(changed, viewport=WIDE)
    expect(page.locator(".kit-guide .jp-CodeCell .jp-Cell-inputWrapper").first).to_be_visible()
    expect(page.locator("[data-kit-explorer]")).to_have_count(0)
    changed.unlink()
