"""The cycle planner: what it says, lists and offers, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from kit.content.library import open_library
from kit.explorers.cycle_planner import CyclePlanner
from kit.explorers.explorer import Day, State
from kit.explorers.numerals import Numerals
from kit.text import LANGUAGES
from tests.explorers.factories import TODAY, make_setting

MODEL = open_library().cycle_model
both = pytest.mark.parametrize("language", LANGUAGES)
PLANNER = CyclePlanner(make_setting())
DAYS = [control for control in PLANNER.controls if isinstance(control, Day)]


def make(language: str = "en") -> CyclePlanner:
    return CyclePlanner(make_setting(language))


def state(**changes: str) -> State:
    return {**PLANNER.start(), **{key.replace("_", "-"): day for key, day in changes.items()}}


def words(language: str) -> dict[str, str]:
    return open_library().explorer_words("cycle-planner", language)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_it_is_kept_and_begins_with_the_inferred_decision_of_pomorie() -> None:
    assert PLANNER.is_kept
    assert PLANNER.start()["decision"] == "2013-01-29"
    assert PLANNER.start()["stage-2"] == MODEL.stage_2.isoformat()


@both
def test_the_model_is_called_a_model_with_the_announced_expiry_and_the_inference(
    language: str,
) -> None:
    explorer, numerals = make(language), Numerals(make_setting(language))
    note = MODEL.note.pick(language).format(
        expiry=numerals.day(MODEL.expiry), decision=numerals.day(datetime(2013, 1, 29, tzinfo=UTC))
    )
    assert note in plain(explorer.tell(explorer.start()))
    tried = explorer.tell({**explorer.start(), "suspension": "2015-02-16"})
    assert words(language)["tried"] in tried
    assert words(language)["tried"] not in explorer.tell(explorer.start())
    own = explorer.tell({**explorer.start(), "decision": "2013-02-04"})
    assert words(language)["note-own"] in own
    assert note not in plain(own)


@both
def test_each_state_is_said(language: str) -> None:
    explorer, said = make(language), words(language)
    cases = {
        "no-decision": {"asked-on": "2013-01-01"},
        "decision": {},
        "suspension": {"suspension": "2014-05-05"},
        "lifted": {"suspension": "2014-02-03", "lifted": "2014-05-05"},
        "withdrawal": {"withdrawal": "2014-05-05"},
        "expiry": {"asked-on": "2016-02-01"},
        "restorable": {"asked-on": "2016-02-01", "edition": "2015"},
        "not-restored": {"asked-on": "2016-08-01", "edition": "2015"},
        "restored": {
            "asked-on": "2016-08-01",
            "edition": "2015",
            "recertification-audit": "2015-12-10",
            "recertification-decision": "2016-04-18",
        },
    }
    for key, changes in cases.items():
        told = explorer.describe({**explorer.start(), **changes})
        ending = said[f"say-{key}"].split("{day}")[1].split("{since}")[0]
        assert ending in told, key


@both
def test_a_missed_surveillance_is_due_and_missed_and_no_suspension_is_invented(
    language: str,
) -> None:
    explorer = make(language)
    missed = {**explorer.start(), "surveillance-2": "", "asked-on": "2015-03-02"}
    told = explorer.describe(missed)
    assert words(language)["say-missed"].split("{")[0] in told
    assert words(language)["say-suspension"].split("{day}")[1].split("{")[0] not in told
    assert words(language)["standing-missed"] in explorer.tell(missed)


@both
@pytest.mark.parametrize(
    ("edition", "latest", "rule"),
    [("2011", "2014-12-14", "surveillance"), ("2015", "2014-12-31", "surveillance")],
)
def test_the_table_names_the_latest_day_its_rule_and_where_it_was_read(
    language: str, edition: str, latest: str, rule: str
) -> None:
    explorer, numerals = make(language), Numerals(make_setting(language))
    more = plain(explorer.tell({**explorer.start(), "edition": edition}))
    rules = open_library().cycle_rules[edition]
    assert numerals.day(datetime.fromisoformat(latest)) in more
    assert rules.rules[rule].asks.pick(language) in more
    assert rules.standard.pick(language) in more
    for slug in rules.rules[rule].sources:
        assert open_library().sources[slug].title.pick(language) in more


def test_a_clause_number_that_was_not_seen_is_said_to_be_unconfirmed() -> None:
    more = PLANNER.tell(state(edition="2015"))
    assert "9.1.3.3 (number not confirmed)" in more
    assert "9.6.3.1.1." in more


@both
def test_on_a_day_nothing_is_listed_that_depends_on_what_comes_later(language: str) -> None:
    explorer, said = make(language), words(language)
    suspended = {**explorer.start(), "edition": "2015", "suspension": "2014-09-01"}
    assert said["due-suspension"] not in explorer.tell(suspended)
    assert said["due-restoration"] not in explorer.tell(suspended)
    assert said["due-suspension"] in explorer.tell({**suspended, "asked-on": "2014-09-01"})
    assert said["due-restoration"] in explorer.tell({**suspended, "asked-on": "2016-01-29"})


@both
def test_dates_that_cannot_be_are_explained_and_the_rest_is_shown(language: str) -> None:
    explorer = make(language)
    wrong = {**explorer.start(), "decision": "2012-11-30"}
    assert words(language)["problems"] in explorer.tell(wrong)
    assert words(language)["problem-no-stage-2"] in explorer.tell(wrong)
    assert words(language)["does-not-fit"].split("{")[0] in explorer.describe(wrong)
    assert explorer.draw(wrong) is not None
    assert explorer.offers(wrong) == ()


def test_what_follows_from_a_refused_decision_is_not_told_as_well() -> None:
    assert PLANNER.tell(state(decision="2012-11-30")).count("<li>") == 1


@both
def test_the_calendar_holds_what_is_still_to_be_done_and_the_term(language: str) -> None:
    explorer = make(language)
    (offer,) = explorer.offers(explorer.start())
    events = vobject.readOne(offer.content.decode("utf-8")).vevent_list
    found = {event.uid.value.partition("@")[0]: event.dtstart.value for event in events}
    assert {key: str(day) for key, day in found.items()} == {
        "2013-01-29.surveillance-2": "2014-12-14",
        "2013-01-29.recertification-0": "2016-01-28",
        "2013-01-29.term-1-first": "2013-01-29",
        "2013-01-29.term-1-last": "2016-01-28",
    }
    assert {event.dtstamp.value.date() for event in events} == {TODAY}
    assert (offer.media_type, offer.label) == ("text/calendar", words(language)["offer"])


def test_the_calendar_of_a_renewed_certificate_holds_the_next_term() -> None:
    renewed = state(recertification_audit="2015-11-26", recertification_decision="2016-01-14")
    (offer,) = PLANNER.offers(renewed)
    assert b"term-2-last@" in offer.content
    assert b"DTSTART;VALUE=DATE:20190128" in offer.content


def test_the_frames_show_every_state_and_both_editions() -> None:
    frames = list(PLANNER.frames())
    assert len(frames) >= 6
    assert {frame["edition"] for frame in frames} == {"2011", "2015"}
    told = [PLANNER.describe(frame) for frame in frames]
    for sign in ("valid, as", "valid again", "suspended since", "withdrawn", "restored", "expired"):
        assert any(sign in one for one in told), sign


_any_day = st.dates(
    min_value=datetime.fromisoformat(DAYS[0].first).date(),
    max_value=datetime.fromisoformat(DAYS[0].last).date(),
).map(str)


@given(st.fixed_dictionaries({day.name: _any_day for day in DAYS}), st.data())
def test_any_days_are_answered_in_words(days: dict[str, str], data: st.DataObject) -> None:
    empty = data.draw(st.sets(st.sampled_from([day.name for day in DAYS if day.is_optional])))
    given_state = {
        **days,
        **dict.fromkeys(empty, ""),
        "edition": data.draw(st.sampled_from(["2011", "2015"])),
    }
    assert PLANNER.describe(given_state)
    assert PLANNER.tell(given_state)
    assert all(offer.content for offer in PLANNER.offers(given_state))


LATE = {"edition": "2015", "recertification-audit": "2015-12-10"}


@both
@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"edition": "2015", "asked-on": "2015-12-01"}, "next-term"),
        ({"edition": "2015", "asked-on": "2016-02-01"}, "next-restored"),
        ({**LATE, "recertification-decision": "2016-04-18"}, "next-granted"),
        ({"edition": "2015", "asked-on": "2016-08-01"}, ""),
        ({"edition": "2011", "asked-on": "2016-02-01"}, ""),
        ({"withdrawal": "2014-05-05"}, ""),
    ],
)
def test_of_the_next_term_only_what_is_still_possible_is_said(
    language: str, changes: State, key: str
) -> None:
    explorer, said = make(language), words(language)
    more = explorer.tell({**explorer.start(), **changes})
    keys = ("next-term", "next-restored", "next-granted")
    assert [one for one in keys if said[one].split("{")[0] in more] == ([key] if key else [])


@both
def test_a_recertification_after_the_last_chance_is_said_to_be_too_late(language: str) -> None:
    explorer = make(language)
    late = {**explorer.start(), **LATE, "recertification-decision": "2016-08-29"}
    assert words(language)["problem-too-late"] in explorer.tell(late)


@both
def test_a_certificate_of_ones_own_is_told_how_its_term_was_reckoned(language: str) -> None:
    explorer, numerals = make(language), Numerals(make_setting(language))
    leap = {"edition": "2015", "stage-2": "2023-12-12", "decision": "2024-02-29"}
    more = plain(explorer.tell({**explorer.start(), **leap}))
    assert open_library().cycle_rules["2015"].rules["term"].asks.pick(language) in more
    assert numerals.day(datetime(2027, 2, 27, tzinfo=UTC)) in more
    assert words(language)["term"].split("{asks}")[1] in more
    assert words(language)["term"].split("{asks}")[1] not in explorer.tell(explorer.start())
