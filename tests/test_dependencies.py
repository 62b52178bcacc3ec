"""The lists of dependencies agree: pyproject.toml, both locks, environment.yml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
RUNTIME = PROJECT["project"]["dependencies"] + GROUPS["setup"]
FOR_TESTS = [one for one in GROUPS["dev"] if isinstance(one, str)]
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Without the Qt window that nobody needs here; the binding, and not the program of that name.
CONDA_NAMES = {"matplotlib": "matplotlib-base", "typst": "typst-py"}


def read_lock(name: str) -> dict[str, list[str]]:
    """Return the entries of a lock by package; one for each marker that needs its own."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries: dict[str, list[str]] = {}
    for entry in re.findall(r"^[^#\s].*(?:\n .*)*", text, re.MULTILINE):
        entries.setdefault(canonicalize_name(entry.partition("==")[0]), []).append(entry)
    return entries


def version_of(entry: str) -> str:
    """Return the version that an entry pins."""
    return re.match(r"\S+?==(\S+)", entry)[1]


CASES = [(LOCKS[0], one) for one in RUNTIME] + [(LOCKS[1], one) for one in RUNTIME + FOR_TESTS]


@pytest.mark.parametrize(("lock", "wanted"), CASES)
def test_a_lock_pins_each_dependency_within_its_bounds(lock, wanted):
    requirement = Requirement(wanted)
    entries = read_lock(lock).get(canonicalize_name(requirement.name), [])
    assert entries, f"{lock} does not pin {requirement.name}; CONTRIBUTING.md, “The locks”"
    assert all(requirement.specifier.contains(version_of(entry)) for entry in entries)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_of_a_lock_is_pinned_and_hashed(lock):
    entries = [entry for found in read_lock(lock).values() for entry in found]
    faulty = [
        entry
        for entry in entries
        if not re.fullmatch(
            r"\S+==\S+(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+", entry
        )
    ]
    assert len(entries) > 50
    assert faulty == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links| @ ", text) == []


def test_the_tests_run_with_what_the_lessons_run_with():
    runtime, tests = map(read_lock, LOCKS)
    assert runtime == {name: tests.get(name) for name in runtime}


@pytest.mark.parametrize("lock", LOCKS)
def test_contributing_says_how_the_lock_was_made(lock):
    command = re.search(r"^#    (uv .*)$", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    assert command[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()


def test_conda_installs_the_same_packages_within_the_same_bounds():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    listed = re.findall(r"^  - ([\w-]+)([<>=].*)$", text, re.MULTILINE)
    expected = {"python": PROJECT["project"]["requires-python"]}
    for one in map(Requirement, PROJECT["project"]["dependencies"]):
        expected[CONDA_NAMES.get(one.name, one.name)] = one.specifier
    assert {name: set(bounds.split(",")) for name, bounds in listed} == {
        name: set(str(bounds).split(",")) for name, bounds in expected.items()
    }


def test_conda_installs_the_kit_itself():
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    assert [line.strip() for line in lines[-3:]] == ["- pip", "- pip:", "- ."]
