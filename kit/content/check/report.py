"""What a check of the content came to."""

from __future__ import annotations

import msgspec

from kit.content.check.bank import Bank
from kit.content.check.survey import Survey
from kit.content.faults import Fault


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Hold every fault, and what was checked.

    `banks` has the sums of each topic, and under the empty name those of all questions;
    `survey` looks closer at all of them.
    `not_in_a_quiz` lists questions, `not_asked` objectives: no faults, work to be done.
    """

    faults: tuple[Fault, ...]
    files: int
    questions: int
    texts: int
    references: int
    banks: dict[str, Bank]
    survey: Survey
    not_in_a_quiz: tuple[str, ...]
    not_asked: tuple[str, ...]
