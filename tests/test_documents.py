from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from kit.cli import COMMANDS
from kit.content.library import Library

ROOT = Path(__file__).resolve().parent.parent
READMES = {"en": "README.md", "bg": "README.bg.md"}
DOCUMENTS = [*READMES.values(), "CONTRIBUTING.md", "CHANGELOG.md"]
FENCE = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def outline(text: str) -> list[str]:
    """Return the kind of every line: heading with its level, item, row, fence, picture, text."""
    kinds = re.compile(r"#+ |- |\d+\. |\||```|!\[|\[|$|.")
    return [kinds.match(line)[0] if line[:1] in "#-|`![" else "…" for line in text.splitlines()]


def links(text: str) -> list[str]:
    """Return the targets of all links and pictures, the language taken out of their names."""
    found = re.findall(r"\]\(([^)]+)\)", text)
    return [re.sub(r"(\.bg|-bg|-en)(?=\.)", "", target) for target in found]


@pytest.mark.parametrize("language", READMES)
def test_the_readme_lists_every_lesson_as_it_is(language):
    rows = re.findall(r"^\| \d+ \|.*$", read(READMES[language]), re.MULTILINE)
    assert rows == [
        f"| {one.number} | {one.title.pick(language)} | {one.minutes} | {one.lead.pick(language)} |"
        for one in Library(ROOT / "data").lessons.values()
    ]


@pytest.mark.parametrize(
    "of", [outline, links, FENCE.findall], ids=["outline", "links", "commands"]
)
def test_both_readmes_have_the_same_structure(of):
    assert of(read(READMES["en"])) == of(read(READMES["bg"]))


def test_both_readmes_name_the_same_commands_and_folders():
    english, bulgarian = (re.findall(r"`([^`\n]+)`", read(name)) for name in READMES.values())
    assert sorted(english) == sorted(bulgarian)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file(name):
    targets = re.findall(r"\]\(([^)#]+)\)", read(name))
    missing = [to for to in targets if "://" not in to and not (ROOT / to).is_file()]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_the_kit_that_is_named_exists(name):
    named = re.findall(r"(?:`|^)(?:kit|python start\.py) ([a-z]+)", read(name), re.MULTILINE)
    assert set(named) <= {*COMMANDS, "test"}


def test_contributing_gives_a_reason_for_each_dependency_and_no_other():
    project = tomllib.loads(read("pyproject.toml"))
    lists = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    expected = sorted(
        Requirement(one).name for each in lists for one in each if isinstance(one, str)
    )
    listed = read("CONTRIBUTING.md").partition("## The dependencies, and why")[2]
    reasons = dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", listed, re.MULTILINE))
    assert sorted(reasons) == expected


def test_the_changelog_begins_with_this_version():
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert re.search(r"^## (.*)$", read("CHANGELOG.md"), re.MULTILINE)[1] == version


def test_the_licence_of_the_content_is_complete():
    text = read("LICENSE-CONTENT")
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert all(f"Section {number} -- " in text for number in range(1, 9))
