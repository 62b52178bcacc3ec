"""The explorer widget: what it sends, what it answers, and that what it hears is kept."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kit.content.interface import read_words
from kit.text import LANGUAGES
from kit.widgets.explorer import ExplorerWidget, compose_explorer, pack_explorer
from kit.widgets.front import HERE, read_style
from tests.widgets.test_front import MAX_LINES, unpack

MODULES = dict(unpack(pack_explorer())["modules"])
MAX_FRAME_BYTES = 16_000


class Table:
    """Tell what was asked, and keep whatever comes."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def plan(self) -> dict[str, Any]:
        return {"id": "explorer/table", "title": "Table"}

    def words(self) -> dict[str, str]:
        return {"explore": "Try it"}

    def begin(self) -> dict[str, Any]:
        return {"people": 3}

    def view(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"words": f"{12 // given['people']} minutes"}

    def trouble(self) -> dict[str, Any]:
        return {"trouble": "broken"}

    def notice(self) -> str:
        return "told before"

    def keep(self, events: Any) -> tuple[list[str], str]:
        self.events += events
        return [event["id"] for event in events], "told"


def test_the_first_answer_comes_with_the_widget() -> None:
    widget = ExplorerWidget(desk=Table())
    assert (widget.asked, widget.view) == (
        {"n": 0, "state": {"people": 3}},
        {"n": 0, "words": "4 minutes"},
    )
    assert (widget.notice, widget.outbox, widget.guessed) == ("told before", [], {})


def test_an_answer_says_which_question_it_is_for() -> None:
    widget = ExplorerWidget(desk=Table())
    widget.asked = {"n": 7, "state": {"people": 6}}
    assert widget.view == {"n": 7, "words": "2 minutes"}


def test_an_explorer_that_breaks_leaves_nobody_waiting() -> None:
    widget = ExplorerWidget(desk=Table())
    with pytest.raises(ZeroDivisionError):
        widget.asked = {"n": 1, "state": {"people": 0}}
    assert widget.view == {"n": 1, "trouble": "broken"}
    widget.asked = {"n": 2, "state": {"people": 4}}
    assert widget.view == {"n": 2, "words": "3 minutes"}


def test_what_comes_is_kept_and_confirmed() -> None:
    table = Table()
    widget = ExplorerWidget(desk=table)
    widget.outbox = [{"id": "one"}]
    widget.outbox = []
    assert (table.events, widget.kept, widget.notice) == ([{"id": "one"}], ["one"], "told")


def test_everything_sent_is_json_and_one_model() -> None:
    widget = ExplorerWidget(desk=Table())
    state = widget.get_state(["plan", "words", "asked", "view", "guessed", "outbox", "kept"])
    assert json.loads(json.dumps(state)) == state
    assert widget.layout is None


def test_the_frame_of_an_explorer_is_light() -> None:
    sent = pack_explorer() + json.dumps(read_words("explorer", "bg"), ensure_ascii=False)
    assert len(sent.encode()) < MAX_FRAME_BYTES


def test_the_style_travels_with_the_module() -> None:
    assert unpack(pack_explorer())["style"] == read_style("page", "explorer")


def test_a_page_can_hold_the_module_as_it_is() -> None:
    assert 'from "../widgets/explorer.js";' in compose_explorer("../widgets")


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {""}))
def test_a_module_has_one_noun(name: str) -> None:
    lines = (HERE / name).read_text("utf-8").splitlines()
    assert len(lines) <= MAX_LINES
    assert lines[0].startswith("/**")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_is_said_is_there_and_every_word_there_is_said(language: str) -> None:
    sources = "".join(MODULES.values())
    said = {
        *re.findall(r"words\.([a-z]\w*)", sources),
        *re.findall(r'words\["([\w-]+)"\]', sources),
    }
    chosen = re.findall(r'words\[[^\]]*\? "([\w-]+)" : "([\w-]+)"\]', sources)
    said |= {word for pair in chosen for word in pair}
    assert said - {"trouble"} == read_words("explorer", language).keys() - {"trouble"}
