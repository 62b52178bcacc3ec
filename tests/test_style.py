from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run_tool(name: str, *arguments: str, folder: Path = ROOT) -> tuple[int, str]:
    """Run a tool of this environment; return its exit code and what it printed."""
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program, f"{name} is not installed beside {sys.executable}"
    done = subprocess.run(
        [program, *arguments], check=False, capture_output=True, cwd=folder, encoding="utf-8"
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--no-cache", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    ],
    ids=" ".join,
)
def test_code_keeps_the_style(command):
    code, printed = run_tool(*command)
    assert code == 0, printed


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("kit/quiz/grading.py", "import matplotlib"),
        ("kit/content/records.py", "import kit.widgets.quiz"),
        ("kit/learner/store.py", "import kit.commands.progress"),
    ],
)
def test_an_import_against_the_direction_is_found(tmp_path, module, line):
    shutil.copytree(ROOT / "kit", tmp_path / "kit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    code, printed = run_tool("lint-imports", "--no-cache", folder=tmp_path)
    assert code == 1
    assert "BROKEN" in printed


def test_a_module_without_a_place_is_found(tmp_path):
    shutil.copytree(ROOT / "kit", tmp_path / "kit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "kit" / "drawer.py").write_text("", encoding="utf-8")
    code, printed = run_tool("lint-imports", "--no-cache", folder=tmp_path)
    assert code == 1
    assert "kit.drawer" in printed
