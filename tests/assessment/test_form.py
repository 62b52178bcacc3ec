"""Drawing a form by blueprint."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kit.assessment.form import draw, read_form
from kit.content.blueprint import LEVELS
from kit.content.faults import ContentError
from kit.content.library import open_library
from tests.assessment.factories import FORMS, LESSON, bank_of

seeds = st.text(min_size=1, max_size=40)
forms = st.sampled_from(FORMS)


@settings(deadline=None)
@given(form=forms, seed=seeds)
def test_a_draw_has_exactly_what_the_blueprint_asks_for(form, seed):
    bank = bank_of(form)
    drawn = draw(bank, seed)
    assert Counter(bank.cells[slug] for slug in drawn) == dict(bank.blueprint.cells())
    assert len(set(drawn)) == len(drawn) == bank.blueprint.questions


@settings(deadline=None)
@given(first=seeds, second=seeds)
def test_forms_share_no_question(first, second):
    for one, other in combinations(FORMS, 2):
        assert not {*draw(bank_of(one), first)} & {*draw(bank_of(other), second)}


@settings(deadline=None)
@given(form=forms, seed=seeds)
def test_the_same_seed_draws_the_same_form(form, seed):
    bank = bank_of(form)
    backwards = replace(bank, cells=dict(reversed(bank.cells.items())))
    assert draw(bank, seed) == draw(backwards, seed)


def test_a_draw_is_the_same_in_every_version_of_python():
    assert draw(bank_of("A"), "recorded")[:3] == (
        "date-last-day",
        "number-days-to-expiry",
        "members-148",
    )


def test_another_seed_draws_another_form():
    assert len({frozenset(draw(bank_of("A"), str(seed))) for seed in range(50)}) > 1
    assert len({draw(bank_of("A"), str(seed)) for seed in range(50)}) == 50


def test_both_forms_have_the_same_points_in_each_lesson():
    first, second = (points_by_lesson(read_form(open_library(), form)) for form in FORMS)
    assert first == second
    assert first[LESSON] == 21
    assert set(first) == set(open_library().blueprint.lessons)


def points_by_lesson(bank):
    points = Counter()
    for slug in draw(bank, "seed"):
        points[bank.cells[slug].lesson] += bank.points(slug)
    return points


def test_doing_weighs_more_than_naming():
    points = msgspec.to_builtins(bank_of().blueprint.points)
    assert [points[level] for level in LEVELS] == sorted(points.values())
    assert points["remember"] < points["judge"]


def test_a_bank_that_is_too_small_is_named_cell_by_cell():
    bank = bank_of()
    lost = {slug: cell for slug, cell in bank.cells.items() if cell.level != "judge"}
    with pytest.raises(
        ContentError, match=r"judge-claims\.judge: found 0 such questions in form A"
    ):
        draw(replace(bank, cells=lost), "seed")


def test_the_version_of_a_bank_changes_with_what_is_asked():
    bank = bank_of()
    slug, question = next(iter(bank.questions.items()))
    other = replace(question, stem=replace(question.stem, en="Another question?"))
    changed = replace(bank, questions={**bank.questions, slug: other})
    assert changed.version != bank.version
