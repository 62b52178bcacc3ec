"""Rules about the claims of the announcement and their verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.layout import CLAIMS


def check_claims(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each claim that calls its own verdict a further one."""
    for claim_id, claim in tree.tables.get(CLAIMS, {}).items():
        verdict, defensible = _read(claim)
        if verdict in defensible:
            expected = "other verdicts only; this one is its verdict already"
            yield Fault(CLAIMS, f"{claim_id}.defensible", f'"{verdict}"', expected)
        if len(defensible) != len({str(each) for each in defensible}):
            yield Fault(CLAIMS, f"{claim_id}.defensible", "a verdict twice", "each once")


def _read(claim: object) -> tuple[object, list[object]]:
    if not isinstance(claim, dict):
        return None, []
    defensible = claim.get("defensible", [])
    return claim.get("verdict"), defensible if isinstance(defensible, list) else []
