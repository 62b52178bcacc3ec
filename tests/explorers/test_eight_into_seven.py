"""What became of the eight: counted, followed, guessed, in both languages."""

from __future__ import annotations

import pytest

from kit.content.library import open_library
from kit.explorers.eight_into_seven import ALL, KINDS, EightIntoSeven
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

PRINCIPLES = open_library().principles
FLOWS = PRINCIPLES.flows.values()
both = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("slug", PRINCIPLES.eight)


def make(language: str = "en") -> EightIntoSeven:
    return EightIntoSeven(make_setting(language))


def words(language: str) -> dict[str, str]:
    return open_library().explorer_words("eight-into-seven", language)


def names(flow_kind: str, language: str) -> str:
    found = [PRINCIPLES.eight[one.before] for one in FLOWS if one.kind == flow_kind]
    return "; ".join(one.name.pick(language) for one in found)


@both
def test_all_at_once_names_every_principle_by_what_became_of_it(language: str) -> None:
    told = make(language).describe({"follow": ALL})
    assert all(f"({names(kind, language)})" in told for kind in KINDS)


@both
def test_the_merging_is_called_the_usual_reading(language: str) -> None:
    usual = {"en": "by the usual reading", "bg": "според обичайното тълкуване"}[language]
    explorer = make(language)
    for follow in (ALL, "process-approach", "system-approach"):
        assert usual in explorer.describe({"follow": follow}).lower()


@both
@each
def test_a_followed_principle_is_told_with_its_reason_and_both_meanings(
    language: str, slug: str
) -> None:
    explorer, flow = make(language), PRINCIPLES.flow_of(slug)
    told, more = explorer.describe({"follow": slug}), explorer.tell({"follow": slug})
    before, after = PRINCIPLES.eight[flow.before], PRINCIPLES.seven[flow.after]
    assert flow.told.pick(language) in told
    assert all(one.name.pick(language) in told for one in (before, after))
    for text in (before.meaning, after.meaning, after.alive, after.absent, *after.evidence):
        assert text.pick(language) in more


@pytest.mark.parametrize("follow", [ALL, *PRINCIPLES.eight])
def test_the_bulgarian_names_of_the_seven_are_said_to_be_a_rendering(follow: str) -> None:
    assert "превод, направен за този курс" in make("bg").tell({"follow": follow})


@both
@each
def test_the_kind_of_change_is_guessed_and_compared(language: str, slug: str) -> None:
    explorer, state = make(language), {"follow": slug}
    assert [guess.id for guess in explorer.guesses(state)] == list(KINDS)
    kind = PRINCIPLES.flow_of(slug).kind
    means = words(language)[f"{kind}-means"]
    for guess in KINDS:
        key = "is-so" if guess == kind else "is-other"
        assert explorer.compare(state, guess) == words(language)[key].format(means=means)


def test_nothing_is_asked_where_nothing_is_followed() -> None:
    explorer = make()
    assert (explorer.ask({"follow": ALL}), explorer.guesses({"follow": ALL})) == ("", ())
