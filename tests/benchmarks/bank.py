"""A made-up bank of questions of realistic size, to measure the content check on."""

from __future__ import annotations

import random
from pathlib import Path

from tests.factories import LESSON, Table, make_text, make_tree

KINDS = ("single", "single", "several", "true-false")
LEVELS = ("remember", "understand", "apply", "apply", "judge")
WORDS = {
    "en": "the clerk at the counter asks the auditor about a record that the office of the town "
    "keeps and the certificate names scope edition body date of expiry with a condition that "
    "it is maintained while each citizen waits for one answer on paper from a “service” desk",
    "bg": "служителят на гишето пита одитора за запис който общинската администрация пази а "
    "сертификатът посочва обхват издание орган дата на изтичане с условие да се поддържа "
    "докато всеки гражданин чака отговор по ISO на хартия от звеното за обслужване",
}
HEAD = """\
kind = "{kind}"
objective = "who-did-what"
level = "{level}"
misconception = "iso-certifies"
editions = ["2008", "2015", "2026"]
sources = ["announcement"]
"""


def write_bank(folder: Path, questions: int = 1000, seed: int = 9001) -> Path:
    """Write a data folder without faults that holds so many questions, and return it."""
    rng = random.Random(seed)
    names = [f"question-{number}" for number in range(questions)]
    sample = LESSON["quizzes"]["parties"]["questions"]
    quizzes: Table = {"all": {"title": make_text(), "questions": names}}
    return make_tree(
        folder,
        {
            **{f"questions/announcement/{name}.toml": None for name in sample},
            **{
                f"questions/announcement/{name}.toml": question_text(rng, number)
                for number, name in enumerate(names)
            },
            "lessons/announcement.toml": LESSON | {"quizzes": quizzes},
        },
    )


def question_text(rng: random.Random, number: int) -> str:
    """Return a question with four options as TOML, laid out as authors write it."""
    kind = KINDS[number % len(KINDS)]
    is_statement = kind == "true-false"
    head = HEAD.format(kind=kind, level=LEVELS[number % len(LEVELS)])
    head += "is_true = true\n" if is_statement else ""
    stem = _text(rng, "stem", 20, "." if is_statement else "?") + _text(rng, "hint", 10, ".")
    keys = rng.sample(range(4), 2 if kind == "several" else 1)
    return head + stem + "".join(_option(rng, each, is_key=each in keys) for each in range(4))


def _option(rng: random.Random, number: int, *, is_key: bool) -> str:
    head = f"\n[options.option-{number}]\n" + ("correct = true\n" if is_key else "")
    return head + _text(rng, "text", 9, "") + _text(rng, "why", 18, ".")


def _text(rng: random.Random, key: str, words: int, end: str) -> str:
    said = {language: rng.choices(known.split(), k=words) for language, known in WORDS.items()}
    return "".join(
        f'{key}.{language} = "{" ".join([first.capitalize(), *others])}{end}"\n'
        for language, (first, *others) in said.items()
    )
