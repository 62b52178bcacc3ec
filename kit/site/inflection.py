"""The forms in which an expression stands in a running text, by the letters of its words."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_SHORT = 3  # Prepositions and such keep their form.
_HISSING = ("s", "x", "z", "ch", "sh")
# What can follow the stem of a Bulgarian word, by the letter in which its dictionary form ends:
# articles, plurals, and the genders of an adjective. A generous list does no harm as long as no
# other word comes of it; that is why „изискване“ takes no „и“: „изисквани“ is another word.
_ENDINGS = {
    "а": ("а", "ата", "и", "ите", "о", "ото"),
    "я": ("я", "ята", "и", "ите"),
    "о": ("о", "ото", "а", "ата", "и", "ите", "ия", "ият"),
    "е": ("е", "ето", "я", "ята", "ия", "ията"),
    "и": ("и", "ите", "ия", "ият", "а", "ата", "о", "ото"),
}
_AFTER_CONSONANT = ("", "а", "ът", "я", "ят", "и", "ите", "ове", "овете")
_AFTER_FEMININE = ("", "та", "и", "ите")
_OF_ADJECTIVE = ("на", "ната", "но", "ното", "ни", "ните", "ния", "ният")
# ISO is a body; ISO 9001, ISO/IEC 17021 and IAF MD 5 are documents.
_NO_DESIGNATION = r"(?![/-]\w|(?:\s[A-Z]{2,})?\s\d)"


def pattern_of(expression: str) -> str:
    """Return a regular expression, without groups, for every form of an expression.

    Names and abbreviations keep their form and their capitals; other words are found with and
    without a capital, in singular and plural, and in Bulgarian with the article.
    """
    words = expression.split()
    has_names = any(word[0].isupper() and not word.isupper() for word in words[1:])
    patterns = [
        re.escape(word) if _is_fixed(word, has_names=has_names) else f"(?i:{_inflect(word)})"
        for word in words
    ]
    end = _NO_DESIGNATION if words[-1].isupper() and words[-1].isascii() else ""
    return r"(?<![\w-])" + r"\s+".join(patterns) + r"(?!\w|-\w)" + end


def _is_fixed(word: str, *, has_names: bool) -> bool:
    is_abbreviation = any(letter.isupper() for letter in word[1:])
    return is_abbreviation or (has_names and word[0].isupper())


def _inflect(word: str) -> str:
    if len(word) <= _SHORT:
        return re.escape(word)
    return _inflect_bulgarian(word) if _CYRILLIC.search(word) else _inflect_english(word)


def _inflect_english(word: str) -> str:
    if word.endswith("y"):
        return f"{re.escape(word[:-1])}(?:y|ies)"
    return re.escape(word) + ("(?:es)?" if word.endswith(_HISSING) else "s?")


def _inflect_bulgarian(word: str) -> str:
    endings = _ENDINGS.get(word[-1].lower())
    if endings:
        return _join(word[:-1], endings)
    if word.endswith("ост"):
        return _join(word, _AFTER_FEMININE)
    forms = [_join(word, _AFTER_CONSONANT)]
    if word.endswith("ен"):
        forms.append(_join(word[:-2], _OF_ADJECTIVE))
    if word.endswith("к"):
        forms.append(_join(word[:-1], ("ци", "ците")))
    return f"(?:{'|'.join(forms)})"


def _join(stem: str, endings: tuple[str, ...]) -> str:
    return f"{re.escape(stem)}(?:{'|'.join(endings)})"
