"""Explorers on pages without a kernel: controls that offer what was drawn beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import prod
from typing import Any

import msgspec

from kit.content.interface import read_words
from kit.explorers.desk import plan_explorer
from kit.explorers.explorer import (
    Choice,
    Control,
    Count,
    Day,
    Explorer,
    Option,
    Setting,
    State,
    Switch,
    Value,
    Words,
)
from kit.explorers.frames import list_states
from kit.explorers.numerals import Numerals
from kit.explorers.registry import build
from kit.explorers.view import view_state

Values = dict[str, Any]


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an explorer for pages of one language.

    `plan` is that of `kit.explorers.desk` with fewer choices, and with `states`: what is set in
    each frame, free words left out. `counts` names the controls whose values are numbers, which a
    list of choices holds as text. `form` tells who answers what can be set: "whole", a frame for
    each; "values", the same for fewer values than there are; "examples", frames for some of what
    can be set; or "reckoned", the page itself by the `rules` of the explorer.
    """

    name: str
    explorer: Explorer
    states: tuple[State, ...]
    plan: Values

    def views(self) -> Iterator[Values]:
        """Yield what is found for each frame that a page looks up."""
        for state in self.states if self.plan["form"] != "reckoned" else ():
            yield view_state(self.explorer, state)


class ExplorerShelf:
    """Prepare each explorer that lessons of one language ask for, once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.prepared: dict[str, Prepared] = {}

    def take(self, name: str) -> Prepared:
        """Return the explorer of this name.

        Raises
        ------
        LookupError
            If the kit has none.
        """
        if name not in self.prepared:
            explorer = build(name, self._setting)
            self.prepared[name] = prepare(name, explorer, self._setting)
        return self.prepared[name]


def prepare(name: str, explorer: Explorer, setting: Setting) -> Prepared:
    """Return one explorer, ready for pages."""
    states = tuple(list_states(explorer).values())
    rules = explorer.rules()
    writer = Writer(setting)
    kept = [narrow(one, states, writer) for one in explorer.controls]
    controls = explorer.controls if rules else [one for one in kept if one is not None]
    given = [name for name, one in _by_name(explorer).items() if not isinstance(one, Words)]
    form = "reckoned" if rules else _tell_form(controls, states, explorer)
    more = {
        "controls": [msgspec.to_builtins(control) for control in controls],
        "states": [{key: state[key] for key in given} for state in states],
        "counts": [] if rules else [k for k, one in _by_name(explorer).items() if _counts(one)],
        "form": form,
        "rules": rules,
    }
    plan = plan_explorer(name, explorer, setting.language) | more
    return Prepared(name=name, explorer=explorer, states=states, plan=plan)


def _by_name(explorer: Explorer) -> Mapping[str, Control]:
    return {control.name: control for control in explorer.controls}


def _counts(control: Control) -> bool:
    return isinstance(control, Count)


def _tell_form(controls: Sequence[Control], states: Sequence[State], explorer: Explorer) -> str:
    if not _is_whole(controls, states):
        return "examples"
    return "whole" if tuple(controls) == tuple(explorer.controls) else "values"


def _is_whole(controls: Sequence[Control], states: Sequence[State]) -> bool:
    """Return whether there is a frame for everything that can be set, free words aside."""
    asked = [one for one in controls if not isinstance(one, Words)]
    values = {one.name: {state[one.name] for state in states} for one in asked}
    always = [one.name for one in asked if one.when is None]
    seen = {tuple(state[name] for name in always) for state in states}

    def count(chosen: Mapping[str, Value]) -> int:
        shown = [one.name for one in asked if one.when and chosen[one.when[0]] == one.when[1]]
        return prod(len(values[name]) for name in shown)

    wanted = sum(count(dict(zip(always, one, strict=True))) for one in seen)
    return len(seen) == prod(len(values[name]) for name in always) and wanted == len(states)


def narrow(control: Control, states: Sequence[State], writer: Writer) -> Control | None:
    """Return a control that offers only what frames have, or None where that is one value."""
    if isinstance(control, Words):
        return control
    values = dict.fromkeys(state[control.name] for state in states)
    if len(values) == 1:
        return None
    if isinstance(control, Choice):
        options = tuple(one for one in control.options if one.id in values)
        return msgspec.structs.replace(control, options=options)
    if isinstance(control, Switch):
        return control
    return _list_values(control, sorted(values), writer)


def _list_values(control: Control, values: Sequence[Value], writer: Writer) -> Choice:
    # That a day may be left empty is what its help says; in a list it has a value of its own.
    is_told = isinstance(control, Day) and control.is_optional
    return Choice(
        name=control.name,
        label=control.label,
        help="" if is_told else control.help,
        group=control.group,
        when=control.when,
        options=tuple(Option(id=str(one), label=writer.write(control, one)) for one in values),
    )


class Writer:
    """Write the values of controls in the language of a setting."""

    def __init__(self, setting: Setting) -> None:
        self._numerals = Numerals(setting)
        self._none = read_words("explorer", setting.language)["no-day"]

    def write(self, control: Control, value: Value) -> str:
        """Return a value as a choice shows it."""
        if isinstance(control, Day):
            return self._numerals.day(date.fromisoformat(str(value))) if value else self._none
        if not isinstance(control, Count) or control.is_year:
            return str(value)
        return f"{self._numerals.whole(int(value))} {control.unit}".rstrip()
