"""The text of a new question file, with a comment for each key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from kit.content.questions import AnyQuestion, Finding
from kit.content.records import Edition, Level
from kit.text import LANGUAGES

FILL_IN = "FILL IN"
PLACEHOLDER = "fill-in"
KINDS: tuple[str, ...] = tuple(str(kind.__struct_config__.tag) for kind in get_args(AnyQuestion))

_HEAD = """\
# A question of the lesson “{topic}”. Replace whatever says “FILL IN” or “fill-in”, in every
# language alike, then run `kit check`. The name of this file is the id: never rename it later.

kind = "{kind}"
# What it tests, one of: {objectives}.
objective = "fill-in"
# One of: {levels}. At most a third of all questions may be "remember".
level = "fill-in"
# The common mistake behind it, an id of misconceptions.toml; or delete the line.
misconception = "fill-in"
# The editions of ISO 9001 for which the answer holds, of: {editions}.
editions = ["fill-in"]
# Where the answer was read, ids of sources.toml.
sources = ["fill-in"]
"""
_STEM = """
# {about}
{stem}
# Where the answer can be reasoned out; it does not give the answer away.
{hint}
"""
_ABOUT = {
    "single": "One complete question that can be answered without seeing the options.",
    "several": "One complete question; it says that several answers may be right.",
    "true-false": "A statement, which is true or false; below stand the reasons to choose from.",
    "sort": "What to sort, and by what.",
    "match": "What to match with what.",
    "order": "What to put in order, and from where to where.",
    "gap": "What to fill the gaps with.",
    "number": "One complete question; it says what is counted, and how exactly.",
    "date": "One complete question; it says which date is meant.",
    "mark": "What to mark as wrong, and by what it is to be judged.",
    "decide": "A requirement, the evidence, and the question what it shows.",
}
_ASKED = "What is asked."
_OPTIONS = """
# Three to six options, equal in grammar, length and detail; the right one is not the longest.
# Each has a short name in place of fill-in-N. `why` teaches, for right and wrong options alike.
# `last = true` keeps an option at the end when the others are shuffled.
"""
_OPTION = """
[options.fill-in-{number}]
{correct}{text}
{why}
"""
_GROUPS = """
# Two to six groups, each with a short name in place of fill-in-N.
[groups]
{groups}

# Three to twelve items; `also = ["…"]` lists further groups that can be defended.
"""
_ITEM = """
[items.fill-in-{number}]
group = "fill-in-{group}"
{text}
{why}
"""
_PAIRS = """
# Three to eight pairs, each with a short name in place of fill-in-N: a text and its partner.
"""
_PAIR = """
[pairs.fill-in-{number}]
{text}
{partner}
{why}
"""
_OTHERS = """
# Partners of none, at most four, so that the last pair is not found by leaving out.
[others]
{others}
"""
_STEPS = """
# Three to eight steps in the right order, each with a short name in place of fill-in-N.
"""
_STEP = """
[[steps]]
id = "fill-in-{number}"
{text}
{why}
"""
_GAPS = """
# A text with the name of a gap in curly brackets, each once, in every language.
{text}

# Three to eight choices, the same for every gap; more than there are gaps.
[choices]
{choices}

# Two to six gaps; `also = ["…"]` lists further choices that can be defended.
"""
_GAP = """
[gaps.fill-in-{number}]
choice = "fill-in-{number}"
{why}
"""
_VALUE = """
# The right value and, below, what may be off and still be right.
value = "fill-in"
{tolerance}
{why}

# A value that a known mistake leads to, and why it is not so; or delete it.
[slips.fill-in-1]
value = "fill-in"
{why}
"""
_NUMBER = """\
tolerance = "0"
# What is counted.
{unit}\
"""
_DAYS = "tolerance_days = 0"
_PHRASES = """
# A text with the name of a phrase in curly brackets, each once, in every language.
{text}

# Four to twelve phrases, each with a short name in place of fill-in-N; some wrong, some not.
"""
_PHRASE = """
[phrases.fill-in-{number}]
{wrong}{text}
{why}
"""
_FINDING = """# What the evidence shows, one of: {findings}.
finding = "fill-in"
"""


def fill_template(kind: str, topic: str, objectives: Iterable[str]) -> str:
    """Return the text of a file for a question of one kind, ready to fill."""
    head = _HEAD.format(
        topic=topic,
        kind=kind,
        objectives=", ".join(objectives) or "none yet, add one to the lesson",
        levels=", ".join(get_args(Level)),
        editions=", ".join(get_args(Edition)),
    )
    stem = _STEM.format(about=_ABOUT.get(kind, _ASKED), stem=_text("stem"), hint=_text("hint"))
    return head + _verdict(kind) + stem + _PARTS.get(kind, str)()


def _verdict(kind: str) -> str:
    return {
        "true-false": "# Whether the statement holds.\nis_true = true\n",
        "decide": _FINDING.format(findings=", ".join(get_args(Finding))),
    }.get(kind, "")


def _options(keys: int = 1) -> str:
    return _OPTIONS + _repeat(_OPTION, lambda n: {"correct": "correct = true\n" * (n <= keys)})


def _items() -> str:
    return _GROUPS.format(groups=_list(2)) + _repeat(_ITEM, lambda n: {"group": 1 + n % 2})


def _pairs() -> str:
    pairs = _repeat(_PAIR, lambda _: {"partner": _text("partner")})
    return _PAIRS + pairs + _OTHERS.format(others=_text("fill-in-5"))


def _gaps() -> str:
    return _GAPS.format(text=_gapped(2), choices=_list(4)) + _repeat(_GAP, times=2)


def _phrases() -> str:
    phrases = _repeat(_PHRASE, lambda n: {"wrong": "wrong = true\n" * (n == 1)})
    return _PHRASES.format(text=_gapped(4)) + phrases


def _value(tolerance: str) -> str:
    return _VALUE.format(tolerance=tolerance, why=_text("why"))


def _repeat(
    part: str, more: Callable[[int], dict[str, object]] = lambda _: {}, *, times: int = 4
) -> str:
    return "".join(
        part.format(number=number, text=_text("text"), why=_text("why"), **more(number))
        for number in range(1, times + 1)
    )


def _list(entries: int) -> str:
    return "\n".join(_text(f"{PLACEHOLDER}-{number}") for number in range(1, entries + 1))


def _gapped(gaps: int) -> str:
    return _text("text", "".join(f" {{{PLACEHOLDER}-{number}}}" for number in range(1, gaps + 1)))


def _text(key: str, more: str = "") -> str:
    return "\n".join(f'{key}.{language} = "{FILL_IN}{more}"' for language in LANGUAGES)


_PARTS: Mapping[str, Callable[[], str]] = {
    "single": _options,
    "several": lambda: _options(2),
    "true-false": _options,
    "sort": _items,
    "match": _pairs,
    "order": lambda: _STEPS + _repeat(_STEP),
    "gap": _gaps,
    "number": lambda: _value(_NUMBER.format(unit=_text("unit"))),
    "date": lambda: _value(_DAYS),
    "mark": _phrases,
    "decide": _options,
}
