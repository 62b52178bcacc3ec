"""One thing that a learner did with a question: what the store keeps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from kit.quiz.confidence import MARKS

# Wide enough for a computer whose clock has run down, narrow enough to reckon with.
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
MAX_BYTES = 64 * 1024

Kind = Literal[
    "choice", "confidence", "check", "hint", "reveal", "retry", "start", "hand-in", "state"
]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Mark = Annotated[str, Meta(max_length=200)]


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Record one deed: what was done to which version of which question, and when.

    Parameters
    ----------
    id
        Made where the deed happened, so that sending it twice records it once.
    at
        When it was recorded; with a time zone, kept in UTC.
    version
        The content version of the question at that time.
    kind
        "choice": an answer was chosen and not yet checked; "confidence": the learner said how
        sure they are, which counts for the next check; "check": an answer was checked;
        "hint": the hint was opened; "reveal": the learner asked to be shown the answer;
        "retry": a new try was begun; "start" and "hand-in": an assessment was begun or ended, see
        `kit.assessment.attempt`; "state": an explorer was left so, see `kit.explorers.desk`.
    answer
        Any JSON value; its form depends on the kind of question. With "confidence", one of
        `kit.quiz.confidence.MARKS`.
    score
        Python's grade from 0 to 1; only with "check".

    Raises
    ------
    ValueError
        If the time has no zone, score or confidence do not fit, or no JSON can hold the event.
    """

    id: Annotated[str, Meta(pattern=r"^[0-9a-z.-]{16,64}\Z")]
    at: datetime
    question: Name
    version: Name
    kind: Kind
    answer: Any = None
    score: float | None = None
    lesson: Mark = ""
    quiz: Mark = ""
    language: Mark = ""

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "at", _in_utc(self.at))
        if self.score is not None and not (self.kind == "check" and 0 <= self.score <= 1):
            expected = 'expected a number from 0 to 1 with "check" and none otherwise'
            raise ValueError(f'score: got {self.score} with "{self.kind}", {expected}.')
        if self.kind == "confidence" and self.answer not in tuple(MARKS):
            raise ValueError(f"answer: got {self.answer!r}, expected one of {', '.join(MARKS)}.")
        _check_size(self)


def _in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        expected = "expected one with a time zone, such as datetime.now(UTC)"
        raise ValueError(f"at: got {moment.isoformat()} without a time zone, {expected}.")
    if not EARLIEST <= moment <= LATEST:
        raise ValueError(f"at: got {moment.isoformat()}, expected a year from 1970 to 2999.")
    return moment.astimezone(UTC)


def _check_size(event: Event) -> None:
    try:
        size = len(msgspec.json.encode(event))
    except (TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"answer: got what JSON cannot hold ({error}).") from error
    if size > MAX_BYTES:
        raise ValueError(f"answer: got {size:,} bytes, expected at most {MAX_BYTES:,} in all.")
