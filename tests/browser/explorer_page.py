"""A page with an explorer: the real module in a real browser, before the real widget in Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from kit.widgets.explorer import Desk, ExplorerWidget, compose_explorer, pack_explorer
from kit.widgets.front import HERE, read_style
from tests.browser.quiz_page import _Handler
from tests.browser.samples.sample_explorer import TEXTS
from tests.browser.serving import serve

SENT = ("plan", "words", "asked", "view", "guessed", "outbox", "kept", "notice")
# The model hands on at once, unless the page says `isSlow`, when answers wait in `held`, or
# `isDead`, when nobody hears.
_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Test</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>{style} body {{ background: var(--kit-paper); color: var(--kit-ink); }}</style></head>
<body data-jp-theme-light="{is_light}"><main><h1>Test</h1><h2>Part</h2><div id="one"></div>
<p id="below">Below</p></main>
<script type="module">
import explorer from "{entry}";
const state = {state};
const heard = {{}};
const model = {{
  get: (key) => state[key],
  set(key, value) {{
    const isSame = JSON.stringify(state[key]) === JSON.stringify(value);
    state[key] = value;
    if (!isSame) (heard["change:" + key] ?? []).forEach((tell) => tell());
  }},
  on: (event, tell) => (heard[event] ??= []).push(tell),
  off() {{}},
  async save_changes() {{
    window.asked.push(state.asked);
    if (window.isDead) return;
    const answer = await window.askPython({{ asked: state.asked, outbox: state.outbox }});
    const take = () => Object.entries(answer).forEach(([key, value]) => model.set(key, value));
    if (window.isSlow) window.held.push(take);
    else take();
  }},
}};
Object.assign(window, {{ model, asked: [], held: [], pressed: 0 }});
Object.assign(window, {{ isSlow: false, isDead: {is_dead} }});
document.addEventListener("keydown", () => window.pressed++);
explorer.render({{ model, el: document.getElementById("one") }});
document.body.dataset.ready = "yes";
</script></body></html>"""


class ExplorerPages:
    """Open pages with an explorer in a real browser."""

    def __init__(self, browser: Browser, address: str, pages: dict[str, bytes]) -> None:
        self._browser, self._address, self._pages = browser, address, pages
        self._opened: list[Page] = []
        self.context: Any = None

    def open(
        self,
        desk: Desk,
        *,
        is_dark: bool = False,
        is_dead: bool = False,
        is_packed: bool = False,
        width: int = 900,
    ) -> Page:
        """Open a page and wait until the explorer is drawn.

        `is_packed` loads it as a notebook does, from one module with everything in it. Pages share
        what the browser stores until they are closed.
        """
        widget = ExplorerWidget(desk=desk)
        number = len(self._pages)
        path, entry = f"/page-{number}.html", f"/entry-{number}.js"
        self._pages[entry] = (pack_explorer() if is_packed else compose_explorer()).encode()
        self._pages[path] = _PAGE.format(
            entry=entry,
            language=widget.plan["language"],
            style="" if is_packed else read_style("page", "explorer"),
            is_light=str(not is_dark).lower(),
            is_dead=str(is_dead).lower(),
            state=json.dumps({key: getattr(widget, key) for key in SENT}).replace("</", "<\\/"),
        ).encode()
        self.context = self.context or self._browser.new_context(has_touch=True)
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.expose_function("askPython", partial(_ask, widget))
        page.goto(self._address + path)
        page.wait_for_selector("body[data-ready]")
        self._opened.append(page)
        return page

    def close(self) -> None:
        """Close every page that was opened, and forget what the browser stored."""
        self._opened.clear()
        if self.context:
            self.context.close()
            self.context = None


def _ask(widget: ExplorerWidget, sent: dict[str, Any]) -> dict[str, Any]:
    with suppress(ArithmeticError):  # That of an explorer that breaks is for the kernel's log.
        widget.asked = sent["asked"]
    widget.outbox = sent["outbox"]
    return {key: getattr(widget, key) for key in ("view", "notice", "kept")}


@contextmanager
def serve_explorer_pages(browser: Browser) -> Iterator[ExplorerPages]:
    """Serve the widgets' own folder and the pages that are opened."""
    pages: dict[str, bytes] = {}
    with serve(_Handler, pages, HERE) as address:
        yield ExplorerPages(browser, address, pages)


def field(page: Page, key: str, language: str = "en") -> Locator:
    """Return the field, list or box with this label."""
    label = TEXTS[key].pick(language)
    return page.get_by_label(label, exact=True).locator("visible=true").last


def words_of(page: Page) -> Locator:
    """Return the finding in words."""
    return page.locator("figcaption")


def asked(page: Page) -> dict[str, Any]:
    """Return the state that the browser asked for last."""
    state: dict[str, Any] = page.evaluate("model.get('asked').state")
    return state


def write(locator: Locator, text: str) -> None:
    """Put a text into a field and leave no doubt that it is meant."""
    locator.fill(text)
    locator.press("Enter")
