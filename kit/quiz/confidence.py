"""Confidence in an answer, and the mark for certainty that follows from it.

The marks make it best to say what one thinks: "guess" below a chance of 2/3 to be right, "fairly"
up to 4/5, "sure" above. They stand beside the score and never change it.

References
----------
Gardner-Medwin, A. R. (2006). Confidence-based marking: towards deeper learning and better exams.
In C. Bryan & K. Clegg (Eds.), Innovative assessment in higher education. Routledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# For each confidence, the mark if the answer is right, and if it is not.
MARKS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"guess": (1, 0), "fairly": (2, -2), "sure": (3, -6)}
)


def mark_certainty(confidence: str, *, is_right: bool) -> int:
    """Return the mark for an answer given with a confidence, one of `MARKS`.

    Right is only an answer that has the full score.
    """
    right, wrong = MARKS[confidence]
    return right if is_right else wrong
