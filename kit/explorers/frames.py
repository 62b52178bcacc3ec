"""The frames of an explorer: what a page without a kernel shows, drawn beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kit.explorers.explorer import Explorer, State
from kit.explorers.state import complete, state_key
from kit.explorers.view import View, view_state


class Frame(Struct, frozen=True, kw_only=True):
    """Hold what is found for one state; `key` is the state as a text, the same in the browser."""

    key: str
    state: State
    view: View


def list_frames(explorer: Explorer) -> Iterator[Frame]:
    """Yield each state of `explorer.frames()` once, with its view; that of the start comes first.

    Raises
    ------
    StateError
        If a state does not fit the controls.
    """
    for key, state in list_states(explorer).items():
        yield Frame(key=key, state=state, view=view_state(explorer, state))


def list_states(explorer: Explorer) -> dict[str, State]:
    """Return each state of `explorer.frames()` by its key, without drawing anything.

    Raises
    ------
    StateError
        If a state does not fit the controls.
    """
    start = explorer.start()
    states = (complete(explorer.controls, state, start) for state in explorer.frames())
    return {state_key(state): state for state in states}
