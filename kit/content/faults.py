"""A fault in the content: where it is, what was found, what was expected."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

# What was found, and what was expected.
Reason = tuple[str, str]


class Fault(msgspec.Struct, frozen=True, order=True):
    """Name one fault so that an author can mend it without reading code."""

    file: str
    key: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.key}" if self.key else self.file
        return _printable(f"{where}: found {self.found}; expected {self.expected}.")


def _printable(text: str) -> str:
    """Return a text with escapes for what would break a line or command a terminal."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


class ContentError(Exception):
    """Raised when content cannot be used; carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
