"""The front-end files travel whole, small, and only as far as a quiz needs them."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from typing import Any, get_args
from zlib import decompress

import pytest

from kit.content.questions import AnyQuestion
from kit.quiz.view import modules_of, words_of
from kit.text import LANGUAGES
from kit.widgets.front import HERE, compose_quiz, pack_quiz, read_style
from tests.quiz.answers import is_of_kind
from tests.quiz.samples import EVERY_KIND, SINGLE

PLAN = {"is_prediction": False}
EVERYTHING = modules_of(EVERY_KIND, PLAN | {"asks_confidence": True})
MAX_LINES = 200


def unpack(packed: str) -> Any:
    found = re.search(r'atob\("([^"]+)"\)', packed)
    assert found
    return json.loads(decompress(b64decode(found[1])))


def carried(*modules: str) -> dict[str, str]:
    return dict(unpack(pack_quiz(modules))["modules"])


def test_every_kind_of_question_has_a_module_and_every_module_a_kind() -> None:
    names = {f"{kind.__struct_config__.tag}.js" for kind in get_args(AnyQuestion)}
    assert {path.name for path in (HERE / "kinds").glob("*.js")} == names


@pytest.mark.parametrize("name", sorted(carried(*EVERYTHING).keys() - {""}))
def test_a_module_has_one_noun(name: str) -> None:
    lines = (HERE / name).read_text("utf-8").splitlines()
    assert len(lines) <= MAX_LINES
    assert lines[0].startswith("/**")


def test_only_the_kinds_that_a_quiz_uses_travel_with_it() -> None:
    assert set(carried("kinds/single")) == {
        *(
            "",
            "quiz.js",
            "question.js",
            "dom.js",
            "outbox.js",
            "shelf.js",
            "shuffle.js",
            "standing.js",
        ),
        *("choices.js", "kinds/single.js"),
    }


def test_all_that_is_imported_comes_before_it() -> None:
    seen: set[str] = set()
    for name, source in unpack(pack_quiz(EVERYTHING))["modules"]:
        assert set(re.findall(r' from "kit:([^"]+)"', source)) <= seen, name
        assert ' from "."' not in source
        seen.add(name)
    assert {path.relative_to(HERE).as_posix() for path in HERE.glob("kinds/*.js")} <= seen


def test_comments_stay_behind_and_code_does_not() -> None:
    source = carried("kinds/single")["dom.js"]
    assert "/**" not in source
    assert "// " not in source
    assert "document.createElement(tag)" in source


def test_the_style_travels_with_the_module() -> None:
    assert unpack(pack_quiz(("kinds/single",)))["style"] == read_style("quiz")


def test_a_page_can_hold_the_module_as_it_is() -> None:
    text = compose_quiz(("kinds/true-false", "summary"), "../widgets")
    assert 'from "../widgets/quiz.js";' in text
    assert 'from "../widgets/kinds/true-false.js";' in text
    assert text.endswith('makeQuiz({ "true-false": kind0 }, { summary });\n')


@pytest.mark.parametrize(
    ("questions", "plan", "extras"),
    [
        ([SINGLE] * 2, {}, set()),
        ([SINGLE] * 3, {}, {"summary"}),
        ([SINGLE] * 3, {"is_prediction": True}, set()),
        ([SINGLE], {"asks_confidence": True}, {"confidence"}),
    ],
)
def test_a_summary_is_for_three_questions_and_more(
    questions: Any, plan: dict[str, bool], extras: set[str]
) -> None:
    assert set(modules_of(questions, PLAN | plan)) == {"kinds/single", *extras}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", EVERY_KIND, ids=is_of_kind)
def test_a_quiz_has_every_word_that_its_modules_say(question: Any, language: str) -> None:
    modules = modules_of([question] * 3, PLAN | {"asks_confidence": True})
    words = words_of(modules, language)
    sources = "".join(carried(*modules).values())
    said = {
        *re.findall(r"words\.([a-z]\w*)", sources),
        *re.findall(r'words\["([\w-]+)"\]', sources),
    }
    assert said - words.keys() == set()


def test_a_kind_brings_its_own_words_only() -> None:
    assert "move-up" in words_of(("kinds/order",), "en")
    assert "move-up" not in words_of(("kinds/single",), "en")
