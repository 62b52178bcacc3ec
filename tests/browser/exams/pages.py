"""The pages of review and the assessment as they are built, without the frames of explorers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kit.content.library import open_library
from kit.learner.events import Event
from kit.learner.transfer import decode
from kit.paths import notebooks_folder
from kit.site import build
from kit.site.writing import write_site
from tests.browser.serving import serve
from tests.browser.site_pages import Quiet

REVIEW, EXAM = "09-review.html", "08-assessment.html"
PREFIX = "kit-log/"


def write_exam_site(folder: Path) -> None:
    """Write the site; nothing on these pages needs a frame."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "_frames", lambda *_: iter(()))
        files = build.build_site(open_library(), notebooks_folder(), datetime.now(UTC).date())
    write_site(folder, files)


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder; yield the address."""
    with serve(Quiet, {}, folder) as address:
        yield address


class Learner:
    """Be one learner with a browser of their own, which keeps what they do."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self._context: BrowserContext = browser.new_context(**options)
        self._address = address
        self.problems: list[str] = []

    def open(self, language: str, name: str) -> Page:
        """Open a page; its problems, and what it asks for elsewhere, are noted."""
        page = self._context.new_page()
        page.on("console", lambda seen: seen.type == "error" and self.problems.append(seen.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._note_request)
        page.goto(f"{self._address}/{language}/{name}")
        return page

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self._address, "data:", "blob:")):
            self.problems.append(f"asked for {request.url}")

    def close(self) -> None:
        """Close every page."""
        self._context.close()


def give(page: Page, events: Iterable[Event]) -> None:
    """Put events into the log of the browser and load the page anew."""
    values = json.loads(msgspec.json.encode(list(events)))
    keep = f"localStorage.setItem('{PREFIX}' + one.id, JSON.stringify(one))"
    page.evaluate(f"(all) => all.forEach((one) => {keep})", values)
    page.reload()


def take(page: Page) -> list[Event]:
    """Return the events that the browser has kept, as an import into the kernel reads them."""
    keys = f"Object.keys(localStorage).filter((key) => key.startsWith('{PREFIX}'))"
    found = page.evaluate(f"{keys}.map((key) => JSON.parse(localStorage.getItem(key)))")
    found.sort(key=lambda one: (one["at"], one["id"]))
    file = {"format": "iso9001-kit-progress", "version": 1, "events": found}
    return decode(json.dumps(file).encode())
