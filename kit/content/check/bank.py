"""Rules about the questions together: what the longest option gives away, and the levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import sqrt
from typing import get_args

import msgspec

from kit.content.check.drafts import Draft, topic_of
from kit.content.faults import Fault
from kit.content.records import Level
from kit.text import LANGUAGES

LEVELS: tuple[str, ...] = get_args(Level)
Z_95 = 1.959964
_FILE = "questions"


class LongestKey(msgspec.Struct, frozen=True):
    """Tell how far ticking the longest option gets, in one language.

    `hits` counts the questions in which the longest option is right (where several are
    longest, the share of them that are); `chance` is what ticking blindly would hit.
    """

    questions: int
    hits: float
    chance: float

    @property
    def share(self) -> float:
        """The share of questions that ticking the longest option gets right."""
        return self.hits / self.questions

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share, after Wilson (1927)."""
        return wilson_interval(self.hits, self.questions)

    @property
    def gives_away(self) -> bool:
        """Whether the share lies above chance beyond doubt."""
        return self.chance < self.interval[0]


class Bank(msgspec.Struct, frozen=True):
    """Sum up the questions of one topic, or of all."""

    questions: int
    levels: dict[str, int]
    longest: dict[str, LongestKey]


def wilson_interval(hits: float, trials: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical
    inference. Journal of the American Statistical Association, 22(158), 209-212.
    """
    share, spread = hits / trials, Z_95**2 / trials
    centre = (share + spread / 2) / (1 + spread)
    half = Z_95 * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def sum_up(drafts: Mapping[str, Draft]) -> dict[str, Bank]:
    """Return the sums of each topic, and under the empty name those of all questions."""
    topics: dict[str, list[Draft]] = {}
    for name, draft in drafts.items():
        topics.setdefault(topic_of(name), []).append(draft)
    return {"": _bank(drafts.values()), **{name: _bank(of) for name, of in topics.items()}}


def _bank(drafts: Collection[Draft]) -> Bank:
    counted = Counter(draft.level for draft in drafts)
    with_options = [draft for draft in drafts if draft.options]
    return Bank(
        questions=len(drafts),
        levels={level: counted[level] for level in LEVELS},
        longest={name: _longest(with_options, name) for name in LANGUAGES if with_options},
    )


def _longest(drafts: Iterable[Draft], language: str) -> LongestKey:
    scores = [_score(draft, language) for draft in drafts]
    hits = sum(hit for hit, _ in scores)
    return LongestKey(len(scores), hits, sum(chance for _, chance in scores) / len(scores))


def _score(draft: Draft, language: str) -> tuple[float, float]:
    """Return how often the longest option, and how often a blind tick, is right."""
    options = draft.options.values()
    lengths = {id(option): len(option.text.pick(language)) for option in options}
    most = max(lengths.values())
    longest = [option for option in options if lengths[id(option)] == most]
    hit = sum(option.correct for option in longest) / len(longest)
    return hit, len(draft.keys) / len(options)


def check_bank(bank: Bank) -> Iterator[Fault]:
    """Yield a fault if the bank as a whole can be answered by length, or asks to remember."""
    for language, longest in bank.longest.items():
        if longest.gives_away:
            low, high = longest.interval
            found = f"{longest.share:.0%} of keys the longest option ({low:.0%} to {high:.0%})"
            yield Fault(
                _FILE, f"text.{language}", found, f"about {longest.chance:.0%}, as by chance"
            )
    if 3 * bank.levels["remember"] > bank.questions:
        found = f'{bank.levels["remember"]} of {bank.questions} questions "remember"'
        yield Fault(_FILE, "level", found, "at most a third")
