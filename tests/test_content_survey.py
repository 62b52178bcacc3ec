"""Figures of all questions: absolute words, places of keys, flaws, repeats, coverage."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.check import check_folder
from kit.content.check.clues import Clue, find_absolute_words
from kit.content.check.coverage import Coverage
from kit.content.check.drafts import Draft, DraftOption, DraftPart, DraftText
from kit.content.check.flaws import count_flaws
from kit.content.check.positions import Positions, find_positions
from kit.content.check.repeats import Repeat, find_repeats
from kit.content.records import Phrases
from tests.factories import (
    LESSON,
    REMOVED,
    Table,
    changed,
    find_faults,
    make_text,
    make_tree,
    question_table,
)

ABSOLUTE = Phrases(en=("never", "no one"), bg=("никога",))
WHY = DraftText(en="Because.", bg="Защото.")


def draft(marks: str, *texts: str) -> Draft:
    """Return a question with an option a mark, right where it is "x"; texts are bilingual."""
    said = texts or tuple(f"option {place}" for place in range(len(marks)))
    options = {
        f"o-{place}": DraftOption(text=DraftText(en=text, bg=text), why=WHY, correct=mark == "x")
        for place, (text, mark) in enumerate(zip(said, marks, strict=True))
    }
    return Draft(kind="single", stem=DraftText(en="Who?", bg="Кой?"), options=options)


def marks_at(place: int, options: int = 4) -> str:
    return "".join(".x"[each == place] for each in range(options))


def absolute(*texts: str, key: int = 0) -> Clue | None:
    one = draft(marks_at(key, len(texts)), *texts)
    return find_absolute_words([one], ABSOLUTE).get("en")


@pytest.mark.parametrize(
    ("texts", "hits", "chance"),
    [
        (("a", "b never", "c", "d"), 1, 3 / 4),
        (("a", "b never", "No one c", "d"), 1, 1 / 2),
        (("a", "never b", "never c", "never d"), 1, 1 / 4),
        (("never a", "b", "c", "d"), 0, 3 / 4),
        (("never a", "b never", "c", "d"), 0, 1 / 2),
        (("never a", "never b", "never c", "never d"), 0, 0),
    ],
)
def test_absolute_words_in_wrong_options_only(
    texts: tuple[str, ...], hits: int, chance: float
) -> None:
    assert absolute(*texts) == Clue(1, hits, pytest.approx(chance))


@pytest.mark.parametrize("word", ["nevermore", "no", "one", "whenever"])
def test_a_part_of_an_absolute_word_is_none(word: str) -> None:
    assert absolute("a", f"b {word}", "c") is None


def test_absolute_words_are_those_of_the_language() -> None:
    one = draft("x..", "a", "никога", "c")
    assert list(find_absolute_words([one], ABSOLUTE)) == ["bg"]


@given(st.integers(0, 2**32), st.integers(1, 3))
def test_absolute_words_strewn_blindly_give_nothing_away(seed: int, keys: int) -> None:
    rng = Random(seed)
    drafts = []
    for _ in range(400):
        words = rng.sample(["never", "never", "b", "c"], 4)
        drafts.append(draft("x" * keys + "." * (4 - keys), *words))
    clue = find_absolute_words(drafts, ABSOLUTE)["en"]
    # Five standard deviations of a share among 400.
    assert abs(clue.share - clue.chance) < 5 * 0.5 / 20


# By hand: 8 + 4 + 4 + 4 keys where 5 are expected, so (9 + 1 + 1 + 1) / 5.
def test_places_of_single_keys_are_pearsons_chi_square() -> None:
    found = find_positions(draft(marks_at(at)) for at in [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4)
    assert found == Positions(
        keys=(8, 4, 4, 4), expected=(5, 5, 5, 5), chi_square=pytest.approx(2.4), degrees=3
    )


def test_questions_with_more_options_are_compared_by_themselves() -> None:
    drafts = [draft(marks_at(0, options)) for options in (3, 5)]
    found = find_positions(drafts)
    assert found.keys == (2, 0, 0, 0, 0)
    assert found.expected == pytest.approx((1 / 3 + 1 / 5,) * 3 + (1 / 5,) * 2)
    # (4 + 1 + 1) / 9 / (1 / 3) and (16 + 4) / 25 / (1 / 5)
    assert (found.chi_square, found.degrees) == (pytest.approx(2 + 4), 2 + 4)


def test_several_keys_cannot_share_a_place() -> None:
    # Two keys of four vary by 1/4 at each place, and 1/3 with the other places taken together.
    found = find_positions([draft("xx..")])
    assert found.chi_square == pytest.approx(4 * (1 / 2) ** 2 / (1 / 3))


@pytest.mark.parametrize("marks", ["xxx", "...", ""])
def test_questions_without_both_kinds_of_option_have_no_place(marks: str) -> None:
    found = find_positions([draft(marks)])
    assert (found.keys, found.probability, found.has_pattern) == ((), 1.0, False)


def test_keys_that_are_shuffled_have_no_pattern_more_often_than_said() -> None:
    rng = Random(9001)
    kinds = ["x...", "xx..", "x.."]
    found = [
        find_positions([draft("".join(rng.sample(kind, len(kind)))) for kind in kinds * 20])
        for _ in range(500)
    ]
    # Of 500 at the level of 1 % about 5, with a deviation of about 2.
    assert sum(each.has_pattern for each in found) <= 14
    assert 0.45 < sum(each.probability for each in found) / len(found) < 0.55


@pytest.mark.parametrize(
    ("places", "has_pattern"),
    [
        ([0] * 20, True),
        ([0] * 19, False),
        ([0, 1, 2, 3] * 10, False),
        ([2] * 20 + [0, 1, 3] * 5, True),
    ],
    ids=["always first", "too few to tell", "in turn", "mostly third"],
)
def test_a_pattern_of_keys_is_one_beyond_doubt(places: list[int], *, has_pattern: bool) -> None:
    assert find_positions(draft(marks_at(at)) for at in places).has_pattern is has_pattern


def bank_of(count: int, **changes: object) -> dict[str, Table]:
    """Return so many questions, and a lesson whose quiz lists them, by file name."""
    names = ["one", "two", "three", "four", *(f"more-{number}" for number in range(4, count))]
    return {
        "lessons/announcement.toml": changed(LESSON, {"quizzes.parties.questions": names}),
        **{
            f"questions/announcement/{name}.toml": changed(question_table(), changes)
            for name in names
        },
    }


def test_a_bank_with_a_pattern_of_keys_is_a_fault(tmp_path: Path) -> None:
    found = "keys that prefer a place (0, 20, 0, 0, first place to last)"
    longer = {"options.third.text": make_text("The long third office", "Дългата трета служба")}
    assert find_faults(tmp_path, bank_of(20, **longer)) == [("questions", "options", found)]


def test_a_bank_with_absolute_words_in_wrong_options_only_is_a_fault(tmp_path: Path) -> None:
    never = {"options.third.text.en": "The third office, never"}
    found = "100% of absolute words in wrong options only (82% to 100%)"
    assert find_faults(tmp_path, bank_of(18, **never)) == [("questions", "text.en", found)]


def test_flaws_are_counted_by_language() -> None:
    flawed = Draft(
        kind="single",
        stem=DraftText(en="Tell.", bg="Кой?"),
        options={
            "a": DraftOption(text=DraftText(en="ISO", bg="ISO"), why=WHY),
            "b": DraftOption(text=DraftText(en="ISO in Geneva", bg="БИС"), why=DraftText(en="So.")),
        },
    )
    assert count_flaws([flawed, draft("x..")]) == {
        "overlap": {"en": 1, "bg": 0},
        "no-question": {"en": 1, "bg": 0},
        "no-feedback": {"en": 0, "bg": 1},
    }


def test_a_kind_is_held_to_its_own_rules() -> None:
    statement = Draft(kind="true-false", stem=DraftText(en="It is.", bg="Така е."))
    assert count_flaws([statement])["no-question"] == {"en": 0, "bg": 0}


@pytest.mark.parametrize("kind", ["single", "several", "decide", "number", "date"])
def test_a_kind_that_asks_has_a_question(kind: str) -> None:
    untold = Draft(kind=kind, stem=DraftText(en="Name the day.", bg="Кой ден?"))
    assert count_flaws([untold])["no-question"] == {"en": 1, "bg": 0}


@pytest.mark.parametrize("part", ["pairs", "gaps", "slips", "phrases"])
def test_each_part_of_any_kind_is_to_be_explained(part: str) -> None:
    parts = {part: {"first": DraftPart(), "second": DraftPart(why=WHY)}}
    assert count_flaws([Draft(**parts)])["no-feedback"] == {"en": 1, "bg": 1}


def test_each_step_is_to_be_explained() -> None:
    assert count_flaws([Draft(steps=(DraftPart(),))])["no-feedback"] == {"en": 1, "bg": 1}


def test_a_wrong_option_that_is_right_elsewhere_is_found() -> None:
    drafts = {
        "questions/t/one.toml": draft("x..", "ISO", "UKAS", "the town"),
        "questions/t/two.toml": draft(".x.", "iso!", "The town", "UKAS"),
    }
    repeats = (Repeat("one", "o-2", "two"), Repeat("two", "o-0", "one"))
    assert find_repeats(drafts) == {"en": repeats, "bg": repeats}


def test_options_without_text_repeat_nothing() -> None:
    drafts = {f"questions/t/{name}.toml": draft("x.", "", "") for name in "ab"}
    assert find_repeats(drafts) == {"en": (), "bg": ()}


def test_options_that_are_right_twice_repeat_nothing() -> None:
    drafts = {f"questions/t/{name}.toml": draft("x.", "ISO", f"no {name}") for name in "ab"}
    assert find_repeats(drafts) == {"en": (), "bg": ()}


def coverage_of(folder: Path, forms: list[str | None]) -> Coverage:
    files = forms_of(forms)
    return check_folder(make_tree(folder, files)).survey.coverage["who-did-what"]


def forms_of(forms: list[str | None]) -> dict[str, Table | None]:
    """Return as many of the four questions of the sample as there are forms."""
    names = ["one", "two", "three", "four"]
    lesson = changed(LESSON, {"quizzes.parties.questions": names[: len(forms)]})
    longer = {"options.third.text.en": "The long third office"}
    files: dict[str, Table | None] = {"lessons/announcement.toml": lesson}
    for name, form in zip(names, [*forms, *[REMOVED] * (4 - len(forms))], strict=True):
        with_form = {"form": form} if isinstance(form, str) else {}
        is_there = form is not REMOVED
        table = changed(question_table(), longer | with_form) if is_there else None
        files[f"questions/announcement/{name}.toml"] = table
    return files


@pytest.mark.parametrize(
    ("forms", "is_thin", "missing"),
    [
        (["A", "B", None, None], False, []),
        (["A", "A", None], False, ["B"]),
        (["A", "B"], True, []),
        ([None], True, ["A", "B"]),
        ([], True, ["A", "B"]),
    ],
)
def test_the_coverage_of_an_objective(
    tmp_path: Path, forms: list[str | None], missing: list[str], *, is_thin: bool
) -> None:
    found = coverage_of(tmp_path, forms)
    assert (found.questions, found.is_thin, found.missing_forms) == (len(forms), is_thin, missing)


WHERE = ("lessons/announcement.toml", "objectives.who-did-what")


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        (["A", "B", None], []),
        ([None, None], []),
        (["B", "B", None], ["none in form A"]),
        (["A", "B"], ["2 questions, some of them in a form of the assessment"]),
    ],
)
def test_an_objective_that_is_assessed_thinly_is_a_fault(
    tmp_path: Path, forms: list[str | None], found: list[str]
) -> None:
    faults = [fault for fault in find_faults(tmp_path, forms_of(forms)) if fault[:2] == WHERE]
    assert faults == [(*WHERE, each) for each in found]


def test_a_form_that_is_not_known_is_a_fault(tmp_path: Path) -> None:
    files = forms_of(["C", None, None])
    assert find_faults(tmp_path, files) == [("questions/announcement/one.toml", "form", '"C"')]
