"""Starting a case of one's own: a folder with what a trainer changes, ready to fill."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

from kit.case.labels import label_notebooks
from kit.content.layers import CASE_HEAD
from kit.content.layout import NEW_CASE
from kit.content.library import Library
from kit.paths import NOTEBOOKS, OWN_CASE, is_own_case, shipped_data, shipped_notebooks

# What is invented already, and names nobody: a trainer may make it their own or leave it.
COPIED = ("case/certificate.toml", "principles/scenes.toml")


class CaseError(Exception):
    """Raised when a case cannot be started or a file not be copied; the message says what to do."""


def start_case(folder: Path, names: Mapping[str, str], words: Mapping[str, str]) -> None:
    """Write a new case into a folder that is empty or not there yet.

    Parameters
    ----------
    names
        What to call the organisation, by the dotted key in the head of the case; what is not
        given stays the invented one.
    words
        The interface words of section `case`.

    Raises
    ------
    CaseError
        If the folder holds anything, is none, or cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise CaseError(words["not-a-folder"].format(folder=folder))
    try:
        if folder.exists() and any(folder.iterdir()):
            raise CaseError(words["not-empty"].format(folder=folder))
        _write_case(folder, names)
    except OSError as error:
        raise CaseError(_not_writable(error, folder, words)) from error


def _write_case(folder: Path, names: Mapping[str, str]) -> None:
    templates = shipped_data() / NEW_CASE
    for path in sorted(templates.rglob("*.toml")):
        name = path.relative_to(templates).as_posix()
        text = path.read_text(encoding="utf-8")
        _write(folder / name, rename(text, names) if name == CASE_HEAD else text)
    for name in COPIED:
        _write(folder / name, (shipped_data() / name).read_text(encoding="utf-8"))
    shutil.copytree(shipped_notebooks(), folder / NOTEBOOKS, ignore=shutil.ignore_patterns(".*"))
    label_notebooks(folder / NOTEBOOKS, Library(folder))


def rename(head: str, names: Mapping[str, str]) -> str:
    """Return the head of a case with other names in it.

    Parameters
    ----------
    head
        The text of the file; the value of each key stands in it as `KEY = "VALUE"`.
    names
        A name for some of the keys, dotted as in `name.en`.
    """
    table = tomllib.loads(head)
    for key, name in names.items():
        section, last = key.rsplit(".", 1)
        part = table
        for step in section.split("."):
            part = part[step]
        old, new = (f"= {json.dumps(one, ensure_ascii=False)}" for one in (part[last], name))
        head = head.replace(old, new)
    return head


def copy_file(folder: Path, name: str, words: Mapping[str, str]) -> Path:
    """Copy one file of the kit into the folder of a case and return its path there.

    Raises
    ------
    CaseError
        If the kit has no such file, the case has it already, or writing fails.
    """
    kit = shipped_data()
    names = {path.relative_to(kit).as_posix() for path in kit.rglob("*.toml")}
    if name not in names or name.startswith(f"{NEW_CASE}/"):
        raise CaseError(words["copy-unknown"].format(name=name))
    path = folder / name
    if path.exists():
        raise CaseError(words["copy-exists"].format(path=path))
    try:
        _write(path, (kit / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise CaseError(_not_writable(error, path, words)) from error
    return path


def require_case(folder: Path, words: Mapping[str, str]) -> None:
    """Do nothing if a folder holds a case of one's own.

    Raises
    ------
    CaseError
        If it does not.
    """
    if not is_own_case(folder):
        raise CaseError(words["no-case"].format(folder=folder, file=OWN_CASE))


def _not_writable(error: OSError, path: Path, words: Mapping[str, str]) -> str:
    return words["not-writable"].format(path=error.filename or path, reason=error.strerror)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
