"""The kit's own course as static pages, opened from a folder in a real browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.site.build import build_site
from kit.site.writing import write_site

TODAY = date(2026, 11, 22)


def write_course_pages(folder: Path) -> Path:
    """Write the whole course in every language into a folder and return it."""
    write_site(folder, build_site(open_library(), notebooks_folder(), TODAY))
    return folder


class Site:
    """Open pages of a site as somebody does who has it on a USB stick."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self.folder = browser, folder
        self._contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def address(self, name: str) -> str:
        """Return the address of a page, such as "en/glossary"."""
        return (self.folder / f"{name}.html").as_uri()

    def open(
        self,
        name: str,
        *,
        width: int = 1000,
        height: int = 800,
        is_dark: bool = False,
        script: str = "",
    ) -> Page:
        """Open a page for somebody new, and wait until it answers.

        `script` runs before any of the page.
        """
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if is_dark else "light",
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(self.address(name))
        page.wait_for_selector("[data-search][data-ready]")
        page.wait_for_selector("body:not(:has(main .kit-term)), main[data-ready]")
        return page

    def close(self) -> None:
        """Close what was opened."""
        while self._contexts:
            self._contexts.pop().close()
        self.problems.clear()
