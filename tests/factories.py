"""Content made for a test: tables as in the files, records, and a whole data folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec

from kit.content.check import check_folder
from kit.content.questions import AnyQuestion, Option

Table = dict[str, Any]
REMOVED = object()


def make_text(en: str = "A text", bg: str = "Текст") -> Table:
    """Return a text as a table."""
    return {"en": en, "bg": bg}


def option_table(name: str, bg: str, **changes: Any) -> Table:
    """Return an option as a table, told apart from others by its name."""
    why = make_text(f"Whoever says {name} is asked why.", f"Който каже {bg}, бива питан защо.")
    return {"text": make_text(f"The {name} office", f"Служба {bg}"), "why": why, **changes}


def make_option(**changes: Any) -> Option:
    """Return an option as a record."""
    return msgspec.convert(option_table("first", "първа", **changes), Option)


def _options(*keys: int) -> Table:
    names = [("first", "първа"), ("second", "втора"), ("third", "трета"), ("fourth", "четвърта")]
    return {
        name: option_table(name, bg, **({"correct": True} if number in keys else {}))
        for number, (name, bg) in enumerate(names)
    }


def _sorting() -> Table:
    items = [("stamp", "печат", "seen"), ("rumour", "слух", "heard"), ("letter", "писмо", "seen")]
    return {
        "groups": {"seen": make_text("Seen", "Видяно"), "heard": make_text("Heard", "Чуто")},
        "items": {
            name: {
                "text": make_text(f"A {name}", f"Един {bg}"),
                "why": make_text(f"Think of the {name}.", f"Помислете за {bg}."),
                "group": group,
            }
            for name, bg, group in items
        },
    }


def _part(name: str, bg: str, **more: Any) -> Table:
    """Return a part of a question as a table, told apart from others by its name."""
    why = make_text(f"Think of the {name}.", f"Помислете за {bg}.")
    return {"text": make_text(f"A {name}", f"Един {bg}"), "why": why, **more}


_THINGS = (("stamp", "печат"), ("rumour", "слух"), ("letter", "писмо"), ("seal", "знак"))
_WHY = make_text("Count once more.", "Пребройте още веднъж.")


def _pairs() -> Table:
    partner = {name: make_text(f"For the {name}", f"За {bg}") for name, bg in _THINGS}
    pairs = {name: _part(name, bg, partner=partner[name]) for name, bg in _THINGS}
    return {"pairs": pairs, "others": {"nothing": make_text("For nothing", "За нищо")}}


def _gaps() -> Table:
    return {
        "text": make_text("A {first} and a {second}.", "Един {first} и един {second}."),
        "choices": {name: make_text(name, bg) for name, bg in _THINGS},
        "gaps": {"first": {"choice": "stamp", "why": _WHY}}
        | {"second": {"choice": "seal", "also": ["letter"], "why": _WHY}},
    }


def _phrases() -> Table:
    gaps = " ".join(f"{{{name}}}" for name, _ in _THINGS)
    phrases = {name: _part(name, bg) for name, bg in _THINGS}
    phrases["rumour"]["wrong"] = True
    return {"text": make_text(f"See {gaps}.", f"Вижте {gaps}."), "phrases": phrases}


_BY_KIND: dict[str, Table] = {
    "match": _pairs(),
    "order": {"steps": [_part(name, bg, id=name) for name, bg in _THINGS]},
    "gap": _gaps(),
    "number": {"value": "1.5", "why": _WHY, "slips": {"twice": {"value": "3", "why": _WHY}}},
    "date": {"value": "2016-01-28", "why": _WHY}
    | {"slips": {"later": {"value": "2016-01-30", "why": _WHY}}},
    "mark": _phrases(),
    "decide": {"finding": "minor", "also": ["opportunity"], "options": _options(1)},
    "single": {"options": _options(1)},
    "several": {"options": _options(0, 2)},
    "true-false": {
        "options": _options(3),
        "is_true": False,
        "stem": make_text("ISO issues certificates.", "ISO издава сертификати."),
    },
    "sort": _sorting(),
}


def question_table(kind: str = "single", **changes: Any) -> Table:
    """Return a question without faults as a table; `changes` replace its keys."""
    table = {
        "kind": kind,
        "objective": "who-did-what",
        "level": "understand",
        "misconception": "iso-certifies",
        "editions": ["2008", "2015"],
        "sources": ["announcement"],
        "stem": make_text("Which office issued the certificate?", "Коя служба е издала документа?"),
        "hint": make_text("Whose auditors came?", "Чии одитори дойдоха?"),
        **_BY_KIND[kind],
        **changes,
    }
    return deepcopy(table)


def make_question(kind: str = "single", **changes: Any) -> AnyQuestion:
    """Return a question as a record; `changes` replace its keys."""
    table = {"id": "made-up", **question_table(kind, **changes)}
    question: AnyQuestion = msgspec.convert(table, AnyQuestion)
    return question


def changed(table: Table, changes: Mapping[str, object]) -> Table:
    """Return a copy with the value at each dotted key replaced, or gone if `REMOVED`."""
    copy = deepcopy(table)
    for key, value in changes.items():
        *above, last = key.split(".")
        part = copy
        for name in above:
            part = part.setdefault(name, {})
        if value is REMOVED:
            del part[last]
        else:
            part[last] = value
    return copy


LESSON: Table = {
    "number": 1,
    "minutes": 25,
    "title": make_text("The announcement", "Съобщението"),
    "lead": make_text("Who did what?", "Кой какво е направил?"),
    "needs": make_text("nothing", "нищо"),
    "objectives": {"who-did-what": make_text("name who did what", "да посочите кой какво прави")},
    "quizzes": {"parties": {"title": make_text(), "questions": ["one", "two", "three", "four"]}},
    "words": ["certificate"],
    "mistakes": ["iso-certifies"],
    "reading": [{"source": "announcement", "why": make_text()}],
}
SOURCE: Table = {
    "title": make_text("The announcement", "Съобщението"),
    "where": make_text("example.org", "example.org"),
    "certainty": "seen",
}
CLAIM: Table = {
    "said": make_text("ISO recognises us.", "ISO ни признава."),
    "verdict": "wrong",
    "defensible": ["exaggerated"],
    "why": make_text("ISO does not certify.", "ISO не сертифицира."),
    "correct": make_text("A body certified us.", "Орган ни е сертифицирал."),
    "sources": ["announcement"],
}
PARTY: Table = {
    "name": make_text("ISO", "ISO"),
    "does": make_text("writes", "пише"),
    "does_not": make_text("certify", "не сертифицира"),
    "sources": ["announcement"],
}
TREE: dict[str, Table] = {
    "sources.toml": {"announcement": SOURCE},
    "glossary.toml": {
        "certificate": {
            "term": make_text("certificate", "сертификат"),
            "meaning": make_text("a paper", "документ"),
            "sources": ["announcement"],
        }
    },
    "misconceptions.toml": {
        "iso-certifies": {
            "belief": make_text("ISO certifies.", "ISO сертифицира."),
            "temptation": make_text("It has the name.", "Името е такова."),
            "correction": make_text("It does not.", "Не сертифицира."),
            "sources": ["announcement"],
        }
    },
    "interface.toml": {"quiz": {"score": make_text("{score} of {most}", "{score} от {most}")}},
    "wording.toml": {
        "names": ["ИА БСА", "Bureau Veritas"],
        "sweeping": {"en": ["all of the above"], "bg": ["всички изброени"]},
        "absolute": {"en": ["never", "no one"], "bg": ["никога", "нито един"]},
    },
    "assessment.toml": {
        "points": {"remember": 1, "understand": 1, "apply": 2, "judge": 2},
        "pass_percent": 70,
        "lesson_percent": 50,
        "lessons": {},
    },
    "case/case.toml": {"name": make_text("A town", "Град")},
    "case/facts.toml": {"issued": {"text": make_text(), "sources": ["announcement"]}},
    "case/parties.toml": {
        "iso": PARTY,
        "body": deepcopy(PARTY),
        "relations": [
            {"subject": "iso", "object": "body", "verb": make_text("writes for", "пише")}
        ],
    },
    "case/claims.toml": {"recognised": CLAIM},
    "case/certificate.toml": {
        "holder": {
            "name": make_text("Holder", "Притежател"),
            "shows": make_text("ISO 9001:2008", "ISO 9001:2008"),
            "meaning": make_text("whose it is", "чий е"),
            "sources": ["announcement"],
        }
    },
    "lessons/announcement.toml": LESSON,
    "questions/announcement/one.toml": question_table("single"),
    "questions/announcement/two.toml": question_table("several", level="remember"),
    "questions/announcement/three.toml": question_table("true-false", level="apply"),
    "questions/announcement/four.toml": question_table("sort", level="judge"),
}


def make_tree(
    folder: Path, changes: Mapping[str, Table | str | bytes | None] | None = None
) -> Path:
    """Write a small data folder without faults and return it.

    Parameters
    ----------
    changes
        By the name of a file: a table, or the text or bytes to write instead, or None to
        leave the file out.
    """
    for name, content in {**TREE, **(changes or {})}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else _encode(content))
    return folder


def _encode(content: Table | str) -> bytes:
    return (content if isinstance(content, str) else to_toml(content)).encode()


def to_toml(table: Table) -> str:
    """Return a table as TOML; nested tables are written inline."""
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        parts = (f"{json.dumps(key)} = {_value(part)}" for key, part in value.items())
        return f"{{ {', '.join(parts)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)


def find_faults(
    folder: Path, changes: Mapping[str, Table | str | bytes | None]
) -> list[tuple[str, str, str]]:
    """Return file, key and finding of each fault of the sample folder with these changes."""
    report = check_folder(make_tree(folder, changes))
    return [(fault.file, fault.key, fault.found) for fault in report.faults]


def question_faults(
    folder: Path, kind: str, changes: Mapping[str, object]
) -> list[tuple[str, str]]:
    """Return key and finding of each fault that the changes make in a question."""
    names = {"single": "one", "several": "two", "true-false": "three", "sort": "four"}
    file = f"questions/announcement/{names.get(kind, 'one')}.toml"
    table = TREE[file] if kind in names else question_table(kind)
    found = find_faults(folder, {file: changed(table, changes)})
    assert {each for each, _, _ in found} <= {file}
    return [(key, what) for _, key, what in found]
