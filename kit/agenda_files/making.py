"""The three files of an agenda, made from one telling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from kit.agenda_files.notebook import write_notebook
from kit.agenda_files.page import write_page
from kit.agenda_files.paper import write_pdf
from kit.agenda_files.telling import Told

# The ending of the name, what the file is to a browser, and what writes it.
_KINDS: Mapping[str, tuple[str, Callable[[Told], bytes]]] = MappingProxyType(
    {
        "ipynb": ("application/x-ipynb+json", write_notebook),
        "html": ("text/html", write_page),
        "pdf": ("application/pdf", write_pdf),
    }
)


class AgendaFile(Struct, frozen=True, kw_only=True):
    """Hold one file; `kind` is the ending of its name."""

    name: str
    kind: str
    media_type: str
    content: bytes


def make_files(told: Told) -> Iterator[AgendaFile]:
    """Yield the notebook, the page and the PDF of a plan."""
    for kind, (media_type, write) in _KINDS.items():
        name = f"{told.name}.{kind}"
        yield AgendaFile(name=name, kind=kind, media_type=media_type, content=write(told))
