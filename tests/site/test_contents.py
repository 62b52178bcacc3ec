"""The glossary of the pages: every term, its counterpart, and no name said twice."""

from __future__ import annotations

import pytest

from kit.content.library import open_library
from kit.paths import notebooks_folder
from kit.site.contents import show_glossary
from kit.site.course import read_course
from kit.text import LANGUAGES


@pytest.fixture(scope="module", params=LANGUAGES)
def glossary(request: pytest.FixtureRequest) -> str:
    course = read_course(open_library(), notebooks_folder())
    return show_glossary(course, request.param)


def test_a_term_has_its_counterpart_beside_it(glossary: str) -> None:
    sides = {"Scope", "Обхват"}
    (own,) = (side for side in sides if f"<dt>{side} <span" in glossary)
    (other,) = sides - {own}
    assert f">{other}</span></dt>" in glossary


def test_a_name_that_is_the_same_in_every_language_stands_there_once(glossary: str) -> None:
    assert "<dt>UKAS</dt>" in glossary
