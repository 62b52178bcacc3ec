"""The cycle planner: the days of a certificate in, how it stands and what is due out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import msgspec

from kit.content.cycle_rules import RuleEdition
from kit.cycle.certificate import Certificate
from kit.cycle.events import (
    Decision,
    Event,
    Lifted,
    RecertificationAudit,
    RecertificationDecision,
    ScopeReduced,
    Stage2Ended,
    Surveillance,
    Suspension,
    Withdrawal,
)
from kit.cycle.order import Problem, main_problems, sift
from kit.cycle.term import infer_decision
from kit.explorers.cycle_telling import WORDS, CycleTelling
from kit.explorers.explorer import Choice, Control, Day, Explorer, Offer, Option, Setting, State

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME = WORDS
_FIRST, _LAST = "1995-01-01", "2049-12-31"
_FILE = "certification-cycle.ics"
# The controls that hold the day of an event, by group; only the first two must be filled.
_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "group-certification": ("stage-2", "decision"),
        "group-surveillance": ("surveillance-1", "surveillance-2", "surveillance-3"),
        "group-recertification": ("recertification-audit", "recertification-decision"),
        "group-trouble": ("suspension", "lifted", "scope-reduced", "withdrawal"),
    }
)
_PLAIN: Mapping[str, type[Event]] = MappingProxyType(
    {
        "stage-2": Stage2Ended,
        "decision": Decision,
        "recertification-audit": RecertificationAudit,
        "recertification-decision": RecertificationDecision,
        "suspension": Suspension,
        "lifted": Lifted,
        "scope-reduced": ScopeReduced,
        "withdrawal": Withdrawal,
    }
)
# What frames change in the start; a page without a kernel shows these. The days go with a
# certificate that ends on this day, and move with that of the case.
_FRAMES_END = date(2016, 1, 28)
_FRAMES: tuple[Mapping[str, str], ...] = (
    {},
    {"edition": "2015"},
    {"surveillance-2": "", "asked-on": "2015-03-02"},
    {"edition": "2015", "surveillance-2": "", "asked-on": "2015-03-02"},
    {"surveillance-2": "", "suspension": "2015-02-16", "asked-on": "2015-03-02"},
    {"surveillance-2": "", "suspension": "2015-02-16", "asked-on": "2015-09-01"},
    {
        "surveillance-2": "2015-05-20",
        "suspension": "2015-02-16",
        "lifted": "2015-06-15",
        "asked-on": "2015-09-01",
    },
    {
        "surveillance-2": "",
        "suspension": "2015-02-16",
        "withdrawal": "2015-08-24",
        "asked-on": "2015-09-01",
    },
    {
        "recertification-audit": "2015-11-26",
        "recertification-decision": "2016-01-14",
        "asked-on": "2016-02-15",
    },
    {"edition": "2015", "recertification-audit": "2015-12-10", "asked-on": "2016-02-15"},
    {
        "edition": "2015",
        "recertification-audit": "2015-12-10",
        "recertification-decision": "2016-04-18",
        "asked-on": "2016-05-16",
    },
    {"asked-on": "2016-02-15"},
    {"decision": "2012-11-30"},
)


class CyclePlanner(Explorer):
    """Plan the cycle of a certificate, the learner's own or the model of the case."""

    is_kept = True

    def __init__(self, setting: Setting) -> None:
        self._telling = CycleTelling(setting)
        self._rules = setting.library.cycle_rules
        self._model = setting.library.cycle_model
        self._language = setting.language
        self._made_on = setting.today
        self.title = self._telling["title"]
        self.controls = tuple(self._list_controls())

    def start(self) -> State:
        """Begin with the model of the case."""
        decision = infer_decision(self._model.expiry, self._rules[self._model.edition]).day
        first, second = self._model.surveillances
        empty = {name: "" for names in _GROUPS.values() for name in names}
        return empty | {
            "edition": self._model.edition,
            "stage-2": self._model.stage_2.isoformat(),
            "decision": decision.isoformat(),
            "surveillance-1": first.isoformat(),
            "surveillance-2": second.isoformat(),
            "asked-on": self._model.asked_on.isoformat(),
        }

    def frames(self) -> Iterator[State]:
        """Yield instructive states of the model."""
        for changes in _FRAMES:
            yield {**self.start(), **{key: self._move(value) for key, value in changes.items()}}

    def _move(self, value: str) -> str:
        try:
            moved = date.fromisoformat(value) + (self._model.expiry - _FRAMES_END)
        except ValueError:
            return value  # an edition, or no day
        return moved.isoformat()

    def draw(self, state: State) -> Figure | None:
        """Draw the timeline of what is possible among the days entered."""
        from kit.explorers.cycle_drawing import draw_timeline

        certificate, _ = self._sift(state)
        rules = self._telling["note-rules"].format(standard=self._telling.standard(certificate))
        note = self._telling[f"figure-{self._origin(state)}"].format(rules=rules)
        return draw_timeline(certificate, _day(state, "asked-on"), self._telling, note)

    def describe(self, state: State) -> str:
        """Say how the certificate stands and what is due."""
        certificate, problems = self._sift(state)
        told = self._telling.say_all(certificate, _day(state, "asked-on"))
        if problems:
            told += " " + self._telling["does-not-fit"].format(n=len(problems))
        return told

    def tell(self, state: State) -> str:
        """List what does not fit together, and what is due by which rule."""
        certificate, problems = self._sift(state)
        asked_on = _day(state, "asked-on")
        following = self._telling.say_next_term(certificate, asked_on)
        lines = [*self._notes(state, certificate), following]
        return (
            self._telling.tell_problems(problems)
            + self._telling.tell_dues(certificate, asked_on)
            + "".join(f"<p>{escape(line)}</p>" for line in lines if line)
        )

    def offers(self, state: State) -> tuple[Offer, ...]:
        """Offer the days as a calendar file, once there is a decision."""
        certificate, _ = self._sift(state)
        if not certificate.terms:
            return ()
        from kit.cycle.calendar import MEDIA_TYPE, to_calendar
        from kit.explorers.cycle_dates import list_entries

        key = "calendar-name" if self._origin(state) == "own" else "calendar-model"
        content = to_calendar(
            list_entries(certificate, _day(state, "asked-on"), self._telling),
            name=self._telling[key],
            language=self._language,
            stamp=datetime.combine(self._made_on, time(), UTC),
        )
        label = self._telling["offer"]
        return (Offer(name=_FILE, label=label, media_type=MEDIA_TYPE, content=content),)

    def _list_controls(self) -> Iterator[Control]:
        said = self._telling
        yield Choice(
            name="edition",
            label=said["edition"],
            help=said["edition-help"],
            options=tuple(
                Option(id=edition, label=rules.standard.pick(self._language))
                for edition, rules in self._rules.items()
            ),
        )
        for group, names in _GROUPS.items():
            is_optional = group != "group-certification"
            for name in names:
                yield Day(
                    name=name,
                    label=said[name],
                    help=said["leave-empty" if is_optional else f"{name}-help"],
                    group=said[group],
                    first=_FIRST,
                    last=_LAST,
                    is_optional=is_optional,
                )
        yield Day(
            name="asked-on",
            label=said["asked-on"],
            help=said["asked-on-help"],
            group=said["group-asked"],
            first=_FIRST,
            last=_LAST,
        )

    def _sift(self, state: State) -> tuple[Certificate, tuple[Problem, ...]]:
        edition: RuleEdition = msgspec.convert(state["edition"], RuleEdition)
        certificate, problems = sift(_to_events(state), self._rules[edition])
        return certificate, main_problems(problems)

    def _origin(self, state: State) -> Literal["own", "model", "tried"]:
        """Return whose days they are: the learner's own, or the model as it is or changed."""
        changed = {name for name, value in self.start().items() if state[name] != value}
        if not changed.isdisjoint(_GROUPS["group-certification"]):
            return "own"
        return "model" if changed <= {"edition", "asked-on"} else "tried"

    def _notes(self, state: State, certificate: Certificate) -> Iterator[str]:
        origin = self._origin(state)
        if origin == "own":
            yield self._telling["note-own"]
            yield self._telling.say_term(certificate)
            return
        if origin == "tried":
            yield self._telling["tried"]
        yield self._model.note.pick(self._language).format(
            expiry=self._telling.day(self._model.expiry),
            decision=self._telling.day(_day(self.start(), "decision")),
        )


def _day(state: State, name: str) -> date:
    return date.fromisoformat(str(state[name]))


def _to_events(state: State) -> Iterator[Event]:
    for name, kind in _PLAIN.items():
        if state[name]:
            yield kind(day=_day(state, name))
    for number, name in enumerate(_GROUPS["group-surveillance"], start=1):
        if state[name]:
            yield Surveillance(day=_day(state, name), number=number)
