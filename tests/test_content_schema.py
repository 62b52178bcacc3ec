"""The schemas for editors accept what the kit accepts, and refuse what is broken."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kit.content.layout import KINDS, MODELS
from kit.content.schema import SCHEMAS, make_schema
from kit.paths import data_folder
from tests.factories import LESSON, REMOVED, TREE, changed, question_table

DATA = data_folder()
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("[!.]*.toml"))
QUESTION = question_table()


def schema_of(file: str) -> str:
    folder, _, rest = file.partition("/")
    folders = {
        "agendas": "agenda",
        "explorers": "explorer",
        "lessons": "lesson",
        "questions": "question",
    }
    of_folder = None if file in MODELS else folders.get(folder)
    return of_folder or (rest or folder).removesuffix(".toml")


def faults_of(name: str, table: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft202012Validator(make_schema(name)).iter_errors(table)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(make_schema(name))


@pytest.mark.parametrize("file", FILES)
def test_every_file_of_the_kit_is_valid(file: str) -> None:
    table = tomllib.loads((DATA / file).read_text(encoding="utf-8"))
    assert faults_of(schema_of(file), table) == []


@pytest.mark.parametrize("file", TREE)
def test_every_sample_is_valid(file: str) -> None:
    assert faults_of(schema_of(file), TREE[file]) == []


def test_every_file_of_the_layout_has_a_schema() -> None:
    assert {schema_of(file) for file in (*KINDS, *MODELS)} <= set(SCHEMAS)


def test_a_question_may_say_its_id() -> None:
    assert faults_of("question", QUESTION | {"id": "one"}) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "essay"},
        {"kind": REMOVED},
        {"stem.bg": REMOVED},
        {"stem.fr": "Qui?"},
        {"level": "easy"},
        {"editions": [2015]},
        {"sources": []},
        {"objective": "Who did what"},
        {"options.third": REMOVED, "options.fourth": REMOVED},
        {"options.first.why": REMOVED},
        {"options.First": question_table()["options"]["first"]},
        {"extra": True},
    ],
)
def test_a_broken_question_is_refused(changes: dict[str, object]) -> None:
    assert faults_of("question", changed(QUESTION, changes)) != []


@pytest.mark.parametrize("changes", [{"minutes": 0}, {"title": REMOVED}, {"words": "certificate"}])
def test_a_broken_lesson_is_refused(changes: dict[str, object]) -> None:
    assert faults_of("lesson", changed(LESSON, changes)) != []


def test_a_relation_without_verb_is_refused() -> None:
    parties = TREE["case/parties.toml"] | {"relations": [{"subject": "iso", "object": "body"}]}
    assert faults_of("parties", parties) != []


def test_the_folder_has_files() -> None:
    assert Path(DATA, "sources.toml").is_file()
    assert len(FILES) > len(KINDS)
