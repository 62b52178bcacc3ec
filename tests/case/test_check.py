"""The check of a case: the same rules, and faults that name the right file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.case.check import check_own_case
from kit.content.check import check_folder
from tests.case.factories import change_cells, choose, make_case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "mine")


def faults_of(case: Path) -> list[tuple[str, str]]:
    return [(fault.file, fault.key) for fault in check_folder(case).faults]


def edit(case: Path, name: str, old: str, new: str) -> None:
    text = (case / name).read_text(encoding="utf-8")
    assert old in text
    (case / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_fault_in_an_own_file_names_it(case: Path) -> None:
    edit(case, "case/facts.toml", "text.en", "txt.en")
    assert ("case/facts.toml", "announced.txt") in faults_of(case)


def test_a_fault_that_the_case_makes_in_the_kits_file_says_whose_it_is(case: Path) -> None:
    (case / "trust/clinic.toml").unlink()
    assert {file for file, _ in faults_of(case)} == {"the kit’s trust/clinic.toml"}


def test_a_text_in_one_language_is_a_fault_and_never_filled_up_from_the_kit(case: Path) -> None:
    (case / "explorers/cycle-planner.toml").write_text('title.en = "Our cycle"\n')
    assert faults_of(case) == [("explorers/cycle-planner.toml", "title.bg")]


def test_a_word_that_the_case_does_not_have_is_a_fault(case: Path) -> None:
    edit(case, "case/facts.toml", "{case.expiry}", "{case.end}")
    assert ("case/facts.toml", "validity.text.en") in faults_of(case)


def test_an_own_source_that_nothing_cites_is_a_fault_but_none_of_the_kits_is(case: Path) -> None:
    with (case / "sources.toml").open("a", encoding="utf-8") as file:
        file.write('[unused]\ntitle.en="T"\ntitle.bg="Т"\nwhere.en="W"\nwhere.bg="У"\n')
        file.write('certainty="seen"\n')
    choose(case, keep=[], leave_out=["questions/editions/nothing-was-found.toml"])
    assert ("sources.toml", "unused") in faults_of(case)
    assert not [file for file, _ in faults_of(case) if file.startswith("the kit’s sources")]


def test_a_party_without_a_part_and_an_id_of_nobody_are_faults(case: Path) -> None:
    edit(case, "case/case.toml", '= "accreditation-body"', '= "nobody"')
    assert {
        ("case/case.toml", "accreditation_body"),
        ("case/parties.toml", "accreditation-body"),
    } <= {*faults_of(case)}


def test_a_head_that_cannot_be_read_is_one_fault_of_its_own(case: Path) -> None:
    (case / "case/case.toml").write_text("name = ")
    assert ("case/case.toml", "") in faults_of(case)
    report = check_own_case(case)
    assert report.standing is None
    assert "case/case.toml" in {fault.file for fault in report.faults}


def test_choices_that_cannot_be_read_are_a_fault(case: Path) -> None:
    (case / "own-case.toml").write_text("keep = 1")
    assert ("own-case.toml", "keep") in faults_of(case)


def test_a_changed_text_without_its_translation_is_a_fault(case: Path) -> None:
    change_cells(case / "notebooks/en/01-announcement.ipynb", {"hook": "## Our day"})
    found = [(fault.file, fault.key) for fault in check_own_case(case).faults]
    assert found == [("notebooks/bg/01-announcement.ipynb", "hook")]


def test_assessment_questions_that_are_left_out_break_the_blueprint_and_it_is_said(
    case: Path,
) -> None:
    choose(case, keep=[], leave_out=["questions/announcement/village-offices.toml"])
    assert {file for file, _ in faults_of(case)} == {"the kit’s assessment.toml"}
