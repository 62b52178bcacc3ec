"""The record of completion, read back from its PDF."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from kit.assessment.attempt import Attempt, Plan
from kit.assessment.form import draw
from kit.assessment.marking import mark
from kit.assessment.record import RecordRequest, Sheet, make_record, save_record
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.figures.theme import fonts_folder
from kit.reports import Reporter
from kit.text import LANGUAGES
from tests.assessment.factories import START, bank_of, right_answer

BANK = bank_of()
DRAWN = draw(BANK, "seed")
RIGHT = {slug: right_answer(BANK.questions[slug]) for slug in DRAWN}
NAMES = [
    "Мария Георгиева-Тодорова",
    "O’Brien #eval(1) $x^2$ *bold* _it_ @ref <label> \\ // [a] \"q\" 'q' `c` ~ = - +",
    "„Ана“ – Щерева ѝ",
    "https://example.org",
]


def words_of(language: str) -> dict[str, str]:
    return read_words("assessment", language) | read_words("record", language)


def make_sheet(**changes: Any) -> Sheet:
    plan = Plan(form="A", seed="seed", bank=BANK.version, questions=BANK.versions)
    attempt = Attempt(id="a", plan=plan, begun=START, latest=START, answers={}, handed_in=START)
    answers = {slug: RIGHT[slug] for slug in DRAWN if slug != "before-expiry"}
    values = {"name": NAMES[0], "language": "bg", "attempt": attempt, "bank": BANK}
    return Sheet(**values | {"marks": mark(BANK, DRAWN, answers)} | changes)


def read(sheet: Sheet) -> PdfReader:
    words = words_of(sheet.language)
    reporter = Reporter(BANK, open_library().lessons, words, sheet.language)
    pdf = make_record(
        sheet,
        name_lesson=reporter.name,
        number=reporter.number,
        words=words,
        fonts=fonts_folder(),
    )
    return PdfReader(BytesIO(pdf))


def text_of(sheet: Sheet) -> str:
    (page,) = read(sheet).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_tells_everything_in_its_language(language):
    words, text = words_of(language), text_of(make_sheet(language=language))
    lesson = open_library().lesson("announcement").title.pick(language)
    for expected in [
        *(words["sheet-title"], words["sheet-subtitle"], words["sheet-says"], words["sheet-note"]),
        *(lesson, BANK.version, "20 / 21", "2026", words["months"].split()[10]),
        words["sheet-score"].format(points="20", most=21, percent=95),
    ]:
        assert expected in text


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_there_as_it_was_typed(name):
    assert name in text_of(make_sheet(name=name))


@pytest.mark.parametrize("name", ["Я" * 120, "W" * 120, " ".join(["Александрина-Мария"] * 6)])
def test_a_very_long_name_stays_whole_and_on_one_sheet(name):
    assert name.replace(" ", "") in text_of(make_sheet(name=name)).replace(" ", "")


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=120))
def test_no_name_can_break_the_sheet(name):
    try:
        request = RecordRequest(name, "bg")
    except ValueError:
        return
    assert len(read(make_sheet(name=request.name)).pages) == 1


def test_every_font_travels_with_the_sheet():
    fonts = read(make_sheet()).pages[0]["/Resources"]["/Font"].values()
    inner = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert inner
    assert all({"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"]) for font in inner)


def test_the_sheet_has_a_title_and_a_language():
    reader = read(make_sheet())
    assert reader.metadata.title.startswith(words_of("bg")["sheet-title"])
    assert reader.trailer["/Root"]["/Lang"] == "bg"


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200b"])
def test_a_name_without_a_letter_is_refused(name):
    with pytest.raises(ValueError, match="name: got"):
        RecordRequest(name, "en")


@pytest.mark.parametrize(
    "answer",
    [None, {}, {"name": "A", "language": "fr"}, {"name": "x" * 121, "language": "en"}, {"name": 5}],
)
def test_a_strange_request_is_refused(answer):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(answer, RecordRequest)


def test_no_file_is_ever_overwritten(tmp_path):
    words, sheet = words_of("en"), make_sheet()
    first = save_record(b"one", sheet, tmp_path, words)
    second = save_record(b"two", sheet, tmp_path, words)
    assert (tmp_path / first["file"]).read_bytes() == b"one"
    assert (tmp_path / second["file"]).read_bytes() == b"two"
    assert str(tmp_path) in first["text"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    told = save_record(b"one", make_sheet(), tmp_path / "gone", words_of("bg"))
    assert "gone" in told["text"]
    assert list(tmp_path.iterdir()) == []


def test_the_date_is_that_of_handing_in():
    sheet = make_sheet()
    late = replace(sheet.attempt, handed_in=START + timedelta(days=9))
    assert "1 декември 2026 г." in text_of(replace(sheet, attempt=late))
    assert Path(save_record(b"", sheet, Path("/nowhere"), words_of("en"))["file"]).suffix == ".pdf"
