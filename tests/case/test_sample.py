"""The whole way of a trainer: a case of a made-up town, checked, and its lesson run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kit import open_lesson
from kit.cli import run
from kit.content.library import Library, open_library
from kit.explorers.registry import EXPLORERS, build
from kit.paths import notebooks_folder
from kit.text import LANGUAGES
from tests.case.factories import LESSON, make_sample
from tests.checkout import fetch_notebook, served
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("cases") / "morsko")


@pytest.fixture
def _at_home(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_DATA", str(sample))
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "home"))


def test_the_check_of_a_finished_case_passes_and_nothing_is_undecided(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--case", str(sample)]) == 0
    shown = capsys.readouterr().out
    assert "No faults." in shown
    assert "Nothing is undecided" in shown


@both
@pytest.mark.usefixtures("_at_home")
def test_the_lesson_shows_own_names_facts_and_claims(language: str) -> None:
    lesson = open_lesson("announcement", language=language)
    own = Library(Path(os.environ["KIT_DATA"]))
    aims, facts = lesson.aims().html, lesson.facts().html
    assert {"en": "Morsko", "bg": "Морско"}[language] in aims
    assert own.case.words["expiry"].pick(language) in facts
    assert not any(one in aims + facts for one in ("Pomorie", "Поморие", "Veritas", "Веритас"))
    claims = own.case.claims.values()
    asked = [
        item["text"]
        for quiz in ("sort-first", "sort-second")
        for question in lesson.quiz(quiz).questions
        for item in question["items"]
    ]
    assert sorted(asked) == sorted(claim.said.pick(language) for claim in claims)


@both
@pytest.mark.usefixtures("_at_home")
def test_every_explorer_works_on_the_own_case(language: str) -> None:
    setting = make_setting(language)
    assert "Morsko" in setting.library.case.name.en
    for name in EXPLORERS:
        explorer = build(name, setting)
        for state in explorer.frames():
            assert explorer.describe(state)
            explorer.tell(state)


@pytest.mark.usefixtures("_at_home")
def test_what_stays_from_the_kit_says_so_and_the_own_does_not() -> None:
    library = open_library()
    assert library.question("new-edition").stem.en.startswith("(Example: Pomorie Municipality.) ")
    assert library.question("new-edition").stem.bg.startswith("(Пример: Община Поморие.) ")
    own = library.question("expiry-date-condition").stem
    assert own.en.startswith("By its own certificate (fictional), Morsko is certified to 9 March")
    assert library.question("iso-certified").stem == library.example.question("iso-certified").stem


@pytest.mark.usefixtures("_at_home")
def test_what_is_left_out_is_in_no_quiz() -> None:
    asked = open_library().lesson("announcement").quizzes["reading"].questions
    assert asked == ("edition-year", "expiry-date-condition", "read-a-certificate")


@pytest.mark.slow
@both
@pytest.mark.usefixtures("_at_home")
def test_the_lesson_runs_to_its_last_cell(language: str, tmp_path: Path) -> None:
    path = notebooks_folder() / language / LESSON
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    shown = str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])
    assert {"en": "Morsko Municipality", "bg": "Община Морско"}[language] in shown
    assert "'error'" not in shown


@pytest.mark.slow
def test_jupyterlab_opens_the_lessons_of_the_case(sample: Path, tmp_path: Path) -> None:
    env = os.environ | {"KIT_HOME": str(tmp_path / "home"), "KIT_LANGUAGE": "bg"}
    command = (sys.executable, "-m", "kit", "lab", "1", "--no-browser", "--case", sample)
    with served(*command, cwd=tmp_path, env=env) as (_, address):
        cells = {cell["id"]: cell for cell in fetch_notebook(address)["cells"]}
    assert cells["hook"]["source"].startswith("## Горд ден за Морско")
    assert (tmp_path / f"iso9001-lessons-{sample.name}" / "bg" / LESSON).is_file()
