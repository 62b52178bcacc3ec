"""Rules about the claims of the announcement and their verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kit.content.check.tree import Tree
from kit.content.claims import deal_claims
from kit.content.faults import Fault
from kit.content.layout import CLAIMS

_FEWEST_TO_SORT = 2


def check_claims(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each verdict given twice, and for claims that leave nothing to sort."""
    claims = tree.tables.get(CLAIMS, {})
    for claim_id, claim in claims.items():
        verdict, defensible = _read(claim)
        if verdict in defensible:
            expected = "other verdicts only; this one is its verdict already"
            yield Fault(CLAIMS, f"{claim_id}.defensible", f'"{verdict}"', expected)
        if len(defensible) != len({str(each) for each in defensible}):
            yield Fault(CLAIMS, f"{claim_id}.defensible", "a verdict twice", "each once")
    for slugs in deal_claims(list(claims)).values():
        yield from _one_for_all({slug: claims[slug] for slug in slugs})


def _one_for_all(claims: Mapping[str, object]) -> Iterator[Fault]:
    """Yield a fault if one verdict is right for all claims that are sorted together."""
    allowed = [
        {str(one) for one in (verdict, *also)} for verdict, also in map(_read, claims.values())
    ]
    if len(allowed) < _FEWEST_TO_SORT:
        return
    for verdict in sorted(set.intersection(*allowed)):
        what = f"a verdict that is right for all of {', '.join(claims)}"
        expected = "another order, or a claim with other verdicts among those sorted together"
        yield Fault(CLAIMS, "", f"“{verdict}”, {what}", expected)


def _read(claim: object) -> tuple[object, list[object]]:
    if not isinstance(claim, dict):
        return None, []
    defensible = claim.get("defensible", [])
    return claim.get("verdict"), defensible if isinstance(defensible, list) else []
