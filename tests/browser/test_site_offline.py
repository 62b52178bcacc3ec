"""The pages as an app in a real Chromium: kept on the device, renewed as a whole, installable."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kit.content.interface import read_words
from kit.paths import PACKAGE
from kit.site.offline import add_app
from kit.text import LANGUAGES
from tests.browser.conftest import FLAGS

WORDS = read_words("site-app", "en")
KEPT = """async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).map(({ url }) => url);
}"""
STORED = "html[data-kit-stored]"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="data:,"></head><body><h1>{title}</h1><p id="loaded"></p>
<div id="notices" role="status"></div><script src="../packs/en/one.js"></script>
<script type="module">
import {{ offerOffline }} from "../kit/static/offline.js";
offerOffline(document.getElementById("notices"), {words}, "en");
</script></body></html>"""


def make_site(title: str = "First", **files: str) -> dict[str, bytes]:
    """Return the files of a small site."""
    said = 'document.getElementById("loaded").textContent = '
    texts = {
        "en/index.html": PAGE.format(title=title, words=WORDS),
        "en/two.html": PAGE.format(title=f"{title}, page two", words=WORDS),
        "packs/en/one.js": f'{said}"{title}";',
        "frames/en/one/0.js": f'{said}"frame of {title}";',
        "site/widgets/dom.js": (PACKAGE / "widgets" / "dom.js").read_text("utf-8"),
        "kit/static/offline.js": (PACKAGE / "site/static/offline.js")
        .read_text("utf-8")
        .replace("../../widgets", "../../site/widgets"),
    }
    return add_app({name: text.encode() for name, text in (texts | files).items()})


class Silent(SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def send_header(self, keyword: str, value: str) -> None:
        """Leave out the second of a change: two builds of a test lie within one."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


class Host:
    """Serve a folder, until it is stopped."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        # Chromium trusts "localhost" as it trusts https.
        self.address = f"http://localhost:{self._server.server_port}"

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put files into the folder; others stay."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def stop(self) -> None:
        """Stop serving; once more does no harm."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Serve an empty folder."""
    host = Host(tmp_path)
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 700})
    yield context
    context.close()


def visit(context: BrowserContext, host: Host) -> Page:
    """Open the first page and wait until everything is kept."""
    page = context.new_page()
    page.goto(f"{host.address}/en/index.html")
    page.wait_for_selector(STORED, state="attached")
    return page


def caches_of(page: Page) -> list[str]:
    """Return the names of all caches."""
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_everything_works_after_the_first_visit_without_a_server(
    context: BrowserContext, host: Host
) -> None:
    host.write(make_site())
    visit(context, host).close()
    host.stop()
    page = context.new_page()
    page.goto(f"{host.address}/en/two.html?from=here#part")
    expect(page.locator("h1")).to_have_text("First, page two")
    expect(page.locator("#loaded")).to_have_text("First")
    page.add_script_tag(url="../frames/en/one/0.js")
    expect(page.locator("#loaded")).to_have_text("frame of First")
    page.goto(f"{host.address}/en/")
    expect(page.locator("h1")).to_have_text("First")


def test_it_is_said_that_everything_is_kept(context: BrowserContext, host: Host) -> None:
    host.write(make_site())
    expect(visit(context, host).locator("#notices")).to_have_text(WORDS["stored"])


def test_a_new_version_is_shown_when_it_is_asked_for(context: BrowserContext, host: Host) -> None:
    host.write(make_site("First"))
    page = visit(context, host)
    page.evaluate("caches.open('of somebody else')")
    page.evaluate("localStorage.setItem('kit-log/1', 'an answer')")
    earlier = [name for name in caches_of(page) if name.startswith("iso9001-kit")]
    host.write(make_site("Second"))

    page.reload()
    renewed = page.locator(".kit-renewed")
    expect(renewed).to_contain_text(WORDS["renewed"])
    # Until then every file is that of the first version, whatever the server has.
    expect(page.locator("h1")).to_have_text("First")
    page.add_script_tag(url="../frames/en/one/0.js")
    expect(page.locator("#loaded")).to_have_text("frame of First")

    renewed.get_by_role("button", name=WORDS["take-over"]).click()
    expect(page.locator("h1")).to_have_text("Second")
    expect(page.locator("#loaded")).to_have_text("Second")
    page.wait_for_selector(STORED, state="attached")
    later = [name for name in caches_of(page) if name.startswith("iso9001-kit")]
    assert len(later) == 1
    assert later != earlier
    assert "of somebody else" in caches_of(page)
    assert page.evaluate("localStorage.getItem('kit-log/1')") == "an answer"


def test_other_open_pages_go_along_to_the_new_version(context: BrowserContext, host: Host) -> None:
    host.write(make_site("First"))
    visit(context, host).close()
    first, other = context.new_page(), context.new_page()
    other.goto(f"{host.address}/en/two.html")
    host.write(make_site("Second"))
    first.goto(f"{host.address}/en/index.html")
    first.get_by_role("button", name=WORDS["take-over"]).click()
    expect(first.locator("h1")).to_have_text("Second")
    expect(other.locator("h1")).to_have_text("Second, page two")


def test_a_half_uploaded_version_is_not_taken(context: BrowserContext, host: Host) -> None:
    host.write(make_site("First"))
    page = visit(context, host)
    new = make_site("Second")
    host.write({name: new[name] for name in ("sw.js", "en/index.html")})
    state = page.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            await registration.update();
            const worker = registration.installing;
            return new Promise((tell) => {
                worker.addEventListener("statechange", () => tell(worker.state), { once: true });
            });
        }"""
    )
    assert state == "redundant"
    page.reload()
    expect(page.locator("h1")).to_have_text("First")
    expect(page.locator("#loaded")).to_have_text("First")


def test_unchanged_files_are_not_fetched_again(context: BrowserContext, host: Host) -> None:
    host.write(make_site("First"))
    page = visit(context, host)
    new = make_site("First", **{"en/three.html": "<h1>Three</h1>"})
    # Were it asked for, it would not be found.
    (host.folder / "packs/en/one.js").unlink()
    host.write({name: new[name] for name in ("sw.js", "en/three.html")})
    page.reload()
    page.get_by_role("button", name=WORDS["take-over"]).click()
    page.wait_for_selector(STORED, state="attached")
    page.goto(f"{host.address}/en/three.html")
    expect(page.locator("h1")).to_have_text("Three")


def test_what_could_not_be_fetched_is_fetched_with_the_next_page(
    context: BrowserContext, host: Host
) -> None:
    files = make_site()
    host.write({name: content for name, content in files.items() if "frames" not in name})
    page = context.new_page()
    page.goto(f"{host.address}/en/index.html")
    page.evaluate("navigator.serviceWorker.ready")
    host.write(files)
    page.goto(f"{host.address}/en/two.html")
    page.wait_for_selector(STORED, state="attached")
    assert "0.js" in str(page.evaluate(KEPT))


def test_whoever_saves_data_gets_frames_as_they_are_looked_at(
    context: BrowserContext, host: Host
) -> None:
    host.write(make_site())
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page = context.new_page()
    page.goto(f"{host.address}/en/index.html")
    page.evaluate("navigator.serviceWorker.ready")
    page.goto(f"{host.address}/en/two.html")
    assert "0.js" not in str(page.evaluate(KEPT))
    page.add_script_tag(url="../frames/en/one/0.js")
    expect(page.locator("#loaded")).to_have_text("frame of First")
    page.wait_for_function(f"async () => (await ({KEPT})()).some((url) => url.endsWith('0.js'))")


def test_what_is_not_of_the_site_comes_from_the_server(context: BrowserContext, host: Host) -> None:
    host.write(make_site())
    page = visit(context, host)
    host.write({"en/later.html": b"<h1>Later</h1>"})
    page.goto(f"{host.address}/en/later.html")
    expect(page.locator("h1")).to_have_text("Later")


def test_on_a_usb_stick_nothing_is_said_and_nothing_asked(
    context: BrowserContext, tmp_path: Path
) -> None:
    module = (PACKAGE / "site/static/offline.js").read_text("utf-8").split(";\n", 1)[1]
    script = module.replace("export ", "") + "\nofferOffline(document.body, {}, 'en');"
    (tmp_path / "page.html").write_text("<body><script src='page.js'></script>", "utf-8")
    (tmp_path / "page.js").write_text(script, "utf-8")
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    assert page.locator("link[rel=manifest]").count() == 0
    assert problems == []


def test_chromium_would_install_it(browser: Browser, host: Host, tmp_path: Path) -> None:
    host.write(make_site())
    # A private window installs nothing, and every other context of a test is one.
    with ExitStack() as stack:
        context = browser.browser_type.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=shutil.which("chromium"), args=FLAGS
        )
        stack.callback(context.close)
        page = visit(context, host)
        session = context.new_cdp_session(page)
        assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        assert manifest["url"] == f"{host.address}/manifest-en.webmanifest"


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_course_works_after_the_first_visit_without_a_server(
    context: BrowserContext, site_folder: Path, language: str
) -> None:
    host = Host(site_folder)
    page = context.new_page()
    page.goto(f"{host.address}/{language}/index.html")
    page.wait_for_selector(STORED, state="attached")
    page.close()
    host.stop()
    names = sorted(path.name for path in (site_folder / language).glob("[0-9]*.html"))
    for name in names:
        page = context.new_page()
        problems: list[str] = []
        page.on("requestfailed", lambda request, problems=problems: problems.append(request.url))
        page.on("pageerror", lambda error, problems=problems: problems.append(str(error)))
        page.goto(f"{host.address}/{language}/{name}")
        expect(page.locator("h1").first).to_be_visible()
        try_places(page)
        assert problems == []
        page.close()
    assert len(names) > 5


def try_places(page: Page) -> None:
    """Answer the first question of a page, and see the first finding of an explorer."""
    quiz = page.locator("[data-quiz]").first
    if quiz.count():
        quiz.scroll_into_view_if_needed()
        quiz.locator(".kit-body:visible .kit-option").first.click()
        quiz.locator(".kit-body:visible .kit-main").click()
        expect(quiz.locator(".kit-status")).not_to_be_empty()
    explorer = page.locator("[data-explorer]").first
    if explorer.count():
        explorer.scroll_into_view_if_needed()
        expect(explorer.locator(".kit-explorer")).to_be_visible()
