"""One's own organisation: levels, evidence, one step, compared with the last time, printed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from kit.content.library import open_library
from kit.content.principles import LEVELS
from kit.explorers.explorer import Choice, Past, State, Words
from kit.explorers.self_assessment import NAME, SelfAssessment
from kit.explorers.state import check, content_version, mend
from kit.text import LANGUAGES
from tests.explorers.factories import TODAY, make_setting

SEVEN = open_library().principles.seven
SCALES = open_library().principles.levels
START = SelfAssessment(make_setting()).start()
both = pytest.mark.parametrize("language", LANGUAGES)
NASTY = '<script>alert("&")</script>'


def make(language: str = "en", last: str = "") -> SelfAssessment:
    at = datetime(2026, 5, 3, 12, tzinfo=UTC)
    past = (Past(at=at, state=rate(last)),) if last else ()
    return SelfAssessment(make_setting(language, past=past))


def rate(levels: str, **changes: str) -> State:
    """Return a state with one digit a principle; a dash is none."""
    given = {
        f"level-{slug}": digit for slug, digit in zip(SEVEN, levels, strict=True) if digit != "-"
    }
    return {**START, **given, **changes}


def words(language: str) -> dict[str, str]:
    return open_library().explorer_words(NAME, language)


def name(slug: str, language: str) -> str:
    return SEVEN[slug].name.pick(language)


@both
def test_every_level_of_every_principle_is_offered_in_behaviour(language: str) -> None:
    controls = {control.name: control for control in make(language).controls}
    for slug, scale in SCALES.items():
        choice = controls[f"level-{slug}"]
        assert isinstance(choice, Choice)
        labels = [option.label for option in choice.options]
        assert len(labels) == 1 + LEVELS
        for number, behaviour in enumerate(scale.levels, start=1):
            assert labels[number] == f"{number}. {behaviour.pick(language)}"


def test_notes_hold_five_hundred_letters_and_no_more() -> None:
    notes = [control for control in make().controls if isinstance(control, Words)]
    assert len(notes) == len(SEVEN) + 1
    for control in notes:
        assert check(control, "я" * 500)
        with pytest.raises(ValueError, match="at most 500"):
            check(control, "я" * 501)


def test_what_can_be_set_does_not_depend_on_the_day() -> None:
    later = SelfAssessment(make_setting(today=TODAY.replace(year=2031)))
    assert content_version(later.controls) == content_version(make().controls)


def test_a_state_of_an_earlier_day_still_fits() -> None:
    explorer = make()
    state = rate("1234512", improve="leadership", step="one", by="2026-12-01")
    assert mend(explorer.controls, state, explorer.start()) == state


@both
def test_before_anything_is_rated_there_are_words_but_neither_figure_nor_file(
    language: str,
) -> None:
    explorer = make(language)
    assert explorer.describe(START) == words(language)["nothing-yet"]
    assert explorer.draw(START) is None
    assert explorer.offers(START) == ()


@both
def test_the_strongest_and_the_weakest_are_named_with_their_levels(language: str) -> None:
    told = make(language).describe(rate("3524333"))
    expected = words(language)["extremes"].format(
        strong=name("leadership", language),
        most=5,
        weak=name("engagement-of-people", language),
        least=2,
    )
    assert told.startswith(expected)
    assert told.endswith(words(language)["first-time"])


@both
def test_those_that_stand_alike_are_all_named(language: str) -> None:
    told = make(language).describe(rate("5515111"))
    strong = ["customer-focus", "leadership", "process-approach"]
    assert "; ".join(name(slug, language) for slug in strong) in told


@both
@pytest.mark.parametrize(("levels", "key", "values"), [("---2---", "only-one", {"level": 2})])
def test_a_single_level_is_neither_strong_nor_weak(
    language: str, levels: str, key: str, values: dict[str, int]
) -> None:
    told = make(language).describe(rate(levels))
    assert words(language)[key].format(name=name("process-approach", language), **values) in told


@both
def test_where_all_stand_alike_nothing_is_called_weak(language: str) -> None:
    told = make(language).describe(rate("33333--"))
    assert told.startswith(words(language)["all-alike"].format(n=5, level=3))


@both
def test_what_has_changed_since_the_last_time_is_told(language: str) -> None:
    told = make(language, last="33-3333").describe(rate("4341333"))
    change = words(language)["change"]
    changes = [
        change.format(name=name("customer-focus", language), old=3, new=4),
        change.format(name=name("process-approach", language), old=3, new=1),
    ]
    date = {"en": "3 May 2026", "bg": "03.05.2026 г."}[language]
    assert words(language)["changed"].format(date=date, changes="; ".join(changes)) in told


@both
def test_that_nothing_has_changed_is_told_too(language: str) -> None:
    told = make(language, last="3333333").describe(rate("333333-"))
    date = {"en": "3 May 2026", "bg": "03.05.2026 г."}[language]
    assert words(language)["unchanged"].format(date=date) in told


@both
def test_the_table_holds_behaviour_evidence_last_level_and_the_plan(language: str) -> None:
    state = rate(
        "4------",
        improve="improvement",
        step="First\nthen",
        by="2026-12-31",
        **{"evidence-leadership": "minutes"},
    )
    told = make(language, last="2------").tell(state)
    behaviour = SCALES["customer-focus"].levels[3].pick(language)
    assert words(language)["told-level"].format(n=4, behaviour=behaviour) in told
    assert f">{words(language)['short-level'].format(n=2)}</td>" in told
    assert ">minutes</td>" in told
    day = {"en": "31 December 2026", "bg": "31.12.2026 г."}[language]
    start = name("improvement", language)
    plan = told.rpartition(f'<th scope="row">{start}</th>')[2].partition("</tr>")[0]
    assert re.findall(r">([^<]+(?:<br>[^<]+)?)</td>", plan) == ["First<br>then", day]
    assert words(language)["note"] in told


@both
def test_what_is_written_is_never_read_as_html(language: str) -> None:
    state = rate("4444444", step=NASTY, **{"evidence-leadership": NASTY})
    explorer = make(language)
    (offer,) = explorer.offers(state)
    for text in (explorer.tell(state), offer.content.decode()):
        assert "<script" not in text
        assert text.count("&lt;script&gt;") == 2


class Outline(HTMLParser):
    """Note what opens and closes, and the language and charset of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {f"{tag} {key}": value for key, value in attrs}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@both
def test_the_file_is_a_whole_page_that_needs_nothing_else(language: str) -> None:
    explorer, state = make(language, last="2222222"), rate("1234512")
    (offer,) = explorer.offers(state)
    text = offer.content.decode("utf-8")
    page = Outline()
    page.feed(text)
    assert page.open == []
    assert (page.found["html lang"], page.found["meta charset"]) == (language, "utf-8")
    assert not re.search(r"(src|href|url)\s*[=(]", text)
    assert explorer.tell(state) in text
    assert offer.name == "self-assessment-2026-11-22.html"


def test_the_bulgarian_names_are_said_to_be_a_rendering() -> None:
    assert "превод, направен за този курс" in make("bg").tell(START)


@both
def test_no_level_is_a_mark_and_nothing_is_summed(language: str) -> None:
    told = make(language).describe(rate("1234512")) + make(language).tell(rate("1234512"))
    assert not re.search(r"\b18\b", told)
