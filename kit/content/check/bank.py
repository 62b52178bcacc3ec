"""Rules about the questions together: what the longest option gives away, and the levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

import msgspec

from kit.content.check.clues import Clue, clue_faults, find_long_keys
from kit.content.check.drafts import Draft, topic_of
from kit.content.faults import Fault
from kit.content.records import Level

LEVELS: tuple[str, ...] = get_args(Level)


class Bank(msgspec.Struct, frozen=True):
    """Sum up the questions of one topic, or of all."""

    levels: dict[str, int]
    longest: dict[str, Clue]

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(self.levels.values())


def sum_up(drafts: Mapping[str, Draft]) -> dict[str, Bank]:
    """Return the sums of each topic, and under the empty name those of all questions."""
    topics: dict[str, list[Draft]] = {}
    for name, draft in drafts.items():
        topics.setdefault(topic_of(name), []).append(draft)
    return {name: _bank(of) for name, of in {"": list(drafts.values()), **topics}.items()}


def _bank(drafts: list[Draft]) -> Bank:
    counted = Counter(draft.level for draft in drafts)
    return Bank({level: counted[level] for level in LEVELS}, find_long_keys(drafts))


def check_bank(bank: Bank) -> Iterator[Fault]:
    """Yield a fault if the bank as a whole can be answered by length, or asks to remember."""
    yield from clue_faults(bank.longest, "of keys the longest option")
    if 3 * bank.levels["remember"] > bank.questions:
        found = f'{bank.levels["remember"]} of {bank.questions} questions "remember"'
        yield Fault("questions", "level", found, "at most a third")
