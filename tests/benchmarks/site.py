"""How soon a quiz answers on a page without a kernel, beside the page that nbconvert makes.

The rival is the same notebook, run with jupyterquiz in the place of our quizzes and turned into
HTML by nbconvert, without the addresses of other computers, since nothing is reached there. Both
come from a server of this computer, each time into a browser without a cache, in turn.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from time import perf_counter

import msgspec
import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page, sync_playwright

from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.site.build import build_site
from kit.site.writing import write_site
from tests.browser.conftest import FLAGS
from tests.browser.site_pages import SitePages, serve_site

LESSON = "01-announcement"
RIVAL = "rival.html"
CODE = """\
from jupyterquiz import display_quiz
display_quiz([{"type": "multiple_choice", "question": "Who granted the certificate?", "answers": [
    {"answer": "A certification body", "correct": True, "feedback": "Its auditors came."},
    {"answer": "ISO", "correct": False, "feedback": "ISO certifies nobody."}]}])"""
KIT_ANSWER = (".kit-option input", ".kit-main", ".kit-option p")
RIVAL_ANSWER = (".MCButton", "", ".Feedback:not(:empty)")


class SiteCost(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the site costs: seconds to build and to answer, and bytes."""

    build_seconds: float
    kit_seconds: list[float]
    rival_seconds: list[float]
    kit_bytes: int
    rival_bytes: int
    shared_bytes: int


def measure_site(room: Path, rounds: int) -> SiteCost:
    """Build the site, and measure it beside its rival."""
    start = perf_counter()
    files = build_site(open_library(), notebooks_folder(), date(2026, 11, 28))
    write_site(room, files)
    built = perf_counter() - start
    (room / RIVAL).write_text(convert_rival(), encoding="utf-8")
    pairs = _time_in_turn(room, rounds)
    lessons = [name for name in files if name.startswith(("en/0", "bg/0"))]
    packs = {name: f"packs/{name.replace('.html', '.js')}" for name in lessons}
    return SiteCost(
        build_seconds=built,
        kit_seconds=[kit for kit, _ in pairs],
        rival_seconds=[rival for _, rival in pairs],
        kit_bytes=max(len(files[name]) + len(files[packs[name]]) for name in lessons),
        rival_bytes=(room / RIVAL).stat().st_size,
        shared_bytes=sum(len(text) for name, text in files.items() if name.startswith("kit/")),
    )


def convert_rival() -> str:
    """Return the page that nbconvert makes of the notebook with a quiz of jupyterquiz."""
    notebook = nbformat.read(notebooks_folder() / "en" / f"{LESSON}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = CODE if "quiz(" in cell.source else ""
    NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    exporter = HTMLExporter(mathjax_url="", require_js_url="", jquery_url="")
    page, _ = exporter.from_notebook_node(notebook)
    return str(page)


def _time_in_turn(room: Path, rounds: int) -> list[tuple[float, float]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with serve_site(browser, room) as pages:
            found = [
                (
                    _time(browser, pages, f"en/{LESSON}.html", KIT_ANSWER),
                    _time(browser, pages, RIVAL, RIVAL_ANSWER),
                )
                for _ in range(rounds + 1)
            ][1:]
        browser.close()
    return found


def _time(browser: Browser, pages: SitePages, path: str, answer: tuple[str, str, str]) -> float:
    """Return the seconds from the first byte asked for until the feedback is in the page."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({_ANSWER})({answer[0]!r}, {answer[1]!r}, {answer[2]!r})")
    page.goto(f"{pages.addresses['http']}/{path}", wait_until="commit")
    seconds = _read(page)
    context.close()
    return seconds


def _read(page: Page) -> float:
    page.wait_for_function("() => window.answeredAt")
    milliseconds: float = page.evaluate("window.answeredAt")
    return milliseconds / 1000


# A click as soon as there is something to click, and again until it answers; a frame later the
# feedback is on the screen.
_ANSWER = """(choice, button, told) => {
  const look = () => {
    if (document.querySelector(told)) {
      requestAnimationFrame(() => { window.answeredAt = performance.now(); });
      return;
    }
    const first = document.querySelector(choice);
    if (first && !first.checked) first.click();
    if (first && button) document.querySelector(button)?.click();
    setTimeout(look, 2);
  };
  look();
}"""
