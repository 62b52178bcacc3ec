from __future__ import annotations

import os
import runpy
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.checkout import PATIENCE_SECONDS, ROOT, copy_project, fetch, fetch_notebook, run, served

NOWHERE = "http://127.0.0.1:9/simple"
NO_NETWORK = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_FIND_LINKS": "",
    "PIP_INDEX_URL": NOWHERE,
    "PIP_RETRIES": "0",
    "UV_DEFAULT_INDEX": NOWHERE,
    "UV_OFFLINE": "1",
}
OLD_PYTHONS = ("python2.7", "python3.6", "python3.8", "python3.10")
SETS_UP = "1 of 3"
only_posix = pytest.mark.skipif(os.name != "posix", reason="Windows sends Ctrl+C in another way")


def start(folder: Path, *arguments: str, python: str | Path = sys.executable, **environment: str):
    """Run start.py of a folder to its end."""
    command = [python, folder / "start.py", *arguments]
    return run(*command, cwd=folder.parent, env=os.environ | environment)


def old_python(name: str) -> str | None:
    """Return the path of an old Python, if this computer has it."""
    folders = [*Path.home().glob(".pyenv/versions/*/bin"), os.environ["PATH"]]
    path = shutil.which(name, path=os.pathsep.join(map(str, folders)))
    works = path and run(path, "-c", "import sys").returncode == 0
    return path if works else None


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that has not been set up."""
    return copy_project(tmp_path / "kit")


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Start for the first time, in a folder with Cyrillic letters, spaces and an apostrophe.

    The very first attempt is interrupted by Ctrl+C while packages are being installed.
    """
    folder = copy_project(tmp_path_factory.mktemp("Община Поморие") / "Иван's kit")
    interrupted = interrupt(folder) if os.name == "posix" else None
    return SimpleNamespace(folder=folder, interrupted=interrupted, done=start(folder, "schema"))


def interrupt(folder: Path) -> SimpleNamespace:
    """Press Ctrl+C as soon as start.py says that it installs packages."""
    command = [sys.executable, str(folder / "start.py"), "--language", "en"]
    options = {"stderr": subprocess.PIPE, "encoding": "utf-8", "start_new_session": True}
    with subprocess.Popen(command, **options) as process:
        printed = next(line for line in process.stderr if line.startswith("2 of 3"))
        os.killpg(process.pid, signal.SIGINT)
        printed += process.stderr.read()
    has_stamp = (folder / ".venv" / "kit-is-ready").exists()
    return SimpleNamespace(code=process.returncode, printed=printed, has_stamp=has_stamp)


@pytest.mark.parametrize("name", OLD_PYTHONS)
def test_an_old_python_is_told_which_one_is_needed(name):
    python = old_python(name)
    if not python:
        pytest.skip(f"{name} is not installed here")
    told = start(ROOT, python=python)
    assert told.returncode == 1
    assert "Python 3.11 or later is needed" in told.stderr
    assert "Необходим е Python 3.11" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_python_that_says_it_is_old_is_told_so(monkeypatch, capfd):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match="1"):
        runpy.run_path(str(ROOT / "start.py"))
    assert "this is Python 3.10.13" in capfd.readouterr().err


def test_without_ensurepip_it_says_what_to_install(project, tmp_path):
    hidden = "import sys\nsys.modules['ensurepip'] = None\n"
    (tmp_path / "sitecustomize.py").write_text(hidden, encoding="utf-8")
    told = start(project, PYTHONPATH=str(tmp_path))
    assert told.returncode == 1
    assert "apt install python3-venv" in told.stderr
    assert not (project / ".venv").exists()


@pytest.mark.slow
def test_without_network_it_says_what_to_do(project):
    told = start(project, **NO_NETWORK)
    assert told.returncode == 1
    assert "Connect to the internet" in told.stderr
    assert "Свържете компютъра с интернет" in told.stderr
    assert "No matching distribution found for uv" in told.stderr
    assert "Traceback" not in told.stderr
    assert not (project / ".venv" / "kit-is-ready").exists()


def test_it_speaks_the_language_asked_for(tmp_path):
    project = copy_project(tmp_path / f"a{os.pathsep}b")
    told = start(project, "--language", "bg")
    assert "Преименувайте" in told.stderr
    assert "Rename" not in told.stderr


def test_a_sign_that_no_environment_can_have_in_its_path_is_named(tmp_path):
    folder = tmp_path / f"ISO 9001{os.pathsep}2008"
    told = start(copy_project(folder))
    assert told.returncode == 1
    assert f"“{folder}”, because of the sign “{os.pathsep}”" in told.stderr


def test_an_incomplete_download_is_named(project):
    (project / "requirements.lock").unlink()
    told = start(project)
    assert told.returncode == 1
    assert "requirements.lock" in told.stderr
    assert "Traceback" not in told.stderr


def test_cyrillic_words_never_fail_on_a_console_without_them(project):
    (project / "requirements.lock").unlink()
    told = start(project, LC_ALL="C", PYTHONIOENCODING="cp437", PYTHONUTF8="0")
    assert "Подготовката спря" in told.stderr


@only_posix
@pytest.mark.slow
def test_an_interruption_is_quiet_and_leaves_no_stamp(first_start):
    interrupted = first_start.interrupted
    assert interrupted.code == 130
    assert "Traceback" not in interrupted.printed
    assert not interrupted.has_stamp


@only_posix
@pytest.mark.slow
def test_an_interrupted_installation_is_made_afresh(first_start):
    assert "from the beginning" in first_start.done.stderr


@pytest.mark.slow
def test_the_first_start_ends_in_the_command_that_was_asked_for(first_start):
    assert first_start.done.returncode == 0
    assert first_start.done.stdout.startswith("{")


@pytest.mark.slow
def test_the_second_start_installs_nothing(first_start):
    stamp = first_start.folder / ".venv" / "kit-is-ready"
    before = stamp.stat().st_mtime_ns
    again = start(first_start.folder, "schema", **NO_NETWORK)
    assert again.returncode == 0
    assert again.stderr == ""
    assert stamp.stat().st_mtime_ns == before


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "code"), [(["nonsense"], 2), (["check", "--data", "."], 1)])
def test_the_exit_code_is_passed_on(first_start, arguments, code):
    assert start(first_start.folder, *arguments).returncode == code


@pytest.mark.slow
def test_path_files_are_ascii_wherever_the_project_lies(first_start):
    files = list((first_start.folder / ".venv").rglob("site-packages/*.pth"))
    assert any("iso9001" in file.name for file in files)
    assert [file.name for file in files if not file.read_bytes().isascii()] == []


@pytest.mark.slow
def test_the_kit_that_runs_is_the_one_of_the_project(first_start):
    folder = first_start.folder / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    told = run(python, "-c", "import kit; print(kit.__file__)", cwd=folder)
    assert Path(told.stdout.strip()) == first_start.folder / "kit" / "__init__.py"


@only_posix
@pytest.mark.slow
def test_a_lesson_is_served_and_ctrl_c_ends_it(first_start, tmp_path):
    command = [sys.executable, first_start.folder / "start.py", "--no-browser", "--language", "bg"]
    with served(*command, cwd=tmp_path, start_new_session=True) as (process, address):
        cells = fetch_notebook(address)["cells"]
        fetch(address, "/api/status")  # the server is done with the notebook before it answers
        os.killpg(process.pid, signal.SIGINT)
        printed, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert 'language="bg"' in "".join(cell["source"] for cell in cells)
    assert process.returncode in {0, 130}
    assert "Traceback" not in printed


@pytest.mark.slow
def test_an_update_is_installed_in_place_even_without_network(first_start):
    with (first_start.folder / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    told = start(first_start.folder, "schema", **NO_NETWORK)
    assert "Bringing it up to date" in told.stderr
    assert told.returncode == 0
    assert SETS_UP not in start(first_start.folder, "schema").stderr


WAITING = """
import os, runpy, sys
hand_over = runpy.run_path({start!r})["hand_over"]
hand_over.__globals__["PYTHON"] = sys.executable
os.name = "nt"
sys.exit(hand_over("-c", {program!r}))
"""
ENDS_AT_ONCE = "import sys; sys.exit(7)"
ENDS_ON_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, lambda *_: sys.exit(7))
print("ready", flush=True)
signal.pause()
"""


def test_where_no_process_can_become_another_it_waits_for_the_exit_code():
    program = WAITING.format(start=str(ROOT / "start.py"), program=ENDS_AT_ONCE)
    assert run(sys.executable, "-c", program).returncode == 7


@only_posix
def test_where_it_waits_ctrl_c_is_left_to_the_program_that_runs():
    program = WAITING.format(start=str(ROOT / "start.py"), program=ENDS_ON_CTRL_C)
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen([sys.executable, "-c", program], **options) as process:
        assert process.stdout.readline().strip() == b"ready"
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, errors) == (7, b"")
