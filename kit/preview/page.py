"""The page of a preview: what is to be mended, and the question in every language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from kit.content.faults import Fault
from kit.content.interface import read_words
from kit.content.questions import Question
from kit.preview.subject import Sight, Subject
from kit.quiz.view import modules_of, view_question, words_of
from kit.text import LANGUAGES
from kit.widgets.front import pack_quiz, read_style

HERE = Path(__file__).parent
STYLE, SCRIPT = "preview.css", "preview.js"

_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><style>{style}</style></head>
<body><main><h1>{title}</h1><p>{live}</p>
<p id="stopped" role="alert"></p>
{faults}
<div class="languages">{places}</div></main>
<script type="application/json" id="state">{state}</script>
<script type="module" src="preview.js"></script></body></html>
"""


def write_page(subject: Subject, sight: Sight, stamp: str, language: str) -> str:
    """Return the page as HTML; no text of the question is in it but as JSON.

    Parameters
    ----------
    stamp
        That of the file as it was looked at.
    language
        The language of what the page itself says.
    """
    words = read_words("preview", language)
    views = _try_views(subject.id, sight)
    state = {"stamp": stamp, "stopped": words["stopped"], "views": views}
    return _PAGE.format(
        language=language,
        title=escape(words["title"].format(question=subject.id)),
        live=escape(words["live"]),
        style=read_style("page") + (HERE / STYLE).read_text("utf-8"),
        faults=_list_faults(sight, words, is_shown=bool(views)),
        places="".join(f'<section id="in-{one["plan"]["language"]}"></section>' for one in views),
        state=json.dumps(state, ensure_ascii=False).replace("<", "\\u003c"),
    )


def pack_module(question: Question) -> str:
    """Return the module that draws the question, as a notebook has it."""
    return pack_quiz(modules_of([question], _plan(question.id, LANGUAGES[0])))


def read_script() -> str:
    """Return the module that draws the page and keeps it fresh."""
    return (HERE / SCRIPT).read_text("utf-8")


def _plan(title: str, language: str) -> dict[str, Any]:
    return {
        "id": f"preview/{language}",
        "title": title,
        "language": language,
        "seed": "preview",
        "keep_order": True,
        "is_prediction": False,
    }


def _try_views(question_id: str, sight: Sight) -> list[dict[str, Any]]:
    """Return the views of a question, if there is one whose parts fit each other."""
    try:
        return [] if sight.question is None else [*_views(question_id, sight.question)]
    except LookupError:
        if sight.faults:  # They say what does not fit.
            return []
        raise


def _views(question_id: str, question: Question) -> Iterator[dict[str, Any]]:
    for language in LANGUAGES:
        name = read_words("lab", language)["language-name"]
        plan = _plan(f"{name} · {question_id}", language)
        kept = read_words("preview", language)["kept"]
        words = words_of(modules_of([question], plan), language) | {"kept": kept, "not-kept": kept}
        yield {
            "plan": plan,
            "questions": [view_question(question, language)],
            "words": words,
            "standings": {},
            "outbox": [],
            "kept": [],
            "notice": "",
        }


def _list_faults(sight: Sight, words: dict[str, str], *, is_shown: bool) -> str:
    if not sight.faults:
        return f'<p class="sound">{escape(words["no-faults"])}</p>'
    listed = "".join(f"<li>{_fault(fault)}</li>" for fault in sight.faults)
    broken = "" if is_shown else f"<p>{escape(words['broken'])}</p>"
    head = f"<h2>{escape(words['faults'])}</h2>"
    return f'<div class="faults">{head}<ul lang="en">{listed}</ul>{broken}</div>'


def _fault(fault: Fault) -> str:
    where = f"<code>{escape(fault.key)}</code>: " if fault.key else ""
    return f"{where}found {escape(fault.found)}; expected {escape(fault.expected)}."
