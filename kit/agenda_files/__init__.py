"""The files of an agenda: a notebook, a page and a PDF that say the same."""

from __future__ import annotations

from kit.agenda_files.making import AgendaFile, make_files
from kit.agenda_files.saving import save_files
from kit.agenda_files.telling import Told, tell_plan

__all__ = ["AgendaFile", "Told", "make_files", "save_files", "tell_plan"]
