"""The facade that notebooks call, on the kit's own content."""

from __future__ import annotations

import subprocess
import sys
from html import escape
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kit import open_lesson
from kit.content.faults import ContentError
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.quiz.version import content_version
from kit.text import LANGUAGES

both = pytest.mark.parametrize("language", LANGUAGES)
NOTEBOOKS = sorted(notebooks_folder().glob("*/[!.]*.ipynb"))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))


def check(
    question: str, answer: list[str], event_id: str = "event-0000000001"
) -> dict[str, object]:
    version = content_version(open_library().question(question))
    event = {"id": event_id, "question": question, "version": version}
    return event | {"kind": "check", "answer": answer}


@both
def test_a_lesson_shows_its_aims_in_its_language(language: str) -> None:
    lesson = open_lesson("announcement", language=language)
    for aim in lesson.record.objectives.values():
        assert aim.pick(language) in lesson.aims().html


@both
def test_sources_are_named_in_the_language_of_the_lesson(language: str) -> None:
    lesson = open_lesson("announcement", language=language)
    sources = lesson.library.sources
    for one in lesson.record.reading:
        assert escape(sources[one.source].title.pick(language)) in lesson.reading().html
        assert escape(sources[one.source].where.pick(language)) in lesson.reading().html
    for fact in lesson.library.case.facts.values():
        assert escape(sources[fact.sources[0]].title.pick(language)) in lesson.facts().html


@both
def test_every_block_has_words_and_no_gap(language: str) -> None:
    lesson = open_lesson("announcement", language=language)
    blocks = [
        *(lesson.aims(), lesson.facts(), lesson.certificate_parts(), lesson.mistakes()),
        *(lesson.terms(), lesson.notes(), lesson.reading(), lesson.course()),
    ]
    for block in blocks:
        html = block._repr_html_()
        assert f'lang="{language}"' in html
        assert len(html) > 300
        assert "None" not in html
        assert "{" not in block.html


def test_an_answer_is_kept_and_shown_when_the_lesson_is_opened_again() -> None:
    quiz = open_lesson("announcement", language="en").quiz("reading")
    quiz.outbox = [check("edition-year", _key("edition-year"))]
    assert quiz.kept == ["event-0000000001"]
    again = open_lesson("announcement", language="bg").quiz("reading")
    assert again.standings["edition-year"]["is_solved"]
    assert again.standings["scope-of-pomorie"]["tries"] == 0


def test_how_sure_a_learner_was_is_kept_with_the_answer() -> None:
    quiz = open_lesson("announcement", language="en").quiz("reading")
    answer = check("edition-year", _key("edition-year"))
    said = answer | {"id": "event-0000000000", "kind": "confidence", "answer": "sure"}
    quiz.outbox = [said, answer]
    assert quiz.kept == ["event-0000000000", "event-0000000001"]
    standing = open_lesson("announcement", language="bg").quiz("reading").standings["edition-year"]
    assert (standing["confidence"], standing["mark"], standing["best"]) == ("sure", 3, 1.0)


def test_the_course_counts_what_is_done() -> None:
    lesson = open_lesson("announcement", language="en")
    total = sum(len(plan.questions) for plan in lesson.record.quizzes.values())
    assert f"Questions done: 0 of {total}" in lesson.course().html
    lesson.quiz("reading").outbox = [check("edition-year", _key("edition-year"))]
    assert f"Questions done: 1 of {total}" in lesson.course().html


@both
def test_of_review_and_assessment_the_course_does_not_say_that_nothing_is_asked(
    language: str,
) -> None:
    html = open_lesson("announcement", language=language).course().html
    words = read_words("lesson", language)
    for slug in ("assessment", "review"):
        row = html.partition(f"{slug}.ipynb")[2].partition("</tr>")[0]
        assert f'<span class="kit-unseen">{words["not-counted"]}</span>' in row
    assert html.count(words["not-counted"]) == 2


def test_a_store_that_cannot_be_written_is_told_and_the_answer_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    monkeypatch.setenv("KIT_HOME", str(in_the_way))
    quiz = open_lesson("announcement", language="en").quiz("reading")
    quiz.outbox = [check("edition-year", _key("edition-year"))]
    assert quiz.kept == []
    assert quiz.notice


def test_an_answer_of_another_form_is_told_and_does_not_hold_up_the_others() -> None:
    quiz = open_lesson("announcement", language="en").quiz("reading")
    good = check("edition-year", _key("edition-year"))
    strange = check("edition-year", ["no such option"], event_id="event-0000000002")
    quiz.outbox = [strange, good, {"id": "event-0000000003"}]
    assert quiz.kept == ["event-0000000001"]
    assert quiz.notice == read_words("store", "en")["unreadable-answer"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: open_lesson("announcement", language="fr"),
            'got "fr", expected one of "en", "bg"',
        ),
        (lambda: open_lesson("start", language="en").quiz("x"), 'got "x", expected one of: try-it'),
        (lambda: open_lesson("start", language="en").figure("x"), "expected one of who-did-what"),
        (
            lambda: open_lesson("start", language="en").explore("x"),
            r'explorer: got "x", expected one of: .*cycle-planner',
        ),
    ],
)
def test_what_is_unknown_is_named_with_what_is_known(ask: object, message: str) -> None:
    with pytest.raises(LookupError, match=message):
        ask()  # type: ignore[operator]


def test_an_unknown_lesson_is_named() -> None:
    with pytest.raises(ContentError, match=r"lessons/nothing\.toml: found no file"):
        open_lesson("nothing", language="en")


@both
def test_an_explorer_answers_in_the_language_of_the_lesson(language: str) -> None:
    explorer = open_lesson("announcement", language=language).explore("cycle-planner")
    words = open_library().explorer_words("cycle-planner", language)
    assert explorer.plan["title"] == words["title"]
    assert explorer.words == read_words("explorer", language)
    before = explorer.view["words"]
    assert before
    assert explorer.view["svg"].startswith("<svg")
    day = next(one for one in explorer.plan["controls"] if one["kind"] == "day")
    explorer.asked = {"n": 1, "state": explorer.asked["state"] | {day["name"]: day["last"]}}
    assert explorer.view["n"] == 1
    assert "trouble" not in explorer.view


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_run_all_reaches_the_last_cell(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs for cell in code)
    assert not [o for cell in code for o in cell.outputs if o.output_type in {"error", "stream"}]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_lesson_has_the_shape_of_a_lesson(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    kinds = [cell.cell_type for cell in notebook.cells]
    assert 1 <= kinds.count("markdown") / kinds.count("code") <= 2
    for cell in notebook.cells:
        lines = [line for line in cell.source.splitlines() if line]
        words = len(cell.source.split())
        assert len(lines) <= 3 if cell.cell_type == "code" else 10 <= words <= 120, cell.id
    assert notebook.metadata["kit"] == {"lesson": path.stem[3:], "language": path.parent.name}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_lesson_is_committed_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert not [c.id for c in notebook.cells if c.get("outputs") or c.get("execution_count")]


def test_every_lesson_of_the_course_has_its_notebooks_and_uses_all_its_quizzes() -> None:
    for slug, lesson in open_library().lessons.items():
        for language in LANGUAGES:
            path = notebooks_folder() / language / f"{lesson.number:02}-{slug}.ipynb"
            source = path.read_text("utf-8")
            assert [name for name in lesson.quizzes if f'quiz(\\"{name}\\")' not in source] == []


def test_the_place_of_an_objective_is_a_cell_in_every_language() -> None:
    for slug, lesson in open_library().lessons.items():
        for language in LANGUAGES:
            path = notebooks_folder() / language / f"{lesson.number:02}-{slug}.ipynb"
            cells = {cell.id for cell in nbformat.read(path, as_version=4).cells}
            assert set(lesson.places.values()) <= cells, path.name


def test_a_quiz_tells_of_its_objectives_where_they_are_explained() -> None:
    objectives = open_lesson("announcement", language="bg").quiz("check").plan["objectives"]
    lesson = open_library().lesson("announcement")
    assert {one["cell"] for one in objectives} == set(lesson.places.values())
    asked = [question for one in objectives for question in one["questions"]]
    assert sorted(asked) == sorted(lesson.quizzes["check"].questions)
    assert objectives[0]["text"] in {text.bg for text in lesson.objectives.values()}


def test_import_kit_loads_nothing_heavy() -> None:
    heavy = "{'matplotlib', 'ipywidgets', 'anywidget', 'IPython', 'msgspec'}"
    code = f"import sys, kit; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_first_quiz_waits_neither_for_matplotlib_nor_for_a_markdown_parser() -> None:
    code = (
        "import sys; from kit import open_lesson\n"
        "open_lesson('announcement', language='en').quiz('prediction')\n"
        "sys.exit(' '.join({'matplotlib', 'markdown_it', 'nbformat'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _key(question_id: str) -> list[str]:
    options = open_library().question(question_id).options
    return [slug for slug, option in options.items() if option.correct]
