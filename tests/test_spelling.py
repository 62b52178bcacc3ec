"""Every word that a person reads is spelt as hunspell or the kit's own word list has it."""

import shutil

import pytest

from kit.text import LANGUAGES
from tests.spelling import (
    DICTIONARIES,
    Passage,
    covers,
    find_unknown,
    passages,
    places_of_words,
    read_word_list,
    words_of,
)

SHOWN_PLACES = 5
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def hunspell() -> None:
    """Skip where the program or a dictionary is missing; in CI a skip is a failure."""
    missing = "program hunspell" if shutil.which("hunspell") is None else ""
    try:
        for language in () if missing else LANGUAGES:
            find_unknown(["ISO"], language)
    except RuntimeError as error:
        missing = str(error)
    if missing:
        pytest.skip(f"no {missing}; on Debian: apt install hunspell hunspell-en-gb hunspell-bg")


@pytest.fixture(scope="module")
def unknown(hunspell: None) -> dict[str, dict[str, list[str]]]:
    """Return the words of all texts that hunspell does not know, and where they stand."""
    texts = list(passages())
    places = {language: places_of_words(texts, language) for language in LANGUAGES}
    return {
        language: {word: found[word] for word in find_unknown(found, language)}
        for language, found in places.items()
    }


@pytest.mark.hunspell
@EACH_LANGUAGE
def test_every_word_is_spelt(unknown: dict[str, dict[str, list[str]]], language: str) -> None:
    known = read_word_list(language)
    wrong = {
        word: ", ".join(sorted(places)[:SHOWN_PLACES])
        for word, places in unknown[language].items()
        if not any(covers(entry, word) for entry in known)
    }
    assert wrong == {}, "mend the text, or add a true term to data/spelling"


@EACH_LANGUAGE
def test_every_entry_of_a_word_list_is_used(language: str) -> None:
    words = places_of_words(passages(), language)
    unused = [
        entry for entry in read_word_list(language) if not any(covers(entry, w) for w in words)
    ]
    assert unused == [], "delete them from data/spelling"


@EACH_LANGUAGE
def test_a_word_list_is_sorted_and_has_each_word_once(language: str) -> None:
    entries = read_word_list(language)
    assert entries == sorted(set(entries), key=lambda entry: (entry.casefold(), entry))


@pytest.mark.hunspell
@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("en", "The certificat of the town", {"certificat"}),
        ("en", "The color of the organisation", {"color"}),
        ("bg", "Серитфикатът на общината", {"Серитфикатът"}),
        ("bg", "Общината пази документи", set()),
    ],
)
def test_a_misspelt_word_is_found(
    hunspell: None, language: str, text: str, wrong: set[str]
) -> None:
    assert find_unknown(words_of(text, language), language) == wrong


@pytest.mark.hunspell
def test_a_dictionary_that_is_not_there_is_an_error(
    hunspell: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DICTIONARIES, "bg", "xx_XX")
    with pytest.raises(RuntimeError, match="xx_XX"):
        find_unknown(["дума"], "bg")


@pytest.mark.parametrize(
    ("text", "latin", "cyrillic"),
    [
        ("The audit doesn’t end", {"The", "audit", "doesn't", "end"}, set()),
        ("Pomorie’s office", {"Pomorie", "office"}, set()),
        ("first-party audits", {"first", "party", "audits"}, set()),
        ("run `kit chekc` now", {"run", "now"}, set()),
        ("before\n```python\nimprot kit\n```\nafter", {"before", "after"}, set()),
        ("[the page](https://exmaple.org/pgae)", {"the", "page"}, set()),
        ("see https://exmaple.org or wrtie@to.us", {"see", "or"}, set()),
        ("see nab-bas.bg/akreditatsiya.html", {"see"}, set()),
        ('<img src="pciture.png" alt="x"> shown', {"shown"}, set()),
        ("{score} of {mots}", {"of"}, set()),
        ("на 2-ри етап от ISO 9001", {"ISO"}, {"на", "етап", "от"}),
        ("„Бюро Веритас“ (Bureau Veritas)", {"Bureau", "Veritas"}, {"Бюро", "Веритас"}),
        ("СУК-ът", set(), {"СУК", "ът"}),
    ],
)
def test_what_counts_as_a_word(text: str, latin: set[str], cyrillic: set[str]) -> None:
    assert words_of(text, "en") == latin
    assert words_of(text, "bg") == cyrillic


def test_a_word_is_told_each_place() -> None:
    texts = [Passage("here", "an audit"), Passage("there", "the audit")]
    assert places_of_words(texts, "en")["audit"] == ["here", "there"]


def test_all_sorts_of_texts_are_read() -> None:
    starts = {passage.where.split("/")[0].split(":")[0] for passage in passages()}
    assert {"data", "notebooks", "README.md", "README.bg.md"} <= starts


@pytest.mark.parametrize(
    ("entry", "word", "is_covered"),
    [("одит", "Одит", True), ("Pomorie", "pomorie", False), ("audit", "audits", False)],
)
def test_an_entry_covers_a_word(entry: str, word: str, *, is_covered: bool) -> None:
    assert covers(entry, word) is is_covered
