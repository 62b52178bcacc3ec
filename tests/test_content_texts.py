"""Texts are there in every language, in its letters and marks, as Markdown without HTML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.check.languages import text_reasons
from kit.content.check.markup import gap_reasons, html_reasons, markdown_reasons, quote_reasons
from kit.content.check.words import Alphabets, is_plain, mixed_word_reasons, prose_of
from kit.content.records import Phrases, Wording
from tests.factories import (
    SOURCE,
    find_faults,
    make_text,
    question_faults,
)

ALPHABETS = Alphabets(
    Wording(
        names=("ИА БСА", "Bureau Veritas"),
        sweeping=Phrases(en=("all",), bg=("всички",)),
        absolute=Phrases(en=("never",), bg=("никога",)),
    )
)


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("hint.en", "", "an empty text"),
        ("hint.bg", " \n\t", "an empty text"),
        ("hint.bg", "Whose auditors came?", "no Cyrillic letter (“Whose auditors came”)"),
        ("hint.en", "Чии одитори дойдоха?", "“Чии одитори дойдоха” in Cyrillic"),
        ("hint.en", "FILL IN", "“FILL IN”, left from the template"),
        ("hint.bg", "Чии oдитори дойдоха?", "the word “oдитори” (o Latin, дитори Cyrillic)"),
        ("hint.bg", "Кой е изпратил „тях?", "1 „ and 0 “"),
        ("hint.bg", 'Кой е "Веритас"?', 'the mark "'),
        ("hint.en", "Who are „they“?", "the mark „"),
        ("hint.en", "Whose  auditors came?", "two spaces after “Whose”"),
        ("hint.en", "Whose <b>auditors</b>?", "the HTML “<b>”"),
    ],
)
def test_a_faulty_text_is_found_by_key(tmp_path: Path, key: str, text: str, found: str) -> None:
    assert (key, found) in question_faults(tmp_path, "single", {key: text})


def test_two_faults_of_a_text_are_two(tmp_path: Path) -> None:
    changes = {"hint.bg": 'Чии  "oдитори"?'}
    assert len(question_faults(tmp_path, "single", changes)) == 3


def test_texts_are_checked_where_the_shape_is_at_fault(tmp_path: Path) -> None:
    found = question_faults(tmp_path, "single", {"level": "easy", "extra.deep": make_text(bg="")})
    assert [key for key, _ in found] == ["extra", "extra.deep.bg", "level"]


def test_a_script_in_a_stem_is_a_fault(tmp_path: Path) -> None:
    stem = make_text("Who? <script>alert(1)</script>", "Кой? <script>alert(1)</script>")
    found = question_faults(tmp_path, "single", {"stem": stem})
    assert {("stem.en", "the HTML “<script>”"), ("stem.bg", "the HTML “</script>”")} <= {*found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <br> b", "<br>"),
        ("a </p>", "</p>"),
        ("<!-- note -->", "<!-- note -->"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("an open <script", "<script"),
        ("[here](javascript:alert(1))", "javascript:alert(1"),
        ("[here](data:text/html,x)", "data:text/html,x"),
        ("[here]( <JavaScript:x>)", "JavaScript:x"),
    ],
)
def test_html_and_script_are_found(text: str, found: str) -> None:
    assert found in "".join(what for what, _ in html_reasons(text))


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6 and 7 > 6",
        "fewer than <5",
        "<https://iaf.nu>",
        "<info@iso.org>",
        "[ISO](https://www.iso.org/iso-9001.html)",
        "[a part](#part) and [a page](01-announcement.ipynb)",
        "[mail](mailto:info@iso.org)",
        "a -> b",
    ],
)
def test_markdown_and_signs_are_no_html(text: str) -> None:
    assert list(html_reasons(text)) == []


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("cертификат", "c Latin, ертификат Cyrillic"),
        ("Оdит", "О Cyrillic, d Latin, ит Cyrillic"),
        ("auditа", "audit Latin, а Cyrillic"),
    ],
)
def test_a_word_of_two_alphabets_is_spelt_out(word: str, spelt: str) -> None:
    ((found, _),) = mixed_word_reasons(f"Нов {word} за всички")
    assert found == f"the word “{word}” ({spelt})"


@pytest.mark.parametrize(
    "text", ["ISO-сертификат", "2008-ма", "формат A4", "ISO 9001 и СУК", "plain"]
)
def test_words_of_one_alphabet_are_not_mixed(text: str) -> None:
    assert list(mixed_word_reasons(text)) == []


@given(
    latin=st.text("abcdefxyz", min_size=1, max_size=4),
    cyrillic=st.text("абвгдежя", min_size=1, max_size=4),
    rest=st.text("абв ", max_size=5),
)
def test_any_mixture_is_found(latin: str, cyrillic: str, rest: str) -> None:
    assert list(mixed_word_reasons(f"{rest} {latin}{cyrillic} {rest}"))
    assert not list(mixed_word_reasons(f"{rest} {latin} {cyrillic} {rest}"))


@pytest.mark.parametrize(
    "text",
    ["ISO 9001:2008", "UKAS", "2013", "Bureau Veritas", "БДС", "№ 5", "ISO на Bureau Veritas"],
)
def test_what_is_a_bulgarian_text(text: str) -> None:
    assert list(ALPHABETS.reasons(text, "bg")) == []


@pytest.mark.parametrize(
    "text", ["Certificate", "ISO certificate", "Вземете ги c вас", "A общината?", "Тук e мястото"]
)
def test_what_is_no_bulgarian_text(text: str) -> None:
    assert len(list(ALPHABETS.reasons(text, "bg"))) == 1


@pytest.mark.parametrize(
    "text", ["Plain", "the agency ИА БСА", "the word “сертификат”", "café", "who said ‘да’"]
)
def test_what_is_an_english_text(text: str) -> None:
    assert list(ALPHABETS.reasons(text, "en")) == []


@pytest.mark.parametrize("text", ["the ИАБСА", "сертификат", "“да” and не"])
def test_what_is_no_english_text(text: str) -> None:
    assert len(list(ALPHABETS.reasons(text, "en"))) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Бюро Веритас“", "bg"),
        ("„един“ и „друг“", "bg"),
        ("“one” and ‘two’", "en"),
        ('"one"', "en"),
        ("ISO’s and ISO's", "en"),
    ],
)
def test_right_quotation_marks(text: str, language: str) -> None:
    assert list(quote_reasons(text, language)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('"един"', "bg"),
        ("“един”", "bg"),
        ("„един”", "bg"),
        ("„един", "bg"),
        ("„one“", "en"),
        ("“", "en"),
    ],
)
def test_wrong_quotation_marks(text: str, language: str) -> None:
    assert len(list(quote_reasons(text, language))) == 1


@pytest.mark.parametrize("text", ["one\n  two", "  one", "one  ", "one\n\ntwo"])
def test_spaces_at_the_ends_of_lines_are_no_gaps(text: str) -> None:
    assert list(gap_reasons(text)) == []


def test_code_and_addresses_are_no_prose() -> None:
    assert prose_of("run `kit  check` at https://iaf.nu/x now") == "run 0 at 0 now"
    assert prose_of("iaf.nu/en/faq; “bg.wikipedia.org”, страница 5.") == "0; “0”, страница 5."


def test_a_site_stands_as_it_is_in_both_languages(tmp_path: Path) -> None:
    site = make_text("iaf.nu/en/faq; ukas.com", "iaf.nu/en/faq; ukas.com")
    assert find_faults(tmp_path, {"sources.toml": {"announcement": SOURCE | {"where": site}}}) == []


@pytest.mark.parametrize(
    ("en", "bg"),
    [
        ("[ISO](https://iso.org)", "ISO"),
        ("**bold**", "получер"),
        ("`code`", "код"),
        ("- one\n- two", "едно и две"),
    ],
)
def test_markdown_that_differs_is_a_fault(en: str, bg: str) -> None:
    assert len(list(markdown_reasons({"en": en, "bg": bg}))) == 1
    assert not list(markdown_reasons({"en": en, "bg": en}))


@pytest.mark.parametrize(
    ("bg", "is_fault"),
    [
        ("{most}: {score}", False),
        ("{score}", True),
        ("{score} от {all}", True),
        ("{score} от {most", True),
    ],
)
def test_placeholders_are_the_same_in_both_languages(
    tmp_path: Path, bg: str, *, is_fault: bool
) -> None:
    table = {"quiz": {"score": make_text("{score} of {most}", bg)}}
    faults = find_faults(tmp_path, {"interface.toml": table})
    assert [key for _, key, _ in faults] == ["quiz.score"] * is_fault


def test_placeholders_matter_in_the_interface_only(tmp_path: Path) -> None:
    assert question_faults(tmp_path, "single", {"hint": make_text("{a}", "Кой {b")}) == []


@pytest.mark.parametrize("key", ["title", "where"])
def test_the_words_of_a_source_are_checked_too(tmp_path: Path, key: str) -> None:
    sources = {"announcement": SOURCE | {key: make_text(bg="Cъобщение")}}
    ((file, where, _),) = find_faults(tmp_path, {"sources.toml": sources})
    assert (file, where) == ("sources.toml", f"announcement.{key}.bg")


@given(st.text('aбв <>[]()`*_"„“”:/\n?{}№A1.-', max_size=40))
def test_a_text_equal_in_both_languages_has_no_difference(text: str) -> None:
    assert not list(markdown_reasons({"en": text, "bg": text}))


@given(
    st.text("aбв (FILL IN)'’<>[]`*_\"„“”:/\n{}№A1.-", max_size=12), st.sampled_from(["en", "bg"])
)
def test_a_plain_text_breaks_no_rule(text: str, language: str) -> None:
    if is_plain(text, language):
        assert not list(text_reasons(text, language, ALPHABETS))
