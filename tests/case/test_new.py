"""Starting a case: valid from the start, in both languages, and nothing is ever overwritten."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from kit.case.new import COPIED, CaseError, copy_file, rename, start_case
from kit.content.check import check_folder
from kit.content.interface import read_words
from kit.content.layout import NEW_CASE
from kit.paths import OWN_CASE, shipped_data, shipped_notebooks
from kit.text import LANGUAGES
from tests.case.factories import NAMES, make_case

WORDS = read_words("case", "en")


def names_in(folder: Path, pattern: str = "*") -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob(pattern) if path.is_file()}


def test_a_new_case_has_no_fault(tmp_path: Path) -> None:
    faults = check_folder(make_case(tmp_path / "mine")).faults
    assert "\n".join(map(str, faults)) == ""


def test_a_new_case_holds_only_what_differs_and_the_notebooks(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    templates = names_in(shipped_data() / NEW_CASE)
    lessons = {f"notebooks/{name}" for name in names_in(shipped_notebooks(), "[!.]*.ipynb")}
    assert names_in(case) == templates | {*COPIED} | lessons


@pytest.mark.parametrize("name", sorted(names_in(shipped_data() / NEW_CASE)))
def test_a_template_says_in_both_languages_what_is_wanted(name: str) -> None:
    text = (shipped_data() / NEW_CASE / name).read_text(encoding="utf-8")
    comments = "".join(line for line in text.splitlines() if line.startswith("#"))
    latin, cyrillic = (
        sum(low <= letter.lower() <= high for letter in comments)
        for low, high in (("a", "z"), ("а", "я"))
    )
    assert min(latin, cyrillic) > 0.3 * max(latin, cyrillic)


def test_the_placeholder_organisation_is_labelled_fictional(tmp_path: Path) -> None:
    head = tomllib.loads((make_case(tmp_path / "mine") / "case/case.toml").read_text("utf-8"))
    for key in ("organisation", "certifier", "accreditor"):
        assert "fictional" in head["words"][key]["en"]
        assert "измислена" in head["words"][key]["bg"]


def test_the_given_names_are_filled_in_and_no_others(tmp_path: Path) -> None:
    before, after = (
        tomllib.loads((make_case(tmp_path / name, names) / "case/case.toml").read_text("utf-8"))
        for name, names in (("one", {}), ("other", NAMES))
    )
    for key, name in NAMES.items():
        part = after
        for step in key.split("."):
            part = part[step]
        assert part == name
    for language in LANGUAGES:
        assert before["words"]["certifier"][language] == after["words"]["certifier"][language]


def test_a_name_may_hold_any_letter() -> None:
    head = 'name.en = "Old"\n[words]\nshort.en = "Old"\n'
    odd = 'A "quoted" \\ town\nof two lines'
    assert tomllib.loads(rename(head, {"name.en": odd}))["name"]["en"] == odd


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert (make_case(tmp_path / "mine") / OWN_CASE).is_file()


def test_a_folder_with_anything_in_it_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine")
    with pytest.raises(CaseError, match="not empty"):
        start_case(tmp_path, {}, WORDS)
    assert names_in(tmp_path) == {".hidden"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(CaseError, match="is a file"):
        start_case(tmp_path / "mine", {}, WORDS)
    with pytest.raises(CaseError, match="cannot be written"):
        start_case(tmp_path / "mine" / "below", {}, WORDS)


def test_a_copied_file_takes_the_place_of_the_kits(tmp_path: Path) -> None:
    case, name = make_case(tmp_path / "mine"), "questions/announcement/new-edition.toml"
    path = copy_file(case, name, WORDS)
    assert path.read_bytes() == (shipped_data() / name).read_bytes()
    assert check_folder(case).faults == ()


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    case = make_case(tmp_path / "mine")
    (case / "case/claims.toml").write_text("mine")
    with pytest.raises(CaseError, match="already"):
        copy_file(case, "case/claims.toml", WORDS)
    assert (case / "case/claims.toml").read_text() == "mine"


@pytest.mark.parametrize("name", ["nowhere.toml", "../pyproject.toml", "new-case/sources.toml", ""])
def test_only_files_of_the_kit_can_be_copied(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaseError, match="has no file"):
        copy_file(make_case(tmp_path / "mine"), name, WORDS)


def test_a_case_that_is_moved_still_works(tmp_path: Path) -> None:
    moved = shutil.move(make_case(tmp_path / "mine"), tmp_path / "elsewhere")
    assert check_folder(Path(moved)).faults == ()
