"""Every file of a data folder is known, and each that should be there is there."""

from pathlib import Path

import pytest

from kit.content.check import check_folder
from tests.factories import find_faults, make_tree, question_table
from tests.test_content_read import UNREADABLE

ONE = "questions/announcement/one.toml"


@pytest.mark.parametrize(("raw", "found"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_question_is_the_only_fault(tmp_path: Path, raw: bytes, found: str) -> None:
    ((file, key, what),) = find_faults(tmp_path, {ONE: raw})
    assert (file, key) == (ONE, "")
    assert found in what


@pytest.mark.parametrize("name", ["sources.toml", "case/parties.toml", "glossary.toml"])
def test_an_unreadable_table_does_not_make_its_ids_unknown(tmp_path: Path, name: str) -> None:
    assert [file for file, _, _ in find_faults(tmp_path, {name: b"\xff"})] == [name]


@pytest.mark.parametrize("name", ["sources.toml", "wording.toml", "case/claims.toml"])
def test_a_missing_file_is_a_fault(tmp_path: Path, name: str) -> None:
    assert (name, "", "no file") in find_faults(tmp_path, {name: None})


@pytest.mark.parametrize(
    "name",
    [
        "extra.toml",
        "notes.txt",
        "case/extra.toml",
        "lessons/announcement.toml~",
        "lessons/announcement.yaml",
        "lessons/more/announcement.toml",
        "questions/one.toml",
        "questions/announcement/one.toml.bak",
        "questions/announcement/one.txt",
        "questions/announcement/more/one.toml",
        "pictures/town.png",
        "spelling/fr.txt",
        "spelling/en.toml",
    ],
)
def test_a_stray_file_or_folder_is_a_fault(tmp_path: Path, name: str) -> None:
    ((file, _, found),) = find_faults(tmp_path, {name: ""})
    assert name.startswith(file)
    assert found in {"a file that the kit does not know", "a folder"}


@pytest.mark.parametrize("name", [".DS_Store", "questions/announcement/.one.toml.swp", ".git/x"])
def test_hidden_files_are_passed_over(tmp_path: Path, name: str) -> None:
    assert find_faults(tmp_path, {name: b"\0"}) == []


@pytest.mark.parametrize("name", ["questions/announcement/five.toml", "lessons/five.toml"])
def test_a_folder_named_like_a_page_is_a_fault(tmp_path: Path, name: str) -> None:
    assert find_faults(tmp_path, {f"{name}/x.toml": ""}) == [(name, "", "a folder")]


def test_a_folder_named_like_a_topic_file_is_a_fault(tmp_path: Path) -> None:
    faults = find_faults(tmp_path, {"questions/five.toml/x.toml": ""})
    assert faults == [("questions/five.toml", "", "a folder")]


def test_a_link_to_nowhere_is_a_fault(tmp_path: Path) -> None:
    make_tree(tmp_path)
    link = tmp_path / "questions/announcement/five.toml"
    try:
        link.symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("this system does not let its users make links")
    assert [(fault.file, fault.found) for fault in check_folder(tmp_path).faults] == [
        ("questions/announcement/five.toml", "no file")
    ]


def test_word_lists_have_their_place(tmp_path: Path) -> None:
    assert find_faults(tmp_path, {"spelling/en.txt": "", "spelling/bg.txt": ""}) == []


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_folder_that_is_none_is_the_only_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (fault,) = check_folder(tmp_path / name).faults
    assert fault.file.endswith(name)


@pytest.mark.parametrize("stem", ["One", "one_more", "-one", "един", "one more", "x" * 61])
def test_a_file_name_that_is_no_id_is_a_fault(tmp_path: Path, stem: str) -> None:
    name = f"questions/announcement/{stem}.toml"
    assert find_faults(tmp_path, {name: question_table()}) == [(name, "", f"the name “{stem}”")]


def test_an_id_may_be_written_in_the_file(tmp_path: Path) -> None:
    assert find_faults(tmp_path, {ONE: question_table(id="one")}) == []


def test_an_id_that_differs_from_the_file_name_is_a_fault(tmp_path: Path) -> None:
    assert find_faults(tmp_path, {ONE: question_table(id="two")}) == [(ONE, "id", '"two"')]


def test_an_id_in_two_topics_is_a_fault(tmp_path: Path) -> None:
    name = "questions/start/one.toml"
    lesson = "lessons/start.toml"
    faults = find_faults(tmp_path, {name: question_table()})
    assert (name, "", "the id “one”") in faults
    assert ("questions/start", "", "a topic without a lesson") in faults
    assert lesson not in {file for file, _, _ in faults}


def test_faults_of_all_files_come_at_once_and_sorted(tmp_path: Path) -> None:
    faults = find_faults(
        tmp_path,
        {
            ONE: question_table(level="easy", stem={"en": "Who?"}),
            "sources.toml": b"\xff",
            "lessons/announcement.toml": "number = 1",
            "extra.toml": "",
        },
    )
    assert faults == sorted(faults)
    assert {"extra.toml", "lessons/announcement.toml", ONE, "sources.toml"} <= {
        file for file, _, _ in faults
    }
    assert {(ONE, "level"), (ONE, "stem.bg")} <= {(file, key) for file, key, _ in faults}
