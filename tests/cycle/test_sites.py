"""Site sampling: the published check, perfect squares, and what holds for every number."""

from __future__ import annotations

from math import ceil, isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.library import open_library
from kit.cycle.sites import AUDIT_KINDS, AuditKind, sample_sites, share_of_root

TABLE = open_library().site_sampling
numbers = st.integers(1, 10_000)
kinds = st.sampled_from(AUDIT_KINDS)


def sampled(sites: int, kind: AuditKind, *, is_suitable: bool = True) -> int:
    return sample_sites(TABLE, sites, kind, is_suitable=is_suitable).sampled


@pytest.mark.parametrize(
    ("kind", "sites", "expected"),
    [
        # The check of European co-operation for Accreditation, answer 46.5: two sites.
        ("initial", 2, 2),
        ("surveillance", 2, 1),
        ("recertification", 2, 2),
        ("initial", 16, 4),
        ("initial", 17, 5),
        ("surveillance", 25, 3),
        ("surveillance", 26, 4),
        ("recertification", 25, 4),
        ("recertification", 26, 5),
        ("initial", 1, 1),
    ],
)
def test_a_sample(kind: AuditKind, sites: int, expected: int) -> None:
    assert sampled(sites, kind) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("initial", 11), ("surveillance", 4), ("recertification", 11)]
)
def test_sites_that_are_not_alike(kind: AuditKind, expected: int) -> None:
    assert sampled(11, kind, is_suitable=False) == expected


@pytest.mark.parametrize(("sites", "at_random"), [(16, 1), (17, 2), (2, 0), (100, 3)])
def test_a_quarter_is_left_to_chance_unless_all_are_audited(sites: int, at_random: int) -> None:
    assert sample_sites(TABLE, sites, "initial").at_random == at_random


def test_no_site_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 1 or more"):
        sample_sites(TABLE, 0, "initial")


def test_the_central_function_is_in_every_sample() -> None:
    for is_suitable in (True, False):
        rules = sample_sites(TABLE, 9, "surveillance", is_suitable=is_suitable).rules
        assert rules[0] == TABLE.rules.central


@given(st.integers(1, 10**9))
def test_a_perfect_square_is_not_rounded_up(root: int) -> None:
    assert share_of_root(root**2, 100) == root
    assert share_of_root((5 * root) ** 2, 60) == 3 * root
    assert share_of_root(root**2 + 1, 100) == root + 1


@given(st.integers(1, 10**12), st.integers(1, 100))
def test_a_share_is_the_least_whole_number_that_is_enough(number: int, percent: int) -> None:
    found, wanted = share_of_root(number, percent), percent**2 * number
    assert (100 * found) ** 2 >= wanted
    assert (100 * (found - 1)) ** 2 < wanted


def test_a_share_of_nothing_is_nothing() -> None:
    assert share_of_root(0, 100) == share_of_root(9, 0) == 0


@given(numbers, numbers, kinds, st.booleans())
def test_more_sites_never_make_a_smaller_sample(
    one: int, other: int, kind: AuditKind, is_suitable: bool
) -> None:
    few, many = sorted((one, other))
    first = sampled(few, kind, is_suitable=is_suitable)
    assert 1 <= first <= few
    assert first <= sampled(many, kind, is_suitable=is_suitable)


@given(numbers)
def test_surveillance_visits_no_more_than_recertification_and_that_no_more_than_the_start(
    sites: int,
) -> None:
    surveillance, recertification, initial = (
        sampled(sites, kind) for kind in ("surveillance", "recertification", "initial")
    )
    assert surveillance <= recertification <= initial == isqrt(sites - 1) + 1


@given(numbers, kinds)
def test_chance_chooses_at_least_a_quarter_of_a_true_sample(sites: int, kind: AuditKind) -> None:
    found = sample_sites(TABLE, sites, kind)
    is_true = found.sampled < sites
    assert found.at_random == (ceil(found.sampled / 4) if is_true else 0)
