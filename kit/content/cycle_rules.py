"""The records of the three-year cycle: the rules of each edition, and scenes to try them on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from kit.content.records import Certainty, Record, Slug, Sources
from kit.text import Text

Anchor = Literal["stage-2", "decision", "expiry", "suspension"]
Rhythm = Literal["year", "calendar-year"]
Grade = Literal["major", "minor"]
RuleEdition = Literal["2011", "2015"]
StepKind = Literal[
    "stage-2",
    "major-raised",
    "major-verified",
    "decision",
    "surveillance",
    "suspension",
    "lifted",
    "scope-reduced",
    "withdrawal",
    "recertification-audit",
    "recertification-decision",
]


class CycleRule(Record, frozen=True, kw_only=True):
    """State one rule of an edition in our words, and what there is in it to count with.

    `months` run from `counted_from`; `rhythm` is how often something comes round; `grades` are
    the nonconformities that the rule is about. `is_usual` marks a limit that holds in most cases.
    `clause` is left out where no number was read or remembered. `reading` is how the kit reads
    what the edition leaves open.
    """

    name: Text
    asks: Text
    sources: Sources
    certainty: Certainty
    clause: str = ""
    clause_is_confirmed: bool = False
    months: Annotated[int, Meta(ge=1, le=120)] | None = None
    counted_from: Anchor | None = None
    rhythm: Rhythm | None = None
    grades: tuple[Grade, ...] = ()
    is_usual: bool = False
    reading: Text | None = None


class RuleSet(Record, frozen=True, kw_only=True):
    """Hold the rules of one edition by id; a rule that it does not have is not there."""

    standard: Text
    rules: dict[Slug, CycleRule]


class SceneStep(Record, frozen=True, kw_only=True):
    """Let one thing happen on a day; of an audit it is the last day."""

    kind: StepKind
    day: date


class CycleScene(Record, frozen=True, kw_only=True):
    """Tell a fictional story about one certificate, and ask how it stands on a day.

    `steps` are what the town and the body want; the rules may refuse some of them. `guesses` are
    states of a certificate to choose from; under the rules of `not_asked` there is no guess, since
    the outcome rests on what could not be confirmed. `teaches` is what to take along, by edition.
    """

    title: Text
    story: Text
    asks: Text
    asked_on: date
    guesses: Annotated[tuple[Slug, ...], Meta(min_length=2)]
    steps: Annotated[tuple[SceneStep, ...], Meta(min_length=1)]
    teaches: dict[RuleEdition, Text]
    not_asked: tuple[RuleEdition, ...] = ()


class CycleModel(Record, frozen=True, kw_only=True):
    """Hold what is known of the case's cycle, and days made up where none are public.

    `expiry` is the announced one; `stage_2` and `surveillances` are a model. `asked_on` is the
    day to look at first, `edition` that of the rules under which the certificate was issued.
    """

    expiry: date
    stage_2: date
    surveillances: tuple[date, ...]
    asked_on: date
    edition: RuleEdition = "2011"
    note: Text
    sources: Sources
