from __future__ import annotations

import pytest

from kit.explorers.explorer import Choice, Count, Day, Option, Switch, Words
from kit.explorers.registry import EXPLORERS, build
from kit.explorers.state import content_version
from kit.site.explorers import ExplorerShelf, Prepared, Writer, narrow
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

each = pytest.mark.parametrize("name", EXPLORERS)
in_both = pytest.mark.parametrize("language", LANGUAGES)


def prepared(name: str, language: str = "en") -> Prepared:
    return ExplorerShelf(make_setting(language)).take(name)


def narrowed(control: object, *values: object, language: str = "en") -> object:
    """Return a control as pages have it whose frames set it to these values."""
    states = [{"one": value} for value in values]
    return narrow(control, states, Writer(make_setting(language)))


def options(control: object) -> list[tuple[str, str]]:
    assert isinstance(control, Choice)
    return [(one.id, one.label) for one in control.options]


def test_a_choice_offers_what_frames_have_in_its_own_order() -> None:
    given = tuple(Option(id=one, label=one.upper()) for one in "abc")
    control = Choice(name="one", label="One", help="How", options=given)
    found = narrowed(control, "c", "a")
    assert options(found) == [("a", "A"), ("c", "C")]
    assert found.help == "How"


def test_a_day_becomes_a_choice_of_days_written_out() -> None:
    bounds = {"first": "2010-01-01", "last": "2020-01-01"}
    control = Day(name="one", label="One", help="Leave it empty.", is_optional=True, **bounds)
    values = ["2013-01-29", "", "2012-11-30"]
    assert options(narrowed(control, *values)) == [
        ("", "no date"),
        ("2012-11-30", "30 November 2012"),
        ("2013-01-29", "29 January 2013"),
    ]
    assert narrowed(control, *values).help == ""
    assert options(narrowed(control, *values, language="bg"))[1] == ("2012-11-30", "30.11.2012 г.")


def test_a_count_becomes_a_choice_of_numerals() -> None:
    control = Count(name="one", label="One", low=-40, high=11000, unit="%")
    assert options(narrowed(control, 11000, -40)) == [("-40", "−40 %"), ("11000", "11,000 %")]


@in_both
def test_a_year_is_written_as_a_year(language: str) -> None:
    control = Count(name="one", label="One", low=1993, high=2024, is_year=True)
    found = options(narrowed(control, 1993, 2017, language=language))
    assert found == [("1993", "1993"), ("2017", "2017")]


@in_both
def test_the_counts_of_certificates_are_of_years(language: str) -> None:
    _, *years = prepared("certificate-counts", language).plan["controls"]
    labels = [option["label"] for control in years for option in control["options"]]
    assert "2018" in labels
    assert all(label.isdigit() for label in labels)


def test_what_the_page_finds_itself_needs_no_frames_and_all_controls() -> None:
    one = prepared("self-assessment")
    assert list(one.views()) == []
    assert len(one.plan["controls"]) == len(one.explorer.controls)
    assert one.plan["rules"]
    assert prepared("what-if").plan["rules"] == {}


def test_a_control_with_one_value_is_not_shown_and_words_and_switches_are_kept() -> None:
    day = Day(name="one", label="One", first="2010-01-01", last="2020-01-01")
    switch, words = Switch(name="one", label="One"), Words(name="one", label="One")
    on, off = True, False
    assert narrowed(day, "2012-11-30") is None
    assert narrowed(switch, on) is None
    assert narrowed(switch, on, off) is switch
    assert narrowed(words, "") is words


@each
@in_both
def test_every_control_offers_a_value_of_every_frame(name: str, language: str) -> None:
    plan = prepared(name, language).plan
    for control in plan["controls"]:
        if control["kind"] == "choice":
            offered = {option["id"] for option in control["options"]}
            assert {str(state[control["name"]]) for state in plan["states"]} <= offered


@each
def test_the_first_frame_is_the_start_and_the_version_that_of_every_home(name: str) -> None:
    one = prepared(name)
    assert one.plan["start"].items() >= one.plan["states"][0].items()
    explorer = build(name, make_setting("en"))
    assert one.plan["version"] == content_version(explorer.controls)
    assert len(one.plan["states"]) == len(one.states)


def test_how_frames_answer_what_can_be_set() -> None:
    forms = {name: prepared(name).plan["form"] for name in EXPLORERS}
    assert forms["eight-in-pomorie"] == "whole"
    assert forms["what-if"] == "whole"
    assert forms["certificate-reader"] == "values"
    assert forms["sentence-builder"] == "values"
    assert forms["audit-time"] == "values"
    assert forms["cycle-planner"] == "examples"
    assert forms["claims-clinic"] == "whole"
    assert forms["site-sampling"] == "values"
    assert forms["self-assessment"] == "reckoned"


def test_numbers_are_named_where_a_list_has_text_for_them() -> None:
    assert prepared("site-sampling").plan["counts"] == ["sites"]
    assert prepared("cycle-planner").plan["counts"] == []


def test_an_explorer_is_prepared_once_and_a_strange_one_refused() -> None:
    shelf = ExplorerShelf(make_setting("en"))
    assert shelf.take("what-if") is shelf.take("what-if")
    with pytest.raises(LookupError, match="nowhere"):
        shelf.take("nowhere")
