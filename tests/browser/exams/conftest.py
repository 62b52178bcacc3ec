"""A learner on the pages of review and the assessment, and the store of JupyterLab beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kit.learner.store import AttemptStore
from tests.browser.exams.pages import Learner, serve_folder, write_exam_site
from tests.browser.exams.taking import now
from tests.browser.site_modules import Modules, open_modules


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    write_exam_site(place)
    return place


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    with serve_folder(folder) as found:
        yield found


@pytest.fixture
def learner(browser: Browser, address: str) -> Iterator[Learner]:
    one = Learner(browser, address)
    yield one
    one.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AttemptStore]:
    with AttemptStore(tmp_path / "progress.sqlite", now=now) as opened:
        yield opened


@pytest.fixture(scope="session")
def modules(browser: Browser) -> Iterator[Modules]:
    with open_modules(browser) as opened:
        yield opened
