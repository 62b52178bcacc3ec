"""The notebook, the page and the PDF of an agenda: they say the same, and say it as text."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

import nbformat
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from kit.agenda import plan
from kit.agenda_files import AgendaFile, Told, make_files, save_files, tell_plan
from kit.agenda_files.notebook import write_notebook
from kit.agenda_files.page import write_page
from kit.agenda_files.paper import write_pdf
from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.text import LANGUAGES
from tests.agenda.factories import make_request

LIBRARY = open_library()
PRINTED = ("workbook", "cards", "certificates", "self-assessment", "test", "key")
both = pytest.mark.parametrize("language", LANGUAGES)
each_length = pytest.mark.parametrize("length", LIBRARY.agenda_frame.lengths)


@cache
def told(language: str, length: str = "half-day", equipment: str = "laptops") -> Told:
    made = plan(make_request(length=length, people=18, equipment=equipment), LIBRARY)
    return tell_plan(made, LIBRARY, language)


def squeeze(text: str) -> str:
    """Return a text without the spaces and hyphens that a line may break at."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def read_page(content: bytes) -> str:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", content.decode("utf-8")))


def read_pdf(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def read_notebook(content: bytes) -> str:
    cells = nbformat.reads(content.decode("utf-8"), as_version=4).cells
    return re.sub(r"\\(?=[^\w\s])", "", "\n".join(cell.source for cell in cells))


def said(one: Told) -> list[str]:
    """Return every text that each of the files says."""
    items = [item for day in one.days for item in day.items]
    texts = [text for item in items for text in (item.time, item.title, item.trainer, item.people)]
    notes = [note for item in items for note in item.notes]
    return [one.title, *one.result, one.note, *one.promise, *one.left_out, *texts, *notes]


@both
@each_length
def test_the_three_files_say_the_same(language: str, length: str) -> None:
    one = told(language, length)
    files = {file.kind: file.content for file in make_files(one)}
    read = {
        "ipynb": squeeze(read_notebook(files["ipynb"])),
        "html": squeeze(read_page(files["html"])),
        "pdf": squeeze(read_pdf(files["pdf"])),
    }
    missing = {
        (kind, text)
        for kind, text_of in read.items()
        for text in said(one)
        if squeeze(text) not in text_of
    }
    assert missing == set()


@both
def test_the_notebook_is_valid_and_leads_to_lessons_and_guides(language: str) -> None:
    notebook = nbformat.reads(write_notebook(told(language)).decode("utf-8"), as_version=4)
    nbformat.validate(notebook)
    text = "\n".join(cell.source for cell in notebook.cells)
    links = re.findall(r"\]\(([^)]+)\)", text)
    lessons = {link for link in links if "/" not in link}
    assert lessons
    assert all((notebooks_folder() / language / link).is_file() for link in lessons)
    assert {f"trainer/{link}" for link in lessons} == set(links) - lessons
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


@both
def test_the_page_needs_nothing_from_outside_and_no_script(language: str) -> None:
    page = write_page(told(language)).decode("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"<script|\ssrc=|\shref=|\sstyle=|url\(|https?://", page)


@both
def test_the_pdf_is_a4_in_its_language_with_its_fonts(language: str) -> None:
    reader = PdfReader(BytesIO(write_pdf(told(language, "day"))))
    assert {tuple(round(float(n)) for n in page.mediabox[2:]) for page in reader.pages} == {
        (595, 842)
    }
    assert reader.metadata
    assert reader.metadata.title == told(language, "day").title
    assert reader.root_object["/Lang"] == language
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & font.keys() for font in fonts)


def test_without_laptops_people_do_it_on_paper() -> None:
    block = LIBRARY.agendas["announcement"].blocks["four-bodies"]
    for equipment, expected in (("shared", block.people), ("paper", block.paper)):
        items = [item for day in told("bg", "two-days", equipment).days for item in day.items]
        assert {item.people for item in items if item.id == "four-bodies"} == {expected.bg}
        material = dict(told("bg", "two-days", equipment).facts)["Материали"]
        names = {slug: text.bg for slug, text in LIBRARY.agenda_frame.material.items()}
        assert (names["page"] in material) == (equipment == "shared")
        assert (names["test"] in material) == (names["key"] in material) == (equipment == "paper")


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("kind", [*PRINTED])
def test_what_is_printed_is_named_as_on_the_sheet(kind: str, language: str) -> None:
    name = LIBRARY.agenda_frame.material[kind].pick(language).lower()
    title = LIBRARY.interface["paper"][f"title-{kind}"].pick(language).format(form="A").lower()
    assert name in title or title in name


def test_markup_in_a_text_is_shown_as_text() -> None:
    nasty = "</style><script>x</script> *a* [b](c) #let $d$ `e` \\f"
    one = replace(told("en"), title=nasty, note=nasty)
    assert squeeze(nasty) in squeeze(read_page(write_page(one)))
    assert "<script" not in write_page(one).decode("utf-8")
    assert squeeze(nasty) in squeeze(read_pdf(write_pdf(one)))
    source = nbformat.reads(write_notebook(one).decode("utf-8"), as_version=4).cells[0].source
    assert source.startswith("# \\</style\\>\\<script\\>x\\</script\\> \\*a\\* \\[b\\](c) \\#let")


def test_files_made_again_are_the_same() -> None:
    once, again = (list(make_files(told("bg"))) for _ in range(2))
    assert once == again


FILES = [
    AgendaFile(name=f"a.{kind}", kind=kind, media_type="text/plain", content=kind.encode())
    for kind in ("one", "two")
]


def test_files_are_saved_into_a_new_folder(tmp_path: Path) -> None:
    saved = save_files(FILES, tmp_path / "new", may_replace=False)
    assert [path.read_text("utf-8") for path in saved] == ["one", "two"]


def test_no_file_is_replaced_unasked_and_then_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.two").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError) as caught:
        save_files(FILES, tmp_path, may_replace=False)
    assert caught.value.filename == str(tmp_path / "a.two")
    assert [path.name for path in tmp_path.iterdir()] == ["a.two"]
    assert (tmp_path / "a.two").read_text("utf-8") == "mine"


def test_a_file_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.two").write_text("mine", encoding="utf-8")
    save_files(FILES, tmp_path, may_replace=True)
    assert (tmp_path / "a.two").read_text("utf-8") == "two"


def test_what_cannot_be_finished_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = replace(FILES[1], name="no-folder/a.two")
    with pytest.raises(OSError, match="No such file"):
        save_files([FILES[0], bad], tmp_path, may_replace=False)
    assert list(tmp_path.iterdir()) == []


@both
def test_breaks_in_the_way_are_told_apart_from_missing_minutes(language: str) -> None:
    made = plan(make_request(), LIBRARY)
    assert made.shortfall
    words = {key: text.pick(language) for key, text in LIBRARY.interface["agenda"].items()}
    for short, key in ((35, "say-short"), (0, "say-cut")):
        shortfall = replace(made.shortfall, short=short)
        first = tell_plan(replace(made, shortfall=shortfall), LIBRARY, language).result[0]
        assert first.startswith(words[key].format(short=short, n=0, total=0, gained=0)[:40])
