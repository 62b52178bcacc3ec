"""The claims clinic: the comparison, and what single words of a sentence tell."""

from __future__ import annotations

import pytest

from kit.explorers.claims_clinic import ClaimsClinicExplorer, has_sign
from kit.explorers.explorer import State
from kit.text import LANGUAGES
from tests.explorers.factories import make_setting

both = pytest.mark.parametrize("language", LANGUAGES)
LIBRARY = make_setting().library
CUES = LIBRARY.claims_clinic.cues


def tell(own: str, claim: str = "recognised-by-iso", language: str = "en") -> str:
    explorer = ClaimsClinicExplorer(make_setting(language))
    return explorer.tell(set_up(explorer, claim, own))


def set_up(explorer: ClaimsClinicExplorer, claim: str, own: str) -> State:
    """Return a state in which one claim is compared with a sentence."""
    return {**explorer.start(), "claim": claim, f"own-{claim}": own, f"compare-{claim}": True}


@both
def test_nothing_is_given_away_before_the_comparison(language: str) -> None:
    explorer = ClaimsClinicExplorer(make_setting(language))
    for claim in LIBRARY.claims_clinic.claims:
        state = {**explorer.start(), "claim": claim}
        assert explorer.tell(state) == ""
        assert LIBRARY.case.claims[claim].said.pick(language) in explorer.describe(state)
        assert LIBRARY.case.claims[claim].correct.pick(language) not in explorer.describe(state)


@both
def test_a_comparison_gives_nothing_away_of_the_next_claim(language: str) -> None:
    explorer = ClaimsClinicExplorer(make_setting(language))
    one, other = LIBRARY.claims_clinic.claims[:2]
    state = {**set_up(explorer, one, "Our own words"), "claim": other}
    assert explorer.tell(state) == ""
    assert "Our own words" in explorer.tell({**state, "claim": one})


@both
def test_each_claim_shows_its_own_fields_alone(language: str) -> None:
    explorer = ClaimsClinicExplorer(make_setting(language))
    for claim in LIBRARY.claims_clinic.claims:
        shown = [one.name for one in explorer.controls if one.when in {None, ("claim", claim)}]
        assert shown == ["claim", f"own-{claim}", f"compare-{claim}"]


@both
def test_the_comparison_has_the_three_sentences_the_reason_and_the_list(language: str) -> None:
    claim = LIBRARY.case.claims["all-standards"]
    told = tell("Our own words", "all-standards", language)
    assert "Our own words" in told
    for text in (claim.correct, claim.why, *LIBRARY.claims_clinic.checklist.values()):
        assert text.pick(language) in told


def test_what_is_written_is_text_and_no_html() -> None:
    told = tell('<img src="x" onerror="alert(1)">')
    assert "<img" not in told
    assert "&lt;img" in told


@pytest.mark.parametrize(
    ("own", "key"),
    [
        ("We are certified to ISO 9001:2008.", "standard-with-year"),
        ("Сертифицирани сме по БДС EN ISO 9001:2008.", "standard-with-year"),
        ("certified to iso 9001 : 2015", "standard-with-year"),
        ("Certified to ISO 9001, and first to ISO 9001:1994.", "standard-with-year"),
        ("We are certified to ISO 9001.", "standard-without-year"),
        ("We are certified to ISO 90012008.", "standard-not-named"),
        ("We have a certificate.", "standard-not-named"),
    ],
)
def test_a_standard_is_seen_with_or_without_its_year(own: str, key: str) -> None:
    words = ClaimsClinicExplorer(make_setting())._words
    beginnings = {name: words[name].split("{")[0] for name in words if name.startswith("standard-")}
    told = tell(own)
    assert {name for name, beginning in beginnings.items() if beginning in told} == {key}


@pytest.mark.parametrize(
    ("own", "is_alone"),
    [
        ("We have received recognition from ISO.", True),
        ("Получихме признание от ISO", True),
        ("ISO’s certificate to ISO 9001:2008", True),
        ("certified to ISO 9001:2008", False),
        ("by the rules of ISO/IEC 17021-1:2015", False),
        ("isolated offices", False),
    ],
)
def test_iso_is_seen_where_it_acts_by_itself(own: str, is_alone: bool) -> None:
    words = ClaimsClinicExplorer(make_setting())._words
    assert (words["iso-alone"] in tell(own)) is is_alone


@pytest.mark.parametrize(
    ("cue", "own", "is_seen"),
    [
        ("sweeping", "It proves everything.", True),
        ("sweeping", "We meet all standards", True),
        ("sweeping", "The authority allows and improves it", False),
        ("sweeping", "Това доказва, че сме добри", True),
        ("sweeping", "Сертификатът ГАРАНТИРА качество", True),
        ("sweeping", "Услугите в обхвата се управляват", False),
        ("certification-body", "certified by Bureau Veritas", True),
        ("certification-body", "сертифицирани от „Бюро Веритас“", True),
        ("certification-body", "certified by a bureau", False),
        ("accredited", "The town is accredited", True),
        ("accredited", "общината е акредитирана", True),
        ("scope", "правни услуги", True),
        ("scope", "неправни услуги", False),
        ("scope", "illegal services", False),
        ("requirements", "meets the requirements", True),
        ("requirements", "изискванията са изпълнени", True),
        ("date", "163 members in 2013", True),
        ("date", "20130 members", False),
        ("state", "държавна агенция", True),
        ("state", "The statement is right", False),
    ],
)
def test_a_sign_is_a_whole_word_or_the_beginning_of_one(cue: str, own: str, is_seen: bool) -> None:
    assert has_sign(CUES[cue], own) is is_seen


@both
def test_a_cue_speaks_only_of_the_claims_that_it_is_for(language: str) -> None:
    missing = CUES["date"].missing
    assert missing is not None
    assert missing.pick(language) in tell("ISO has members", "members-148", language)
    assert missing.pick(language) not in tell("ISO has members", "state-body", language)


@both
def test_the_corrected_sentence_draws_no_remark_on_a_missing_year(language: str) -> None:
    correct = LIBRARY.case.claims["all-standards"].correct.pick(language)
    words = ClaimsClinicExplorer(make_setting(language))._words
    told = tell(correct, "all-standards", language)
    assert words["standard-with-year"].split("{")[0] in told
    assert words["iso-alone"] not in told


def test_each_claim_deserves_to_be_written_anew() -> None:
    verdicts = {LIBRARY.case.claims[slug].verdict for slug in LIBRARY.claims_clinic.claims}
    assert "accurate" not in verdicts


def test_it_is_kept() -> None:
    assert ClaimsClinicExplorer(make_setting()).is_kept
