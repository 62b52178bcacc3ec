"""Reading a date as people type it; `widgets/dates.js` reads by the same rule."""

from __future__ import annotations

import re
from datetime import date

# In calendar order; a name may be cut short as long as it fits one month.
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
    *("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември"),
    *("октомври", "ноември", "декември"),
)
_SPACES = re.compile("[ \t\u00a0\u2007\u2009\u202f]+")
_YEAR = r"(?P<year>[1-9][0-9]{3})"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_OF_YEAR = r"(?: ?(?:г|год|година)\.?)?"
_WORD = r"(?P<word>[a-zа-я]{3,})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}-{_MONTH}-{_DAY}",
        rf"{_DAY}(?P<mark> ?[./-] ?){_MONTH}(?P=mark){_YEAR}{_OF_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)? {_WORD},? {_YEAR}{_OF_YEAR}",
        rf"{_WORD} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
    )
)


def read_date(typed: str) -> date | None:
    """Return a typed date, or None if it cannot be read.

    Read are 28.01.2016, also with slashes or hyphens and with „г.“ after it; 28 January 2016 and
    28 януари 2016 г., also with a shorter name; January 28, 2016; and 2016-01-28.
    """
    text = _SPACES.sub(" ", typed).strip(" ").lower()
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if not found:
        return None
    groups = found.groupdict()
    month = int(groups["month"]) if "month" in groups else _month_of(groups["word"])
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None


def _month_of(word: str) -> int:
    """Return the number of the month whose name begins so, or 0."""
    months = {place % 12 + 1 for place, name in enumerate(MONTHS) if name.startswith(word)}
    return months.pop() if len(months) == 1 else 0
