"""Rules about names: slugs, one file an id, one lesson a topic, a number, an objective."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from kit.content.check.references import objectives_of
from kit.content.check.tree import Tree
from kit.content.claims import exercise_ids
from kit.content.faults import Fault
from kit.content.layout import CLAIMS
from kit.content.records import Slug
from kit.content.shape import describe, fits, show

_Values = Callable[[dict[str, Any]], Iterable[object]]


def check_ids(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each file name that is no id, or an id that is there twice."""
    for name in (*tree.names_under("lessons"), *tree.names_under("questions")):
        stem = PurePosixPath(name).stem
        if not fits(stem, Slug):
            yield Fault(name, "", f"the name “{stem}”", describe(Slug))
    yield from _twice(tree)
    yield from _topics_without_lesson(tree)
    yield from _shared(tree, "number", _numbers)
    yield from _shared(tree, "objectives", objectives_of)
    yield from _lost_places(tree)


def _twice(tree: Tree) -> Iterator[Fault]:
    first = dict.fromkeys(exercise_ids(len(tree.tables.get(CLAIMS, {}))), CLAIMS)
    for name in tree.names_under("questions"):
        other = first.setdefault(PurePosixPath(name).stem, name)
        if other != name:
            expected = f"an id of its own; {other} has this one"
            yield Fault(name, "", f"the id “{PurePosixPath(name).stem}”", expected)


def _topics_without_lesson(tree: Tree) -> Iterator[Fault]:
    lessons = {PurePosixPath(name).stem for name in tree.names_under("lessons")}
    topics = {PurePosixPath(name).parent.name for name in tree.names_under("questions")}
    for topic in sorted(topics - lessons):
        expected = f"a lesson of the same name, lessons/{topic}.toml"
        yield Fault(f"questions/{topic}", "", "a topic without a lesson", expected)


def _numbers(lesson: dict[str, Any]) -> Iterator[int]:
    number = lesson.get("number")
    if isinstance(number, int):
        yield number


def _shared(tree: Tree, key: str, values: _Values) -> Iterator[Fault]:
    """Yield a fault for each value that two lessons have in common."""
    first: dict[object, str] = {}
    for name, lesson in tree.under("lessons").items():
        for value in values(lesson):
            other = first.setdefault(value, name)
            if other != name:
                yield Fault(name, key, show(value), f"one of its own; {other} has this one")


def _lost_places(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each place of what is no objective of its lesson."""
    for name, lesson in tree.under("lessons").items():
        places, objectives = lesson.get("places"), objectives_of(lesson)
        for slug in places if isinstance(places, dict) else ():
            if slug not in objectives:
                expected = f"an objective of this lesson ({', '.join(objectives) or 'none yet'})"
                yield Fault(name, f"places.{slug}", f"the objective “{slug}”", expected)
