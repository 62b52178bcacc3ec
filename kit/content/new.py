"""A new question: a file ready to fill, whose placeholders the content check reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from kit.content.faults import ContentError, Fault
from kit.content.layers import Layers
from kit.content.records import Slug
from kit.content.shape import describe, fits
from kit.content.template import fill_template


def write_question(folder: Path, topic: str, question_id: str, kind: str) -> Path:
    """Write a question file to fill in and return its path.

    Parameters
    ----------
    folder
        The folder with the data.
    topic
        The id of a lesson.
    kind
        The kind of question, as in the key `kind` of a file.

    Raises
    ------
    ContentError
        If the topic is no lesson, the id is no id or was used before, or writing fails.
    """
    name = f"questions/{topic}/{question_id}.toml"
    if faults := [*_name_faults(folder, topic, question_id, name)]:
        raise ContentError(faults)
    if faults := [*_used_before(folder, question_id, name)]:
        raise ContentError(faults)
    text = fill_template(kind, topic, _objectives(folder, topic))
    try:
        return _write(folder / name, text)
    except OSError as error:
        found = f"a place that cannot be written ({error.strerror})"
        raise ContentError([Fault(name, "", found, "a writable folder")]) from error


def _name_faults(folder: Path, topic: str, question_id: str, name: str) -> Iterator[Fault]:
    if not fits(question_id, Slug):
        yield Fault(name, "", f"the id “{question_id}”", describe(Slug))
    names = Layers(folder).list_names("lessons/[!.]*.toml")
    lessons = [PurePosixPath(name).stem for name in names]
    if topic not in lessons:
        known = ", ".join(lessons) or "none yet"
        yield Fault(name, "", f"the topic “{topic}”", f"the id of a lesson ({known})")


def _used_before(folder: Path, question_id: str, name: str) -> Iterator[Fault]:
    expected = "a new id; an id is never used again"
    layers = Layers(folder)
    for shown in layers.list_names("questions/*/*.toml"):
        if PurePosixPath(shown).stem == question_id:
            yield Fault(name, "", f"{shown} of the same id", expected)
        elif _read(layers, shown).get("supersedes") == question_id:
            yield Fault(name, "", f"an id that {shown} supersedes", expected)


def _read(layers: Layers, name: str) -> dict[str, Any]:
    # A question that cannot be read is for `kit check` to report; it supersedes nothing yet.
    try:
        return layers.read(name)
    except ContentError:
        return {}


def _objectives(folder: Path, topic: str) -> list[str]:
    objectives = _read(Layers(folder), f"lessons/{topic}.toml").get("objectives", {})
    return sorted(objectives) if isinstance(objectives, dict) else []


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path
