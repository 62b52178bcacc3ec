"""What is built: the pages of a course and what they load, whole and small enough."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kit.content.faults import ContentError
from kit.content.library import Library, open_library
from kit.paths import notebooks_folder
from kit.site.build import build_site, gather_words
from kit.site.course import read_course
from kit.site.pages import POLICY
from kit.text import LANGUAGES
from tests.factories import make_question, make_tree
from tests.site.samples import TODAY, SampleLibrary, write_notebooks

KB = 1000
ADDRESS = re.compile(r'(?:src|href)="([^"#]+)')


@pytest.fixture(scope="module")
def whole() -> dict[str, bytes]:
    """Return the site of the whole course."""
    return build_site(open_library(), notebooks_folder(), date(2026, 11, 28))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return a site of one lesson."""
    folder = tmp_path_factory.mktemp("small")
    library = SampleLibrary(make_tree(folder / "data"), [make_question("single")])
    return build_site(library, write_notebooks(folder / "notebooks", "# Sample"), TODAY)


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {name: text.decode() for name, text in files.items() if name.endswith(".html")}


@pytest.mark.slow
def test_every_notebook_has_its_page_and_every_page_is_small(whole: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        for path in (notebooks_folder() / language).glob("*.ipynb"):
            page, pack = f"{language}/{path.stem}.html", f"packs/{language}/{path.stem}.js"
            assert len(whole[page]) + len(whole[pack]) <= 150 * KB, page
    shared = [len(text) for name, text in whole.items() if name.startswith("kit/")]
    assert sum(shared) <= 400 * KB


@pytest.mark.slow
def test_every_page_leads_only_to_files_that_are_there(whole: dict[str, bytes]) -> None:
    for name, text in pages(whole).items():
        for address in ADDRESS.findall(text):
            if not address.startswith("data:"):
                found = (Path("/") / name).parent / address
                assert str(found.resolve()).lstrip("/") in whole, f"{name}: {address}"


@pytest.mark.slow
def test_every_frame_of_every_explorer_is_there(whole: dict[str, bytes]) -> None:
    for language in LANGUAGES:
        frames = [name for name in whole if name.startswith(f"frames/{language}/what-if/")]
        assert len(frames) == 18


def test_every_page_declares_its_policy_before_anything_is_loaded(small: dict[str, bytes]) -> None:
    for name, text in pages(small).items():
        policy, script = text.index(f'content="{POLICY}"'), text.index("<script")
        assert policy < script, name
        assert " style=" not in text
        assert "<style" not in text
        assert not re.search(r"<script(?! src=| type=\"application/json\")", text), name


def test_a_site_says_nothing_of_where_it_was_made(small: dict[str, bytes]) -> None:
    assert all(str(Path.home()).encode() not in text for text in small.values())
    assert not any("://" in text.replace("http://www.w3.org", "") for text in pages(small).values())


def test_a_site_is_the_same_when_built_again(tmp_path: Path, small: dict[str, bytes]) -> None:
    library = SampleLibrary(make_tree(tmp_path / "data"), [make_question("single")])
    again = build_site(library, write_notebooks(tmp_path / "notebooks", "# Sample"), TODAY)
    assert again == small


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_get_the_words_of_quizzes_explorers_and_the_site(language: str) -> None:
    words = gather_words(language)
    assert {"quiz", "explorer", "lab", "lesson", "progress", "site", "site-log"} <= words.keys()
    assert {"check", "summary", "sort-first", "how-sure"} <= words["quiz"].keys()


def test_a_notebook_that_a_language_lacks_is_named(tmp_path: Path) -> None:
    notebooks = write_notebooks(tmp_path / "notebooks", "# Sample")
    (notebooks / "bg" / "01-announcement.ipynb").unlink()
    with pytest.raises(ContentError, match=r"bg/01-announcement\.ipynb"):
        read_course(Library(make_tree(tmp_path / "data")), notebooks)


def test_a_folder_without_notebooks_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"notebook of a lesson"):
        read_course(Library(make_tree(tmp_path / "data")), tmp_path)
