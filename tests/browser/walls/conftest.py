"""Small lessons with a wall over them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.walls.page import WallPages, serve_wall_pages


@pytest.fixture(scope="session")
def served(browser: Browser) -> Iterator[WallPages]:
    with serve_wall_pages(browser) as pages:
        yield pages


@pytest.fixture
def walls(served: WallPages) -> Iterator[WallPages]:
    yield served
    served.close()
