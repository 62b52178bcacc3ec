"""The factories make content without faults."""

from pathlib import Path

import pytest

from kit.content.check import check_folder
from kit.content.library import Library
from tests.factories import make_option, make_question, make_tree


def test_the_sample_tree_has_no_fault(tmp_path: Path) -> None:
    assert check_folder(make_tree(tmp_path)).faults == ()


def test_the_sample_tree_opens_as_a_library(tmp_path: Path) -> None:
    library = Library(make_tree(tmp_path))
    assert [library.question(each).id for each in library.question_paths] == sorted(
        ["one", "two", "three", "four"]
    )
    assert library.case.relations[0].object == "body"
    assert list(library.lessons) == ["announcement"]
    assert {*library.sources, *library.glossary, *library.misconceptions, *library.interface} == {
        *("announcement", "certificate", "iso-certifies", "quiz"),
    }


@pytest.mark.parametrize("kind", ["single", "several", "true-false", "sort"])
def test_make_question_makes_each_kind(kind: str) -> None:
    assert make_question(kind, level="apply").level == "apply"


def test_make_option_takes_changes() -> None:
    assert make_option(correct=True).correct
