"""Writing a site into a folder: whole, and never over what is not ours."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

MARKER = "iso9001-site.json"
FORMAT = "iso9001-kit-site"


class FolderError(Exception):
    """Raised when a folder cannot take a site.

    The words for `key` stand in section `site-build` of `interface.toml`.
    """

    def __init__(self, key: str, **values: str) -> None:
        self.key, self.values = key, values
        super().__init__(f"{key}: {values}")


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a site, and take away what an earlier site had and this one has not.

    Parameters
    ----------
    files
        The content of each file by its path within the folder, parts joined by "/".

    Raises
    ------
    FolderError
        If there is something else at that place, or it cannot be written.
    """
    try:
        earlier = _read_marker(folder)
        folder.mkdir(parents=True, exist_ok=True)
        # First everything beside its place: a disk that is full leaves an earlier site as it was.
        aside = Path(mkdtemp(dir=folder, prefix=".new-"))
        try:
            _write_all(aside, {**files, MARKER: _mark(files)})
            for name in (*files, MARKER):
                _move(aside / name, folder / name)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        _forget(folder, earlier - files.keys())
    except OSError as error:
        raise FolderError("unwritable", folder=str(folder), reason=str(error)) from error


def _mark(files: Mapping[str, bytes]) -> bytes:
    return json.dumps({"format": FORMAT, "files": sorted(files)}, indent=1).encode() + b"\n"


def _read_marker(folder: Path) -> set[str]:
    """Return the files of the site that stands in a folder; none where there is no folder."""
    if folder.exists() and not folder.is_dir():
        raise FolderError("not-a-folder", folder=str(folder))
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    try:
        table = json.loads((folder / MARKER).read_text("utf-8"))
        if table["format"] == FORMAT:
            return {name for name in table["files"] if _is_within(name)}
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        pass
    raise FolderError("not-ours", folder=str(folder))


def _is_within(name: str) -> bool:
    parts = Path(name)
    return not parts.is_absolute() and ".." not in parts.parts


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def _forget(folder: Path, names: set[str]) -> None:
    """Remove files of an earlier site, and folders that are empty then."""
    for name in sorted(names):
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.relative_to(folder).parents:
            place = folder / parent
            if place != folder and place.is_dir() and not any(place.iterdir()):
                place.rmdir()
