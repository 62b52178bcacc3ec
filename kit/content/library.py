"""The library: every file under `data`, read when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from kit.content.agendas import AgendaFrame, LessonAgenda
from kit.content.audit_effort import AuditTime, SiteSampling
from kit.content.blueprint import Blueprint
from kit.content.claims import sort_claims
from kit.content.cycle_rules import CycleModel, CycleScene, RuleEdition, RuleSet
from kit.content.editions import CertificateCounts, EditionHistory, Membership, Transition
from kit.content.faults import ContentError, Fault
from kit.content.layers import CASE_HEAD, Layers
from kit.content.layout import AGENDA_FRAME, RELATIONS, split_page
from kit.content.principles import Principles
from kit.content.questions import AnyQuestion, Sort
from kit.content.read import convert, convert_question
from kit.content.records import Case, CaseHead, Lesson, Misconception, Source, Term
from kit.content.signs import mark_example, read_signs
from kit.content.trust import Moment, TrustBody, TrustComparison, TrustLink, TrustRoles
from kit.content.trust_exercises import CertificateReading, ClaimsClinic
from kit.paths import data_folder
from kit.text import Text

Words = dict[str, dict[str, Text]]
PRINCIPLES = Principles.__struct_fields__


class Library:
    """Give typed access to one data folder.

    Parameters
    ----------
    folder
        A folder laid out like the kit's own `data`, or a case of one's own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layers = Layers(folder)

    @cached_property
    def example(self) -> Library:
        """The library of the kit's own case, which stays an example in a case of one's own."""
        return self if self.layers.kit is None else _open(self.layers.kit)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id."""
        return dict(self._page("sources.toml"))

    @cached_property
    def glossary(self) -> dict[str, Term]:
        """Every term of the glossary by id."""
        return dict(self._page("glossary.toml"))

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """Every common mistake by id."""
        return dict(self._page("misconceptions.toml"))

    @cached_property
    def interface(self) -> Words:
        """Every word that the kit itself shows: section, then key."""
        return dict(self._page("interface.toml"))

    @cached_property
    def blueprint(self) -> Blueprint:
        """What the final assessment draws, and what it takes to pass."""
        blueprint: Blueprint = self._page("assessment.toml")
        return blueprint

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """Every lesson by id, in the order of the course."""
        names = self.layers.list_names("lessons/[!.]*.toml")
        found = {stem: self.lesson(stem) for stem in map(_stem, names)}
        return dict(sorted(found.items(), key=lambda pair: pair[1].number))

    @cached_property
    def case(self) -> Case:
        """The case that carries every lesson, put together from `data/case`."""
        parties, head = self._parts("case/parties.toml"), self._page(CASE_HEAD)
        return Case(
            **{name: getattr(head, name) for name in CaseHead.__struct_fields__},
            facts=self._page("case/facts.toml"),
            parties=parties[""],
            relations=parties[RELATIONS],
            claims=self._page("case/claims.toml"),
            certificate=self._page("case/certificate.toml"),
        )

    @cached_property
    def agenda_frame(self) -> AgendaFrame:
        """What is the same in the agenda of every workshop."""
        frame: AgendaFrame = self._page(AGENDA_FRAME)
        return frame

    @cached_property
    def agendas(self) -> dict[str, LessonAgenda]:
        """What a workshop can do of each lesson that has a list of it, in order."""
        return {
            lesson: self._page(name)
            for lesson in self.lessons
            if self.layers.path(name := f"agendas/{lesson}.toml").is_file()
        }

    @cached_property
    def audit_time(self) -> AuditTime:
        """The table of audit time and its rules."""
        audit_time: AuditTime = self._page("cycle/audit-time.toml")
        return audit_time

    @cached_property
    def cycle_model(self) -> CycleModel:
        """The cycle of the case, as far as it is known, filled up with days of a model."""
        model: CycleModel = self._page("cycle/model.toml")
        return model

    @cached_property
    def cycle_rules(self) -> dict[RuleEdition, RuleSet]:
        """The rules of the three-year cycle by the edition of ISO/IEC 17021."""
        return dict(self._page("cycle/rules.toml"))

    @cached_property
    def cycle_scenes(self) -> dict[str, CycleScene]:
        """The scenes in which something happens to a certificate."""
        return dict(self._page("cycle/what-if.toml"))

    @cached_property
    def site_sampling(self) -> SiteSampling:
        """The rules of choosing sites to audit."""
        site_sampling: SiteSampling = self._page("cycle/sites.toml")
        return site_sampling

    @cached_property
    def editions(self) -> EditionHistory:
        """The editions of ISO 9001 and their amendments."""
        editions: EditionHistory = self._page("editions/editions.toml")
        return editions

    @cached_property
    def transitions(self) -> dict[str, Transition]:
        """The moves from one edition to the next, in order."""
        return dict(self._page("editions/transitions.toml"))

    @cached_property
    def membership(self) -> Membership:
        """What is known of the number of ISO's members."""
        membership: Membership = self._page("editions/members.toml")
        return membership

    @cached_property
    def certificate_counts(self) -> CertificateCounts:
        """The certificates to ISO 9001 by year, in the world and in Bulgaria."""
        counts: CertificateCounts = self._page("editions/certificates.toml")
        return counts

    @cached_property
    def principles(self) -> Principles:
        """The principles of quality management, put together from `data/principles`."""
        parts = {name: self._page(f"principles/{name}.toml") for name in PRINCIPLES}
        return Principles(**parts)

    @cached_property
    def trust_bodies(self) -> dict[str, TrustBody]:
        """Those who take part in the chain of trust, by id."""
        return dict(self._page("trust/bodies.toml"))

    @cached_property
    def trust_links(self) -> dict[str, TrustLink]:
        """What one of them is known to do to another, by id."""
        return dict(self._page("trust/relations.toml"))

    @cached_property
    def trust_roles(self) -> TrustRoles:
        """The kinds of bodies, the verbs, and who can do what to whom."""
        roles: TrustRoles = self._page("trust/roles.toml")
        return roles

    @cached_property
    def moments(self) -> dict[str, Moment]:
        """Days at which the chain of trust is worth a look, by id."""
        return dict(self._page("trust/moments.toml"))

    @cached_property
    def trust_comparison(self) -> TrustComparison:
        """Two accreditation bodies side by side, and what the law asks of both."""
        comparison: TrustComparison = self._page("trust/comparison.toml")
        return comparison

    @cached_property
    def certificate_reading(self) -> CertificateReading:
        """Fictional certificates to read, and ways to verify one."""
        reading: CertificateReading = self._page("trust/specimens.toml")
        return reading

    @cached_property
    def claims_clinic(self) -> ClaimsClinic:
        """The claims of the case to write anew, with cues and a checklist."""
        clinic: ClaimsClinic = self._page("trust/clinic.toml")
        return clinic

    @cached_property
    def question_paths(self) -> dict[str, Path]:
        """The file of each question by its id."""
        return {slug: self.layers.path(name) for slug, name in self._question_names.items()}

    @cached_property
    def _question_names(self) -> dict[str, str]:
        return {_stem(name): name for name in self.layers.list_names("questions/*/[!.]*.toml")}

    @cached_property
    def claim_sorts(self) -> dict[str, Sort]:
        """The questions made from the claims of the case, by id."""
        return sort_claims(self.case, self.interface["claims"])

    def lesson(self, lesson_id: str) -> Lesson:
        """Return one lesson.

        Raises
        ------
        ContentError
            If there is no such lesson or its file is at fault.
        """
        lesson: Lesson = self._page(f"lessons/{lesson_id}.toml")
        return lesson

    def explorer_words(self, name: str, language: str) -> dict[str, str]:
        """Return the words of one explorer, by key, in one language."""
        words: dict[str, Text] = self._page(f"explorers/{name}.toml")
        return {key: text.pick(language) for key, text in words.items()}

    def question(self, question_id: str) -> AnyQuestion:
        """Return one question, from its file or made from the claims of the case.

        Raises
        ------
        ContentError
            If there is no such question or its file is at fault.
        """
        name = self._question_names.get(question_id)
        if name is None and question_id in self.claim_sorts:
            return self.claim_sorts[question_id]
        if name is None:
            expected = f"questions/TOPIC/{question_id}.toml"
            raise ContentError([Fault("questions", question_id, "no file of this name", expected)])
        table = self.layers.read(name)
        question = convert_question(table, question_id, name)
        return self._mark(question, table) if not self.layers.is_own(name) else question

    def _mark(self, question: AnyQuestion, table: dict[str, Any]) -> AnyQuestion:
        """Say of a question on the kit's case that it is no question on one's own."""
        example = self.example.case
        if not read_signs(example, self.case).speaks_in(table, is_question=True):
            return question
        return mark_example(question, self.interface["case"]["example"], example.name)

    def _page(self, name: str) -> Any:
        return self._parts(name)[""]

    def _parts(self, name: str) -> dict[str, Any]:
        parts = split_page(name, self.layers.read(name))
        return {key: convert(value, kind, name, key) for key, value, kind in parts}


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


@lru_cache(maxsize=4)
def _open(folder: Path) -> Library:
    return Library(folder)


def open_library() -> Library:
    """Return the library of the kit's data folder, the same one at each call."""
    return _open(data_folder())
