"""The quiz module in a real browser: the same rule as Python, keyboard, feedback, looks."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from kit.content.library import open_library
from kit.content.questions import AnyQuestion, Single
from kit.quiz.grading import grade
from kit.quiz.view import modules_of, view_question, words_of
from kit.text import LANGUAGES, Text
from tests.browser.hands import name_parts
from tests.browser.quiz_page import QuizPages, choose, press, serve_quiz_pages, shown
from tests.quiz.answers import draw_answer
from tests.quiz.cases import CASES
from tests.quiz.samples import EVERY_KIND, SINGLE, SORT, TWO_OF_FOUR

pytestmark = pytest.mark.browser
MODULES = modules_of(EVERY_KIND, {"is_prediction": False, "asks_confidence": True})
WORDS = {language: words_of(MODULES, language) for language in LANGUAGES}
EN = WORDS["en"]


@pytest.fixture(scope="module")
def served(browser: Browser) -> Iterator[QuizPages]:
    with serve_quiz_pages(browser) as pages:
        yield pages


@pytest.fixture
def quizzes(served: QuizPages) -> Iterator[QuizPages]:
    yield served
    served.close()


def number(questions: list[Any]) -> list[AnyQuestion]:
    return [replace(name_parts(one), id=f"question-{n}") for n, one in enumerate(questions)]


_GRADE = """async (cases) => {
  const kinds = {};
  for (const [{ kind }] of cases) kinds[kind] ??= (await import(`/kinds/${kind}.js`)).default;
  return cases.map(([question, answer]) => {
    const { score, parts } = kinds[question.kind].grade(question, answer);
    return [score, parts];
  });
}"""


def test_the_browser_meets_the_table_of_grades(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    graded = page.evaluate(_GRADE, [[view_question(c.question, "en"), c.answer] for c in CASES])
    for case, (score, parts) in zip(CASES, graded, strict=True):
        assert (score, parts) == (pytest.approx(case.score), case.parts), case.name


def test_the_browser_and_python_agree_on_thousands_of_answers(quizzes: QuizPages) -> None:
    luck = random.Random(9001)
    library = open_library()
    bank = [library.question(one) for one in [*library.question_paths, *library.claim_sorts]]
    drawn = [(one, draw_answer(one, luck)) for one in [*bank, *EVERY_KIND] for _ in range(100)]
    counts = Counter(type(question) for question, _ in drawn)
    assert len(counts) == len(EVERY_KIND)
    assert min(counts.values()) >= 200
    page = quizzes.open([SINGLE])
    cases = [[view_question(question, "en"), answer] for question, answer in drawn]
    for (question, answer), (score, parts) in zip(drawn, page.evaluate(_GRADE, cases), strict=True):
        expected = grade(question, answer)
        assert (score, parts) == (expected.score, expected.parts), (question.id, answer)


def test_a_wrong_choice_explains_itself_and_keeps_the_key_secret(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)])
    choose(page, "Part a")
    choose(page, "Part c")
    press(page, EN["check"])
    expect(page.get_by_role("status")).to_have_text(EN["is-wrong"])
    expect(page.get_by_text("Why c")).to_be_visible()
    expect(page.locator(".kit-why")).to_have_count(1)
    expect(page.locator(".right, .missed")).to_have_count(0)
    press(page, EN["show-answer"])
    expect(page.locator(".kit-why")).to_have_count(4)
    expect(page.locator(".missed")).to_contain_text("Part a")


def test_a_wrong_place_in_a_sort_does_not_tell_the_right_one(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SORT)])
    for select in page.locator("select").all():
        select.select_option("x")
    press(page, EN["check"])
    expect(page.locator(".kit-why")).to_have_count(2)
    expect(page.locator(".wrong .kit-why")).to_have_count(0)
    press(page, EN["show-answer"])
    expect(page.locator(".kit-why")).to_have_count(4)


_GROUND = "one => getComputedStyle(one).backgroundColor"


def test_each_outcome_has_a_sign_a_word_and_a_ground_of_its_own(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(TWO_OF_FOUR)])
    plain = page.locator(".kit-option").first.evaluate(_GROUND)
    for part in ("Part a", "Part c"):
        choose(page, part)
    press(page, EN["check"])
    press(page, EN["show-answer"])
    looks = ["right", "wrong", "missed"]
    marks = [page.locator(f".{look} .kit-mark").text_content() for look in looks]
    assert marks == ["✓ " + EN["right"], "✗ " + EN["wrong"], "✓ " + EN["answer"]]
    right, wrong, missed = (page.locator(f".{look}").evaluate(_GROUND) for look in looks)
    assert len({plain, right, wrong}) == 3
    assert missed == right


def test_a_right_answer_explains_every_option(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)])
    choose(page, "Part a")
    press(page, EN["check"])
    expect(page.get_by_role("status")).to_have_text(EN["is-right"])
    expect(page.locator(".kit-why")).to_have_count(4)


def test_partial_credit_is_said_with_its_points(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(TWO_OF_FOUR)])
    choose(page, "Part a")
    press(page, EN["check"])
    expect(page.get_by_role("status")).to_have_text(EN["is-partly"].format(score="0.5"))
    expect(page.locator(".kit-points")).to_have_text(EN["points"].format(score="0.5", tries=1))


def test_a_new_try_shuffles_the_options_and_keeps_the_last_one_last(quizzes: QuizPages) -> None:
    named = name_parts(SINGLE)
    assert isinstance(named, Single)
    last = replace(named.options["d"], last=True)
    page = quizzes.open([replace(named, options=named.options | {"d": last})])
    orders = []
    for _ in range(8):
        orders.append(page.locator(".kit-text").all_text_contents())
        choose(page, "Part c")
        press(page, EN["check"])
        press(page, EN["try-again"])
    assert len({tuple(order) for order in orders}) > 2
    assert {order[-1] for order in orders} == {"Part d"}


def test_checking_an_answer_leaves_the_options_in_their_places(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)])
    before = page.locator(".kit-text").all_text_contents()
    choose(page, "Part c")
    press(page, EN["check"])
    assert page.locator(".kit-text").all_text_contents() == before
    press(page, EN["show-answer"])
    assert page.locator(".kit-text").all_text_contents() == before


def test_a_solved_question_stays_solved_while_it_is_tried_again(quizzes: QuizPages) -> None:
    page = quizzes.open(number([SINGLE, SINGLE]))
    choose(page, "Part a")
    press(page, EN["check"])
    press(page, EN["try-again"])
    expect(page.locator(".kit-steps button").first).to_have_text("1 ✓")
    expect(page.locator("header")).to_contain_text(EN["solved-of"].format(n=1, total=2))


def test_the_same_seed_gives_the_same_order(quizzes: QuizPages) -> None:
    questions = number([SINGLE] * 6)
    stems = [Text(f"Question {n}?", "?") for n in range(6)]
    asked = [
        quizzes.open(
            [replace(one, stem=stem) for one, stem in zip(questions, stems, strict=True)],
            keep_order=False,
            seed=seed,
        )
        .locator("legend")
        .all_text_contents()
        for seed in ("a", "a", "b")
    ]
    assert asked[0] == asked[1] != asked[2]
    assert sorted(asked[0]) == sorted(asked[2])


def test_a_prediction_has_no_points_and_no_second_try(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)], is_prediction=True)
    choose(page, "Part b")
    press(page, EN["guess"])
    expect(page.get_by_role("status")).to_have_text(EN["guess-kept"])
    expect(page.locator(".kit-why")).to_have_count(4)
    expect(page.locator(".kit-points")).to_have_count(0)
    expect(page.get_by_role("button", name=EN["try-again"])).to_have_count(0)


def test_after_a_guess_the_focus_is_at_what_is_said_of_it(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)], is_prediction=True)
    choose(page, "Part b")
    page.get_by_role("button", name=EN["guess"]).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()


def test_every_step_is_told_and_kept(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)])
    choose(page, "Part b")
    press(page, EN["hint"])
    press(page, EN["check"])
    press(page, EN["show-answer"])
    press(page, EN["try-again"])
    seen = page.evaluate("window.seen")
    assert [event["kind"] for event in seen] == ["choice", "hint", "check", "reveal", "retry"]
    assert len({event["id"] for event in seen}) == len(seen)
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    assert page.evaluate("window.model.get('outbox')") == []


def test_what_is_not_kept_stays_in_the_outbox_and_says_so(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)])
    page.evaluate("window.isStuck = true")
    choose(page, "Part b")
    expect(page.locator(".kit-saved")).to_have_text(EN["not-kept"])
    page.evaluate("window.isStuck = false")
    press(page, EN["check"])
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    assert [event["kind"] for event in page.evaluate("window.seen")] == ["choice", "check"]


def test_what_a_dead_kernel_could_not_keep_is_sent_by_the_next_page(quizzes: QuizPages) -> None:
    page = quizzes.open([name_parts(SINGLE)], id="lesson/left")
    page.evaluate("window.isStuck = true")
    choose(page, "Part a")
    press(page, EN["check"])
    page.reload()
    expect(page.locator(".kit-saved")).to_have_text(EN["kept"])
    expect(page.locator(".right")).to_contain_text("Part a")
    assert [event["kind"] for event in page.evaluate("window.seen")] == ["choice", "check"]
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_notice_of_the_store_is_shown(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    page.evaluate("window.model.set('notice', 'The disk is full.')")
    expect(page.locator(".kit-saved")).to_have_text("The disk is full.")


def test_a_quiz_goes_on_where_the_learner_was(quizzes: QuizPages) -> None:
    first = quizzes.open(number([SINGLE, TWO_OF_FOUR]))
    choose(first, "Part a")
    press(first, EN["check"])
    press(first, EN["next"])
    choose(first, "Part b")
    standings = first.evaluate("window.model.get('standings')")
    second = quizzes.open(number([SINGLE, TWO_OF_FOUR]), standings=standings)
    expect(second.locator("[aria-current=step]")).to_have_text("2")
    expect(second.locator(".kit-steps button").first).to_have_text("1 ✓")
    expect(shown(second).get_by_label("Part b")).to_be_checked()


def test_a_changed_question_says_so(quizzes: QuizPages) -> None:
    standing = quizzes.open([SINGLE]).evaluate(
        "({ ...window.step({}, {kind: 'hint'}, 0), has_changed: true })"
    )
    page = quizzes.open([SINGLE], standings={SINGLE.id: standing | {"answer": None, "tries": 0}})
    expect(page.get_by_text(EN["has-changed"])).to_be_visible()


def test_markup_in_a_question_is_text(quizzes: QuizPages) -> None:
    evil = "</script><img src=x onerror='window.hurt = 1'><b>bold</b>"
    page = quizzes.open([replace(SINGLE, stem=Text(evil, evil))])
    expect(page.locator("legend")).to_have_text(evil)
    assert page.evaluate("window.hurt") is None


def test_enter_on_an_option_checks_the_answer(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert page.evaluate("window.seen.at(-1).kind") == "check"


_TABLE = json.loads((Path(__file__).parents[1] / "learner" / "standings.json").read_text("utf-8"))
# A page never sees an event of an earlier version: Python tells it that the question has changed.
_PRESENT = [case for case in _TABLE["cases"] if not any("version" in e for e in case["events"])]


def test_the_browser_folds_events_as_python_does(quizzes: QuizPages) -> None:
    page = quizzes.open([SINGLE])
    fold = "([blank, events]) => events.reduce((s, e) => window.step(s, e, e.score ?? 0), blank)"
    assert len(_PRESENT) > 5
    for case in _PRESENT:
        events = [{"answer": None} | event for event in case["events"]]
        folded = page.evaluate(fold, [_TABLE["blank"], events])
        assert folded == _TABLE["blank"] | case["becomes"], case["name"]
