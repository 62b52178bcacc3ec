"""What the tests of explorers are made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kit.content.library import open_library
from kit.explorers import registry
from kit.explorers.desk import ExplorerDesk, open_desk
from kit.explorers.explorer import Setting
from kit.logbook import Logbook
from tests.browser.samples.sample_explorer import KeptExplorer, SampleExplorer

TODAY = date(2026, 11, 22)
SAMPLES = {
    "sample": f"{SampleExplorer.__module__}:SampleExplorer",
    "kept": f"{KeptExplorer.__module__}:KeptExplorer",
}


def make_setting(language: str = "en", **changes: Any) -> Setting:
    """Return where an explorer is: the kit's own content, on a day of its own."""
    fields = {"library": open_library(), "language": language, "today": TODAY}
    return Setting(**fields | changes)


def make_sample(language: str = "en") -> SampleExplorer:
    """Return the sample explorer."""
    return SampleExplorer(make_setting(language))


def register_samples(patch: pytest.MonkeyPatch) -> None:
    """Put the sample explorers into the registry."""
    patch.setattr(registry, "EXPLORERS", SAMPLES)


def make_desk(name: str = "sample", language: str = "en", lesson: str = "start") -> ExplorerDesk:
    """Return the desk of a registered sample, before the learner's own store."""
    return open_desk(name, Logbook(lesson, library=open_library(), language=language))


def left(state: Any, number: int = 0, *, name: str = "kept", version: str = "v") -> dict[str, Any]:
    """Return the event of a state that a learner left, as the browser sends it."""
    event = {"id": f"event-{number:010}", "question": f"explorer/{name}", "version": version}
    return event | {"kind": "state", "answer": state}


def use_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Keep the learner's record in a folder."""
    patch.setenv("KIT_HOME", str(home))
