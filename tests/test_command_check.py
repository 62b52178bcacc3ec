"""`kit check` prints what it found, and the figures of the bank where asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.cli import run
from kit.commands.bank_table import BEGIN, END, show_bank, write_bank
from kit.content.check import check_folder
from kit.content.faults import ContentError
from kit.paths import data_folder
from tests.factories import LESSON, changed, make_tree, question_table

ROOT = Path(__file__).resolve().parent.parent


def rows(folder: Path) -> dict[str, list[str]]:
    """Return the cells of the table of a folder by their figure."""
    lines = show_bank(check_folder(folder)).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {figure: others for figure, *others in cells}


def test_the_documented_figures_are_those_of_the_bank() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition(f"{BEGIN}\n")[2].partition(END)[0]
    assert table == show_bank(check_folder(ROOT / "data")), (
        "run: kit check --bank --write CONTRIBUTING.md"
    )


def test_the_table_tells_what_each_language_gives_away(tmp_path: Path) -> None:
    changes = {
        "options.second.text.en": "The second office of all",
        "options.third.text.bg": "Службата, никога",
    }
    files = {"questions/announcement/one.toml": changed(question_table(), changes)}
    found = rows(make_tree(tmp_path, files))
    assert found["Figure"] == ["`en`", "`bg`", "Aim"]
    # Sure of the first in English; in Bulgarian it is one of the three others.
    assert found["Longest option is right"][0].startswith("1.5 of 3: 50%")
    assert found["Longest option is right"][2] == "by chance 33%"
    assert found["Absolute words in wrong options only"] == [
        "none",
        "1 of 1: 100% (21% to 100%)",
        "by chance 75%",
    ]


def test_the_table_tells_of_the_bank_as_a_whole(tmp_path: Path) -> None:
    found = rows(make_tree(tmp_path))
    assert found["Questions"][:2] == ["4", "4"]
    assert found["Right options by place, first to last"][0].startswith("1, 1, 1, 1 (p = ")
    assert found["Stems that ask nothing"] == ["0", "0", "0"]
    assert found["Level “remember”"][0] == "1 of 4"
    assert found["Objectives with at least 3 questions"][0] == "1 of 1"
    assert found["Objectives with questions in both forms"][0] == "0 of 1"


def test_an_empty_bank_has_a_table(tmp_path: Path) -> None:
    assert rows(tmp_path)["Longest option is right"] == ["none", "none", "none"]


def test_figures_are_printed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    table = show_bank(check_folder(data_folder()))
    assert run(["check"]) == 0
    assert table not in capsys.readouterr().out
    assert run(["check", "--bank"]) == 0
    assert table in capsys.readouterr().out


def test_what_to_look_at_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    objectives = LESSON["objectives"] | {"thin": LESSON["objectives"]["who-did-what"]}
    repeated = changed(question_table(), {"options.first.text.en": "The first office of two"})
    other = changed(
        question_table(),
        {
            "options.second.text.en": "Nobody in particular",
            "options.third.text.en": "The second office",
        },
    )
    files = {
        "lessons/announcement.toml": LESSON | {"objectives": objectives},
        "questions/announcement/one.toml": repeated,
        "questions/announcement/two.toml": other,
    }
    run(["check", "--bank", "--data", str(make_tree(tmp_path, files))])
    printed = capsys.readouterr().out
    assert "Objectives with fewer than 3 questions: thin." in printed
    assert "two, option third: right in one." in printed


def test_a_document_keeps_what_stands_around_the_table(tmp_path: Path) -> None:
    path = tmp_path / "document.md"
    path.write_text(f"Before\n\n{BEGIN}\nold\n{END}\n\nAfter ѝ\n", encoding="utf-8")
    assert run(["check", "--bank", "--write", str(path)]) == 0
    table = show_bank(check_folder(data_folder()))
    assert path.read_bytes().decode() == f"Before\n\n{BEGIN}\n{table}{END}\n\nAfter ѝ\n"


@pytest.mark.parametrize(
    "text",
    ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}{END}{BEGIN}{END}", f"{END}{BEGIN}{END}"],
)
def test_a_document_without_its_two_marks_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "document.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="markers that are missing"):
        write_bank(path, "table")
    assert path.read_text(encoding="utf-8") == text


def test_a_document_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--bank", "--write", str(tmp_path / "missing.md")]) == 1
    assert "missing.md" in capsys.readouterr().err
