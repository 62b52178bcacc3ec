"""Which file under `data` holds what."""

from __future__ import annotations

from typing import Any

from kit.content.agendas import AgendaFrame, LessonAgenda
from kit.content.audit_effort import AuditTime, SiteSampling
from kit.content.blueprint import Blueprint
from kit.content.cycle_rules import CycleModel, CycleScene, RuleEdition, RuleSet
from kit.content.editions import CertificateCounts, EditionHistory, Membership, Transition
from kit.content.principles import Clauses, Flow, NeighbourLists, Principle, Scale, Scene
from kit.content.questions import AnyQuestion
from kit.content.records import (
    CaseHead,
    CertificatePart,
    Claim,
    Edition,
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
from kit.content.trust import Moment, TrustBody, TrustComparison, TrustLink, TrustRoles
from kit.content.trust_exercises import CertificateReading, ClaimsClinic
from kit.text import LANGUAGES, Text

AGENDA_FRAME = "agendas/workshop.toml"
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
# What the explorers calculate with. A folder may do without, for instance that of another case.
MODELS: dict[str, Any] = {
    AGENDA_FRAME: AgendaFrame,
    "cycle/audit-time.toml": AuditTime,
    "cycle/model.toml": CycleModel,
    "cycle/rules.toml": dict[RuleEdition, RuleSet],
    "cycle/sites.toml": SiteSampling,
    "cycle/what-if.toml": dict[Slug, CycleScene],
    "editions/certificates.toml": CertificateCounts,
    "editions/editions.toml": EditionHistory,
    "editions/members.toml": Membership,
    "editions/transitions.toml": dict[Slug, Transition],
    "principles/clauses.toml": dict[Edition, Clauses],
    "principles/eight.toml": dict[Slug, Principle],
    "principles/flows.toml": dict[Slug, Flow],
    "principles/levels.toml": dict[Slug, Scale],
    "principles/neighbours.toml": NeighbourLists,
    "principles/scenes.toml": dict[Slug, Scene],
    "principles/seven.toml": dict[Slug, Principle],
    "trust/bodies.toml": dict[Slug, TrustBody],
    "trust/clinic.toml": ClaimsClinic,
    "trust/comparison.toml": TrustComparison,
    "trust/moments.toml": dict[Slug, Moment],
    "trust/relations.toml": dict[Slug, TrustLink],
    "trust/roles.toml": TrustRoles,
    "trust/specimens.toml": CertificateReading,
}
PATTERNS = ("spelling/{}.txt", "images/lesson-{}.png")  # word lists, pictures of the README
FOLDERS = frozenset(
    {
        "agendas",
        "case",
        "cycle",
        "editions",
        "explorers",
        "images",
        "lessons",
        "principles",
        "questions",
        "spelling",
        "trust",
    }
)
BESIDE = frozenset(pattern.format(language) for pattern in PATTERNS for language in LANGUAGES)


def kind_of(name: str) -> Any | None:
    """Return what the file of this name is read into, or None if no such file is known."""
    match name.split("/"):
        case ["lessons", file] if file.endswith(SUFFIX):
            return Lesson
        case ["agendas", file] if file.endswith(SUFFIX) and name != AGENDA_FRAME:
            return LessonAgenda
        case ["explorers", file] if file.endswith(SUFFIX):
            return dict[Slug, Text]
        case ["questions", _, file] if file.endswith(SUFFIX):
            return AnyQuestion
        case _:
            return KINDS.get(name) or MODELS.get(name)


def is_folder(name: str) -> bool:
    """Return whether content may stand in the folder of this name."""
    match name.split("/"):
        case ["questions", _]:
            return True
        case _:
            return name in FOLDERS


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
