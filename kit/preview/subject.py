"""What is previewed: one question, the file that it comes from, and the faults in that file."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from kit.content.check import check_folder
from kit.content.faults import ContentError, Fault
from kit.content.layout import CLAIMS
from kit.content.library import Library
from kit.content.questions import Question


class Sight(Struct, frozen=True):
    """Hold the question as its file stands, or None if it cannot be read, and every fault of it."""

    question: Question | None
    faults: tuple[Fault, ...]


class Subject:
    """Look at one question of a data folder again and again.

    Parameters
    ----------
    folder
        The data folder.
    question_id
        The question: the name of its file, or one made from the claims of the case.

    Raises
    ------
    LookupError
        If there is no such question; the message holds names that are close, one a line.
    """

    def __init__(self, folder: Path, question_id: str) -> None:
        library = Library(folder)
        self.folder, self.id = folder, question_id
        self.path = library.question_paths.get(question_id) or library.layers.path(CLAIMS)
        if question_id not in library.question_paths:
            _find(question_id, library)

    def stamp(self) -> str:
        """Return a text that changes with the content of the file."""
        try:
            return sha256(self.path.read_bytes()).hexdigest()[:16]
        except OSError:
            return "unreadable"

    def look(self) -> Sight:
        """Read the question anew and check its file."""
        faults = {one for one in check_folder(self.folder).faults if self._is_of(one)}
        try:
            question = Library(self.folder).question(self.id)
        except ContentError as error:
            return Sight(None, tuple(sorted(faults or error.faults)))
        return Sight(question, tuple(sorted(faults)))

    def _is_of(self, fault: Fault) -> bool:
        return self.path.as_posix().endswith(f"/{fault.file.rpartition(' ')[2]}")


def _find(question_id: str, library: Library) -> None:
    try:
        made: Iterable[str] = library.claim_sorts
    except ContentError:
        made = ()
    known = [*library.question_paths, *made]
    if question_id not in known:
        raise LookupError("\n".join(get_close_matches(question_id, known, n=3, cutoff=0.6)))
