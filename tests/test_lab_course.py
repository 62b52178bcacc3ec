from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from kit.content.faults import ContentError
from kit.content.library import Library, open_library
from kit.lab.course import EXTENSION, describe_course, write_course
from kit.notebooks import list_shipped, read_code
from kit.paths import PACKAGE, data_folder, notebooks_folder

STALE = "stale: run `python -m kit.lab.course`"


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXTENSION, tmp_path / "extension"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read_load(extension: Path) -> str:
    return json.loads(read(extension / "package.json"))["jupyterlab"]["_build"]["load"]


@pytest.mark.parametrize("name", ["static/course.json", "static/tokens.css", "package.json"])
def test_generated_file_is_fresh(extension, name):
    write_course(extension, open_library(), notebooks_folder())
    assert read(extension / name) == read(EXTENSION / name), STALE


def test_copies_of_the_wall_are_fresh_and_import_one_version(extension):
    write_course(extension, open_library(), notebooks_folder())
    wall = {path.name: read(path) for path in (extension / "static" / "wall").iterdir()}
    shipped = {path.name: read(path) for path in (EXTENSION / "static" / "wall").iterdir()}
    assert wall == shipped, STALE
    imports = re.findall(r' from "\./([\w-]+\.js)(\?v=\w{12})?"', "".join(wall.values()))
    assert {name for name, _ in imports} == {name for name in wall if name.endswith(".js")} - {
        "wall.js"
    }
    assert len({version for _, version in imports}) == 1


def test_a_change_of_the_wall_gives_the_extension_a_new_address(extension, monkeypatch, tmp_path):
    widgets = Path(shutil.copytree(PACKAGE / "widgets", tmp_path / "widgets"))
    (widgets / "wall-bar.js").write_text("// changed\n", encoding="utf-8")
    monkeypatch.setattr("kit.lab.course._WIDGETS", widgets)
    write_course(extension, open_library(), notebooks_folder())
    assert read_load(extension) != read_load(EXTENSION)


def test_writing_twice_changes_nothing(extension):
    write_course(extension, open_library(), notebooks_folder())
    first = read_load(extension)
    write_course(extension, open_library(), notebooks_folder())
    assert read_load(extension) == first


@pytest.mark.parametrize("name", ["head.js", "page.css"])
def test_changed_file_gets_a_new_address(extension, name):
    path = extension / "static" / name
    path.write_text(read(path) + "\n", encoding="utf-8")
    write_course(extension, open_library(), notebooks_folder())
    assert read_load(extension) != read_load(EXTENSION)


def test_course_knows_the_code_of_every_shipped_notebook():
    code = describe_course(open_library(), notebooks_folder())["code"]
    for one in list_shipped(notebooks_folder()):
        assert code[one.lesson][one.language] == read_code(one.path)


def test_course_holds_the_titles_in_every_language_in_the_order_of_the_course():
    course = describe_course(open_library(), notebooks_folder())
    numbers = [lesson["number"] for lesson in course["lessons"]]
    assert numbers == sorted(numbers)
    assert course["lessons"][0]["title"] == {"en": "Start", "bg": "Начало"}


def test_notebook_without_a_lesson_file_is_told(tmp_path):
    data = shutil.copytree(data_folder(), tmp_path / "data")
    (data / "lessons" / "start.toml").unlink()
    with pytest.raises(ContentError, match=r"lessons/start\.toml"):
        describe_course(Library(data), notebooks_folder())


def test_extension_carries_the_version_of_the_kit():
    project = tomllib.loads(read(PACKAGE.parent / "pyproject.toml"))["project"]
    assert json.loads(read(EXTENSION / "package.json"))["version"] == project["version"]


def test_no_script_names_an_address_elsewhere():
    for path in (EXTENSION / "static").glob("*.[jc]*s*"):
        assert "://" not in read(path), path.name


def test_scripts_stay_small():
    for path in (EXTENSION / "static").glob("*.js"):
        assert len(read(path).splitlines()) <= 250, path.name
