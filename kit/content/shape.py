"""Every way in which a table departs from the record that it should be."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo

from kit.content.faults import Fault

SHOWN_LENGTH = 60
SHOWN_BITS = 64
_Reason = tuple[str, str, str]
_NAMES = {
    str: "a text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    dict: "a table",
    tuple: "a list in square brackets",
    date: 'a date in quotation marks, such as "2016-01-28"',
}


def shape_faults(value: object, kind: Any, shown: str, key: str = "") -> list[Fault]:
    """Return a fault for every part of `value` that does not fit `kind`.

    Parameters
    ----------
    value
        A table or a part of one, as read.
    kind
        The record, or the annotated type, that it should be.
    shown
        The name of the file in messages.
    key
        Where in the file `value` stands.
    """
    return [Fault(shown, *reason) for reason in _reasons(value, kind, key)]


def fits(value: object, kind: Any) -> bool:
    """Return whether `value` can be converted to `kind`."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _reasons(value: object, kind: Any, key: str) -> Iterator[_Reason]:
    if fits(value, kind):
        return
    kind, rules = _bare(kind)
    arms = [arm for arm in get_args(kind) if arm is not type(None)] if _is_union(kind) else [kind]
    if len(arms) > 1:
        yield from _union_reasons(value, arms, key)
    elif kind is not arms[0]:
        yield from _reasons(value, arms[0], key)
    elif isinstance(value, dict) and _is_record(kind):
        yield from _record_reasons(value, kind, key)
    elif isinstance(value, dict) and get_origin(kind) is dict:
        yield from _dict_reasons(value, kind, rules, key)
    elif isinstance(value, list) and get_origin(kind) is tuple:
        yield from _list_reasons(value, kind, rules, key)
    else:
        yield key, show(value), describe(_with(kind, rules))


def _union_reasons(value: object, arms: list[Any], key: str) -> Iterator[_Reason]:
    """Pick the record that the tag names, and look at the value as that one."""
    if not isinstance(value, dict):
        yield key, show(value), describe(dict)
        return
    name = arms[0].__struct_config__.tag_field
    by_tag = {arm.__struct_config__.tag: arm for arm in arms}
    tag = value.get(name)
    if isinstance(tag, str) and tag in by_tag:
        yield from _record_reasons(value, by_tag[tag], key)
    else:
        yield _join(key, name), _show_in(value, name), describe(Literal[tuple(by_tag)])


def _record_reasons(value: dict[str, Any], kind: Any, key: str) -> Iterator[_Reason]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    allowed = {*fields, kind.__struct_config__.tag_field}
    for name in value:
        if name not in allowed:
            yield _join(key, name), "a key that is not known here", f"one of {', '.join(fields)}"
    for name, field in fields.items():
        if name in value:
            yield from _reasons(value[name], field.type, _join(key, name))
        elif _is_required(field):
            yield _join(key, name), "nothing", describe(field.type)


def _dict_reasons(value: dict[str, Any], kind: Any, rules: Any, key: str) -> Iterator[_Reason]:
    name_kind, part_kind = get_args(kind)
    if not fits(dict.fromkeys(value), _with(dict[str, Any], rules)):
        yield key, _entries(value), describe(_with(dict, rules))
    for name, part in value.items():
        if not fits(name, name_kind):
            yield _join(key, name), f'the key "{name}"', describe(name_kind)
        yield from _reasons(part, part_kind, _join(key, name))


def _list_reasons(value: list[Any], kind: Any, rules: Any, key: str) -> Iterator[_Reason]:
    if not fits([None] * len(value), _with(tuple[Any, ...], rules)):
        yield key, _entries(value), describe(_with(tuple, rules))
    for place, part in enumerate(value):
        yield from _reasons(part, get_args(kind)[0], f"{key}[{place}]")


def _entries(value: dict[str, Any] | list[Any]) -> str:
    return "1 entry" if len(value) == 1 else f"{len(value)} entries"


def describe(kind: Any) -> str:
    """Return in words what a value of a type looks like."""
    kind, rules = _bare(kind)
    if _is_record(kind):
        return f"a table with {', '.join(kind.__struct_encode_fields__)}"
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(kind))
    if told := [rule.description for rule in rules if rule.description]:
        return str(told[0])
    if any(rule.pattern for rule in rules):
        longest = max(rule.max_length for rule in rules)
        return f"at most {longest} Latin letters (no capitals), digits and hyphens between them"
    name = _NAMES.get(get_origin(kind) or kind, "another type of value")
    return " ".join([name, *_describe_limits(rules)])


def _describe_limits(rules: tuple[Any, ...]) -> Iterator[str]:
    for rule in rules:
        for least, most, of in (
            (rule.min_length, rule.max_length, " entries"),
            (rule.ge, rule.le, ""),
        ):
            if least is not None:
                until = f"to {most}" if most is not None else "or more"
                yield f"({least} {until}{of})"


def show(value: object) -> str:
    """Return a value as messages show it, shortened."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        short = value if len(value) <= SHOWN_LENGTH else f"{value[:SHOWN_LENGTH]}…"
        return f'"{short}"'
    if isinstance(value, int) and value.bit_length() > SHOWN_BITS:
        return "a huge number"
    return f"the {'number' if isinstance(value, int | float) else 'date'} {value}"


def _show_in(table: dict[str, Any], name: str) -> str:
    return show(table[name]) if name in table else "nothing"


def _bare(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    return (kind.__origin__, kind.__metadata__) if get_origin(kind) is Annotated else (kind, ())


def _with(kind: Any, rules: tuple[Any, ...]) -> Any:
    return Annotated[(kind, *rules)] if rules else kind


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in {typing.Union, types.UnionType}


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _is_required(field: FieldInfo) -> bool:
    return field.default is msgspec.NODEFAULT and field.default_factory is msgspec.NODEFAULT


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
