"""Sentences in words: a capital, the right form of a name, nothing left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text import LANGUAGES
from kit.trust.graph import Sentence
from kit.trust.phrasing import phrase
from tests.trust.samples import GRAPH, SENTENCES


@pytest.mark.parametrize(
    ("sentence", "language", "said"),
    [
        ("uk is-member-of eu", "en", "The United Kingdom is a member of the European Union"),
        ("uk is-member-of eu", "bg", "Обединеното кралство е член на Европейския съюз"),
        ("eu recognises ea", "bg", "Европейският съюз признава EA"),
        ("iso develops iso-9001", "bg", "ISO разработва стандарта ISO 9001"),
        ("bureau-veritas certifies pomorie", "bg", "„Бюро Веритас“ сертифицира Община Поморие"),
        (
            "bulgaria appoints ea-bas",
            "bg",
            "България определя ИА БСА за свой национален орган по акредитация",
        ),
    ],
)
def test_a_sentence_reads_as_the_language_wants_it(sentence: str, language: str, said: str) -> None:
    assert phrase(GRAPH, Sentence(*sentence.split()), language) == said


@given(SENTENCES, st.sampled_from(LANGUAGES))
def test_every_sentence_is_filled_in_and_begins_with_a_capital(
    sentence: Sentence, language: str
) -> None:
    said = phrase(GRAPH, sentence, language)
    assert "{" not in said
    assert not said[0].islower()
    assert GRAPH.roles.verbs[sentence.verb].says.pick(language).split("{whom}")[-1] in said
