"""`kit lab` as a learner starts it, and what it leaves of the user's own Jupyter: everything."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kit.commands.lab import DEFAULT_FOLDER
from kit.content.library import open_library
from tests.checkout import fetch, fetch_notebook, run, served

KIT = (sys.executable, "-m", "kit")
HOSTILE = "raise SystemExit('the user\\'s own configuration was read')\n"
OWN_KERNEL = {"argv": ["/no/such/python"], "display_name": "Mine", "language": "python"}
SETTINGS = ".jupyter/lab/user-settings/@jupyterlab/apputils-extension"
IS_LINUX = sys.platform == "linux"


def make_own_jupyter(home: Path) -> None:
    """Give a user a Jupyter of their own: settings, a kernel named python3, a start-up file."""
    files = {
        ".jupyter/jupyter_server_config.py": HOSTILE,
        ".jupyter/jupyter_lab_config.py": HOSTILE,
        f"{SETTINGS}/themes.jupyterlab-settings": '{"theme": "Mine"}',
        ".jupyter/labconfig/page_config.json": '{"disabledExtensions": {"iso9001-kit": true}}',
        ".ipython/profile_default/startup/00-mine.py": HOSTILE,
        ".local/share/jupyter/kernels/python3/kernel.json": json.dumps(OWN_KERNEL),
        ".local/share/jupyter/labextensions/mine/package.json": '{"name": "mine"}',
    }
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")


def list_tree(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class Room:
    """A computer of one user: a home, a folder to start in, and an environment."""

    def __init__(self, room: Path) -> None:
        self.home, self.kit, self.work = room / "home", room / "kit-home", room / "Работна папка"
        self.work.mkdir()
        make_own_jupyter(self.home)
        own_data = str(self.home / ".local" / "share" / "jupyter")
        self.options = {
            "cwd": self.work,
            "env": {
                **os.environ,
                "HOME": str(self.home),
                "USERPROFILE": str(self.home),
                "JUPYTER_PATH": own_data,
                "JUPYTER_CONFIG_PATH": str(self.home / ".jupyter"),
                "JUPYTERLAB_SETTINGS_DIR": str(self.home / ".jupyter" / "lab" / "user-settings"),
                "KIT_HOME": str(self.kit),
                "PYTHONIOENCODING": "utf-8",
            },
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(*KIT, "lab", "--no-browser", *arguments, **self.options)

    def serve(self, *arguments: str):
        return served(*KIT, "lab", "--no-browser", *arguments, **self.options)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Room, str]]:
    """Serve the second lesson in Bulgarian from a folder of whatever name."""
    room = Room(tmp_path_factory.mktemp("дом на потребител"))
    with room.serve("1", "--language", "bg") as (_, address):
        yield room, address


def test_lesson_is_opened_in_the_language_asked_for_from_the_default_folder(running):
    room, address = running
    assert "/doc/tree/bg/01-announcement.ipynb?token=" in address
    assert (room.work / DEFAULT_FOLDER / "en" / "00-start.ipynb").is_file()
    assert fetch_notebook(address)["metadata"]["kit"]["language"] == "bg"


def test_guide_of_the_trainer_is_copied_and_opened_when_asked_for(room):
    with room.serve("trainer/1", "--language", "bg") as (_, address):
        assert "/doc/tree/bg/trainer/01-announcement.ipynb?token=" in address
        kit = fetch_notebook(address)["metadata"]["kit"]
    assert (kit["trainer"], kit["language"]) == ("announcement", "bg")
    assert (room.work / DEFAULT_FOLDER / "en" / "trainer" / "00-start.ipynb").is_file()


def test_copy_is_trusted_by_the_server(running):
    _, address = running
    code = [cell for cell in fetch_notebook(address)["cells"] if cell["cell_type"] == "code"]
    assert code
    assert all(cell["metadata"]["trusted"] for cell in code)


def test_only_kernel_is_the_python_that_runs_the_kit(running):
    _, address = running
    (kernel,) = fetch(address, "/api/kernelspecs")["kernelspecs"].values()
    assert kernel["spec"]["argv"][0] == sys.executable


def test_kernel_of_the_lesson_is_started_before_a_browser_comes(running):
    _, address = running
    kernels = []
    while not kernels:  # the server answers before the kernel has a process
        (session,) = fetch(address, "/api/sessions") or [None]
        connection = session and f"kernel-{session['kernel']['id']}.json"
        commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
        kernels = [command for command in commands if connection in " ".join(command)]
    assert session["path"] == "bg/01-announcement.ipynb"
    assert kernels[0][0] == sys.executable


def test_jupyter_of_the_user_is_neither_read_nor_changed(running, tmp_path):
    room, address = running
    themes = fetch(address, "/lab/api/settings/@jupyterlab/apputils-extension:themes")
    assert themes["settings"] == {}
    assert themes["schema"]["properties"]["adaptive-theme"]["default"] is True
    make_own_jupyter(tmp_path)
    assert list_tree(room.home) == list_tree(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl+C cannot be sent to one process")
def test_second_start_moves_on_from_a_taken_port_and_ends_at_ctrl_c_without_a_question(room):
    folder = room.work / "my lessons"
    assert room.run("--folder", str(folder), "no-such-lesson").returncode == 1
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with room.serve("--folder", str(folder), "--port", str(port)) as (process, address):
            assert f":{port}/" not in address
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert "[n]" not in rest
    assert rest.strip().endswith(("Stopped.", "Спряно."))


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "There is no lesson “9a”. The lessons are: {}."),
        ("bg", "Няма урок „9a“. Уроците са: {}."),
    ],
)
def test_unknown_lesson_is_told_with_those_that_there_are(room, language, message):
    done = room.run("9a", "--language", language)
    lessons = sorted(open_library().lessons.items(), key=lambda entry: entry[1].number)
    there = ", ".join(f"{slug} ({lesson.number})" for slug, lesson in lessons)
    assert (done.returncode, done.stderr.strip()) == (1, message.format(there))


@pytest.mark.parametrize("name", ["lessons", "lessons/en"])
@pytest.mark.parametrize(
    ("language", "message"), [("en", "is a file, but a folder is needed"), ("bg", "е файл, а там")]
)
def test_file_in_the_place_of_a_folder_is_told_and_stays(room, name, language, message):
    path = room.work / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    done = room.run("--folder", "lessons", "--language", language)
    assert done.returncode == 1
    assert message in done.stderr
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_text() == "mine"


@pytest.mark.skipif(not IS_LINUX, reason="/proc takes no files from anybody, not even from root")
@pytest.mark.parametrize(
    ("language", "message"), [("en", "cannot be written"), ("bg", "не може да се записва")]
)
def test_folder_that_cannot_be_written_is_told(room, language, message):
    done = room.run("--folder", "/proc/lessons", "--language", language)
    assert done.returncode == 1
    assert message in done.stderr
    assert "--folder" in done.stderr


@pytest.mark.skipif(not IS_LINUX, reason="/proc takes no files from anybody, not even from root")
def test_home_that_cannot_be_written_is_told(room):
    room.options["env"]["KIT_HOME"] = "/proc/kit"
    done = room.run("--language", "en")
    assert done.returncode == 1
    assert "KIT_HOME" in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eight"])
def test_port_that_is_none_is_told(room, port):
    done = room.run(f"--port={port}")
    assert done.returncode == 2
    assert "expected a number from 1 to 65535" in done.stderr


def test_command_imports_nothing_heavy_until_it_is_run():
    heavy = {"jupyterlab", "jupyter_server", "nbformat", "ipykernel", "matplotlib", "ipywidgets"}
    code = "import sys, kit.commands.lab; print(*{name.split('.')[0] for name in sys.modules})"
    assert heavy.isdisjoint(run(sys.executable, "-c", code).stdout.split())
