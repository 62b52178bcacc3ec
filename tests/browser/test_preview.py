"""The preview of a question in a real browser: live on save, faults in words, nothing let out."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from kit.content.interface import read_words
from kit.content.library import open_library
from kit.paths import data_folder
from kit.preview.server import Preview
from kit.preview.subject import Subject
from kit.text import LANGUAGES

QUESTION = "what-iso-does"
WORDS = read_words("preview", "en")


class Desk:
    """An author's desk: a copy of the content, a preview of it, and the page that shows it."""

    def __init__(self, folder: Path, server: Preview, page: Page) -> None:
        self.file = folder / "questions" / "announcement" / f"{QUESTION}.toml"
        self.folder, self.server, self.page = folder, server, page
        self.requests: list[str] = []
        self.problems: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda seen: seen.type == "error" and self.problems.append(seen.text))

    def save(self, old: str, new: str) -> None:
        """Change the file as an editor does: write another, put it in place."""
        text = self.file.read_text("utf-8")
        assert old in text
        aside = self.file.with_name(".aside")
        aside.write_text(text.replace(old, new, 1), encoding="utf-8")
        aside.replace(self.file)


def ask(
    address: str, path: str, headers: Mapping[str, str] | None = None
) -> tuple[HTTPResponse, str]:
    """Ask the server of an address for a path; return its answer and the text of it."""
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=10)) as connection:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer, answer.read().decode()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_folder(), tmp_path / "data"))


@pytest.fixture
def server(content: Path) -> Iterator[Preview]:
    with Preview(Subject(content, QUESTION), language="en") as preview:
        thread = Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield preview
        preview.shutdown()
        thread.join()


@pytest.fixture
def desk(content: Path, server: Preview, browser: Browser) -> Iterator[Desk]:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    desk = Desk(content, server, page)
    page.goto(server.address)
    page.wait_for_selector("body[data-ready]")
    yield desk
    page.close()


def test_both_languages_stand_side_by_side(desk: Desk) -> None:
    stem = open_library().question(QUESTION).stem
    boxes = []
    for language in LANGUAGES:
        place = desk.page.locator(f"#in-{language}")
        expect(place.locator("legend")).to_have_text(stem.pick(language))
        assert place.locator(".kit-quiz").get_attribute("lang") == language
        boxes.append(place.bounding_box())
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    expect(desk.page.get_by_text(WORDS["no-faults"])).to_be_visible()
    assert desk.problems == []


def test_the_question_answers_and_says_that_nothing_is_kept(desk: Desk) -> None:
    place = desk.page.locator("#in-bg")
    place.locator(".kit-option input").first.check()
    place.get_by_role("button", name="Провери", exact=True).click()
    expect(place.locator(".kit-why").first).to_be_visible()
    expect(place.locator(".kit-saved")).to_have_text(read_words("preview", "bg")["kept"])


def test_a_change_shows_when_the_file_is_saved(desk: Desk) -> None:
    stem = open_library().question(QUESTION).stem.en
    desk.save(stem, "What has just been written here?")
    expect(desk.page.locator("#in-en legend")).to_have_text("What has just been written here?")


def test_a_broken_file_shows_its_faults_and_comes_back_when_mended(desk: Desk) -> None:
    desk.save('kind = "', "kind = ")
    faults = desk.page.locator(".faults")
    expect(faults).to_contain_text("a fault in the TOML")
    expect(faults).to_contain_text(WORDS["broken"])
    assert desk.page.locator(".kit-quiz").count() == 0
    desk.save("kind = ", 'kind = "')
    expect(desk.page.locator(".kit-quiz")).to_have_count(len(LANGUAGES))
    assert desk.problems == []


def test_every_fault_of_the_file_is_listed_beside_the_question(desk: Desk) -> None:
    desk.save('sources = ["', 'sources = ["no-such-source", "')
    desk.page.wait_for_selector(".faults")
    expect(desk.page.locator(".faults")).to_contain_text("no-such-source")
    expect(desk.page.locator(".kit-quiz")).to_have_count(len(LANGUAGES))
    expect(desk.page.get_by_text(WORDS["broken"])).to_have_count(0)


def test_a_file_that_is_gone_is_told(desk: Desk) -> None:
    desk.file.unlink()
    expect(desk.page.locator(".faults")).to_contain_text(f"questions/TOPIC/{QUESTION}.toml")


def test_a_text_brings_no_markup_and_the_page_no_path(desk: Desk) -> None:
    stem = open_library().question(QUESTION).stem.en
    evil = (
        "<img src=x onerror=document.title='harmed'></script><script>document.title='x'</script>?"
    )
    desk.save(stem, evil)
    expect(desk.page.locator("#in-en legend")).to_have_text(evil)
    assert desk.page.title() == WORDS["title"].format(question=QUESTION)
    desk.save('kind = "', "kind = ")
    expect(desk.page.locator(".kit-quiz")).to_have_count(0)  # the page has been loaded anew
    desk.page.wait_for_selector(".faults")
    assert str(desk.folder) not in desk.page.content()
    assert str(desk.folder.parent) not in desk.page.content()


def test_nothing_is_asked_for_elsewhere(desk: Desk) -> None:
    desk.page.reload()
    desk.page.wait_for_selector("body[data-ready]")
    own = (desk.server.address, "blob:", "data:")
    assert [url for url in desk.requests if not url.startswith(own)] == []
    assert desk.requests


def test_the_page_says_when_the_preview_has_been_stopped(desk: Desk) -> None:
    desk.page.route("**/stamp", lambda route: route.abort())
    expect(desk.page.get_by_role("alert")).to_have_text(WORDS["stopped"])


@pytest.mark.parametrize(
    ("path", "host"),
    [
        ("/", None),
        ("/x/", None),
        ("/{token}/../", None),
        ("/{token}/page.py", None),
        ("/{token}/../../pyproject.toml", None),
        ("/{token}/%2e%2e/", None),
        ("/{token}", None),
        ("/{token}/", "evil.example:80"),
    ],
)
def test_whoever_does_not_have_the_address_gets_nothing(
    server: Preview, path: str, host: str | None
) -> None:
    token = server.address.split("/")[3]
    answer, text = ask(server.address, path.format(token=token), {"Host": host} if host else {})
    assert answer.status == 404
    assert answer.getheader("Server").startswith("kit")
    assert "kit-quiz" not in text


def test_only_this_computer_is_listened_to(server: Preview) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("question_id", ["claims-1-of-2", "read-a-certificate", "date-last-day"])
def test_questions_of_other_kinds_and_files_are_shown(
    question_id: str, content: Path, browser: Browser
) -> None:
    with Preview(Subject(content, question_id), language="bg") as preview:
        thread = Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        page = browser.new_page()
        page.goto(preview.address)
        expect(page.locator("legend")).to_have_count(len(LANGUAGES))
        page.close()
        preview.shutdown()
        thread.join()


def test_the_command_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "kit", "preview", QUESTION, "--no-browser", "--language", "bg"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+", server.stdout.readline())[0]
        answer, text = ask(address, urlsplit(address).path)
        assert answer.getheader("Cache-Control") == "no-store"
        assert "default-src 'none'" in answer.getheader("Content-Security-Policy")
        assert read_words("preview", "bg")["live"] in text
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=20)
        assert (server.returncode, errors) == (130, "")
    finally:
        server.kill()
        server.communicate()


def test_an_unknown_question_is_named_with_what_is_close() -> None:
    command = [sys.executable, "-m", "kit", "preview", "what-iso-doe", "--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 1
    assert "what-iso-does" in done.stderr
    assert "Traceback" not in done.stderr
