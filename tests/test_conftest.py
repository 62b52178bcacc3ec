from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

RULES = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
SKIPS_A_TEST = """
import pytest

@pytest.mark.{mark}
def test_one():
    pytest.skip("the program is missing")
"""
SKIPS_ITSELF = """
import pytest

pytest.skip("the program is missing", allow_module_level=True)
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run one test file by the rules of this suite, with or without `CI`."""
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest(RULES)
    pytester.makeini("[pytest]\nmarkers =\n browser\n hunspell\n slow")

    def run(source: str, *, in_ci: bool) -> dict[str, int]:
        if in_ci:
            monkeypatch.setenv("CI", "true")
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "no:cacheprovider").parseoutcomes()

    return run


@pytest.mark.parametrize("mark", ["browser", "hunspell"])
def test_skipping_fails_in_ci_where_a_program_must_be_there(run, mark):
    assert run(SKIPS_A_TEST.format(mark=mark), in_ci=True) == {"failed": 1}


@pytest.mark.parametrize("mark", ["browser", "hunspell"])
def test_skipping_is_allowed_outside_ci(run, mark):
    assert run(SKIPS_A_TEST.format(mark=mark), in_ci=False) == {"skipped": 1}


def test_other_tests_may_skip_in_ci(run):
    assert run(SKIPS_A_TEST.format(mark="slow"), in_ci=True) == {"skipped": 1}


@pytest.mark.parametrize(("in_ci", "outcome"), [(True, "errors"), (False, "skipped")])
def test_a_file_that_skips_itself_fails_in_ci(run, in_ci, outcome):
    assert run(SKIPS_ITSELF, in_ci=in_ci) == {outcome: 1}
