"""The desk of one explorer: what its widget shows, and how what a learner sets is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from kit.content.interface import read_words
from kit.explorers.explorer import Explorer, Past, Setting, Value
from kit.explorers.registry import build
from kit.explorers.state import StateError, complete, content_version, mend
from kit.explorers.view import view_controls, view_state
from kit.learner.events import Event
from kit.learner.recorder import Recorder
from kit.logbook import Logbook, read_clock

Values = dict[str, Any]


def place_of(name: str) -> str:
    """Return what stands for the question in the events of an explorer; no question has such an id.

    Their `kind` is "state", and `answer` is the state that the learner left.
    """
    return f"explorer/{name}"


def plan_explorer(name: str, explorer: Explorer, language: str) -> Values:
    """Return what stays the same as long as an explorer is shown, as JSON values."""
    return {
        "id": place_of(name),
        "title": explorer.title,
        "language": language,
        "is_kept": explorer.is_kept,
        "version": content_version(explorer.controls),
        "controls": view_controls(explorer),
        "start": dict(explorer.start()),
    }


class ExplorerDesk:
    """Join an explorer with the words around it and with the learner's record.

    Parameters
    ----------
    name
        The name of the explorer.
    explorer
        What answers for a state.
    past
        What the learner left earlier, in the order of time, as the controls have it now.
    recorder
        Keeps what the learner sets, if the explorer is kept.
    language
        A language of the kit.
    """

    def __init__(
        self,
        *,
        name: str,
        explorer: Explorer,
        past: Sequence[Past],
        recorder: Recorder,
        language: str,
    ) -> None:
        self._name = name
        self._explorer = explorer
        self._past = past
        self._recorder = recorder
        self._language = language
        self._words = read_words("explorer", language)

    def plan(self) -> Values:
        """Return what stays the same as long as the widget lives."""
        return plan_explorer(self._name, self._explorer, self._language)

    def words(self) -> dict[str, str]:
        """Return the interface words."""
        return self._words

    def begin(self) -> Values:
        """Return the state to begin with: where the learner left off, or else the start."""
        return dict(self._past[-1].state if self._past else self._explorer.start())

    def view(self, given: Values) -> Values:
        """Return what is found for a state, or what to tell if no control could have set it."""
        try:
            state = complete(self._explorer.controls, given, self._explorer.start())
        except StateError:
            return self.trouble()
        return view_state(self._explorer, state)

    def trouble(self) -> Values:
        """Return what to show where there is nothing to show."""
        return {"trouble": self._words["trouble"]}

    def keep(self, events: Sequence[Values]) -> tuple[Sequence[str], str]:
        """Keep states that the learner left.

        Returns
        -------
        tuple
            The ids of the events that are safe on disk, and a message for the learner or "".
        """
        return self._recorder.keep([self._check(event) for event in events])

    def _check(self, event: Values) -> Values:
        """Return an event unchanged; of what no explorer of ours would send, nothing but its id."""
        place = (event.get("kind"), event.get("question"))
        is_ours = place == ("state", place_of(self._name)) and _read_state(event.get("answer"))
        return event if is_ours and self._explorer.is_kept else {"id": str(event.get("id", ""))}

    def notice(self) -> str:
        """Return what the learner should know of the store, or ""."""
        return self._recorder.notice() if self._explorer.is_kept else ""


def open_desk(name: str, logbook: Logbook) -> ExplorerDesk:
    """Return the desk of the explorer of this name.

    Parameters
    ----------
    logbook
        Where the lesson is: content, language, clock, and the learner's record.

    Raises
    ------
    LookupError
        If there is no such explorer; the message lists those there are.
    """
    setting = Setting(
        library=logbook.library,
        language=logbook.language,
        today=read_clock().astimezone().date(),
    )
    explorer = build(name, setting)
    past: tuple[Past, ...] = ()
    if explorer.is_kept:
        past = read_past(explorer, logbook.store.events([place_of(name)]))
        explorer = build(name, replace(setting, past=past))
    return ExplorerDesk(
        name=name,
        explorer=explorer,
        past=past,
        recorder=logbook.recorder(""),
        language=logbook.language,
    )


def read_past(explorer: Explorer, events: Iterable[Event]) -> tuple[Past, ...]:
    """Return the states that a learner left, each mended to fit the controls as they are now."""
    start = explorer.start()
    kept = ((event.at, _read_state(event.answer)) for event in events if event.kind == "state")
    return tuple(
        Past(at=at, state=mend(explorer.controls, state, start))
        for at, state in kept
        if state is not None
    )


def _read_state(answer: Any) -> dict[str, Value] | None:
    try:
        return msgspec.convert(answer, dict[str, bool | int | str])
    except msgspec.ValidationError:
        return None
