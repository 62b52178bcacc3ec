"""Rules and sources as HTML: the words, the document, and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from kit.content.audit_effort import Rule
from kit.content.records import Certainty
from kit.explorers.explorer import Setting


class Citations:
    """Write rules, sources and tables of them in the language of a setting."""

    def __init__(self, setting: Setting) -> None:
        self._library, self._language = setting.library, setting.language
        self._certainty = self._pick("certainty")
        self._sources = self._pick("lesson")["sources"]

    def rule(self, rule: Rule) -> str:
        """Write a rule, and small below it its document and certainty."""
        text, document = rule.text.pick(self._language), rule.document.pick(self._language)
        return f"{escape(text)}<br>{self._small(document, rule.certainty)}"

    def known(self, text: str, certainty: Certainty) -> str:
        """Write a text, and small below it how sure it is."""
        return f"{escape(text)}<br><small>{escape(self._certainty[certainty])}</small>"

    def sources(self, slugs: Iterable[str]) -> str:
        """Name sources in one line, each once."""
        sources = self._library.sources
        titles = [sources[slug].title.pick(self._language) for slug in dict.fromkeys(slugs)]
        named = self._sources.format(sources="; ".join(titles))
        return f'<p class="kit-sources">{escape(named)}</p>'

    def _small(self, document: str, certainty: Certainty) -> str:
        return f"<small>{escape(document)}; {escape(self._certainty[certainty])}</small>"

    def _pick(self, section: str) -> dict[str, str]:
        words = self._library.interface[section]
        return {key: text.pick(self._language) for key, text in words.items()}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first cell of a row names it. The head is text, the cells are HTML.

    Each further cell also carries its head: on a phone, where cells stand below one another, it is
    shown beside the cell.
    """
    names = [escape(name) for name in head]
    top = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "".join(f"<tr>{_row(cells, names)}</tr>" for cells in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: Sequence[str], names: Sequence[str]) -> str:
    rest = zip(cells[1:], names[1:], strict=False)
    further = "".join(f'<td data-head="{name}">{cell}</td>' for cell, name in rest)
    return f'<th scope="row">{cells[0]}</th>{further}'
