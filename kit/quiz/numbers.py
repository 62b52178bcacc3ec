"""Reading a number as people type it; `widgets/kinds/number.js` reads by the same rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_DIGITS = 15
_SPACES = re.compile("[ \t\u00a0\u2007\u2009\u202f]+")
_MINUS = re.compile("^[-\u2212\u2013] ?")
_NUMBER = re.compile(
    r"(?P<sign>-?)(?P<whole>[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4})?"
    r"(?:[.,](?P<part>[0-9]{1,15}))?"
)


def read_number(typed: str, units: Iterable[str] = ()) -> int | None:
    """Return a typed number in units of the fifteenth decimal, or None if it cannot be read.

    Comma and point both begin the decimals; spaces, thin or not, may part the thousands; a minus
    may be a hyphen or a dash; one of `units` may follow. Counting in whole units keeps what
    follows exact.

    Parameters
    ----------
    units
        What the number counts, in any language.
    """
    text = _MINUS.sub("-", _without_unit(_SPACES.sub(" ", typed).strip(" "), units))
    found = _NUMBER.fullmatch(text)
    if not found or (found["whole"] is None and found["part"] is None):
        return None
    whole = (found["whole"] or "").replace(" ", "")
    count = int(whole + (found["part"] or "").ljust(MOST_DIGITS, "0"))
    return -count if found["sign"] else count


def _without_unit(text: str, units: Iterable[str]) -> str:
    for unit in units:
        if unit and text.lower().endswith(unit.lower()):
            return text[: -len(unit)].rstrip(" ")
    return text
