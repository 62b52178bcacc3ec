"""A page with a small lesson and the wall: the modules as homes without a kernel use them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from kit.content.interface import read_words
from kit.content.questions import Question
from kit.quiz.view import modules_of, view_question, words_of
from kit.widgets.front import HERE, compose_quiz, read_style
from tests.browser.quiz_page import _PLAN, _Handler
from tests.browser.serving import serve

LAPTOP = {"width": 1280, "height": 720}
TEXTS = {
    "en": "The town tells its citizens what was audited, and what was not.",
    "bg": "Общината съобщава на гражданите какво е одитирано и какво – не.",
}
# The cells by id; a number stands for a heading with so many sentences.
CELLS = {"first": 3, "short": 0, "figure": "", "quiz": "", "empty": "", "long": 90, "exam": ""}
FIGURE = (
    '<figure class="kit-figure"><svg viewBox="0 0 400 250" role="img" aria-label="Figure">'
    '<rect width="400" height="250" fill="#0b5d7a"/></svg>'
    "<figcaption>Who did what</figcaption></figure>"
)
_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Wall</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>{style} body {{ background: var(--kit-paper); color: var(--kit-ink); }}
.cell {{ min-height: 40vh; }}</style></head>
<body data-jp-theme-light="{is_light}"><main><label>Field <input id="field"></label>{cells}</main>
<script type="module">
import quiz from "{entry}";
import {{ hearWallKey, openWall }} from "./wall.js";
const state = {state};
const model = {{
  get: (key) => state[key],
  set(key, value) {{ state[key] = value; }},
  on() {{}}, off() {{}},
  save_changes() {{ window.sent.push(...state.outbox); state.outbox = []; }},
}};
Object.assign(window, {{ sent: [], below: [], arrived: [], model }});
quiz.render({{ model, el: document.querySelector("#quiz div") }});
let last;
const all = [...document.querySelectorAll(".cell")];
const home = {{
  title: "Lesson", language: "{language}", words: {words},
  cells: () => all.map((cell) => ({{ id: cell.id, isWords: !!cell.querySelector("h2"), nodes: [cell] }})),
  place: () => all.find((cell) => cell.getBoundingClientRect().bottom > 1).id,
  arrive(id) {{ window.arrived.push(id); document.getElementById(id).scrollIntoView(); }},
  remember(id) {{ last = id; }},
}};
hearWallKey(() => openWall(home, last));
document.addEventListener("keydown", (event) => window.below.push(event.key));
document.body.dataset.ready = "yes";
</script></body></html>"""  # noqa: E501


def _draw_cell(name: str, content: str | int, language: str) -> str:
    inner = str(content)
    if isinstance(content, int):
        text = f"<p>{TEXTS[language]}</p>" * content
        inner = f"<h2>{name} <a href='#{name}'>¶</a></h2>{text}"
    elif name == "figure":
        inner = f'<div class="kit-page">{FIGURE}</div>'
    elif name == "quiz":
        inner = "<div></div>"
    elif name == "exam":
        inner = '<div data-kit-assessment="A"><button>Begin</button></div>'
    return f'<section class="cell" id="{name}">{inner}</section>'


class WallPages:
    """Open pages with a small lesson, and the wall over them."""

    def __init__(self, browser: Browser, address: str, pages: dict[str, bytes]) -> None:
        self._browser, self._address, self._pages = browser, address, pages
        self._opened: list[Page] = []

    def open(
        self,
        questions: Iterable[Question],
        *,
        language: str = "en",
        is_dark: bool = False,
        viewport: dict[str, int] | None = None,
        standings: dict[str, Any] | None = None,
        **plan: Any,
    ) -> Page:
        """Open a page and wait until the lesson is there; the wall is not open yet."""
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
        self._pages[entry] = compose_quiz(modules).encode()
        self._pages[path] = _PAGE.format(
            entry=entry,
            language=language,
            style=read_style("page", "quiz", "wall"),
            is_light=str(not is_dark).lower(),
            cells="".join(_draw_cell(name, one, language) for name, one in CELLS.items()),
            state=json.dumps(state).replace("</", "<\\/"),
            words=json.dumps(read_words("wall", language)),
        ).encode()
        page = self._browser.new_page(viewport=viewport or LAPTOP)
        self._opened.append(page)
        page.clock.install()
        page.goto(self._address + path)
        page.wait_for_selector("body[data-ready]")
        return page

    def show(self, questions: Iterable[Question], step: int = 1, **options: Any) -> Page:
        """Open a page, put it on the wall, and go to a step, counted from 1."""
        page = self.open(questions, **options)
        page.keyboard.press("p")
        page.wait_for_selector(".kit-wall")
        if step > 1:
            page.locator(".kit-wall-bar select").select_option(index=step - 1)
            page.locator(".kit-wall-step").evaluate("(it) => it.focus({ preventScroll: true })")
        return page

    def close(self) -> None:
        """Close every page that was opened."""
        while self._opened:
            self._opened.pop().close()


@contextmanager
def serve_wall_pages(browser: Browser) -> Iterator[WallPages]:
    """Serve the widgets' own folder and the pages that are opened."""
    pages: dict[str, bytes] = {}
    with serve(_Handler, pages, HERE) as address:
        yield WallPages(browser, address, pages)


def step_of(page: Page) -> str:
    """Return the name of the step that is shown."""
    return page.locator(".kit-wall-step").get_attribute("aria-label") or ""
