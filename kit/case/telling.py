"""The list of what still speaks of the kit's case, as a trainer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from kit.case.choices import Standing
from kit.case.mentions import Mention
from kit.content.library import Library
from kit.paths import OWN_CASE

SHORT = 96
_CUT = "…"
_WAYS = ("mend-notebook", "mend-file", "mend-leave", "mend-keep")


def tell_standing(library: Library, standing: Standing, language: str) -> Iterator[str]:
    """Yield the lines of the list, by lesson, and how to decide about each."""
    words = {key: text.pick(language) for key, text in library.interface["case"].items()}
    name = library.example.case.name.pick(language)
    if standing.undecided:
        yield words["mentions"].format(name=name)
        yield from _tell_groups(library, standing.undecided, words, language)
        yield ""
        yield from _how_to(library.folder, name, words)
        yield words["count"].format(
            name=name,
            open=len(standing.undecided),
            kept=len(standing.kept),
            left_out=len(library.layers.choices.leave_out),
        )
    else:
        yield words["none-open"].format(name=name, kept=len(standing.kept))


def _how_to(folder: Path, name: str, words: Mapping[str, str]) -> Iterator[str]:
    yield words["mend"]
    for way in _WAYS:
        yield f"  - {words[way].format(folder=folder, file=OWN_CASE, name=name)}"
    yield words["mend-until"].format(name=name)


def _tell_groups(
    library: Library, mentions: tuple[Mention, ...], words: Mapping[str, str], language: str
) -> Iterator[str]:
    numbers = {slug: number for number, slug in enumerate(library.lessons)}
    order = sorted(mentions, key=lambda one: (numbers.get(one.lesson, len(numbers)), one.place))
    name = library.example.case.name.pick(language)
    for slug, group in groupby(order, key=lambda one: one.lesson):
        yield ""
        yield _head(library, slug, words, language)
        for one in group:
            yield f"  {one.place}"
            text = shorten(_pick(one, language))
            said = text if one.is_named else words["by-source"].format(name=name, text=text)
            yield f"      {said}"


def _head(library: Library, slug: str, words: Mapping[str, str], language: str) -> str:
    if slug not in library.lessons:
        return words["anywhere"]
    lesson = library.lessons[slug]
    return words["lesson"].format(number=lesson.number, title=lesson.title.pick(language))


def _pick(mention: Mention, language: str) -> str:
    return mention.texts.get(language) or next(iter(mention.texts.values()), "")


def shorten(text: str) -> str:
    """Return the beginning of a text on one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rpartition(' ')[0]} {_CUT}"
