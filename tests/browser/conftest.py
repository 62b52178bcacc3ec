"""A real JupyterLab, started by the kit's launcher, and a real Chromium.

Fixtures for tests of anything that lives in a lesson:

`lab`
    The kit's own lessons. `page = lab.open("announcement", "bg")` returns a Playwright page on
    which every cell has run; keywords go to `browser.new_context`, such as
    `viewport={"width": 390, "height": 844}` or `color_scheme="dark"`. Pages and kernels are closed
    after each test.
`sample_lab`
    The same with three small lessons that need nothing of the kit but the lesson view:
    `start`, `announcement` (with quizzes, core widgets and much to scroll) and `eight-principles`
    (which ends with an explorer).

Both have `url`, `token`, `folder` (the learner's folder), `home` (KIT_HOME) and `problems`: the
errors that the page's console has shown and the addresses asked for outside of this computer.
The server is started once for all tests of a process. The learner's attempts are forgotten between
tests by `lab.forget()`, which removes everything in KIT_HOME but JupyterLab's own folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from kit.content.library import Library, open_library
from kit.lab.course import EXTENSION, write_course
from kit.paths import data_folder, notebooks_folder
from kit.site.build import build_site
from kit.site.writing import write_site
from tests.browser.site_pages import SitePages, serve_site

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SAMPLES = Path(__file__).parent / "samples"
ALIVE_SECONDS = 60
# No test fails because a machine is slow.
expect.set_options(timeout=30_000)
TITLES = {
    "start": ("Start", "Начало"),
    "announcement": ("The announcement", "Съобщението"),
    "eight-principles": ("Eight principles", "Осем принципа"),
}
SERVE = """
import sys
from pathlib import Path
from kit.lab.launch import Order, open_lessons
folder, notebooks, extensions, port = sys.argv[1:]
order = Order(language="en", folder=Path(folder), port=int(port), has_browser=False)
tell = lambda line: print(line, flush=True)
open_lessons(order, tell, Path(notebooks), Path(extensions))
"""


class Lab:
    """A running JupyterLab with lessons, and the pages that a test has opened on it."""

    def __init__(self, address: str, folder: Path, home: Path, browser: Browser) -> None:
        self.url, self.token = re.findall(r"(http://[^/]+/).*token=(\w+)", address)[0]
        self.folder, self.home = folder, home
        self.problems: list[str] = []
        self.pages: list[Page] = []
        self._contexts: dict[str, BrowserContext] = {}
        self._browser = browser

    def find(self, lesson: str, language: str = "en") -> Path:
        """Return the learner's copy of a lesson."""
        return next((self.folder / language).glob(f"*-{lesson}.ipynb"))

    def new_page(self, **options: object) -> Page:
        """Return an empty page whose problems are noted."""
        # A context keeps JupyterLab's files, so pages of the same kind share one.
        context = self._contexts.get(repr(options)) or self._browser.new_context(**options)
        self._contexts[repr(options)] = context
        page = context.new_page()
        self.pages.append(page)
        page.on("console", lambda seen: seen.type == "error" and self._note_error(seen.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._note_request)
        return page

    def _note_error(self, text: str) -> None:
        # JupyterLab says so when a page is left before the kernel has answered all questions.
        if "Canceled future for" not in text:
            self.problems.append(text)

    def _note_request(self, request: object) -> None:
        if not request.url.startswith((self.url, "data:", "blob:", self.url.replace("http", "ws"))):
            self.problems.append(f"asked for {request.url}")

    def show(self, path: Path, **options: object) -> Page:
        """Open any notebook below the learner's folder and wait until it is a lesson."""
        page = self.new_page(**options)
        relative = path.relative_to(self.folder).as_posix()
        page.goto(f"{self.url}doc/tree/{relative}?token={self.token}")
        page.wait_for_selector(".kit-lesson", timeout=ALIVE_SECONDS * 1000)
        return page

    def open(self, lesson: str, language: str = "en", **options: object) -> Page:
        """Open a lesson and wait until all of its cells have run."""
        page = self.show(self.find(lesson, language), **options)
        page.wait_for_selector("[data-kit-alive]", timeout=ALIVE_SECONDS * 1000)
        return page

    def ask(self, path: str, method: str = "GET") -> object:
        """Ask JupyterLab's server, and return what it answers."""
        request = urllib.request.Request(
            f"{self.url}api/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def forget(self) -> None:
        """Forget what learners have entered."""
        for path in self.home.iterdir():
            if path.name != "lab":
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def close_contexts(self) -> None:
        """Forget what the browser keeps of pages: the next one loads everything again."""
        for context in self._contexts.values():
            context.close()
        self._contexts.clear()

    def tidy(self) -> None:
        """Close what a test has opened."""
        for page in self.pages:
            page.close()
        for session in self.ask("sessions"):
            self.ask(f"sessions/{session['id']}", "DELETE")
        self.pages.clear()
        self.problems.clear()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_lab(command: list[str], room: Path, browser: Browser, **extra: str) -> Iterator[Lab]:
    """Start a launcher in a temporary folder, yield its JupyterLab, stop it as Ctrl+C does."""
    home = room / "home"
    environment = {**os.environ, "KIT_HOME": str(home), "KIT_LANGUAGE": "en", **extra}
    options = {"stdout": subprocess.PIPE, "text": True, "cwd": room, "env": environment}
    with (
        (room / "server.log").open("w") as log,
        subprocess.Popen([sys.executable, *command], stderr=log, **options) as server,
    ):
        lines = iter(server.stdout.readline, "")
        address = next((line for line in lines if "token=" in line), None)
        assert address, (room / "server.log").read_text()
        yield Lab(address, room / "lessons", home, browser)
        server.send_signal(signal.SIGINT)
        try:
            server.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()  # or the suite would wait for it for ever
            raise


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; in CI it must be there."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of the whole course."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, build_site(open_library(), notebooks_folder(), date(2026, 11, 28)))
    return folder


@pytest.fixture(scope="session")
def site_server(browser: Browser, site_folder: Path) -> Iterator[SitePages]:
    """Serve the site for all tests."""
    with serve_site(browser, site_folder) as pages:
        yield pages


@pytest.fixture
def site(site_server: SitePages) -> Iterator[SitePages]:
    """Return the site of the whole course; a test fails if its pages had any problem."""
    yield site_server
    site_server.close()


@pytest.fixture(scope="session")
def lab_server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Serve the kit's own lessons for all tests."""
    room = tmp_path_factory.mktemp("lab")
    options = ["--no-browser", "--port", str(free_port()), "--folder", str(room / "lessons")]
    yield from start_lab(["-m", "kit", "lab", *options], room, browser)


@pytest.fixture
def lab(lab_server: Lab) -> Iterator[Lab]:
    """Return a JupyterLab with the kit's own lessons; see the top of this file."""
    yield lab_server
    lab_server.tidy()


def start_samples(room: Path, browser: Browser) -> Iterator[Lab]:
    """Write the sample lessons into a temporary folder and serve them as `start_lab` does."""
    write_samples(room)
    places = [room / "lessons", room / "notebooks", room / "extensions"]
    command = ["-c", SERVE, *map(str, places), str(free_port())]
    extra = {
        "KIT_DATA": str(room / "data"),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(SAMPLES), os.environ.get("PYTHONPATH")])),
        "SAMPLE_TRACE": str(room / "trace.txt"),
    }
    yield from start_lab(command, room, browser, **extra)


@pytest.fixture(scope="session")
def sample_server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Serve the sample lessons for all tests."""
    yield from start_samples(tmp_path_factory.mktemp("samples"), browser)


@pytest.fixture
def sample_lab(sample_server: Lab) -> Iterator[Lab]:
    """Return a JupyterLab with the sample lessons, no trace of having run, and fresh copies."""
    trace = sample_server.folder.parent / "trace.txt"
    trace.write_text("", encoding="utf-8")
    yield sample_server
    sample_server.tidy()


@pytest.fixture
def trace(sample_lab: Lab) -> Path:
    """Return the file in which the sample lessons leave a trace of having run."""
    return sample_lab.folder.parent / "trace.txt"


def write_samples(room: Path) -> None:
    """Write three lessons in both languages, and the lesson view that knows them."""
    (room / "data" / "lessons").mkdir(parents=True)
    shutil.copy(data_folder() / "interface.toml", room / "data")
    for number, (lesson, (en, bg)) in enumerate(TITLES.items()):
        facts = f"number = {number}\nminutes = {5 * number + 5}\n"
        texts = "".join(
            f'[{key}]\nen = "{en}"\nbg = "{bg}"\n' for key in ("title", "lead", "needs")
        )
        (room / "data" / "lessons" / f"{lesson}.toml").write_text(facts + texts, encoding="utf-8")
        for language, title in (("en", en), ("bg", bg)):
            path = room / "notebooks" / language / f"{number:02d}-{lesson}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(make_lesson(lesson, language, title), path)
    extension = room / "extensions" / EXTENSION.name
    shutil.copytree(EXTENSION, extension)
    write_course(extension, Library(room / "data"), room / "notebooks")


def make_lesson(lesson: str, language: str, title: str) -> nbformat.NotebookNode:
    """Return a lesson; its text is long enough to scroll on any screen."""
    text = "Общината съобщава. " if language == "bg" else "The town tells its citizens. "
    cells = [
        new_markdown_cell(f"# {title}\n\n{text}", id="title"),
        new_code_cell(
            f'import sample\nlesson = sample.open_lesson("{lesson}", language="{language}")',
            id="open",
        ),
        new_code_cell("lesson.controls()", id="controls"),
    ]
    for number in range(1, 5):
        prose = f"## {number}\n\n{text * 30}\n\n[→](02-eight-principles.ipynb)"
        cells.append(new_markdown_cell(prose, id=f"part-{number}"))
        cells.append(new_code_cell(f'lesson.quiz("q{number}")', id=f"quiz-{number}"))
    if lesson == "eight-principles":
        cells.append(new_code_cell('lesson.explore("kept")', id="explorer"))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kit": {"lesson": lesson, "language": language}, "kernelspec": kernel}
    return new_notebook(cells=cells, metadata=metadata)
