"""What is partly right is worth on paper what the kit's own grading says."""

from __future__ import annotations

from itertools import combinations

import pytest

from kit.content.library import open_library
from kit.content.questions import Decide, Mark, Order, Several, Single, Sort, TrueFalse
from kit.paper.keys import right_answer
from kit.paper.partial import make_scale
from kit.quiz.grading import grade
from tests.quiz.samples import TEXT, ask, items, options

LIBRARY = open_library()
IDS = [*LIBRARY.question_paths, *LIBRARY.claim_sorts]


@pytest.mark.parametrize("question_id", IDS)
def test_a_scale_begins_with_every_point_and_falls(question_id: str) -> None:
    scale = make_scale(LIBRARY.question(question_id))
    if scale is None:
        assert LIBRARY.question(question_id).__struct_config__.tag in {"single", "number", "date"}
        return
    assert scale.rows[0][1][0] == 1.0
    for _, scores in scale.rows:
        assert list(scores) == sorted(scores, reverse=True)
        assert len(scores) == len(scale.heads)


def test_a_set_is_worth_the_same_whichever_parts_are_marked() -> None:
    question = ask(Several, options=options("ab", "cde"))
    scale = make_scale(question)
    assert scale is not None
    for hits, (_, scores) in zip((2, 1, 0), scale.rows, strict=True):
        for slips, score in enumerate(scores):
            for right in combinations("ab", hits):
                for wrong in combinations("cde", slips):
                    assert grade(question, [*right, *wrong]).score == pytest.approx(score)


def test_a_verdict_alone_is_half() -> None:
    for question in (
        ask(TrueFalse, is_true=True, options=options("a", "bc")),
        ask(Decide, finding="minor", options=options("a", "bc")),
    ):
        scale = make_scale(question)
        assert scale is not None
        assert scale.rows == (("", (1.0, 0.5)),)


def test_places_are_counted_beyond_what_one_place_for_all_would_give() -> None:
    question = ask(
        Sort,
        groups={"x": TEXT, "y": TEXT},
        items=items(one="x", two="x", three="y", four="y"),
    )
    scale = make_scale(question)
    assert scale is not None
    assert scale.rows == (("", (1.0, 0.5, 0.0, 0.0, 0.0)),)


def test_an_order_is_worth_less_with_each_pair_the_wrong_way_round() -> None:
    question = LIBRARY.question("order-after-a-major")
    assert isinstance(question, Order)
    right = right_answer(question)
    swapped = [right[1], right[0], *right[2:]]
    scale = make_scale(question)
    assert scale is not None
    assert scale.rows[0][1][1] == grade(question, swapped).score
    assert len(scale.heads) == len(right) * (len(right) - 1) // 2 + 1


def test_what_is_all_or_nothing_has_no_scale() -> None:
    assert make_scale(ask(Single, options=options("a", "bc"))) is None


def test_phrases_are_marked_like_options() -> None:
    marks = [one for one in map(LIBRARY.question, IDS) if isinstance(one, Mark)]
    scales = [make_scale(one) for one in marks]
    assert all(scale is not None and scale.rule == "set" for scale in scales)
