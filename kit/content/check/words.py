"""Rules about the letters of a text: which alphabet, and never two in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from kit.content.faults import Reason
from kit.content.records import Wording
from kit.content.template import FILL_IN

ALPHABETS = {"en": "Latin", "bg": "Cyrillic"}
_LETTERS = {"Latin": "A-Za-zÀ-ÖØ-öø-ɏ", "Cyrillic": "Ѐ-ӿ"}
_LETTER = {alphabet: re.compile(f"[{letters}]") for alphabet, letters in _LETTERS.items()}
_NOT_PLAIN = {
    language: re.compile(f"[^{_LETTERS[alphabet]}0-9 .,:;!?()’%&№–-]")
    for language, alphabet in ALPHABETS.items()
}
_WORD = re.compile(f"[{''.join(_LETTERS.values())}]+")
_MIXED = re.compile("[{Latin}][{Cyrillic}]|[{Cyrillic}][{Latin}]".format(**_LETTERS))
# A Latin letter that stands where Bulgarian has a word of one letter: а, в, е, о, с, у.
_LONE = re.compile(r"(?:(?<!\S)[aceoy]|(?:^|(?<=[.!?] ))[ABCEO])(?= [Ѐ-ӿ])")
_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”]*”|«[^«»]*»|‘[^‘’]*’|\"[^\"]*\"")
_CODE = re.compile(r"(`+)(?:(?!\1).)*\1", re.DOTALL)
_ADDRESS = re.compile(r"\w+://[^\s)>]+")
_SITE = re.compile(r"(?<![\w.])(?:[a-z0-9-]+\.)+[a-z]{2,}(?!\w)(?:/[^\s);>„“”]*)?")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_ACRONYM = re.compile(r"\b[A-Z0-9]*[A-Z][A-Z0-9]*\b")


def is_plain(text: str, language: str) -> bool:
    """Return whether a text is nothing but words and stops, so that no rule can be broken.

    Most texts are: one look at them saves the others.
    """
    if "  " in text or FILL_IN in text or _NOT_PLAIN[language].search(text):
        return False
    return _LETTER[ALPHABETS[language]].search(text) is not None


def prose_of(text: str) -> str:
    """Return a text with a digit in place of each code span, address and placeholder."""
    marks = ("`", _CODE), ("://", _ADDRESS), (".", _SITE), ("{", _PLACEHOLDER)
    for mark, pattern in marks:
        text = pattern.sub("0", text) if mark in text else text
    return text


def mixed_word_reasons(text: str) -> Iterator[Reason]:
    """Yield a reason for each word that holds letters of two alphabets."""
    if text.isascii() or not _LETTER["Latin"].search(text) or not _MIXED.search(text):
        return
    for word in _WORD.findall(text):
        if _MIXED.search(word):
            yield f"the word “{word}” ({_spell(word)})", "letters of one alphabet in a word"


def _spell(word: str) -> str:
    """Tell the alphabets in a word: `Oдит` becomes `O Latin, дит Cyrillic`."""
    parts = groupby(word, lambda letter: "Latin" if _LETTER["Latin"].match(letter) else "Cyrillic")
    return ", ".join(f"{''.join(letters)} {alphabet}" for alphabet, letters in parts)


class Alphabets:
    """Check texts against the alphabet of their language.

    Parameters
    ----------
    wording
        The names that keep their own alphabet in every language.
    """

    def __init__(self, wording: Wording) -> None:
        names = sorted(wording.names, key=len, reverse=True)
        choices = "|".join(re.escape(name) for name in names)
        self._names = re.compile(rf"(?<!\w)(?:{choices})(?!\w)" if names else r"(?!)")

    def reasons(self, text: str, language: str) -> Iterator[Reason]:
        """Yield a reason if a text is not in the alphabet of its language."""
        if ALPHABETS[language] == "Latin":
            yield from self._cyrillic_reasons(text)
        else:
            yield from self._latin_reasons(text)

    def _cyrillic_reasons(self, text: str) -> Iterator[Reason]:
        if text.isascii() or not _LETTER["Cyrillic"].search(text):
            return
        rest = self._names.sub(" ", _QUOTED.sub(" ", text))
        words = [word for word in _WORD.findall(rest) if _is_wholly(word, "Cyrillic")]
        if words:
            yield (
                f"“{' '.join(words)}” in Cyrillic",
                "Latin letters, quotation marks around it, or the name in wording.toml",
            )

    def _latin_reasons(self, text: str) -> Iterator[Reason]:
        if not _LETTER["Cyrillic"].search(text):
            rest = _ACRONYM.sub(" ", self._names.sub(" ", text))
            if words := _WORD.findall(rest):
                yield f"no Cyrillic letter (“{' '.join(words)}”)", "a text in Bulgarian"
        elif _LETTER["Latin"].search(text) and (lone := _LONE.search(text)):
            yield f"“{lone[0]}” in Latin as a word of its own", "the Cyrillic letter"


def _is_wholly(word: str, alphabet: str) -> bool:
    return all(_LETTER[alphabet].match(letter) for letter in word)
