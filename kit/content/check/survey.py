"""A closer look at all questions: absolute words, places of keys, flaws, repeats, coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from kit.content.check.clues import Clue, clue_faults, find_absolute_words
from kit.content.check.coverage import Coverage, check_coverage, find_coverage
from kit.content.check.drafts import Draft
from kit.content.check.flaws import Flaws, count_flaws
from kit.content.check.positions import Positions, check_positions, find_positions
from kit.content.check.repeats import Repeat, find_repeats
from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.records import Phrases


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """Hold the figures of the bank beyond lengths and levels.

    Parameters
    ----------
    absolute
        By language, what absolute words give away.
    positions
        Where the keys stand.
    flaws
        By kind of flaw and language, how often it was found.
    repeats
        By language, the wrong options that are a key elsewhere.
    coverage
        By objective, how many questions test it.
    """

    absolute: dict[str, Clue]
    positions: Positions
    flaws: Flaws
    repeats: dict[str, tuple[Repeat, ...]]
    coverage: dict[str, Coverage]


def survey(tree: Tree, drafts: Mapping[str, Draft], absolute: Phrases) -> Survey:
    """Return the figures of all questions; `absolute` lists the absolute words."""
    return Survey(
        absolute=find_absolute_words(drafts.values(), absolute),
        positions=find_positions(drafts.values()),
        flaws=count_flaws(drafts.values()),
        repeats=find_repeats(drafts),
        coverage=find_coverage(tree, drafts),
    )


def check_survey(found: Survey) -> Iterator[Fault]:
    """Yield a fault for each figure that is beyond doubt out of bounds.

    What single questions do wrong has a fault of its own already; repeats are no fault.
    """
    yield from clue_faults(found.absolute, "of absolute words in wrong options only")
    yield from check_positions(found.positions)
    yield from check_coverage(found.coverage)
