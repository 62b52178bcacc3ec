"""The notebook of an agenda: a cell for each line of the plan, for the trainer to change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kit.agenda_files.telling import Told, ToldItem

Cell = dict[str, Any]
_MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def write_notebook(told: Told) -> bytes:
    """Return the notebook as a file; what it says is text and never markup."""
    notebook = {
        "cells": list(_cells(told)),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "kit": {"language": told.language, "trainer": "agenda"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _cells(told: Told) -> Iterator[Cell]:
    words = told.words
    facts = [f"- **{_plain(name)}**: {_plain(value)}" for name, value in told.facts]
    results = [_plain(line) for line in told.result]
    yield _cell("title", f"# {_plain(told.title)}", "\n".join(facts), *results)
    if told.left_out:
        yield _cell("left-out", f"## {_plain(words['left-out'])}", _list(told.left_out))
    note, links = _plain(told.note), _plain(words["links"])
    yield _cell("before", f"## {_plain(words['before'])}", note, links)
    for number, day in enumerate(told.days, start=1):
        yield _cell(f"day-{number}", f"## {_plain(day.title)}")
        for place, item in enumerate(day.items, start=1):
            yield _cell(f"day-{number}-{place}-{item.id}"[:64], *_item(item, told))
    yield _cell("promise", f"## {_plain(words['promise'])}", _list(told.promise))


def _item(item: ToldItem, told: Told) -> Iterator[str]:
    words = told.words
    minutes = f"{item.minutes} {words['minutes'].lower()}"
    yield f"### {item.time} · {_plain(item.title)} ({minutes})"
    yield f"**{words['trainer']}.** {_plain(item.trainer)}"
    yield f"**{words['group-does']}.** {_plain(item.people)}"
    if item.notes:
        yield _list(item.notes)
    if item.lesson:
        lesson = f"[{_plain(item.source)}]({item.lesson})"
        yield f"{lesson} · [{words['guide']}](trainer/{item.lesson})"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(line)}" for line in lines)


def _plain(text: str) -> str:
    """Return a text with its marks escaped, so that Markdown shows it as it is."""
    return text.translate(_MARKS)


def _cell(name: str, *paragraphs: str) -> Cell:
    text = "\n\n".join(part for part in paragraphs if part)
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {},
        "source": text.splitlines(keepends=True),
    }
