"""Numbers and days as a language writes them, with exact rounding."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

from kit.explorers.explorer import Setting

_THOUSAND = 1000


class Numerals:
    """Write numbers and days in the language of a setting."""

    def __init__(self, setting: Setting) -> None:
        section = setting.library.interface["numerals"]
        self._words = {key: text.pick(setting.language) for key, text in section.items()}
        self._months = self._words["months"].split()

    def whole(self, number: int) -> str:
        """Write a whole number, its thousands apart: 1,014,469."""
        if number < 0:
            return self._words["minus"].format(number=self.whole(-number))
        head, tail = divmod(number, _THOUSAND)
        if not head:
            return str(tail)
        return self._words["thousands"].format(head=self.whole(head), tail=f"{tail:03}")

    def decimal(self, number: Fraction, places: int = 1) -> str:
        """Write a number with at most so many decimals; halves go up, closing zeros are left out.

        So 5 stands as 5, 5/2 as 2.5, and 5/3 with one decimal as 1.7.
        """
        if number < 0:
            return self._words["minus"].format(number=self.decimal(-number, places))
        unit = 10**places
        whole, part = divmod(floor(number * unit + Fraction(1, 2)), unit)
        digits = f"{part:0{places}}".rstrip("0") if part else ""
        shown = self.whole(whole)
        return self._words["decimal"].format(whole=shown, part=digits) if digits else shown

    def change(self, number: Fraction | int, places: int = 1) -> str:
        """Write a number with its sign: +0.8 or −20."""
        shown = self.decimal(Fraction(number), places)
        return self._words["plus"].format(number=shown) if number > 0 else shown

    def forms(self) -> dict[str, str]:
        """Return the words with which days are written, for a reckoner elsewhere."""
        return {key: self._words[key] for key in ("day", "months")}

    def day(self, day: date) -> str:
        """Write a day: 28 January 2016."""
        month = self._months[day.month - 1]
        return self._words["day"].format(day=day.day, month=month, year=day.year)


def end_sentences(text: str) -> str:
    """Leave one stop where a sentence ends with an abbreviation that has its own."""
    return text.replace("..", ".")
