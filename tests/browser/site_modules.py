"""The modules of the static page, called one by one in a real browser as Python calls its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser

from kit.paths import PACKAGE
from tests.browser.quiz_page import _Handler
from tests.browser.serving import serve


class Modules:
    """Call functions of `kit/site/static`; what goes in and comes out is JSON."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._page = browser.new_page()
        self._page.goto(f"{address}/empty.html")

    def run(self, imports: str, body: str, values: Any = None) -> Any:
        """Return what the body of a function of `values` returns.

        Parameters
        ----------
        imports
            Names and modules: "schedule from memory; readMoment from moments".
        """
        pairs = [one.split(" from ") for one in imports.split("; ")]
        lines = [
            f'const {{ {names} }} = await import("/site/static/{file}.js");'
            for names, file in pairs
        ]
        return self._page.evaluate(f"async (values) => {{ {' '.join(lines)} {body} }}", values)

    def close(self) -> None:
        """Close the page."""
        self._page.close()


@contextmanager
def open_modules(browser: Browser) -> Iterator[Modules]:
    """Serve the package, and call its modules."""
    pages = {"/empty.html": b"<!doctype html><title>Modules</title>"}
    with serve(_Handler, pages, PACKAGE) as address:
        modules = Modules(browser, address)
        yield modules
        modules.close()
