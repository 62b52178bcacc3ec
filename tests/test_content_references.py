"""Ids name something that is there; numbers, objectives and sources are not left over."""

from pathlib import Path

import pytest

from kit.content.check import check_folder
from tests.factories import (
    CLAIM,
    LESSON,
    SOURCE,
    TREE,
    changed,
    find_faults,
    make_text,
    make_tree,
    question_table,
)

ONE = "questions/announcement/one.toml"
LESSON_FILE = "lessons/announcement.toml"


@pytest.mark.parametrize(
    ("file", "key", "at"),
    [
        (ONE, "objective", ""),
        (ONE, "misconception", ""),
        (ONE, "sources", "[0]"),
        ("glossary.toml", "certificate.sources", "[0]"),
        ("misconceptions.toml", "iso-certifies.sources", "[0]"),
        ("case/facts.toml", "issued.sources", "[0]"),
        ("case/parties.toml", "iso.sources", "[0]"),
        ("case/claims.toml", "recognised.sources", "[0]"),
        ("case/certificate.toml", "holder.sources", "[0]"),
        (LESSON_FILE, "words", "[0]"),
        (LESSON_FILE, "mistakes", "[0]"),
        (LESSON_FILE, "quizzes.parties.questions", "[0]"),
    ],
)
def test_an_id_that_names_nothing_is_a_fault(tmp_path: Path, file: str, key: str, at: str) -> None:
    value = ["unknown"] if at else "unknown"
    faults = find_faults(tmp_path, {file: changed(TREE[file], {key: value})})
    assert faults == [(file, f"{key}{at}", '"unknown"')]


def test_a_source_to_read_is_there(tmp_path: Path) -> None:
    reading = [{"source": "unknown", "why": make_text()}]
    faults = find_faults(tmp_path, {LESSON_FILE: LESSON | {"reading": reading}})
    assert faults == [(LESSON_FILE, "reading[0].source", '"unknown"')]


@pytest.mark.parametrize("end", ["subject", "object"])
def test_a_relation_links_parties(tmp_path: Path, end: str) -> None:
    relation = {"subject": "iso", "object": "body", "verb": make_text(), end: "relations"}
    parties = TREE["case/parties.toml"] | {"relations": [relation]}
    faults = find_faults(tmp_path, {"case/parties.toml": parties})
    assert faults == [("case/parties.toml", f"relations[0].{end}", '"relations"')]


def test_a_fault_in_a_relation_is_named_by_place(tmp_path: Path) -> None:
    parties = TREE["case/parties.toml"] | {"relations": [{"subject": "iso", "object": "body"}]}
    faults = find_faults(tmp_path, {"case/parties.toml": parties})
    assert faults == [("case/parties.toml", "relations[0].verb", "nothing")]


def test_a_near_miss_is_told_what_was_meant(tmp_path: Path) -> None:
    report = check_folder(make_tree(tmp_path, {ONE: question_table(objective="who-did-wat")}))
    (fault,) = report.faults
    assert fault.expected == f"an objective of {LESSON_FILE}, such as “who-did-what”"


def test_an_objective_belongs_to_the_lesson_of_the_topic(tmp_path: Path) -> None:
    start = LESSON | {"number": 0, "quizzes": {}, "objectives": {"begin": make_text()}}
    changes = {"lessons/start.toml": start, ONE: question_table(objective="begin")}
    assert find_faults(tmp_path, changes) == [(ONE, "objective", '"begin"')]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"number": 0}, ("objectives", '"who-did-what"')),
        ({"objectives": {}}, ("number", "the number 1")),
    ],
)
def test_lessons_share_no_number_and_no_objective(
    tmp_path: Path, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    start = LESSON | {"quizzes": {}, **changes}
    assert find_faults(tmp_path, {"lessons/start.toml": start}) == [("lessons/start.toml", *fault)]


@pytest.mark.parametrize("key", ["words", "mistakes", "quizzes.parties.questions"])
def test_an_id_twice_in_a_list_is_a_fault(tmp_path: Path, key: str) -> None:
    known = {"words": "certificate", "mistakes": "iso-certifies"}.get(key, "one")
    lesson = changed(LESSON, {key: [known, known]})
    assert find_faults(tmp_path, {LESSON_FILE: lesson}) == [
        (LESSON_FILE, f"{key}[1]", f'"{known}" again')
    ]


def test_a_source_that_nothing_cites_is_a_fault(tmp_path: Path) -> None:
    sources = {"announcement": SOURCE, "left-over": SOURCE}
    assert find_faults(tmp_path, {"sources.toml": sources}) == [
        ("sources.toml", "left-over", "a source that nothing cites")
    ]


def test_a_superseded_id_is_not_used_again(tmp_path: Path) -> None:
    assert find_faults(tmp_path, {ONE: question_table(supersedes="two")}) == [
        (ONE, "supersedes", '"two"')
    ]


def test_a_superseded_question_may_be_gone(tmp_path: Path) -> None:
    assert find_faults(tmp_path, {ONE: question_table(supersedes="zero")}) == []


def test_a_claim_does_not_defend_its_own_verdict(tmp_path: Path) -> None:
    claims = {"recognised": CLAIM | {"defensible": ["wrong", "imprecise"]}}
    assert find_faults(tmp_path, {"case/claims.toml": claims}) == [
        ("case/claims.toml", "recognised.defensible", '"wrong"')
    ]


def test_a_claim_defends_a_verdict_once(tmp_path: Path) -> None:
    claims = {"recognised": CLAIM | {"defensible": ["imprecise", "imprecise"]}}
    assert [what for _, _, what in find_faults(tmp_path, {"case/claims.toml": claims})] == [
        "a verdict twice"
    ]


def test_claims_that_are_sorted_together_do_not_all_deserve_one_verdict(tmp_path: Path) -> None:
    second = CLAIM | {"verdict": "outdated", "defensible": ["wrong"]}
    first = CLAIM | {"verdict": "wrong", "defensible": []}
    claims = {"case/claims.toml": {"recognised": first, "other": second}}
    faults = find_faults(tmp_path, claims)
    what = "“wrong”, a verdict that is right for all of recognised, other"
    assert faults == [("case/claims.toml", "", what)]


def test_what_is_still_to_do_is_no_fault(tmp_path: Path) -> None:
    lesson = changed(LESSON, {"quizzes.parties.questions": ["one"], "objectives.more": make_text()})
    report = check_folder(make_tree(tmp_path, {LESSON_FILE: lesson}))
    assert report.faults == ()
    assert report.not_in_a_quiz == ("four", "three", "two")
    assert report.not_asked == ("more",)


def test_the_report_counts_what_was_checked(tmp_path: Path) -> None:
    report = check_folder(make_tree(tmp_path))
    assert (report.files, report.questions) == (len(TREE), 4)
    assert report.texts % 2 == 0
    assert report.references > 20


def test_a_quiz_may_ask_to_sort_the_claims(tmp_path: Path) -> None:
    lesson = changed(LESSON, {"quizzes.parties.questions": ["claims-1-of-1"]})
    assert find_faults(tmp_path, {LESSON_FILE: lesson}) == []


def test_a_question_does_not_take_the_id_of_a_sorting(tmp_path: Path) -> None:
    name = "questions/announcement/claims-1-of-1.toml"
    assert find_faults(tmp_path, {name: question_table()}) == [(name, "", "the id “claims-1-of-1”")]


@pytest.mark.parametrize(
    "content", [{"number": [1]}, {"objectives": []}, {"quizzes": 3}, {"reading": {"a": [[]]}}]
)
def test_a_lesson_of_any_shape_is_reported(tmp_path: Path, content: dict[str, object]) -> None:
    faults = find_faults(tmp_path, {LESSON_FILE: LESSON | content})
    assert (LESSON_FILE, *content) in {(file, key) for file, key, _ in faults}
