"""A page with an assessment: the real module in a real browser, before the real desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page

from kit.desk import AssessmentDesk
from kit.widgets.assessment import compose_assessment, pack_assessment
from kit.widgets.front import HERE, read_style
from tests.browser.quiz_page import _Handler
from tests.browser.serving import serve

_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Test</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>{style} body {{ background: var(--kit-paper); color: var(--kit-ink); }}</style></head>
<body data-jp-theme-light="{is_light}"><main><h1>Test</h1><h2>Part</h2><div id="quiz"></div></main>
<script type="module">
import widget from "{entry}";
const state = {{ ...{state}, outbox: [], kept: [] }};
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
    if (!state.outbox.length) return;
    const changes = await window.askDesk(state.outbox);
    Object.entries(changes).forEach(([key, value]) => model.set(key, value));
  }},
}};
Object.assign(window, {{ model, pressed: 0 }});
document.addEventListener("keydown", () => window.pressed++);
widget.render({{ model, el: document.getElementById("quiz") }});
document.body.dataset.ready = "yes";
</script></body></html>"""


class DeskPages:
    """Open pages before a desk; `sent` is everything that went to a browser."""

    def __init__(self, browser: Browser, address: str, pages: dict[str, bytes]) -> None:
        self._browser, self._address, self._pages = browser, address, pages
        self._opened: list[Page] = []
        self.sent: list[str] = []

    def open(
        self,
        desk: AssessmentDesk,
        *,
        is_dark: bool = False,
        width: int = 900,
        is_packed: bool = False,
    ) -> Page:
        """Open a page and wait until the assessment is drawn."""
        plan, state = desk.plan(), desk.state()
        shown = {"plan": plan, "words": desk.words(), **state}
        kinds = tuple(plan["kinds"])
        number = len(self._pages)
        path, entry = f"/page-{number}.html", f"/entry-{number}.js"
        compose = pack_assessment if is_packed else compose_assessment
        self._pages[entry] = compose(kinds).encode()
        self._pages[path] = _PAGE.format(
            entry=entry,
            language=plan["language"],
            style="" if is_packed else read_style("quiz", "page", "assessment"),
            is_light=str(not is_dark).lower(),
            state=self._note(shown).replace("</", "<\\/"),
        ).encode()
        page = self._browser.new_page(viewport={"width": width, "height": 900})
        page.expose_function("askDesk", partial(self._ask, desk))
        page.goto(self._address + path)
        page.wait_for_selector("body[data-ready]")
        self._opened.append(page)
        return page

    def _ask(self, desk: AssessmentDesk, outbox: list[dict[str, Any]]) -> dict[str, Any]:
        kept, message = desk.keep(outbox)
        state = desk.state()
        # What the learner sees changes as one; the phase is told last.
        phase = state.pop("phase")
        answer = {**state, "notice": message or state["notice"], "kept": kept, "phase": phase}
        self._note(answer)
        return answer

    def _note(self, values: dict[str, Any]) -> str:
        self.sent.append(json.dumps(values, ensure_ascii=False))
        return self.sent[-1]

    def close(self) -> None:
        """Close every page that was opened."""
        self.sent.clear()
        while self._opened:
            self._opened.pop().close()


@contextmanager
def serve_desk_pages(browser: Browser) -> Iterator[DeskPages]:
    """Serve the widgets' own folder and the pages that are opened."""
    pages: dict[str, bytes] = {}
    with serve(_Handler, pages, HERE) as address:
        yield DeskPages(browser, address, pages)
