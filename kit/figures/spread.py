"""Labels along a line, moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def spread(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Return the middles of labels that stand as near to where they are wanted as there is room.

    Parameters
    ----------
    wanted
        Where the middle of each label should stand, in ascending order.
    heights
        The height of each label, with the gap to the next.
    top, bottom
        Between which they stand; where they do not fit, they go on below `bottom`.
    """
    steps = [(above + below) / 2 for above, below in pairwise(heights)]
    floor = _latest(heights, steps, bottom)
    placed: list[float] = []
    for number, middle in enumerate(wanted):
        least = placed[-1] + steps[number - 1] if placed else top + heights[0] / 2
        placed.append(max(least, min(middle, floor[number])))
    return placed


def _latest(heights: Sequence[float], steps: Sequence[float], bottom: float) -> list[float]:
    """Return how far down each label may stand so that those after it have room."""
    floor = [bottom - heights[-1] / 2] if heights else []
    for step in reversed(steps):
        floor.insert(0, floor[0] - step)
    return floor
