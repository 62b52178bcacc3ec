"""JSON Schemas of the files under `data`, made from the types, for editors."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from kit.content.agendas import LessonAgenda
from kit.content.layout import KINDS, MODELS, RELATIONS
from kit.content.questions import AnyQuestion
from kit.content.records import Lesson, Relation, Slug
from kit.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTIES = "parties"
SCHEMAS: dict[str, Any] = {
    "question": AnyQuestion,
    "lesson": Lesson,
    "agenda": LessonAgenda,
    "explorer": dict[Slug, Text],
    **{
        name.removesuffix(".toml").rpartition("/")[2]: kind
        for name, kind in (KINDS | MODELS).items()
    },
}


def make_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one sort of file.

    Parameters
    ----------
    name
        One of `SCHEMAS`.
    """
    if name == _PARTIES:
        return _head(name) | _with_relations()
    schema = msgspec.json.schema(SCHEMAS[name])
    if name == "question":
        _free_id(schema)
    return _head(name) | schema


def _head(name: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "title": f"ISO 9001 teaching kit: {name}"}


def _free_id(schema: dict[str, Any]) -> None:
    """Let a question leave out its id, which is the name of its file."""
    for kind in get_args(AnyQuestion):
        schema["$defs"][kind.__name__]["required"].remove("id")


def _with_relations() -> dict[str, Any]:
    """Return the schema of the parties, whose file also lists the relations between them."""
    kinds = [SCHEMAS[_PARTIES], tuple[Relation, ...]]
    (parties, relations), definitions = msgspec.json.schema_components(
        kinds, ref_template="#/$defs/{name}"
    )
    return {**parties, "properties": {RELATIONS: relations}, "$defs": definitions}
