"""How long a lesson takes to answer in JupyterLab, beside a blank notebook with one button.

Both are opened by the same launcher in the same lesson view, each in a browser without a cache and
with a kernel of its own, in turn.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from time import perf_counter

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import sync_playwright

from kit.content.library import open_library
from kit.lab.course import EXTENSION, write_course
from kit.paths import notebooks_folder
from tests.browser.conftest import FLAGS, SERVE, Lab, free_port, start_lab

BUTTON = """\
import ipywidgets
button = ipywidgets.Button(description="Press")
button.on_click(lambda _: setattr(button, "description", "Pressed"))
button"""
# The rival stands in the place of another lesson, so that nothing but its cells differs.
RIVAL = "start"


def time_lessons(room: Path, rounds: int) -> tuple[dict[str, list[float]], list[float]]:
    """Return the seconds to the first answer, by lesson with quizzes, and those of the button."""
    lessons = [slug for slug, one in open_library().lessons.items() if len(one.quizzes) > 1]
    _write_notebooks(room)
    places = [room / name for name in ("lessons", "notebooks", "extensions")]
    command = ["-c", SERVE, *map(str, places), str(free_port())]
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        serving = start_lab(command, room, browser)
        lab = next(serving)
        turns = [
            ([_time_quiz(lab, lesson) for lesson in lessons], _time_button(lab))
            for _ in range(rounds + 1)
        ][1:]
        browser.close()
        next(serving, None)
    quizzes = zip(*(taken for taken, _ in turns), strict=True)
    return dict(zip(lessons, map(list, quizzes), strict=True)), [button for _, button in turns]


def _write_notebooks(room: Path) -> None:
    shutil.copytree(notebooks_folder(), room / "notebooks")
    for path in room.glob(f"notebooks/*/*-{RIVAL}.ipynb"):
        metadata = nbformat.read(path, as_version=4).metadata
        nbformat.write(new_notebook(cells=[new_code_cell(BUTTON)], metadata=metadata), path)
    extension = room / "extensions" / EXTENSION.name
    shutil.copytree(EXTENSION, extension)
    write_course(extension, open_library(), room / "notebooks")


def _time_quiz(lab: Lab, lesson: str) -> float:
    lab.forget()
    return _time(lab, lesson, ".kit-option", "[data-kit-quiz] .kit-saved:not(:empty)")


def _time_button(lab: Lab) -> float:
    return _time(lab, RIVAL, ".jupyter-button", "button:has-text('Pressed')")


def _time(lab: Lab, lesson: str, press: str, answered: str) -> float:
    start = perf_counter()
    page = lab.show(lab.find(lesson))
    page.locator(press).first.click(timeout=120_000)
    page.wait_for_selector(answered)
    seconds = perf_counter() - start
    lab.tidy()
    lab.close_contexts()
    return seconds
