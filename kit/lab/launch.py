"""Starting the lessons: the folder, the copies, the server, and what the learner reads of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kit.content.interface import read_words
from kit.lab.copies import Report, fill_folder
from kit.lab.surroundings import EXTENSIONS, data_folder, forget_layout, place_jupyter
from kit.notebooks import Shipped, find_shipped, list_shipped
from kit.paths import home_folder, notebooks_folder

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

Words = dict[str, str]
Tell = Callable[[str], None]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Say what to open and where; without a lesson, the first is opened."""

    language: str
    lesson: str | None = None
    folder: Path = Path("iso9001-lessons")
    port: int | None = None
    has_browser: bool = True


class LaunchError(Exception):
    """Raised when the lessons cannot start; the message says what to do."""


def open_lessons(
    order: Order, tell: Tell, notebooks: Path | None = None, extensions: Path = EXTENSIONS
) -> None:
    """Prepare the learner's folder and serve it until Ctrl+C.

    Parameters
    ----------
    tell
        Called with each line that the learner should read.
    notebooks
        The lessons as shipped, if not the kit's own.
    extensions
        The folder with the lesson view that knows these lessons.

    Raises
    ------
    LaunchError
        If there is no such lesson or a folder cannot be written.
    """
    words = read_words("lab", order.language)
    shipped = list_shipped(notebooks or notebooks_folder())
    lesson = _choose(order, shipped, words)
    folder = order.folder.expanduser().absolute()
    _tell_of_folder(tell, words, folder, _prepare(folder, shipped, words))
    server = _make_server(order, folder, lesson, extensions)
    _tell_of_server(tell, words, order, server)
    _run(server)
    tell(words["stopped"])


def _choose(order: Order, shipped: list[Shipped], words: Words) -> Shipped:
    spoken = [one for one in shipped if one.language == order.language]
    if not spoken:
        raise LaunchError(words["no-lessons"].format(folder=notebooks_folder()))
    if order.lesson is None:
        return spoken[0]
    try:
        return find_shipped(spoken, order.lesson)
    except LookupError as error:
        known = ", ".join(f"{one.lesson} ({one.number})" for one in spoken)
        message = words["unknown-lesson"].format(lesson=order.lesson, known=known)
        raise LaunchError(message) from error


def _prepare(folder: Path, shipped: list[Shipped], words: Words) -> Report:
    secrets = data_folder(home_folder())
    try:
        for place in (secrets, folder):
            place.mkdir(parents=True, exist_ok=True)
        return fill_folder(folder, shipped, secrets)
    except OSError as error:
        raise LaunchError(_explain(error, folder, words)) from error


def _explain(error: OSError, folder: Path, words: Words) -> str:
    path = Path(error.filename) if isinstance(error.filename, str) else folder
    if isinstance(error, FileExistsError | NotADirectoryError):
        in_the_way = next(one for one in (path, *path.parents) if one.exists())
        return words["not-a-folder"].format(path=in_the_way)
    is_home = path.is_relative_to(home_folder().absolute())
    word = "home-not-writable" if is_home else "not-writable"
    return words[word].format(path=path, reason=error.strerror)


def _tell_of_folder(tell: Tell, words: Words, folder: Path, report: Report) -> None:
    tell(words["folder"].format(folder=folder))
    for file, aside in report.set_aside:
        tell(words["set-aside"].format(file=file, aside=aside))
    if report.kept:
        tell(words["kept"].format(files=", ".join(report.kept)))


def _make_server(order: Order, folder: Path, lesson: Shipped, extensions: Path) -> ServerApp:
    # Jupyter reads its environment when it is imported: first this, then the import.
    os.environ.update(place_jupyter(home_folder()))
    forget_layout(home_folder())
    from kit.lab.server import make_server

    page = f"{lesson.language}/{lesson.path.name}"
    return make_server(folder, page, extensions, port=order.port, has_browser=order.has_browser)


def _run(server: ServerApp) -> None:
    from kit.lab.server import run_server

    run_server(server)


def _tell_of_server(tell: Tell, words: Words, order: Order, server: ServerApp) -> None:
    if order.port not in {None, server.port}:
        tell(words["port-taken"].format(wanted=order.port, port=server.port))
    page = server.default_url.lstrip("/")
    token = server.identity_provider.token
    tell(words["address"].format(address=f"{server.connection_url}{page}?token={token}"))
    if order.has_browser:
        tell(words["open-yourself"])
    tell(words["how-to-stop"])
