"""The command `kit progress`, run through the front door."""

from __future__ import annotations

import io
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kit.cli import run
from kit.content.interface import read_words
from kit.content.library import open_library
from kit.learner.transfer import TransferError, read_import
from kit.paths import PACKAGE
from kit.quiz.version import content_version
from kit.text import LANGUAGES
from tests.learner.factories import NOON, make_event, make_events, make_store

LESSON = """
number = 1
minutes = 5
{texts}
[quizzes.guess]
title = {{ en = "Guess", bg = "Предположение" }}
is_prediction = true
questions = ["guess"]
[quizzes.check]
title = {{ en = "Check", bg = "Проверка" }}
questions = ["parties", "scope"]
"""
QUESTION = """
kind = "single"
objective = "who-did-what"
level = "remember"
editions = ["2015"]
sources = ["somewhere"]
stem = { en = "Who?", bg = "Кой?" }
hint = { en = "Think.", bg = "Помислете." }
"""
OPTION = """
[options.{name}]
correct = {correct}
text = {{ en = "{name}", bg = "{name}" }}
why = {{ en = "So it is.", bg = "Така е." }}
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return the learner's folder, beside a small course of one lesson."""
    data = tmp_path / "data"
    (data / "lessons").mkdir(parents=True)
    (data / "questions" / "announcement").mkdir(parents=True)
    shutil.copy(PACKAGE.parent / "data" / "interface.toml", data)
    monkeypatch.setenv("KIT_DATA", str(data))
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "Дом"))
    monkeypatch.setenv("KIT_LANGUAGE", "en")
    return tmp_path / "Дом"


@pytest.fixture
def course(home, tmp_path):
    data = tmp_path / "data"
    texts = "\n".join(
        f'{key} = {{ en = "The announcement", bg = "Съобщението" }}'
        for key in ("title", "lead", "needs")
    )
    (data / "lessons" / "announcement.toml").write_text(LESSON.format(texts=texts), "utf-8")
    options = "".join(OPTION.format(name=name, correct=str(name == "a").lower()) for name in "abc")
    for name in ("guess", "parties", "scope"):
        file = data / "questions" / "announcement" / f"{name}.toml"
        file.write_text(QUESTION + options, "utf-8")
    return home


def keep(home, *events):
    with make_store(home / "progress.sqlite") as store:
        assert store.append(events)


def answered(number, question, score):
    version = content_version(open_library().question(question))
    return make_event(number, question=question, version=version, score=score)


def stored(home):
    with make_store(home / "progress.sqlite") as store:
        return store.events()


def words(key, language="en", section="progress", **values):
    return read_words(section, language)[key].format(**values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_course_is_shown(home, capsys, language):
    assert run(["progress", "--language", language]) == 0
    assert words("no-lessons", language) in capsys.readouterr().out
    assert not home.exists()


def cells(line):
    return [cell.strip() for cell in line.split("   ") if cell.strip()]


def test_a_lesson_not_begun_is_shown(course, capsys):
    assert run(["progress"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert cells(lines[3]) == ["The announcement", "0 of 3", "0 of 2", "0", "–"]
    assert lines[-1] == words("nothing-kept", file=course / "progress.sqlite")


def test_what_was_answered_is_shown(course, capsys):
    keep(course, answered(1, "guess", 0.0), answered(2, "parties", 1.0), answered(3, "scope", 0.25))
    assert run(["progress"]) == 0
    out = capsys.readouterr().out
    day = (NOON + timedelta(seconds=3)).astimezone()
    assert cells(out.splitlines()[3]) == [
        *("The announcement", "3 of 3", "1 of 2", "1.25", f"{day:%d/%m/%Y}")
    ]
    assert words("kept-in", file=course / "progress.sqlite") in out


def test_bulgarian_is_shown_as_bulgarians_write(course, capsys):
    keep(course, answered(1, "scope", 0.25))
    assert run(["progress", "--language", "bg"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(words("title", "bg") + "\n")
    for part in ("Съобщението", "1 от 3", "0 от 2", "0,25", f"{NOON.astimezone():%d.%m.%Y} г."):
        assert part in out


def test_columns_stand_under_their_heads(course, capsys):
    assert run(["progress"]) == 0
    heads, row = capsys.readouterr().out.splitlines()[2:4]
    assert heads.index("Solved") == row.index("0 of 2")


def test_a_question_that_changed_is_said(course, capsys):
    keep(course, make_event(1, question="scope", version="an-older-one"))
    assert run(["progress"]) == 0
    assert words("changed", n=1) in capsys.readouterr().out


def test_a_damaged_store_is_told_and_mended(course, capsys):
    keep(course, *make_events(300))
    file = course / "progress.sqlite"
    file.write_bytes(file.read_bytes()[:-1])
    assert run(["progress"]) == 0
    captured = capsys.readouterr()
    aside = course / f"progress-damaged-{datetime.now(UTC):%Y-%m-%d}.sqlite"
    events = len(stored(course))
    assert captured.err.strip() == words("damaged", section="store", file=aside, attempts=events)
    assert words("set-aside", file=aside) in captured.out


def test_a_store_out_of_reach_is_told_instead_of_showing_nothing_answered(course, capsys):
    (course / "progress.sqlite").mkdir(parents=True)
    assert run(["progress", "--language", "bg"]) == 1
    captured = capsys.readouterr()
    assert str(course / "progress.sqlite") in captured.err
    assert captured.out == ""


def test_progress_is_carried_to_another_computer(course, tmp_path, monkeypatch, capsys):
    keep(course, *make_events(5))
    file = tmp_path / "мой.json"
    assert run(["progress", "export", str(file)]) == 0
    monkeypatch.setenv("KIT_HOME", str(tmp_path / "other"))
    keep(tmp_path / "other", *make_events(4, first=3))
    assert run(["progress", "import", str(file)]) == 0
    assert run(["progress", "import", str(file)]) == 0
    assert stored(tmp_path / "other") == make_events(7)
    assert capsys.readouterr().out.splitlines() == [
        words("exported", events=5, file=file),
        words("imported", events=5, new=3, known=2),
        words("imported", events=5, new=0, known=5),
    ]


def test_an_export_asks_before_it_replaces(course, tmp_path, capsys):
    keep(course, *make_events(2))
    file = tmp_path / "progress.json"
    file.write_text("dear", "utf-8")
    assert run(["progress", "export", str(file)]) == 1
    assert capsys.readouterr().err.strip() == words("exists", file=file)
    assert file.read_text("utf-8") == "dear"
    assert run(["progress", "export", str(file), "--force"]) == 0
    assert read_import(file) == make_events(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_file_brings_nothing_in(course, tmp_path, capsys, language):
    file = tmp_path / "progress.json"
    keep(course, *make_events(2))
    assert run(["progress", "export", str(file)]) == 0
    text = file.read_text("utf-8")
    file.write_text(
        text.replace(make_event(1).id, "00000000").replace(make_event(0).id, "f" * 32), "utf-8"
    )
    assert run(["progress", "import", str(file), "--language", language]) == 1
    with pytest.raises(TransferError) as caught:
        read_import(file)
    assert (caught.value.values["number"], caught.value.values["field"]) == (2, "id")
    said = words("broken-event", language, **caught.value.values)
    assert capsys.readouterr().err.strip() == said
    assert stored(course) == make_events(2)


def test_an_import_that_cannot_be_kept_fails(course, tmp_path, capsys):
    keep(course, *make_events(2))
    file = tmp_path / "progress.json"
    assert run(["progress", "export", str(file)]) == 0
    with closing(sqlite3.connect(course / "progress.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert run(["progress", "import", str(file)]) == 1
    values = {"file": course / "progress.sqlite", "found": 99, "known": 1}
    assert capsys.readouterr().err.strip() == words("newer", section="store", **values)


@pytest.mark.parametrize("typed", ["yes\n", "да\n", " YES \n", "Да\n"])
def test_forget_deletes_when_told_in_words(course, monkeypatch, capsys, typed):
    keep(course, *make_events(2))
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run(["progress", "forget"]) == 0
    out = capsys.readouterr().out
    assert out.count(str(course / "progress.sqlite")) >= 2
    assert words("forgotten", file=course / "progress.sqlite") in out
    assert stored(course) == []


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "no\n", "не\n", "yes please\n"])
def test_forget_deletes_nothing_otherwise(course, monkeypatch, capsys, typed):
    keep(course, *make_events(2))
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run(["progress", "forget", "--language", "bg"]) == 1
    assert capsys.readouterr().out.endswith(words("forget-nothing", "bg") + "\n")
    assert stored(course) == make_events(2)


def test_forget_deletes_what_was_set_aside_too(course, capsys):
    keep(course, *make_events(2))
    file = course / "progress.sqlite"
    file.write_bytes(b"damaged")
    assert stored(course) == []
    aside = course / f"progress-damaged-{NOON:%Y-%m-%d}.sqlite"
    assert run(["progress", "forget", "--yes"]) == 0
    assert words("forgotten", file=aside) in capsys.readouterr().out
    assert [left.name for left in course.iterdir()] == ["progress.sqlite.lock"]


def test_forget_has_nothing_to_delete(home, capsys):
    assert run(["progress", "forget"]) == 0
    assert words("nothing-kept", file=home / "progress.sqlite") in capsys.readouterr().out


def test_forget_says_when_it_cannot(course, capsys):
    keep(course, *make_events(2))
    (course / "progress.sqlite.lock").unlink()
    (course / "progress.sqlite.lock").mkdir()
    assert run(["progress", "forget", "--yes"]) == 1
    assert capsys.readouterr().err.startswith(words("not-forgotten", reason="")[:20])
    assert stored(course) == make_events(2)


def test_dates_are_those_of_the_learners_own_clock(course, monkeypatch, capsys):
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    keep(course, make_event(at=late))
    assert run(["progress"]) == 0
    assert f"{late.astimezone():%d/%m/%Y}" in capsys.readouterr().out
