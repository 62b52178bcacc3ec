"""Rules about the head of a case: who is who has a place among the parties and in the chain."""

from __future__ import annotations

from collections.abc import Iterator

from kit.content.check.tree import Tree
from kit.content.faults import Fault
from kit.content.layers import CASE_HEAD
from kit.content.layout import PARTIES, RELATIONS
from kit.content.shape import show

_ROLES = ("organisation", "certification_body", "accreditation_body")
_STANDARD_SETTER = "iso"


def check_case(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each id that names nobody, and each party that has no part in the case."""
    head = tree.tables.get(CASE_HEAD, {})
    named = {role: head[role] for role in _ROLES if isinstance(head.get(role), str)}
    if not named:
        return
    for name in (PARTIES, "trust/bodies.toml"):
        known = tree.tables.get(name, named.values())
        for role, slug in named.items():
            if slug not in known:
                yield Fault(CASE_HEAD, role, show(slug), f"an id of {name}")
    drawn = {_STANDARD_SETTER, *named.values()}
    for slug in tree.tables.get(PARTIES, {}).keys() - drawn - {RELATIONS}:
        yield Fault(PARTIES, slug, "a party that has no part", f"one of {', '.join(sorted(drawn))}")
