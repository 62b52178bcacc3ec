"""The assessment widget: a form to take in peace, without feedback until it is handed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Protocol

import anywidget
import traitlets

from kit.widgets.front import pack_module

Values = dict[str, Any]


class Desk(Protocol):
    """Keep what a learner does, and say what to show; `kit.desk` has the real one."""

    def plan(self) -> Values:
        """Return what stays the same: `id`, `title`, `language`, and the `kinds` that may come."""

    def words(self) -> dict[str, str]:
        """Return the interface words."""

    def state(self) -> Values:
        """Return what to show now, by trait."""

    def keep(self, events: Sequence[Values]) -> tuple[Sequence[str], str]:
        """Act on events; return the ids not to be sent again, and a message or nothing."""


def compose_assessment(kinds: Iterable[str], base: str = ".") -> str:
    """Return the text of the module of an assessment.

    Parameters
    ----------
    kinds
        The kinds of question that may come.
    base
        The address of this folder, as the page sees it.
    """
    names = list(kinds)
    imports = [f'import {{ makeAssessment }} from "{base}/assessment.js";']
    imports += [f'import kind{n} from "{base}/kinds/{name}.js";' for n, name in enumerate(names)]
    kept = ", ".join(f'"{name}": kind{n}' for n, name in enumerate(names))
    return "\n".join([*imports, f"export default makeAssessment({{ {kept} }});", ""])


@cache
def pack_assessment(kinds: tuple[str, ...]) -> str:
    """Return one small module that loads the module of an assessment and all that it needs."""
    return pack_module(compose_assessment(kinds), "quiz", "page", "assessment")


class AssessmentWidget(anywidget.AnyWidget):
    """Show one form of the assessment; what is right never travels to the browser.

    Parameters
    ----------
    desk
        Keeps events and knows what to show.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    layout = traitlets.Any(None, allow_none=True).tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    # "begin", "running" or "done".
    phase = traitlets.Unicode().tag(sync=True)
    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    seconds = traitlets.Int(None, allow_none=True).tag(sync=True)
    report = traitlets.Unicode().tag(sync=True)
    can_record = traitlets.Bool().tag(sync=True)
    record = traitlets.Dict().tag(sync=True)
    outbox = traitlets.List(traitlets.Dict()).tag(sync=True)
    kept = traitlets.List(traitlets.Unicode()).tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, desk: Desk) -> None:
        plan = desk.plan()
        self._desk = desk
        super().__init__(
            _esm=pack_assessment(tuple(plan["kinds"])),
            plan=plan,
            words=desk.words(),
            **desk.state(),
        )

    @traitlets.observe("outbox")
    def _keep(self, change: Values) -> None:
        if not change["new"]:
            return
        kept, message = self._desk.keep(change["new"])
        state = self._desk.state()
        with self.hold_sync():
            for name, value in state.items():
                setattr(self, name, value)
            self.notice = message or state["notice"]
            self.kept = list(kept)
