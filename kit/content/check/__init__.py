"""The check of all content: every fault of every file at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from kit.content.check.agendas import check_agendas
from kit.content.check.bank import check_bank, sum_up
from kit.content.check.blueprint import check_blueprint
from kit.content.check.case import check_case
from kit.content.check.claims import check_claims
from kit.content.check.drafts import Draft, read_drafts
from kit.content.check.glossary import check_glossary
from kit.content.check.ids import check_ids
from kit.content.check.items import check_items
from kit.content.check.languages import WORDING, check_texts, no_wording
from kit.content.check.parts import check_parts
from kit.content.check.references import (
    References,
    check_references,
    collect_references,
    objectives_of,
    question_ids,
)
from kit.content.check.report import Report
from kit.content.check.survey import check_survey, survey
from kit.content.check.tree import Tree, read_tree
from kit.content.check.trust import check_trust
from kit.content.faults import Fault
from kit.content.layout import split_page
from kit.content.read import id_faults
from kit.content.records import Wording
from kit.content.shape import fits, shape_faults

__all__ = ["Report", "check_folder"]


def check_folder(folder: Path) -> Report:
    """Check every file of a data folder and return all faults, sorted, with the counts."""
    tree = read_tree(folder)
    wording = _read_wording(tree)
    drafts, references = read_drafts(tree), collect_references(tree)
    texts, text_faults = check_texts(tree, wording)
    banks, found = sum_up(drafts), survey(tree, drafts, wording.absolute)
    faults = {
        *tree.faults,
        *_check_shape(tree),
        *check_ids(tree),
        *check_references(tree, references),
        *check_case(tree),
        *check_claims(tree),
        *check_glossary(tree),
        *check_items(drafts, wording.sweeping),
        *check_parts(tree),
        *check_bank(banks[""]),
        *check_survey(found),
        *check_blueprint(tree, drafts),
        *check_trust(tree),
        *check_agendas(tree),
        *text_faults,
    }
    return Report(
        faults=tuple(sorted(map(tree.locate, faults))),
        files=len(tree.names),
        questions=len(tree.names_under("questions")),
        texts=texts,
        references=references.count,
        banks=banks,
        survey=found,
        not_in_a_quiz=tuple(sorted(_not_in_use(tree, references, drafts))),
        not_asked=_not_asked(tree, references),
    )


def _read_wording(tree: Tree) -> Wording:
    table = tree.tables.get(WORDING)
    return msgspec.convert(table, Wording) if fits(table, Wording) else no_wording()


def _check_shape(tree: Tree) -> Iterator[Fault]:
    for name, table in tree.tables.items():
        whole = table
        if name.startswith("questions/"):
            stem = PurePosixPath(name).stem
            yield from id_faults(table, stem, name)
            whole = table | {"id": "of-the-file"}
        for key, value, kind in split_page(name, whole):
            yield from shape_faults(value, kind, name, key)


def _not_in_use(tree: Tree, references: References, drafts: Mapping[str, Draft]) -> set[str]:
    in_forms = {PurePosixPath(name).stem for name, draft in drafts.items() if draft.form}
    return {*question_ids(tree)} - references.targets("questions") - in_forms


def _not_asked(tree: Tree, references: References) -> tuple[str, ...]:
    objectives = {
        each for lesson in tree.under("lessons").values() for each in objectives_of(lesson)
    }
    return tuple(sorted(objectives - references.targets("objective")))
