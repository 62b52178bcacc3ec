"""What the tests of the learner's store are made from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kit.learner.events import Event
from kit.learner.store import AttemptStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
VERSIONS = {"parties": "v2", "scope": "v1", "dates": "v1"}


def make_event(number: int = 0, **changes: Any) -> Event:
    """Return an event; each number gives another id and a later time."""
    fields: dict[str, Any] = {
        "id": UUID(int=number).hex,
        "at": NOON + timedelta(seconds=number),
        "question": "parties",
        "version": "v2",
        "kind": "check",
        "answer": "bureau-veritas",
        "lesson": "announcement",
        "quiz": "who-did-what",
        "language": "bg",
    }
    return Event(**fields | changes)


def make_events(count: int, first: int = 0) -> list[Event]:
    """Return events of several questions, in order."""
    questions = tuple(VERSIONS)
    return [
        make_event(i, question=questions[i % len(questions)], answer=f"answer-{i}", score=i % 5 / 4)
        for i in range(first, first + count)
    ]


def make_store(path: Path, *, patience_seconds: float = 5.0) -> AttemptStore:
    """Return a store whose clock stands still."""
    return AttemptStore(path, now=lambda: NOON, patience_seconds=patience_seconds)


def fill(path: Path, count: int) -> list[Event]:
    """Make a store that holds so many events, and return them."""
    events = make_events(count)
    with make_store(path) as store:
        assert store.append(events) == {event.id for event in events}
    return events
