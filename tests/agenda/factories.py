"""What the tests of agendas are made from."""

from __future__ import annotations

from typing import Any

import msgspec

from kit.agenda import AgendaRequest, read_request
from kit.agenda.activities import Activity
from kit.content.agendas import AgendaBlock
from kit.content.library import open_library
from tests.factories import Table, make_text

SPAN = [10, 15, 20]


def block_table(**changes: Any) -> Table:
    """Return an activity as a table in a file."""
    fixed = {
        "title": make_text("An activity", "Занимание"),
        "core": ["who-did-what"],
        "worth": 3,
        "minutes": {"six": SPAN, "fifteen": SPAN, "thirty": SPAN},
        "talk": 5,
        "trainer": make_text("Ask.", "Питайте."),
        "people": make_text("Answer.", "Отговарят."),
        "paper": make_text("Write.", "Пишат."),
    }
    return fixed | changes


def make_activity(
    name: str, low: int = 10, usual: int = 15, high: int = 20, **changes: Any
) -> Activity:
    """Return an activity for some group."""
    block = msgspec.convert(block_table(**changes), AgendaBlock)
    return Activity(id=name, lesson="announcement", block=block, low=low, usual=usual, high=high)


def make_request(**changes: Any) -> AgendaRequest:
    """Return a request to the kit's own library: half a day for fifteen, everything."""
    fixed = {"length": "half-day", "people": 15, "equipment": "laptops", "start": "09:00"}
    return read_request(open_library(), **fixed | changes)
