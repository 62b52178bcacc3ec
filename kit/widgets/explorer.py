"""The explorer widget: the browser sets a state, Python answers with what is found for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import anywidget
import traitlets

from kit.widgets.front import pack_module

Values = dict[str, Any]


class Desk(Protocol):
    """Answer for a state, and keep it; `kit.explorers.desk` has the real one."""

    def plan(self) -> Values:
        """Return what stays the same: `id`, `title`, `language`, `controls`, `start`, …."""

    def words(self) -> dict[str, str]:
        """Return the interface words."""

    def begin(self) -> Values:
        """Return the state to begin with."""

    def view(self, given: Values) -> Values:
        """Return what is found for a state."""

    def trouble(self) -> Values:
        """Return what to show where there is nothing to show."""

    def notice(self) -> str:
        """Return a message for the learner, or nothing."""

    def keep(self, events: Sequence[Values]) -> tuple[Sequence[str], str]:
        """Keep events; return the ids that are safe on disk, and a message or nothing."""


def compose_explorer(base: str = ".") -> str:
    """Return the text of the module of an explorer, which a page can hold as it is.

    Parameters
    ----------
    base
        The address of this folder, as the page sees it.
    """
    return f'import explorer from "{base}/explorer.js";\nexport default explorer;\n'


@cache
def pack_explorer() -> str:
    """Return one small module that loads the module of an explorer and all that it needs."""
    return pack_module(compose_explorer(), "page", "explorer")


class ExplorerWidget(anywidget.AnyWidget):
    """Show the controls of an explorer, and its finding for what is set.

    Parameters
    ----------
    desk
        Answers for a state, and keeps it.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    layout = traitlets.Any(None, allow_none=True).tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    # `n` counts what the browser asks; an answer says which one it is for.
    asked = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    # What the learner expected, by state.
    guessed = traitlets.Dict().tag(sync=True)
    outbox = traitlets.List(traitlets.Dict()).tag(sync=True)
    kept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, desk: Desk) -> None:
        state = desk.begin()
        self._desk = desk
        super().__init__(
            _esm=pack_explorer(),
            plan=desk.plan(),
            words=desk.words(),
            asked={"n": 0, "state": state},
            view={"n": 0} | desk.view(state),
            notice=desk.notice(),
        )

    @traitlets.observe("asked")
    def _answer(self, change: Values) -> None:
        asked = change["new"]
        if asked["n"] == self.view.get("n"):
            return
        answer = self._desk.trouble()
        try:
            answer = self._desk.view(asked["state"])
        finally:  # An explorer that breaks must not leave its learner waiting.
            self.view = {"n": asked["n"]} | answer

    @traitlets.observe("outbox")
    def _keep(self, change: Values) -> None:
        if not change["new"]:
            return
        kept, notice = self._desk.keep(change["new"])
        self.notice, self.kept = notice, list(kept)
