"""Pages of a site in a real browser, from a folder or from a server, with the network cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.serving import serve

WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""
UNFILLED = ":is([data-quiz], [data-explorer], [data-drawing], [data-course]):not([data-ready])"


class Quiet(SimpleHTTPRequestHandler):
    pages: dict[str, bytes]

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


class SitePages:
    """Open pages of one site; `problems` are errors, refusals, and addresses of elsewhere."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self._browser, self.folder = browser, folder
        self.addresses = {"file": folder.as_uri(), "http": address}
        self.problems: list[str] = []
        self._contexts: list[BrowserContext] = []

    def context(self, over: str = "file", **options: Any) -> BrowserContext:
        """Return a browser of its own that reaches the site and nothing else."""
        context = self._browser.new_context(**options)
        self._contexts.append(context)
        context.add_init_script(WATCH)
        context.route("**/*", self._let_through)
        if over == "file":
            context.set_offline(True)
        return context

    def _let_through(self, route: Route) -> None:
        if route.request.url.startswith((*self.addresses.values(), "data:", "blob:")):
            route.continue_()
            return
        self.problems.append(f"asked for {route.request.url}")
        route.abort()

    def show(self, context: BrowserContext, path: str, over: str = "file") -> Page:
        """Open a page in a browser."""
        page = context.new_page()
        page.on("console", lambda seen: seen.type == "error" and self.problems.append(seen.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.goto(f"{self.addresses[over]}/{path}")
        return page

    def open(self, path: str, over: str = "file", **options: Any) -> Page:
        """Open a page in a browser of its own."""
        return self.show(self.context(over, **options), path, over)

    def close(self) -> None:
        """Close what a test has opened; there must have been no problem."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
        found, self.problems = self.problems, []
        assert found == []


def fill_all(page: Page) -> Page:
    """Fill every place of a page, as before printing."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("(places) => !document.querySelector(places)", arg=UNFILLED)
    return page


@contextmanager
def serve_site(browser: Browser, folder: Path) -> Iterator[SitePages]:
    """Serve a site; yield what opens its pages."""
    with serve(Quiet, {}, folder) as address:
        yield SitePages(browser, folder, address)
