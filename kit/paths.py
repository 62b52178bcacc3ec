"""Where the content, the notebooks and the learner's own files are."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    # A wheel carries the folder inside the package; a checkout has it beside the package.
    inside = PACKAGE / "shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def data_folder() -> Path:
    """Return the folder with all content; `KIT_DATA` names another one."""
    chosen = os.environ.get("KIT_DATA")
    return Path(chosen) if chosen else _shipped("data")


def notebooks_folder() -> Path:
    """Return the folder with the lessons as shipped, one sub-folder a language."""
    return _shipped("notebooks")


def home_folder() -> Path:
    """Return the folder for what the learner enters; `KIT_HOME` names another one."""
    chosen = os.environ.get("KIT_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("iso9001-kit", appauthor=False)
