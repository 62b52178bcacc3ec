"""The words that the kit itself shows, in one language, and which language that is."""

from __future__ import annotations

import locale
import os

from kit.content.library import open_library
from kit.text import LANGUAGES, check_language


def read_words(section: str, language: str) -> dict[str, str]:
    """Return the words of one section of `interface.toml` by key."""
    words = open_library().interface[section]
    return {key: text.pick(language) for key, text in words.items()}


def default_language() -> str:
    """Return the language of the command line: `KIT_LANGUAGE`, or else the system's."""
    chosen = os.environ.get("KIT_LANGUAGE")
    if chosen:
        return check_language(chosen)
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    # Windows says "Bulgarian_Bulgaria" where others say "bg_BG".
    short = locale.normalize(system.split("_")[0])[:2].lower()
    return short if short in LANGUAGES else LANGUAGES[0]
