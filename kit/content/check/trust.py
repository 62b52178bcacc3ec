"""Rules about the chain of trust: kinds, verbs and parts that are there, and days with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kit.content.check.tree import Table, Tree
from kit.content.faults import Fault
from kit.content.shape import show

BODIES, LINKS, ROLES = "trust/bodies.toml", "trust/relations.toml", "trust/roles.toml"
CERTIFICATE, SPECIMENS = "case/certificate.toml", "trust/specimens.toml"
CLAIMS, CLINIC = "case/claims.toml", "trust/clinic.toml"


def check_trust(tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each name that nothing has, and each bound that is not explained."""
    roles = tree.tables.get(ROLES, {})
    kinds, verbs = _keys(roles, "kinds"), _keys(roles, "verbs")
    for name, key, known in ((BODIES, "kind", kinds), (LINKS, "verb", verbs)):
        for slug, part in _tables(tree.tables.get(name, {})):
            yield from _lost(name, f"{slug}.{key}", [part.get(key)], known)
            yield from _unexplained(name, slug, part, is_required=name == BODIES)
    for place, rule in enumerate(_list(roles, "rules")):
        for key, known in (("verbs", verbs), ("doers", kinds), ("receivers", kinds)):
            yield from _lost(ROLES, f"rules[{place}].{key}", _list(rule, key), known)
    yield from _lost_parts(tree)
    claims, clinic = tree.tables.get(CLAIMS, {}), tree.tables.get(CLINIC, {})
    yield from _lost(CLINIC, "claims", _list(clinic, "claims"), claims)


def _table(table: Table, name: str) -> Table:
    found = table.get(name)
    return found if isinstance(found, dict) else {}


def _keys(table: Table, name: str) -> Collection[str]:
    return _table(table, name).keys()


def _list(table: Any, name: str) -> list[Any]:
    """Return what stands in a list; nothing where the shape is wrong, which is a fault already."""
    found = table.get(name) if isinstance(table, dict) else None
    return found if isinstance(found, list) else []


def _tables(table: Table) -> Iterator[tuple[str, Table]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield key, value


def _lost(name: str, key: str, slugs: Iterable[Any], known: Collection[str]) -> Iterator[Fault]:
    for slug in slugs:
        if isinstance(slug, str) and slug not in known:
            yield Fault(name, key, show(slug), f"one of {', '.join(known) or 'none yet'}")


def _unexplained(name: str, slug: str, part: Table, *, is_required: bool) -> Iterator[Fault]:
    """Find a bound without its reason, where one is required, and a reason without its bound."""
    for bound, reason in (("since", "before"), ("until", "after")):
        if reason in part and bound not in part:
            yield Fault(name, f"{slug}.{bound}", "nothing", f"a day, since `{reason}` speaks of it")
        if is_required and bound in part and reason not in part:
            yield Fault(name, f"{slug}.{reason}", "nothing", f"a reason for the day in `{bound}`")


def _lost_parts(tree: Tree) -> Iterator[Fault]:
    reading = tree.tables.get(SPECIMENS, {})
    parts = _keys(reading, "parts")
    for slug, specimen in _tables(_table(reading, "specimens")):
        key = f"specimens.{slug}"
        yield from _lost(SPECIMENS, f"{key}.shows", _keys(specimen, "shows"), parts)
        for doubt in _list(specimen, "doubts"):
            named = [doubt.get("part"), *_list(doubt, "also")] if isinstance(doubt, dict) else []
            yield from _lost(SPECIMENS, f"{key}.doubts", named, parts)
    needed = {"name", "shows", "meaning"}
    for slug, part in _tables(_table(reading, "parts")):
        if slug not in tree.tables.get(CERTIFICATE, {}) and not needed <= part.keys():
            expected = f"{', '.join(sorted(needed))}; {CERTIFICATE} has no such part"
            yield Fault(SPECIMENS, f"parts.{slug}", "a part that is not described", expected)
