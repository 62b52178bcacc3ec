"""Where the content, the notebooks and the learner's own files are."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
# The file that marks a folder as a case of one's own, laid over what the kit ships.
OWN_CASE = "own-case.toml"
NOTEBOOKS = "notebooks"


def _shipped(name: str) -> Path:
    # A wheel carries the folder inside the package; a checkout has it beside the package.
    inside = PACKAGE / "shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def shipped_data() -> Path:
    """Return the folder with the content that the kit ships."""
    return _shipped("data")


def shipped_notebooks() -> Path:
    """Return the folder with the lessons that the kit ships."""
    return _shipped(NOTEBOOKS)


def data_folder() -> Path:
    """Return the folder with all content; `KIT_DATA` names another one, or a case of one's own."""
    chosen = os.environ.get("KIT_DATA")
    return Path(chosen) if chosen else shipped_data()


def is_own_case(folder: Path) -> bool:
    """Return whether a folder holds a case of one's own: what it lacks is read from the kit."""
    return (folder / OWN_CASE).is_file()


def notebooks_folder() -> Path:
    """Return the folder with the lessons, one sub-folder a language; a case may have its own."""
    own = data_folder() / NOTEBOOKS
    return own if is_own_case(data_folder()) and own.is_dir() else shipped_notebooks()


def home_folder() -> Path:
    """Return the folder for what the learner enters; `KIT_HOME` names another one."""
    chosen = os.environ.get("KIT_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("iso9001-kit", appauthor=False)
