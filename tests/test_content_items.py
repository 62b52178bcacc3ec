"""Questions are well written: keys, options, stems and hints."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.check.items import Words
from tests.factories import REMOVED, find_faults, make_text, question_faults


@pytest.mark.parametrize(
    ("kind", "changes", "found"),
    [
        ("single", {"options.first.correct": True}, "2 options with correct = true"),
        ("single", {"options.second.correct": False}, "0 options with correct = true"),
        ("true-false", {"options.fourth.correct": REMOVED}, "0 options with correct = true"),
        (
            "several",
            {"options.first.correct": False, "options.third.correct": False},
            "0 of 4 options with correct = true",
        ),
        (
            "several",
            {"options.second.correct": True, "options.fourth.correct": True},
            "4 of 4 options with correct = true",
        ),
    ],
)
def test_the_number_of_keys(
    tmp_path: Path, kind: str, changes: dict[str, object], found: str
) -> None:
    assert question_faults(tmp_path, kind, changes) == [("options", found)]


def test_several_may_have_one_key(tmp_path: Path) -> None:
    assert question_faults(tmp_path, "several", {"options.first.correct": False}) == []


def test_keys_are_counted_though_a_text_is_missing(tmp_path: Path) -> None:
    changes = {"options.first.correct": True, "options.third.text.bg": REMOVED}
    assert [key for key, _ in question_faults(tmp_path, "single", changes)] == [
        "options",
        "options.third.text.bg",
    ]


@pytest.mark.parametrize(
    ("first", "third", "found"),
    [
        ("The mayor", "the mayor!", "the same as options.first"),
        ("The mayor", "The mayor of the town", "all of options.first within it"),
        ("The mayor of the town", "The mayor", "a part of options.first"),
        ("ISO", "ISO in Geneva", "all of options.first within it"),
    ],
)
def test_options_that_overlap(tmp_path: Path, first: str, third: str, found: str) -> None:
    changes = {"options.first.text.en": first, "options.third.text.en": third}
    assert question_faults(tmp_path, "single", changes) == [("options.third.text.en", found)]


@pytest.mark.parametrize(
    ("first", "third"),
    [("No", "There is no rule"), ("The mayor", "The mayoral office"), ("2008", "In 20082009")],
)
def test_options_that_do_not_overlap(tmp_path: Path, first: str, third: str) -> None:
    changes = {"options.first.text.en": first, "options.third.text.en": third}
    assert question_faults(tmp_path, "single", changes) == []


@pytest.mark.parametrize("language", ["en", "bg"])
def test_options_overlap_in_each_language(tmp_path: Path, language: str) -> None:
    same = {"en": "The mayor", "bg": "Кметът"}[language]
    changes = {f"options.{slug}.text.{language}": same for slug in ("first", "third")}
    assert question_faults(tmp_path, "single", changes) == [
        (f"options.third.text.{language}", "the same as options.first")
    ]


@pytest.mark.parametrize(
    ("kind", "en", "found"),
    [
        ("single", "Name the office.", "a stem that asks nothing"),
        ("several", "Name the offices", "a stem that asks nothing"),
        ("true-false", "Did ISO certify the town?", "a question"),
        ("true-false", "Did ISO “certify” the town?”", "a question"),
    ],
)
def test_a_stem_of_the_wrong_form(tmp_path: Path, kind: str, en: str, found: str) -> None:
    assert ("stem.en", found) in question_faults(tmp_path, kind, {"stem.en": en})


@pytest.mark.parametrize(
    ("kind", "en"),
    [
        ("single", "Which office? Choose one."),
        ("single", "The certificate comes from:"),
        ("single", "Who said “ISO certified us?”"),
        ("sort", "Sort the things."),
    ],
)
def test_a_stem_of_the_right_form(tmp_path: Path, kind: str, en: str) -> None:
    assert question_faults(tmp_path, kind, {"stem.en": en}) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "All of the above offices"), ("bg", "Всички изброени служби")],
)
def test_an_option_speaks_of_no_other(tmp_path: Path, language: str, text: str) -> None:
    changes = {f"options.first.text.{language}": text}
    ((key, _),) = question_faults(tmp_path, "single", changes)
    assert key == f"options.first.text.{language}"


@pytest.mark.parametrize("hint", ["The second office", "Think of the second office."])
def test_a_hint_does_not_give_the_key_away(tmp_path: Path, hint: str) -> None:
    assert question_faults(tmp_path, "single", {"hint.en": hint}) == [
        ("hint.en", "the text of the right option")
    ]


def test_a_hint_may_name_a_wrong_option(tmp_path: Path) -> None:
    changes = {"hint.en": "It was not the first office."}
    assert question_faults(tmp_path, "single", changes) == []


def test_one_option_is_last(tmp_path: Path) -> None:
    changes = {"options.first.last": True, "options.second.last": True}
    assert question_faults(tmp_path, "single", changes) == [
        ("options", "last = true in first, second")
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"items.stamp.group": "unknown"}, ("items.stamp", "the group “unknown”")),
        ({"items.stamp.also": ["unknown"]}, ("items.stamp", "the group “unknown”")),
        ({"items.stamp.also": ["seen"]}, ("items.stamp.also", "“seen”, its own group")),
        ({"items.rumour.group": "seen"}, ("groups.seen", "a group that is right for every item")),
        ({"items.rumour.also": ["seen"]}, ("groups.seen", "a group that is right for every item")),
        ({"items.rumour.text.en": "A stamp"}, ("items.rumour.text.en", "the same as items.stamp")),
        ({"groups.heard.en": "Seen"}, ("groups.heard", "the same as groups.seen")),
    ],
)
def test_sorting_has_groups_that_tell_apart(
    tmp_path: Path, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    assert question_faults(tmp_path, "sort", changes) == [fault]


def test_items_to_sort_may_contain_each_other(tmp_path: Path) -> None:
    changes = {"items.stamp.text": make_text("A letter with a stamp", "Един печат и писмо")}
    assert question_faults(tmp_path, "sort", changes) == []


@pytest.mark.parametrize("options", [{}, [], "none", {"first": 1}, {"first": {"text": 3}}])
def test_options_of_any_shape_are_reported(tmp_path: Path, options: object) -> None:
    found = question_faults(tmp_path, "single", {"options": options})
    assert {key.split(".")[0] for key, _ in found} == {"options"}


def test_an_unknown_kind_is_reported_once(tmp_path: Path) -> None:
    assert question_faults(tmp_path, "single", {"kind": "essay"}) == [("kind", '"essay"')]


def test_the_same_faults_in_two_questions_are_two(tmp_path: Path) -> None:
    faults = find_faults(
        tmp_path,
        {f"questions/announcement/{name}.toml": b'kind = "essay"' for name in ("one", "two")},
    )
    assert [file for file, key, _ in faults if key == "kind"] == [
        "questions/announcement/one.toml",
        "questions/announcement/two.toml",
    ]


words = st.lists(st.sampled_from(["да", "не", "Да", "office", "ISO"]), min_size=1, max_size=4)


@given(inner=words, before=words, after=words)
def test_words_are_within_what_surrounds_them(
    inner: list[str], before: list[str], after: list[str]
) -> None:
    text = " ".join(inner)
    whole = f"{' '.join(before)}, {text}: {' '.join(after)}."
    assert Words.of(text).are_within(Words.of(whole))
