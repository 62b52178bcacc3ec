"""The library: every file under `data`, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from kit.content.agendas import AgendaFrame, LessonAgenda
from kit.content.audit_effort import AuditTime, SiteSampling
from kit.content.blueprint import Blueprint
from kit.content.claims import sort_claims
from kit.content.cycle_rules import CycleModel, CycleScene, RuleEdition, RuleSet
from kit.content.editions import CertificateCounts, EditionHistory, Membership, Transition
from kit.content.faults import ContentError, Fault
from kit.content.layout import AGENDA_FRAME, RELATIONS, split_page
from kit.content.principles import Principles
from kit.content.questions import AnyQuestion, Sort
from kit.content.read import convert, read_table
from kit.content.records import Case, Lesson, Misconception, Source, Term
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
        A folder laid out like the kit's own `data`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

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
        paths = sorted((self.folder / "lessons").glob("[!.]*.toml"))
        found = {path.stem: self.lesson(path.stem) for path in paths}
        return dict(sorted(found.items(), key=lambda pair: pair[1].number))

    @cached_property
    def case(self) -> Case:
        """The case that carries every lesson, put together from `data/case`."""
        parties = self._parts("case/parties.toml")
        return Case(
            name=self._page("case/case.toml").name,
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
            if (self.folder / (name := f"agendas/{lesson}.toml")).is_file()
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
        paths = sorted((self.folder / "questions").glob("*/[!.]*.toml"))
        return {path.stem: path for path in paths}

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
        path = self.question_paths.get(question_id)
        if path is None and question_id in self.claim_sorts:
            return self.claim_sorts[question_id]
        if path is None:
            expected = f"questions/TOPIC/{question_id}.toml"
            raise ContentError([Fault("questions", question_id, "no file of this name", expected)])
        return read_question(path, self.shown(path))

    def shown(self, path: Path) -> str:
        """Return the name of a file as messages show it, relative to the folder."""
        return path.relative_to(self.folder).as_posix()

    def _page(self, name: str) -> Any:
        return self._parts(name)[""]

    def _parts(self, name: str) -> dict[str, Any]:
        parts = split_page(name, read_table(self.folder / name, name))
        return {key: convert(value, kind, name, key) for key, value, kind in parts}


def read_question(path: Path, shown: str) -> AnyQuestion:
    """Read one question file; its id is the name of the file.

    Raises
    ------
    ContentError
        If the file is at fault, or says another id than its name.
    """
    table = read_table(path, shown)
    if faults := list(id_faults(table, path.stem, shown)):
        raise ContentError(faults)
    question: AnyQuestion = convert(table | {"id": path.stem}, AnyQuestion, shown)
    return question


def id_faults(table: dict[str, Any], stem: str, shown: str) -> Iterable[Fault]:
    """Yield a fault if a question says another id than the name of its file."""
    if table.get("id", stem) != stem:
        expected = f'"{stem}", the name of the file, or no id at all'
        yield Fault(shown, "id", f'"{table["id"]}"', expected)


@lru_cache(maxsize=4)
def _open(folder: Path) -> Library:
    return Library(folder)


def open_library() -> Library:
    """Return the library of the kit's data folder, the same one at each call."""
    return _open(data_folder())
