"""What pre-commit does to a commit, tried in a repository of its own."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.checkout import copy_project, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("git"), reason="pre-commit needs git"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a new repository with all files of the project ready to commit."""
    folder = copy_project(tmp_path / "kit")
    run("git", "init", "--quiet", folder)
    return folder


def commit_check(folder: Path):
    """Run all hooks on all files, with the tools of this environment."""
    tools = Path(sys.executable).parent
    environment = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
    }
    run("git", "add", "--all", cwd=folder)
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    return run(*command, cwd=folder, env=os.environ | environment)


def test_the_project_passes_its_hooks(repository):
    done = commit_check(repository)
    assert done.returncode == 0, done.stdout


def test_a_notebook_with_outputs_is_stopped_and_keeps_its_cell_ids(repository):
    path = next(repository.glob("notebooks/en/*.ipynb"))
    before = json.loads(path.read_text(encoding="utf-8"))
    cell = next(cell for cell in before["cells"] if cell["cell_type"] == "code")
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["printed\n"]}]
    path.write_text(json.dumps(before, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    done = commit_check(repository)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert done.returncode == 1
    assert [one["id"] for one in after["cells"]] == [one["id"] for one in before["cells"]]
    assert all(not one.get("outputs") for one in after["cells"])


def test_a_large_file_is_stopped(repository):
    (repository / "data" / "large.bin").write_bytes(bytes(501 * 1024))
    done = commit_check(repository)
    assert done.returncode == 1
    assert "large.bin (501 KB) exceeds 500 KB" in done.stdout
