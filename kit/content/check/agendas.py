"""Rules about agendas: names that there are, times that can be kept, pauses of the right length."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TypeVar

import msgspec

from kit.content.agendas import AgendaBlock, AgendaFrame, GroupMinutes, LessonAgenda, PauseRules
from kit.content.check.references import objectives_of
from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.layout import AGENDA_FRAME
from kit.content.shape import fits, show

_Kind = TypeVar("_Kind")
_Reason = tuple[str, str, str]


def check_agendas(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each name that nothing has, and each time that cannot be kept."""
    frame = _read(tree, AGENDA_FRAME, AgendaFrame)
    if frame:
        yield from (Fault(AGENDA_FRAME, *reason) for reason in _frame_reasons(frame))
    earlier: list[str] = []
    for name in _by_number(tree):
        agenda = _read(tree, name, LessonAgenda)
        if agenda is None:
            continue
        yield from (Fault(name, *reason) for reason in _objective_reasons(tree, name, agenda))
        for slug, block in agenda.blocks.items():
            reasons = [
                *_name_reasons(tree, name, block, earlier, frame),
                *_minute_reasons(block, frame),
                *([("", "an id of another lesson's activity", "a new id")] * (slug in earlier)),
            ]
            for key, found, expected in reasons:
                yield Fault(name, f"blocks.{slug}.{key}".rstrip("."), found, expected)
            earlier.append(slug)


def _read(tree: Tree, name: str, kind: type[_Kind]) -> _Kind | None:
    """Return a file as a record; None where its shape is wrong, which is a fault already."""
    table = tree.tables.get(name)
    return msgspec.convert(table, kind) if table is not None and fits(table, kind) else None


def _by_number(tree: Tree) -> list[str]:
    """Return the files of the lessons in the order of the course."""
    names = [name for name in tree.under("agendas") if name != AGENDA_FRAME]
    lessons = tree.under("lessons")

    def number(name: str) -> tuple[str, str]:
        found = lessons.get(f"lessons/{PurePosixPath(name).name}", {}).get("number")
        return (f"{found:03}" if isinstance(found, int) else "", name)

    return sorted(names, key=number)


def _frame_reasons(frame: AgendaFrame) -> Iterator[_Reason]:
    rules = frame.rules
    for slug, length in frame.lengths.items():
        for place, day in enumerate(length.days):
            key = f"lengths.{slug}.days[{place}]"
            if len(day.pauses) != len(day.work) - 1:
                yield f"{key}.pauses", f"{len(day.pauses)}", "one between each two of `work`"
            for minutes in day.work:
                if minutes > rules.most_work:
                    yield f"{key}.work", f"{minutes}", f"at most {rules.most_work}"
            for minutes in day.pauses:
                if not _is_pause(minutes, rules):
                    expected = f"{_span(rules.pause)}, or {_span(rules.lunch)} for lunch"
                    yield f"{key}.pauses", f"{minutes}", expected
    sums = {slug: sum(day.minutes for day in one.days) for slug, one in frame.lengths.items()}
    for (_, shorter), (slug, longer) in pairwise(sums.items()):
        if longer <= shorter:
            yield f"lengths.{slug}", f"{longer} minutes", "more than the length before it"


def _is_pause(minutes: int, rules: PauseRules) -> bool:
    return any(low <= minutes <= high for low, high in (rules.pause, rules.lunch))


def _span(bounds: tuple[int, int]) -> str:
    return f"{bounds[0]} to {bounds[1]}"


def _objective_reasons(tree: Tree, name: str, agenda: LessonAgenda) -> Iterator[_Reason]:
    """Find objectives of the lesson without a worth or without an activity that they need."""
    lesson = f"lessons/{PurePosixPath(name).name}"
    if lesson not in tree.tables:
        yield "", "activities of no lesson", f"a file of the same name as one of {lesson}"
        return
    known = objectives_of(tree.tables[lesson])
    core = {slug for block in agenda.blocks.values() for slug in block.core}
    for slug in known:
        if slug not in agenda.worth:
            yield f"worth.{slug}", "nothing", "what the objective is worth, from 1 to 5"
        if slug not in core:
            yield "blocks", f"no activity with {show(slug)} in `core`", "at least one"
    yield from _lost("worth", agenda.worth, known, lesson)


def _name_reasons(
    tree: Tree,
    name: str,
    block: AgendaBlock,
    earlier: Collection[str],
    frame: AgendaFrame | None,
) -> Iterator[_Reason]:
    file = f"lessons/{PurePosixPath(name).name}"
    lesson = tree.tables.get(file, {})
    for key, slugs in (("core", block.core), ("also", block.also)):
        yield from _lost(key, slugs, objectives_of(lesson), file)
    yield from _lost("needs", block.needs, earlier, "the activities before it")
    quizzes = lesson.get("quizzes", {})
    explorers = {PurePosixPath(one).stem for one in tree.names_under("explorers")}
    uses = {"quiz": (quizzes, file), "explorer": (explorers, "explorers/")}
    if frame:
        uses["figure"] = (frame.figures, f"`figures` in {AGENDA_FRAME}")
    for use in block.uses:
        kind, _, slug = use.partition("/")
        if kind in uses:
            known, place = uses[kind]
            yield from _lost("uses", [slug], known, place)


def _lost(key: str, slugs: Iterable[str], known: Collection[str], place: str) -> Iterator[_Reason]:
    return ((key, show(slug), f"an id of {place}") for slug in slugs if slug not in known)


def _minute_reasons(block: AgendaBlock, frame: AgendaFrame | None) -> Iterator[_Reason]:
    spans: list[tuple[int, int, int]] = [
        getattr(block.minutes, size) for size in GroupMinutes.__struct_fields__
    ]
    if any(not 0 < low <= usual <= high for low, usual, high in spans):
        yield "minutes", f"{spans}", "above 0, and first the fewest, then the usual, then the most"
    if any(list(column) != sorted(column) for column in zip(*spans, strict=True)):
        yield "minutes", f"{spans}", "no fewer for more people"
    if block.talk >= spans[0][0]:
        yield "talk", f"{block.talk}", "less than the fewest minutes: people also do something"
    if frame is None:
        return
    if block.talk > frame.rules.most_talk:
        yield "talk", f"{block.talk}", f"at most {frame.rules.most_talk}"
    room, most = _least_room(frame), spans[-1][0] + max(block.more.values(), default=0)
    if most > room:
        yield "minutes", f"at least {most}", f"at most {room}, or it fits no stretch of work"


def _least_room(frame: AgendaFrame) -> int:
    """Return the minutes of the shortest stretch, beside what opens and closes a day."""
    return min(
        min(day.work) - max(length.welcome, length.recap) - length.reserve - length.closing
        for length in frame.lengths.values()
        for day in length.days
    )
