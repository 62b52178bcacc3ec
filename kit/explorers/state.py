"""States checked against the controls of an explorer, completed, and named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import singledispatch
from hashlib import sha256
from typing import Any

import msgspec

from kit.explorers.explorer import (
    Choice,
    Control,
    Count,
    Day,
    State,
    Switch,
    Value,
    Words,
)

# What a control says and how it looks may be improved without a new version.
_SAID = frozenset({"label", "help", "group", "unit", "lines", "is_year"})


class StateError(ValueError):
    """Raised when a value does not fit its control; says where, what was got, what expected."""


def complete(controls: Iterable[Control], given: Mapping[str, Any], start: State) -> State:
    """Return a state with a value for each control: the one given, or else that of the start.

    A name that no control has is dropped.

    Raises
    ------
    StateError
        If a given value does not fit its control.
    """
    return {
        control.name: check(control, given.get(control.name, start[control.name]))
        for control in controls
    }


def mend(controls: Iterable[Control], kept: Mapping[str, Any], start: State) -> State:
    """Return a state that was kept earlier as the controls have it now.

    What does not fit any more gives way to the value of the start.
    """
    return {
        control.name: _fit(control, kept.get(control.name), start[control.name])
        for control in controls
    }


def _fit(control: Control, value: Any, start: Value) -> Value:
    try:
        return check(control, value)
    except StateError:
        return start


def check(control: Control, value: Any) -> Value:
    """Return a value unchanged if its control allows it.

    Raises
    ------
    StateError
        If it does not.
    """
    expected = _refuse(control, value)
    if expected:
        raise StateError(f"state, {control.name}: got {value!r}, expected {expected}.")
    allowed: Value = value
    return allowed


@singledispatch
def _refuse(control: Control, value: Any) -> str:  # noqa: ARG001 - each kind looks at it
    """Return what is expected instead of a value, or "" if it is allowed."""
    raise TypeError(f"control: got {control!r}, expected one of a known kind.")


@_refuse.register
def _(control: Choice, value: Any) -> str:
    ids = [option.id for option in control.options]
    return "" if isinstance(value, str) and value in ids else f"one of {', '.join(ids)}"


@_refuse.register
def _(control: Count, value: Any) -> str:
    # To Python, True is a number.
    is_number = isinstance(value, int) and not isinstance(value, bool)
    steps = range(control.low, control.high + 1, control.step)
    by = f" in steps of {control.step}" if control.step > 1 else ""
    expected = f"a whole number from {control.low} to {control.high}{by}"
    return "" if is_number and value in steps else expected


@_refuse.register
def _(control: Day, value: Any) -> str:
    none = ', or ""' if control.is_optional else ""
    if value == "" and control.is_optional:
        return ""
    day = _read_day(value)
    if day is None:
        return f"a day as YYYY-MM-DD{none}"
    is_within = date.fromisoformat(control.first) <= day <= date.fromisoformat(control.last)
    return "" if is_within else f"a day from {control.first} to {control.last}{none}"


def _read_day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    # Further forms of ISO 8601 are read too; a state has one.
    return day if day.isoformat() == value else None


@_refuse.register
def _(_: Switch, value: Any) -> str:
    return "" if isinstance(value, bool) else "true or false"


@_refuse.register
def _(control: Words, value: Any) -> str:
    is_short = isinstance(value, str) and len(value) <= control.most
    return "" if is_short else f"a text of at most {control.most} characters"


def state_key(state: State) -> str:
    """Return a text that names a state: the same for the same values, in whatever order."""
    return json.dumps(dict(state), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def content_version(controls: Iterable[Control]) -> str:
    """Return a short hash of what can be set; it does not depend on the language."""
    asked = [_asked(msgspec.to_builtins(control)) for control in controls]
    return sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest()[:12]


def _asked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _asked(part) for key, part in value.items() if key not in _SAID}
    if isinstance(value, list | tuple):
        return [_asked(part) for part in value]
    return value
