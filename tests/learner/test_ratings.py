"""How each try is rated: one row a history of one question."""

from __future__ import annotations

import pytest
from fsrs import Rating

from kit.learner.ratings import rate_tries
from tests.learner.factories import make_event

A, H, G = Rating.Again, Rating.Hard, Rating.Good
# A step is a kind, with the score after a check; "→" goes to another quiz, "←" back.
HISTORIES = {
    "solved at once": (["check 1"], [G]),
    "chosen, then solved": (["choice", "choice", "check 1"], [G]),
    "sure, then solved": (["confidence", "check 1"], [G]),
    "solved with the hint": (["hint", "check 1"], [H]),
    "missed with the hint": (["hint", "check 0"], [A]),
    "solved in part": (["check 0.75"], [A]),
    "shown without a try": (["reveal"], [A]),
    "missed, then shown": (["check 0", "reveal"], [A]),
    "missed, then solved anew": (["check 0", "retry", "check 1"], [A, G]),
    "only the first check of a try": (["check 0", "choice", "check 1"], [A]),
    "the hint stays open": (["hint", "check 0", "retry", "check 1"], [A, H]),
    "the hint of another place is closed": (["hint", "→", "check 1"], [G]),
    "the hint is still open on coming back": (["hint", "→", "check 1", "←", "check 1"], [G, H]),
    "another place is another try": (["check 0", "→", "check 1"], [A, G]),
    "a hint too late": (["check 1", "hint"], [G]),
    "nothing checked": (["choice", "hint", "retry"], []),
    "nothing done": ([], []),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_a_try_is_rated_by_its_first_check(name: str) -> None:
    steps, expected = HISTORIES[name]
    events, quiz = [], "parties"
    for number, step in enumerate(steps):
        if step in {"→", "←"}:
            quiz = "check" if step == "→" else "parties"
            continue
        kind, _, score = step.partition(" ")
        answer = "sure" if kind == "confidence" else "x"
        score_of = float(score) if score else None
        events.append(make_event(number, kind=kind, quiz=quiz, score=score_of, answer=answer))
    rated = list(rate_tries(events))
    assert [rating for _, rating in rated] == expected
    assert {at for at, _ in rated} <= {event.at for event in events}
