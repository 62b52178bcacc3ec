"""A page with one quiz and a model of its own: the module as homes without a kernel use it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from kit.content.questions import Question
from kit.quiz.view import modules_of, view_question, words_of
from kit.widgets.front import HERE, compose_quiz, pack_quiz, read_style
from tests.browser.serving import serve

# The model keeps what is in the outbox at once, unless the page says `isStuck`.
_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Quiz</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>{style} body {{ background: var(--kit-paper); color: var(--kit-ink); }}</style></head>
<body data-jp-theme-light="{is_light}"><main><h1>Quiz</h1><h2>Part</h2><div id="quiz"></div></main>
<script type="module">
import quiz from "{entry}";
import {{ step }} from "./standing.js";
const state = {state};
const heard = {{}};
const model = {{
  get: (key) => state[key],
  set(key, value) {{
    state[key] = value;
    (heard["change:" + key] ?? []).forEach((tell) => tell());
  }},
  on: (event, tell) => (heard[event] ??= []).push(tell),
  off() {{}},
  save_changes() {{
    const known = new Set(window.seen.map((one) => one.id));
    window.seen.push(...state.outbox.filter((one) => !known.has(one.id)));
    if (!state.outbox.length || window.isStuck) return;
    queueMicrotask(() => model.set("kept", state.outbox.map((one) => one.id)));
  }},
}};
Object.assign(window, {{ seen: [], isStuck: false, model, step }});
quiz.render({{ model, el: document.getElementById("quiz") }});
document.body.dataset.ready = "yes";
</script></body></html>"""


class _Handler(SimpleHTTPRequestHandler):
    pages: dict[str, bytes]

    def do_GET(self) -> None:
        page = self.pages.get(self.path)
        if page is None:
            super().do_GET()
            return
        kind = "javascript" if self.path.endswith(".js") else "html"
        self.send_response(200)
        self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


class QuizPages:
    """Open pages with a quiz in a real browser."""

    def __init__(self, browser: Browser, address: str, pages: dict[str, bytes]) -> None:
        self._browser, self._address, self._pages = browser, address, pages
        self._opened: list[Page] = []

    def open(
        self,
        questions: Iterable[Question],
        *,
        language: str = "en",
        is_dark: bool = False,
        width: int = 900,
        standings: dict[str, Any] | None = None,
        is_packed: bool = False,
        **plan: Any,
    ) -> Page:
        """Open a new page and wait until the quiz answers.

        `is_packed` loads the quiz as a notebook does, from one module with everything in it.
        """
        asked, plan = list(questions), _PLAN | {"language": language} | plan
        modules = modules_of(asked, plan)
        state = {
            "questions": [view_question(question, language) for question in asked],
            "plan": plan,
            "words": words_of(modules, language),
            "standings": standings or {},
            "outbox": [],
            "kept": [],
            "notice": "",
        }
        number = len(self._pages)
        path, entry = f"/page-{number}.html", f"/quiz-{number}.js"
        self._pages[entry] = (pack_quiz if is_packed else compose_quiz)(modules).encode()
        self._pages[path] = _PAGE.format(
            entry=entry,
            language=language,
            style="" if is_packed else read_style("quiz"),
            is_light=str(not is_dark).lower(),
            state=json.dumps(state).replace("</", "<\\/"),
        ).encode()
        page = self._browser.new_page(viewport={"width": width, "height": 900}, has_touch=True)
        page.goto(self._address + path)
        page.wait_for_selector("body[data-ready]")
        self._opened.append(page)
        return page

    def close(self) -> None:
        """Close every page that was opened."""
        while self._opened:
            self._opened.pop().close()


_PLAN = {
    "id": "lesson/quiz",
    "title": "Quiz",
    "seed": "seed",
    "keep_order": True,
    "is_prediction": False,
}


@contextmanager
def serve_quiz_pages(browser: Browser) -> Iterator[QuizPages]:
    """Serve the widget's own folder and the pages that are opened."""
    pages: dict[str, bytes] = {}
    with serve(_Handler, pages, HERE) as address:
        yield QuizPages(browser, address, pages)


def shown(page: Page) -> Locator:
    """Return the question that is shown."""
    return page.locator(".kit-body:not([hidden])")


def press(page: Page, word: str) -> None:
    """Press a button of the shown question by its word."""
    shown(page).get_by_role("button", name=word, exact=True).click()


def choose(page: Page, text: str) -> None:
    """Choose an option of the shown question by its text."""
    shown(page).locator(".kit-option", has_text=text).click()
