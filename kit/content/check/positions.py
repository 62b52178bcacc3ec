"""Where the keys stand among the options as their author listed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import msgspec

from kit.chance import chi_square_tail
from kit.content.check.drafts import Draft
from kit.content.faults import Fault

# Fewer keys say nothing: with four options, five are expected at each place (Cochran, 1954).
MIN_KEYS = 20
LEVEL = 0.01
_Marks = Sequence[bool]


class Positions(msgspec.Struct, frozen=True):
    """Hold how many keys stand at each place, first to last, and how many chance would put there.

    `chi_square` sums up how far the two are apart, with so many degrees of freedom.
    """

    keys: tuple[int, ...]
    expected: tuple[float, ...]
    chi_square: float
    degrees: int

    @property
    def probability(self) -> float:
        """How likely chance is to bring a pattern as strong as this one."""
        return chi_square_tail(self.chi_square, self.degrees) if self.degrees else 1.0

    @property
    def has_pattern(self) -> bool:
        """Whether the keys prefer some places beyond doubt."""
        return sum(self.keys) >= MIN_KEYS and self.probability < LEVEL


def check_positions(found: Positions) -> Iterator[Fault]:
    """Yield a fault if the keys prefer some places."""
    if found.has_pattern:
        keys = ", ".join(map(str, found.keys))
        likely = ", ".join(f"{expected:.1f}" for expected in found.expected)
        what = f"keys that prefer a place ({keys}, first place to last)"
        yield Fault("questions", "options", what, f"about {likely}, as by chance")


def find_positions(drafts: Iterable[Draft]) -> Positions:
    """Compare the places of the keys with chance, also where questions have several keys.

    References
    ----------
    Cochran, W. G. (1954). Some methods for strengthening the common chi-square tests.
    Biometrics, 10(4), 417-451. With one key a question this is Pearson's chi-square for each
    number of options, summed; with several it allows for keys that cannot share a place.
    """
    groups: dict[int, list[_Marks]] = defaultdict(list)
    for draft in drafts:
        marks = [option.correct for option in draft.options.values()]
        if 0 < sum(marks) < len(marks):
            groups[len(marks)].append(marks)
    return Positions(
        keys=tuple(_add_up(_keys(group) for group in groups.values())),
        expected=tuple(_add_up(_expected(group) for group in groups.values())),
        chi_square=sum(map(_chi_square, groups.values())),
        degrees=sum(options - 1 for options in groups),
    )


def _keys(group: Sequence[_Marks]) -> list[int]:
    return [sum(place) for place in zip(*group, strict=True)]


def _expected(group: Sequence[_Marks]) -> list[float]:
    options = len(group[0])
    return [sum(map(sum, group)) / options] * options


def _chi_square(group: Sequence[_Marks]) -> float:
    """Return the squared distances over what they vary by where keys fall by chance."""
    options = len(group[0])
    shares = [sum(marks) / options for marks in group]
    variance = sum(share * (1 - share) for share in shares) * options / (options - 1)
    apart = zip(_keys(group), _expected(group), strict=True)
    return sum((found - expected) ** 2 for found, expected in apart) / variance


def _add_up(rows: Iterable[Sequence[Any]]) -> list[Any]:
    return [sum(place) for place in zip_longest(*rows, fillvalue=0)]
