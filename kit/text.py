"""A text in every language of the kit, picked where it is shown."""

from __future__ import annotations

import msgspec


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hold one text in each language; a language more is a field more."""

    en: str
    bg: str

    def pick(self, language: str) -> str:
        """Return the text in one language.

        Raises
        ------
        LookupError
            If the kit does not speak `language`.
        """
        return getattr(self, check_language(language))  # type: ignore[no-any-return]


LANGUAGES: tuple[str, ...] = Text.__struct_fields__


def check_language(language: str) -> str:
    """Return `language` unchanged if the kit speaks it.

    Raises
    ------
    LookupError
        If it does not; the message lists the languages it speaks.
    """
    if language not in LANGUAGES:
        spoken = ", ".join(f'"{known}"' for known in LANGUAGES)
        raise LookupError(f'language: got "{language}", expected one of {spoken}.')
    return language
