"""The PDF of an agenda: A4, a table with times, fit for a printer without colours."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kit.agenda_files.telling import Told
from kit.figures.theme import fonts_folder
from kit.typeset import typeset

_TEMPLATE = Path(__file__).with_name("agenda.typ")


def write_pdf(told: Told) -> bytes:
    """Return the PDF; what it says is text and never markup."""
    return typeset(_TEMPLATE, msgspec.to_builtins(told), fonts=fonts_folder())
