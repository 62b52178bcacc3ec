"""What a certificate's cycle comes to, in words and as a table, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from types import MappingProxyType

from kit.content.cycle_rules import CycleRule
from kit.cycle.certificate import Certificate, next_term
from kit.cycle.events import Event, ScopeReduced
from kit.cycle.order import Problem
from kit.cycle.programme import Due, DueKind, programme
from kit.cycle.status import State, status_on
from kit.explorers.explorer import Setting
from kit.explorers.numerals import Numerals

WORDS = "cycle-planner"
_FIRM_SPACE = "\u00a0"
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z0-9])")
# What to say of something missed; once the term has ended, the end says it all.
_MISSED: Mapping[tuple[State, DueKind], str] = MappingProxyType(
    {
        (State.IN_CERTIFICATION, "verification"): "say-missed-verification",
        (State.VALID, "surveillance"): "say-missed",
        (State.SUSPENDED, "surveillance"): "say-missed-suspended",
        (State.SUSPENDED, "suspension"): "say-limit-passed",
    }
)
_COLUMNS = ("column-what", "column-latest", "column-why")
_ENDED = frozenset({State.EXPIRED, State.WITHDRAWN})


class CycleTelling:
    """Say how a certificate stands, what is due, and what does not fit together."""

    def __init__(self, setting: Setting) -> None:
        library, language = setting.library, setting.language
        self._words = library.explorer_words(WORDS, language)
        self._sources = {key: one.title.pick(language) for key, one in library.sources.items()}
        certainty = library.interface["certainty"]
        self._certainty = {key: text.pick(language) for key, text in certainty.items()}
        self._language = language
        self._numerals = Numerals(setting)

    def __getitem__(self, key: str) -> str:
        """Return one of the words."""
        return self._words[key]

    def day(self, day: date) -> str:
        """Write a day so that no line breaks inside it."""
        return self._numerals.day(day).replace(" ", _FIRM_SPACE)

    def standard(self, certificate: Certificate) -> str:
        """Name the edition of the rules."""
        return certificate.rules.standard.pick(self._language)

    def name_event(self, event: Event) -> str:
        """Name what happened."""
        name = _CAPITAL.sub("-", type(event).__name__).lower()
        return self._words[f"event-{name}"].format(number=getattr(event, "number", ""))

    def name_due(self, due: Due) -> str:
        """Name what is due."""
        return self._words[f"due-{due.kind}"].format(number=due.number)

    def say_status(self, certificate: Certificate, asked_on: date) -> str:
        """Say how the certificate stands on a day, without a full stop."""
        found = status_on(certificate, asked_on)
        key = "restorable" if found.state is State.RESTORABLE else found.because
        since = self.day(found.first) if found.first > date.min else ""
        return self._words[f"say-{key}"].format(day=self.day(asked_on), since=since)

    def say_all(self, certificate: Certificate, asked_on: date) -> str:
        """Say how the certificate stands, and what is missed or comes next."""
        told = [stop(self.say_status(certificate, asked_on))]
        reduced = certificate.day_of(ScopeReduced)
        if reduced and reduced <= asked_on:
            told.append(self._words["scope-is-reduced"].format(day=self.day(reduced)))
        if any(term.first <= asked_on for term in certificate.terms[1:]):
            return " ".join([*told, self.say_next_term(certificate, asked_on)]).strip()
        return " ".join([*told, *self._say_due(certificate, asked_on)])

    def _say_due(self, certificate: Certificate, asked_on: date) -> Iterator[str]:
        dues, state = due_on(certificate, asked_on), status_on(certificate, asked_on).state
        missed = [due for due in dues if due.standing(asked_on) == "missed"]
        for due in missed:
            if key := _MISSED.get((state, due.kind)):
                what, latest = self.name_due(due), self.day(due.latest)
                yield self._words[key].format(what=what, latest=latest)
        coming = [due for due in dues if due.standing(asked_on) == "open"]
        if coming and (not missed or state is State.RESTORABLE):
            what, latest = self.name_due(coming[0]), self.day(coming[0].latest)
            yield self._words["next-due"].format(what=what, latest=latest)

    def tell_problems(self, problems: Sequence[Problem]) -> str:
        """List what does not fit together as HTML, or return "" if all does."""
        if not problems:
            return ""
        rows = "".join(f"<li>{escape(self._say_problem(one))}</li>" for one in problems)
        return f"<p><b>{escape(self._words['problems'])}</b></p><ul>{rows}</ul>"

    def _say_problem(self, problem: Problem) -> str:
        is_late = problem.kind == "state" and problem.found is State.EXPIRED
        why = self._words["problem-too-late" if is_late else f"problem-{problem.kind}"].format(
            found=self.name_state(problem.found),
            expected=self._join(problem.expected),
            other=self.day(problem.other) if problem.other else "",
        )
        event, day = self.name_event(problem.event), self.day(problem.event.day)
        return self._words["problem"].format(event=event, day=day, why=why)

    def name_state(self, state: State) -> str:
        """Name how a certificate can stand."""
        return self._words[f"state-{state}"]

    def _join(self, states: Sequence[State]) -> str:
        *some, last = [self.name_state(state) for state in states] or [""]
        key = "state-or" if some else "state-one"
        return self._words[key].format(some=", ".join(some), last=last)

    def tell_dues(self, certificate: Certificate, asked_on: date) -> str:
        """List what is due as an HTML table: by when, how it stands, and by which rule."""
        dues = due_on(certificate, asked_on)
        if not dues:
            return f"<p>{escape(self._words['nothing-due'])}</p>"
        head = "".join(f"<th>{escape(self._words[key])}</th>" for key in _COLUMNS)
        rows = "".join(self._row(due, certificate, asked_on) for due in dues)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _row(self, due: Due, certificate: Certificate, asked_on: date) -> str:
        latest = self._words["cell-latest"].format(day=self.day(due.latest))
        standing = self.say_standing(due, asked_on)
        when = f"<td>{escape(latest)}<br>{escape(standing)}</td>"
        asks, cite = self.say_rule(due, certificate)
        why = f"<td>{escape(asks)}<br><small>{escape(cite)}</small></td>"
        return f'<tr><th scope="row">{escape(self.name_due(due))}</th>{when}{why}</tr>'

    def say_standing(self, due: Due, asked_on: date) -> str:
        """Say whether something is open, done, late or missed."""
        standing = due.standing(asked_on)
        key = f"standing-{standing}"
        if due.kind == "suspension":
            key = f"standing-suspension-{standing}"
        elif due.stood_in and standing == "done":
            key = "standing-stood-in"
        return self._words[key].format(day=self.day(due.done) if due.done else "")

    def say_rule(self, due: Due, certificate: Certificate) -> tuple[str, str]:
        """Return what the rule behind something due asks, and where that was read."""
        rule = certificate.rules.rules[due.rule]
        texts = [rule.asks, *([rule.reading] if rule.reading else [])]
        asks = " ".join(text.pick(self._language) for text in texts)
        return asks, self._cite(rule, self.standard(certificate))

    def _cite(self, rule: CycleRule, standard: str) -> str:
        known = "confirmed" if rule.clause_is_confirmed else "unconfirmed"
        clause = self._words[f"clause-{known}"].format(number=rule.clause) if rule.clause else ""
        return self._words["cite"].format(
            standard=standard,
            clause=clause,
            sources="; ".join(self._sources[slug] for slug in rule.sources),
            certainty=self._certainty[rule.certainty],
        )

    def say_term(self, certificate: Certificate) -> str:
        """Say from when to when the first term runs, and why; "" while there is none."""
        if not certificate.terms:
            return ""
        term, rule = certificate.terms[0], certificate.rules.rules["term"]
        first, last = self.day(term.first), self.day(term.last)
        asks = rule.asks.pick(self._language)
        return self._words["term"].format(first=first, last=last, asks=asks)

    def say_next_term(self, certificate: Certificate, asked_on: date) -> str:
        """Say what the next term is, or can be as things stand on a day; "" where none can be."""
        if not certificate.terms:
            return ""
        term, state = certificate.terms[-1], status_on(certificate, asked_on).state
        if len(certificate.terms) > 1 and state is not State.WITHDRAWN:
            first, last = self.day(term.first), self.day(term.last)
            return self._words["next-granted"].format(first=first, last=last)
        following = next_term(certificate, term, term.last)
        if following is None or state in _ENDED:
            return ""
        key = "next-restored" if state is State.RESTORABLE else "next-term"
        return self._words[key].format(last=self.day(following.last))


def due_on(certificate: Certificate, asked_on: date) -> list[Due]:
    """Return what is due as it is known on a day: nothing that depends on what comes later.

    Restoring counts once the term has ended.
    """
    return [
        due
        for due in programme(certificate)
        if due.since <= asked_on and (due.kind != "restoration" or due.since < asked_on)
    ]


def stop(sentence: str) -> str:
    """Return a sentence with a full stop, unless an abbreviation has brought one."""
    return sentence if sentence.endswith(".") else f"{sentence}."
