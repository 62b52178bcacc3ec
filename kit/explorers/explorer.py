"""What an explorer is: controls a learner sets, what is drawn for them, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from kit.content.library import Library

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# What a learner has set: the name of each control with an id, a number, a day as YYYY-MM-DD ("" for
# none), true or false, or words.
Value = str | int | bool
State = Mapping[str, Value]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """Offer one value of a choice."""

    id: str
    label: str


class Control(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """Be the root of every control; `group` gathers neighbours under one heading.

    `when` names another control and the value with which alone this one is shown.
    """

    name: str
    label: str
    help: str = ""
    group: str = ""
    when: tuple[str, str] | None = None


class Choice(Control, frozen=True, kw_only=True, tag="choice"):
    """Let one of a few options be chosen; the state holds its id."""

    options: tuple[Option, ...]


class Count(Control, frozen=True, kw_only=True, tag="count"):
    """Let a whole number be set between two bounds, both included.

    A year is written without a mark between thousands.
    """

    low: int
    high: int
    step: int = 1
    unit: str = ""
    is_year: bool = False


class Day(Control, frozen=True, kw_only=True, tag="day"):
    """Let a day be set between two bounds, both included, as YYYY-MM-DD."""

    first: str
    last: str
    is_optional: bool = False


class Switch(Control, frozen=True, kw_only=True, tag="switch"):
    """Let something be turned on or off."""


class Words(Control, frozen=True, kw_only=True, tag="words"):
    """Let the learner write; `lines` is the height of the field."""

    most: int = 500
    lines: int = 1


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """Offer a file to take along."""

    name: str
    label: str
    media_type: str
    content: bytes


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a state that the learner left earlier, and when."""

    at: datetime
    state: State


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """Tell an explorer where it is: content, language, today, and what the learner left before.

    `past` is in the order of time, and empty unless the explorer is kept.
    """

    library: Library
    language: str
    today: date
    past: tuple[Past, ...] = ()


class Explorer(Protocol):
    """Answer for one state at a time; knows neither notebook nor browser.

    All texts are in the one language that the explorer was made for. States are complete: each
    control has a value that it allows.
    """

    title: str
    # These stay the same as long as the explorer lives. What follows from data is set in
    # `__init__`, or is a `functools.cached_property`.
    controls: tuple[Control, ...]
    # Whether what the learner sets is kept with their progress and there again the next time.
    is_kept: bool = False

    def start(self) -> State:
        """Return the state to begin with."""

    def draw(self, state: State) -> Figure | None:  # noqa: ARG002 - not every explorer has one
        """Draw what is found for a state, or nothing where words do."""
        return None

    def describe(self, state: State) -> str:
        """Say the finding in one to three sentences, for everyone and for screen readers."""

    def tell(self, state: State) -> str:  # noqa: ARG002 - not every explorer has more to tell
        """Return more than fits the figure, such as a table, as safe HTML, or ""."""
        return ""

    def ask(self, state: State) -> str:  # noqa: ARG002 - as above
        """Return the question that `guesses` are answers to, or "" for "What do you expect?"."""
        return ""

    def guesses(self, state: State) -> tuple[Option, ...]:  # noqa: ARG002 - as above
        """Return what a learner may expect before seeing the finding; none where none is asked."""
        return ()

    def compare(self, state: State, guess: str) -> str:  # noqa: ARG002 - as above
        """Say in one sentence how the guess and the finding go together."""
        return ""

    def offers(self, state: State) -> tuple[Offer, ...]:  # noqa: ARG002 - as above
        """Return files to take along."""
        return ()

    def rules(self) -> Mapping[str, Any]:
        """Return what a page without a kernel needs to find everything itself, as JSON values.

        Where there is something, a module of the page answers instead of frames: one that makes
        the same of it in the browser.
        """
        return {}

    def frames(self) -> Iterator[State]:
        """Yield the states that a page without a kernel shows, the first of them `start()`."""
