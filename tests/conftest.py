"""Rules for the whole suite: nobody's own data is touched, and in CI nothing is skipped."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import settings

# No test fails because a machine is slow.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")

MUST_RUN = frozenset({"browser", "hunspell"})


def pytest_configure() -> None:
    """Let programs that tests start hear Ctrl+C, also when the suite runs in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Keep the learner's data, and the choices of whoever runs the tests, out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIT_HOME", str(tmp_path_factory.mktemp("home")))
        for name in ("KIT_DATA", "KIT_LANGUAGE"):
            patch.delenv(name, raising=False)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, pytest.TestReport]:
    """Turn a skipped test into a failed one where `CI` is set and its program must be there."""
    report: pytest.TestReport = yield
    marks = {mark.name for mark in item.iter_markers()}
    if MUST_RUN & marks and report.skipped and not hasattr(report, "wasxfail"):
        _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, pytest.CollectReport]:
    """Do the same for a whole file that skips itself: its marks are not known yet."""
    report: pytest.CollectReport = yield
    if report.skipped:
        _forbid_skip(report)
    return report


def _forbid_skip(report: Any) -> None:
    if os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, and in CI it must run: {report.longrepr}"
