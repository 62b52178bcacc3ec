"""Which file under `data` holds what."""

from __future__ import annotations

from typing import Any

from kit.content.blueprint import Blueprint
from kit.content.questions import AnyQuestion
from kit.content.records import (
    CaseHead,
    CertificatePart,
    Claim,
    Fact,
    Lesson,
    Misconception,
    Party,
    Relation,
    Slug,
    Source,
    Term,
    Wording,
)
from kit.text import LANGUAGES, Text

CLAIMS = "case/claims.toml"
PARTIES = "case/parties.toml"
RELATIONS = "relations"
SUFFIX = ".toml"
KINDS: dict[str, Any] = {
    "sources.toml": dict[Slug, Source],
    "glossary.toml": dict[Slug, Term],
    "misconceptions.toml": dict[Slug, Misconception],
    "interface.toml": dict[Slug, dict[Slug, Text]],
    "wording.toml": Wording,
    "assessment.toml": Blueprint,
    "case/case.toml": CaseHead,
    "case/facts.toml": dict[Slug, Fact],
    PARTIES: dict[Slug, Party],
    CLAIMS: dict[Slug, Claim],
    "case/certificate.toml": dict[Slug, CertificatePart],
}
PATTERNS = ("spelling/{}.txt", "images/lesson-{}.png")  # word lists, pictures of the README
BESIDE = frozenset(pattern.format(language) for pattern in PATTERNS for language in LANGUAGES)


def kind_of(name: str) -> Any | None:
    """Return what the file of this name is read into, or None if no such file is known."""
    match name.split("/"):
        case ["lessons", file] if file.endswith(SUFFIX):
            return Lesson
        case ["questions", _, file] if file.endswith(SUFFIX):
            return AnyQuestion
        case _:
            return KINDS.get(name)


def is_folder(name: str) -> bool:
    """Return whether content may stand in the folder of this name."""
    match name.split("/"):
        case ["questions", _]:
            return True
        case _:
            return name in {"case", "images", "lessons", "questions", "spelling"}


def split_page(name: str, table: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Return the parts of a file: key, value, and the type that the value should be.

    A file has one part; that of the parties also lists the relations between them.
    """
    kind = kind_of(name)
    if name != PARTIES:
        return [("", table, kind)]
    parties = {key: value for key, value in table.items() if key != RELATIONS}
    relations = table.get(RELATIONS, [])
    return [("", parties, kind), (RELATIONS, relations, tuple[Relation, ...])]
