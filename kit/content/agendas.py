"""The records of agendas: how long a workshop is, and what can be done in it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from kit.content.records import Record, Slug
from kit.text import Text

Equipment = Literal["laptops", "shared", "paper"]
Material = Literal[
    "projector",
    "page",
    "workbook",
    "cards",
    "certificates",
    "self-assessment",
    "test",
    "key",
    "flipchart",
    "internet",
]
Minutes = Annotated[int, Meta(ge=0, le=240, multiple_of=5)]
# The fewest minutes, the usual ones, the most.
Span = tuple[Minutes, Minutes, Minutes]
Worth = Annotated[int, Meta(ge=1, le=5)]
# What an activity uses of its lesson: "quiz/parties", "explorer/chain-of-trust".
Use = Annotated[str, Meta(pattern=r"^(quiz|explorer|figure)/[a-z0-9-]+$", max_length=60)]
Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class GroupMinutes(Record, frozen=True, kw_only=True):
    """Hold how long an activity takes with 6, 15 and 30 people."""

    six: Span
    fifteen: Span
    thirty: Span


class AgendaBlock(Record, frozen=True, kw_only=True):
    """Describe one activity of a workshop.

    An objective is covered when each activity that has it in `core` is done; `also` names those
    that it practises further. `talk` is how long the trainer talks before the others do something.
    `more` lengthens the activity where not everyone has a laptop. `needs` names earlier activities
    without which this one makes no sense.
    """

    title: Text
    core: tuple[Slug, ...] = ()
    also: tuple[Slug, ...] = ()
    worth: Worth
    minutes: GroupMinutes
    talk: Annotated[int, Meta(ge=0, le=60)]
    more: dict[Equipment, Minutes] = field(default_factory=dict)
    needs: tuple[Slug, ...] = ()
    uses: tuple[Use, ...] = ()
    material: tuple[Material, ...] = ()
    trainer: Text
    people: Text
    paper: Text


class LessonAgenda(Record, frozen=True, kw_only=True):
    """List the activities of one lesson in order, and what each of its objectives is worth."""

    worth: dict[Slug, Worth]
    blocks: dict[Slug, AgendaBlock]


class AgendaDay(Record, frozen=True, kw_only=True):
    """Divide one day into stretches of work, with a pause between each two."""

    work: Annotated[tuple[Minutes, ...], Meta(min_length=1)]
    pauses: tuple[Minutes, ...] = ()

    @property
    def minutes(self) -> int:
        """How long the day is, from welcome to closing."""
        return sum(self.work) + sum(self.pauses)


class AgendaLength(Record, frozen=True, kw_only=True):
    """Describe one length of a workshop.

    `recap` opens each day but the first; `reserve` is kept free at the end of each.
    """

    title: Text
    days: Annotated[tuple[AgendaDay, ...], Meta(min_length=1)]
    welcome: Minutes
    recap: Minutes
    reserve: Minutes
    closing: Minutes


class PauseRules(Record, frozen=True, kw_only=True):
    """Say how long people work, listen and pause; the spans are inclusive."""

    most_work: Minutes
    most_talk: Minutes
    pause: tuple[Minutes, Minutes]
    lunch: tuple[Minutes, Minutes]


class AgendaPart(Record, frozen=True, kw_only=True):
    """Describe what belongs to every workshop: its welcome, a pause, its closing."""

    title: Text
    trainer: Text
    people: Text


class AgendaParts(Record, frozen=True, kw_only=True):
    """List what belongs to every workshop."""

    welcome: AgendaPart
    recap: AgendaPart
    pause: AgendaPart
    lunch: AgendaPart
    reserve: AgendaPart
    closing: AgendaPart


class EquipmentNote(Record, frozen=True, kw_only=True):
    """Name what people have in front of them, and say what follows from it."""

    title: Text
    note: Text


class AgendaFrame(Record, frozen=True, kw_only=True):
    """Hold what is the same for all lessons; lengths stand from the shortest to the longest."""

    start: Clock
    rules: PauseRules
    lengths: Annotated[dict[Slug, AgendaLength], Meta(min_length=1)]
    parts: AgendaParts
    equipment: dict[Equipment, EquipmentNote]
    material: dict[Material, Text]
    figures: dict[Slug, Text]
