"""How many sites of an organisation are audited, after IAF MD 1, in whole numbers throughout."""

from __future__ import annotations

from math import isqrt
from typing import Literal, get_args

import msgspec

from kit.content.audit_effort import Rule, SiteSampling

AuditKind = Literal["initial", "surveillance", "recertification"]
AUDIT_KINDS: tuple[AuditKind, ...] = get_args(AuditKind)
_WHOLE = 100


class SiteSample(msgspec.Struct, frozen=True, kw_only=True):
    """Hold how many of the sites are audited beside the central function, and by which rules.

    `at_random` is the least number of the sample that chance chooses; 0 where all are audited or
    sampling does not suit.
    """

    sites: int
    sampled: int
    at_random: int
    rules: tuple[Rule, ...]


def sample_sites(
    table: SiteSampling, sites: int, kind: AuditKind, *, is_suitable: bool = True
) -> SiteSample:
    """Return how many sites one audit visits at least.

    Parameters
    ----------
    sites
        The sites beside the central function.
    is_suitable
        Whether the sites are alike enough to be sampled.

    Raises
    ------
    ValueError
        If there is no site.

    References
    ----------
    IAF MD 1:2018, 6.1 and 6.2.
    """
    if sites < 1:
        raise ValueError(f"sites: got {sites}, expected 1 or more.")
    rules = table.rules
    if not is_suitable:
        sampled = _round_up(sites * getattr(table.of_all, kind), _WHOLE)
        whole = (rules.central, rules.unsuitable, rules.earlier)
        return SiteSample(sites=sites, sampled=sampled, at_random=0, rules=whole)
    sampled = share_of_root(sites, getattr(table.of_root, kind))
    at_random = _round_up(sampled * table.at_random, _WHOLE) if sampled < sites else 0
    kept = (rules.central, getattr(rules, kind), rules.rounding, rules.at_random, rules.earlier)
    return SiteSample(sites=sites, sampled=sampled, at_random=at_random, rules=kept)


def share_of_root(number: int, percent: int) -> int:
    """Return a share of the square root, rounded up: 100 % of the root of 9 is 3, of 10 it is 4.

    The least whole m with 10 000 m² at least percent² times the number, so that no perfect square
    slips by the error of a floating point.
    """
    square = _round_up(percent * percent * number, _WHOLE * _WHOLE)
    return isqrt(square - 1) + 1 if square else 0


def _round_up(number: int, by: int) -> int:
    return -(-number // by)
