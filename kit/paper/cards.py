"""Cards to cut out for work in groups: a name in front, what it means behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from kit.content.interface import read_words
from kit.content.library import Library
from kit.paper.workbook import frame
from kit.text import Text

Values = dict[str, Any]
CARDS_ON_A_PAGE, COLUMNS = 10, 2
_CYCLE = "three-year-cycle"


class Card(Struct, frozen=True, kw_only=True):
    """Hold a card: its front, a line below that if there is one, and its back."""

    front: str
    below: str = ""
    back: tuple[str, ...]


def make_cards(library: Library, language: str) -> Values:
    """Return every set of cards, cut into pages; backs stand so that both sides meet."""
    words = read_words("paper", language)
    sets = [
        _cut(number, words[f"cards-{slug}"], list(make(library, language)))
        for number, (slug, make) in enumerate(SETS.items(), start=1)
    ]
    shown = frame(words, language, words["title-cards"], words["cards-how"])
    return shown | {"sets": sets, "how": words["cards-how"]}


def _cut(of_set: int, name: str, cards: list[Card]) -> Values:
    """Return the pages of one set; each card carries a code that both of its sides share."""
    coded = [
        {
            "code": f"{of_set}.{number}",
            "front": card.front,
            "below": card.below,
            "back": list(card.back),
        }
        for number, card in enumerate(cards, start=1)
    ]
    pages = [
        coded[start : start + CARDS_ON_A_PAGE] for start in range(0, len(coded), CARDS_ON_A_PAGE)
    ]
    return {"name": name, "pages": [{"fronts": page, "backs": mirror(page)} for page in pages]}


def mirror(page: list[Values]) -> list[Values | None]:
    """Return the backs of a page as they stand behind it: row by row, turned round."""
    padded: list[Values | None] = [*page, *[None] * (-len(page) % COLUMNS)]
    rows = [padded[start : start + COLUMNS] for start in range(0, len(padded), COLUMNS)]
    return [card for row in rows for card in reversed(row)]


def _principles(library: Library, language: str, edition: str) -> Iterator[Card]:
    words = read_words("paper", language)
    for principle in getattr(library.principles, edition).values():
        yield Card(
            front=principle.name.pick(language),
            below=words[f"cards-below-{edition}"],
            back=(principle.meaning.pick(language),),
        )


def _eight(library: Library, language: str) -> Iterator[Card]:
    return _principles(library, language, "eight")


def _seven(library: Library, language: str) -> Iterator[Card]:
    return _principles(library, language, "seven")


def _bodies(library: Library, language: str) -> Iterator[Card]:
    """Yield the bodies of the case with what they do, then the others with what they are."""
    parties = library.case.parties
    for party in parties.values():
        yield Card(
            front=party.name.pick(language),
            back=(party.does.pick(language), party.does_not.pick(language)),
        )
    kinds = library.trust_roles.kinds
    for slug, body in library.trust_bodies.items():
        if slug in parties or body.is_example or body.full_name is None:
            continue
        form: tuple[Text, ...] = (body.form,) if body.form else ()
        told = (body.full_name, kinds[body.kind].name, *form)
        yield Card(
            front=body.name.pick(language),
            back=tuple(dict.fromkeys(text.pick(language) for text in told)),
        )


def _cycle(library: Library, language: str) -> Iterator[Card]:
    for slug in library.lesson(_CYCLE).words:
        term = library.glossary[slug]
        yield Card(front=term.term.pick(language), back=(term.meaning.pick(language),))


SETS: Mapping[str, Callable[[Library, str], Iterator[Card]]] = MappingProxyType(
    {"eight": _eight, "seven": _seven, "bodies": _bodies, "cycle": _cycle}
)
