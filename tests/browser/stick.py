"""Pages of the course opened from a folder, each by somebody who has never been there."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page


class Stick:
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
