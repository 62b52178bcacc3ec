"""A question as a template sets it: plain values, its parts in the order and names of the paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.content.interface import read_words
from kit.content.questions import Decide, TrueFalse
from kit.paper.posing import Posed
from kit.paper.rich import Run, inline
from kit.quiz.view import View, view_question

Values = dict[str, Any]
Named = list[list[Any]]


def show_question(posed: Posed) -> Values:
    """Return a question as JSON values: what is asked, and the parts with their names."""
    words = read_words("paper", posed.language)
    view = view_question(posed.question, posed.language)
    numbered = _numbered(view)
    return {
        "id": posed.question.id,
        "kind": posed.kind,
        "stem": inline(view["stem"]),
        "how": words[f"how-{posed.kind}"],
        "verdicts": _verdicts(posed),
        "letters": _name(posed.letters, _lettered(view)),
        "numbers": _name(posed.numbers, numbered),
        "pieces": [_piece(piece, posed, numbered) for piece in view.get("pieces", ())],
        "unit": view.get("unit", ""),
    }


def show_boxes(posed: Posed) -> Values:
    """Return what an answer sheet needs to know of a question: its kind, letters and numbers."""
    unit = view_question(posed.question, posed.language).get("unit", "")
    return {
        "kind": posed.kind,
        "letters": list(posed.letters.values()),
        "numbers": list(posed.numbers.values()),
        "unit": unit,
    }


def verdict_words(posed: Posed) -> dict[str, str]:
    """Return the words of the verdicts that a question offers, by id; none for other kinds."""
    is_asked = isinstance(posed.question, TrueFalse | Decide)
    words = read_words(f"quiz-{posed.kind}", posed.language) if is_asked else {}
    return {slug: words[slug] for slug in posed.numbers} if is_asked else {}


def _verdicts(posed: Posed) -> Named:
    return [[posed.numbers[slug], word] for slug, word in verdict_words(posed).items()]


def _lettered(view: View) -> dict[str, list[Run]]:
    """Return the runs of what has letters, by id; groups are plain text, all else is HTML."""
    marked = [*view.get("options", ()), *view.get("steps", ())]
    plain = {one["id"]: [{"text": one["text"]}] for one in view.get("groups", ())}
    return plain | {one["id"]: inline(one["text"]) for one in marked}


def _numbered(view: View) -> dict[str, list[Run]]:
    """Return the runs of what has numbers, by id; a gap has none."""
    items = [one for one in view.get("items", ()) if "text" in one]
    marked = view["options"] if "pieces" in view and "options" in view else ()
    return {one["id"]: inline(one["text"]) for one in (*items, *marked)}


def _name(names: Mapping[str, str], texts: Mapping[str, list[Run]]) -> Named:
    return [[name, texts[slug]] for slug, name in names.items() if slug in texts]


def _piece(piece: Mapping[str, Any], posed: Posed, texts: Mapping[str, list[Run]]) -> Values:
    if "id" not in piece:
        return {"runs": _spaced(piece["html"])}
    return {"number": posed.numbers[piece["id"]], "runs": texts.get(piece["id"], [])}


def _spaced(html: str) -> list[Run]:
    """Return the runs of a piece of a text, with the spaces that part it from its neighbours."""
    runs: list[Run] = inline(html)
    before = [{"text": " "}] if html[:1].isspace() else []
    after = [{"text": " "}] if html[-1:].isspace() else []
    return [*before, *runs, *after] if runs else [{"text": html}]
