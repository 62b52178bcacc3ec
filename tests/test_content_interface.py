"""Which language the command line speaks."""

from __future__ import annotations

import pytest

from kit.content.interface import default_language


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ("bg_BG.UTF-8", "bg"),
        ("bg", "bg"),
        ("Bulgarian_Bulgaria.1251", "bg"),
        ("en_GB.UTF-8", "en"),
        ("English_United States.1252", "en"),
        ("de_DE.UTF-8", "en"),
        ("C.UTF-8", "en"),
    ],
)
def test_the_language_of_the_system_is_taken_if_the_kit_speaks_it(
    monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert default_language() == language


def test_a_chosen_language_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("KIT_LANGUAGE", "bg")
    assert default_language() == "bg"


def test_an_unknown_choice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANGUAGE", "fr")
    with pytest.raises(LookupError, match="fr"):
        default_language()
