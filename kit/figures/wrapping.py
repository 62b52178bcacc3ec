"""Lines of text in figures: what belongs to a number stays on its line."""

from __future__ import annotations

import re
from textwrap import fill

_JOINTS = re.compile(r"(?<=\d) (?=%|г\.|days?\b|дни\b)|(?<=ISO) (?=\d)")


def wrap(text: str, width: int) -> str:
    """Break a text into lines of at most so many letters, units beside their numbers."""
    return fill(_JOINTS.sub("\u00a0", text), width, break_on_hyphens=False)
