"""What runs by itself and what does not, in a real JupyterLab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_output
from playwright.sync_api import Page, expect

STARTED = 60_000
FOREIGN = "This copy comes from elsewhere"
CHANGED = "The code of this copy has been changed"
STALE = "a number from another time"


@pytest.fixture
def notebook(sample_lab) -> nbformat.NotebookNode:
    """Return the kit's own lesson, to be changed."""
    return nbformat.read(sample_lab.find("announcement"), as_version=4)


@pytest.fixture
def path(sample_lab) -> Iterator[Path]:
    """Return where a notebook from elsewhere is put."""
    path = sample_lab.folder / "en" / "01-from-elsewhere.ipynb"
    yield path
    path.unlink()


@pytest.fixture
def harm(sample_lab) -> Iterator[Path]:
    """Return the file that the code from elsewhere would make."""
    harm = sample_lab.folder / "en" / "harm.txt"
    yield harm
    harm.unlink(missing_ok=True)


def harmful(harm: Path) -> nbformat.NotebookNode:
    return new_code_cell(f"from pathlib import Path\nPath({str(harm)!r}).touch()", id="harm")


def sign(lab, notebook: nbformat.NotebookNode) -> None:
    notary = NotebookNotary(data_dir=str(lab.home / "lab" / "data"))
    notary.sign(notebook)
    notary.store.close()


def expect_to_wait(lab, page: Page, reason: str) -> None:
    """Expect the reason, and wait until a kernel is there that could run the cells."""
    expect(page.locator(".kit-notice")).to_contain_text(reason, timeout=STARTED)
    page.wait_for_function(
        """async (url) => (await (await fetch(url)).json())
            .some(({ kernel }) => kernel.execution_state === "idle")""",
        arg=f"{lab.url}api/sessions?token={lab.token}",
    )
    assert page.locator('.kit-lesson[data-kit-state="waiting"]').count() == 1


def test_own_copy_runs_by_itself(sample_lab, trace):
    sample_lab.open("announcement")
    (line,) = trace.read_text().splitlines()
    assert line.startswith("announcement en")


def test_foreign_code_in_a_notebook_that_claims_to_be_a_lesson_does_not_run(
    sample_lab, notebook, path, harm
):
    notebook.cells.append(harmful(harm))
    nbformat.write(notebook, path)
    page = sample_lab.show(path)
    expect_to_wait(sample_lab, page, FOREIGN)
    assert not harm.exists()
    page.get_by_role("button", name="Start the lesson").press("Enter")
    assert page.locator(".jp-Notebook :focus").count() == 1
    page.wait_for_selector("[data-kit-alive]", timeout=STARTED)
    assert harm.exists()


def test_the_kits_own_code_in_a_notebook_that_nobody_signed_does_not_run(
    sample_lab, notebook, path, trace
):
    notebook.metadata["from"] = "elsewhere"
    nbformat.write(notebook, path)
    expect_to_wait(sample_lab, sample_lab.show(path), FOREIGN)
    assert trace.read_text() == ""


def test_signed_copy_with_changed_code_waits_and_says_why(sample_lab, notebook, path, harm):
    notebook.cells.append(harmful(harm))
    nbformat.write(notebook, path)
    sign(sample_lab, notebook)
    expect_to_wait(sample_lab, sample_lab.show(path), CHANGED)
    assert not harm.exists()


def test_code_of_another_lesson_is_not_this_lessons_own(sample_lab, notebook, path, trace):
    notebook.cells[1].source = notebook.cells[1].source.replace("announcement", "start")
    nbformat.write(notebook, path)
    sign(sample_lab, notebook)
    expect_to_wait(sample_lab, sample_lab.show(path), CHANGED)
    assert trace.read_text() == ""


def test_outputs_from_another_time_are_not_shown(sample_lab, notebook, path):
    stale = new_output("display_data", data={"text/plain": STALE})
    next(cell for cell in notebook.cells if cell.cell_type == "code").outputs = [stale]
    nbformat.write(notebook, path)
    page = sample_lab.show(path)
    expect_to_wait(sample_lab, page, FOREIGN)
    assert page.get_by_text(STALE).locator("visible=true").count() == 0
    page.get_by_role("button", name="Start the lesson").click()
    page.wait_for_selector("[data-kit-alive]", timeout=STARTED)
    assert page.get_by_text(STALE).count() == 0


def test_notebook_that_is_no_lesson_stays_as_it_is(sample_lab, notebook, path, trace):
    notebook.metadata.pop("kit")
    nbformat.write(notebook, path)
    page = sample_lab.new_page()
    page.goto(f"{sample_lab.url}doc/tree/en/{path.name}?token={sample_lab.token}")
    expect(page.locator(".jp-CodeCell .cm-content").first).to_be_visible(timeout=STARTED)
    assert page.locator(".kit-lesson, .kit-head").count() == 0
    assert trace.read_text() == ""


def test_file_in_the_learners_folder_takes_no_modules_place(sample_lab, trace):
    intruder = sample_lab.folder / "en" / "sample.py"
    intruder.write_text("raise SystemExit('the wrong module')")
    try:
        sample_lab.open("announcement")
    finally:
        intruder.unlink()
    assert trace.read_text().startswith("announcement en")
