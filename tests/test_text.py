"""Texts in several languages, picked where they are shown."""

from __future__ import annotations

import msgspec
import pytest

from kit.text import LANGUAGES, Text, check_language


def test_a_text_is_picked_by_language() -> None:
    text = Text("word", "дума")
    assert [text.pick(language) for language in LANGUAGES] == ["word", "дума"]


def test_an_unknown_language_is_named_with_those_that_are_spoken() -> None:
    with pytest.raises(LookupError, match='got "fr", expected one of "en", "bg"'):
        check_language("fr")


def test_a_text_must_have_every_language_and_no_other() -> None:
    with pytest.raises(msgspec.ValidationError, match="bg"):
        msgspec.convert({"en": "word"}, Text)
    with pytest.raises(msgspec.ValidationError, match="fr"):
        msgspec.convert({"en": "word", "bg": "дума", "fr": "mot"}, Text)
