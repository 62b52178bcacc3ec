"""Over the whole bank, length gives no key away, and few questions ask to remember."""

from pathlib import Path

import pytest

from kit.content.check import check_folder
from kit.content.check.bank import sum_up
from kit.content.check.clues import Clue
from kit.content.check.drafts import Draft, DraftOption, DraftText
from tests.benchmarks.bank import write_bank
from tests.factories import (
    LESSON,
    Table,
    changed,
    find_faults,
    make_text,
    make_tree,
    question_table,
)


def draft(*lengths: int, keys: tuple[int, ...] = (0,), level: str = "apply") -> Draft:
    options = {
        str(place): DraftOption(text=DraftText(en="x" * length, bg="я"), correct=place in keys)
        for place, length in enumerate(lengths)
    }
    return Draft(kind="single", level=level, options=options)


def longest(*drafts: Draft, language: str = "en") -> Clue:
    named = {f"questions/topic/{number}.toml": each for number, each in enumerate(drafts)}
    return sum_up(named)[""].longest[language]


@pytest.mark.parametrize(
    ("one", "share", "chance"),
    [
        (draft(9, 1, 1, 1), 1, 1 / 4),
        (draft(1, 9, 1, 1), 0, 1 / 4),
        (draft(9, 9, 1, 1), 1 / 2, 1 / 4),
        (draft(9, 1, 1, 1, keys=(0, 1)), 1, 1 / 2),
        (draft(1, 1, 9, keys=(0, 1)), 0, 2 / 3),
        (draft(5, 5, 5), 1 / 3, 1 / 3),
    ],
)
def test_what_ticking_the_longest_option_hits(one: Draft, share: float, chance: float) -> None:
    result = longest(one)
    assert (result.share, result.chance) == pytest.approx((share, chance))


def test_each_language_is_measured_by_itself() -> None:
    one = draft(9, 1, 1, 1)
    assert longest(one).share == 1
    assert longest(one, language="bg").share == 1 / 4


@pytest.mark.parametrize(
    ("long_keys", "is_fault"), [(20, True), (12, True), (8, False), (5, False)]
)
def test_long_keys_are_a_fault_beyond_doubt_only(long_keys: int, *, is_fault: bool) -> None:
    drafts = [draft(9, 1, 1, 1)] * long_keys + [draft(1, 9, 1, 1)] * (20 - long_keys)
    assert longest(*drafts).gives_away is is_fault


def bank_of(levels: list[str], text: str = "The office") -> dict[str, Table]:
    """Return questions, and a lesson whose quiz lists them, by file name."""
    names = ["one", "two", "three", "four", *(f"more-{number}" for number in range(4, len(levels)))]
    return {
        "lessons/announcement.toml": changed(LESSON, {"quizzes.parties.questions": names}),
        **{
            f"questions/announcement/{name}.toml": changed(
                question_table(level=level), {"options.second.text.en": text}
            )
            for name, level in zip(names, levels, strict=True)
        },
    }


def test_a_bank_with_long_keys_is_a_fault(tmp_path: Path) -> None:
    files = bank_of(["apply"] * 8, text="The office of the municipality that audits")
    assert find_faults(tmp_path, files) == [
        ("questions", "text.en", "100% of keys the longest option (68% to 100%)")
    ]


@pytest.mark.parametrize(("others", "is_fault"), [(4, False), (3, True)])
def test_at_most_a_third_remember(tmp_path: Path, others: int, *, is_fault: bool) -> None:
    levels = ["remember"] * 2 + ["apply"] * others
    found = f'2 of {len(levels)} questions "remember"'
    files = bank_of(levels, text="The long office")
    expected = [("questions", "level", found)] if is_fault else []
    assert find_faults(tmp_path, dict(files)) == expected


def test_topics_are_summed_up_by_themselves(tmp_path: Path) -> None:
    start = LESSON | {"number": 0, "quizzes": {}, "objectives": {"begin": make_text()}}
    five = question_table(objective="begin", level="judge")
    files = {"lessons/start.toml": start, "questions/start/five.toml": five}
    banks = check_folder(make_tree(tmp_path, files)).banks
    assert {topic: bank.questions for topic, bank in banks.items()} == {
        "": 5,
        "announcement": 4,
        "start": 1,
    }
    assert banks["start"].levels == {"remember": 0, "understand": 0, "apply": 0, "judge": 1}


def test_an_empty_bank_is_summed_up(tmp_path: Path) -> None:
    banks = check_folder(tmp_path).banks
    assert banks[""].questions == 0
    assert banks[""].longest == {}


def test_the_made_up_bank_has_no_fault(tmp_path: Path) -> None:
    report = check_folder(write_bank(tmp_path, questions=60))
    assert report.faults == ()
    assert report.questions == 60
