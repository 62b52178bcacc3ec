"""The sentence builder: the verdict in words, the reason, and what could be said instead."""

from __future__ import annotations

import pytest

from kit.explorers.frames import list_frames
from kit.explorers.sentence_builder import SentenceBuilder
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)


def state_of(sentence: str, moment: str = "january-2013") -> dict[str, str]:
    who, verb, whom = sentence.split()
    return {"who": who, "verb": verb, "whom": whom, "moment": moment}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This can never be true. ISO publishes standards."),
        ("en", "What is true: Bureau Veritas certifies Pomorie Municipality."),
        ("bg", "Това никога не може да е вярно. ISO публикува стандарти."),
        ("bg", "Вярно е: „Бюро Веритас“ сертифицира Община Поморие."),
    ],
)
def test_the_sentence_of_the_start_is_refused_and_a_true_one_offered(
    language: str, said: str
) -> None:
    explorer = SentenceBuilder(make_setting(language))
    assert said in explorer.describe(explorer.start())


@pytest.mark.parametrize(
    ("sentence", "moment", "right"),
    [
        ("bureau-veritas certifies pomorie", "january-2013", "yes"),
        ("ea-bas accredits bureau-veritas", "end-of-2026", "yes"),
        ("uk is-member-of eu", "end-of-2026", "then"),
        ("ukas accredits pomorie", "january-2013", "no"),
    ],
)
def test_one_guess_is_right(sentence: str, moment: str, right: str) -> None:
    explorer = SentenceBuilder(make_setting())
    state = state_of(sentence, moment)
    said = {guess.id: explorer.compare(state, guess.id) for guess in explorer.guesses(state)}
    assert said.pop(right) == explorer._words["compare-right"]
    assert set(said.values()) == {explorer._words[f"compare-{right}"]}


@both
def test_the_question_holds_the_sentence_and_the_day(language: str) -> None:
    explorer = SentenceBuilder(make_setting(language))
    state = state_of("uk is-member-of eu", "end-of-2026")
    assert explorer._moment(state) in explorer.ask(state)
    assert explorer.describe(state).split(".")[0] in explorer.ask(state)


@both
def test_what_is_known_of_other_days_is_told_apart(language: str) -> None:
    setting = make_setting(language)
    explorer = SentenceBuilder(setting)
    known = setting.library.trust_links["bureau-veritas-certifies-pomorie"].known.pick(language)
    assert known in explorer.tell(state_of("bureau-veritas certifies pomorie", "end-of-2026"))
    assert known not in explorer.tell(state_of("bureau-veritas certifies pomorie"))


@both
def test_every_frame_says_its_sentence_its_reason_and_its_sources(language: str) -> None:
    explorer = SentenceBuilder(make_setting(language))
    for frame in list_frames(explorer):
        assert explorer._answer(frame.state).reason.pick(language) in frame.view["words"]
        assert "kit-sources" in frame.view["more"]
        assert "{" not in frame.view["words"] + frame.view["more"]


def test_no_invented_body_can_be_chosen() -> None:
    setting = make_setting()
    explorer, bodies = SentenceBuilder(setting), setting.library.trust_bodies
    offered = {option.id for control in explorer.controls[::2] for option in control.options}
    assert not any(bodies[slug].is_example for slug in offered)


def test_a_body_stands_as_an_object_where_it_is_one() -> None:
    explorer = SentenceBuilder(make_setting("bg"))
    labels = [{one.id: one.label for one in control.options} for control in explorer.controls]
    assert labels[0]["eu"] == "Европейският съюз"
    assert labels[2]["eu"] == "Европейския съюз"
