"""Building the site: every file of it, from the notebooks and the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kit.content.interface import read_words
from kit.content.library import Library, open_library
from kit.explorers.explorer import Setting
from kit.notebooks import Shipped
from kit.quiz.view import words_of
from kit.site.cells import show_cells
from kit.site.contents import show_contents, show_glossary
from kit.site.course import Course, read_course
from kit.site.explorers import ExplorerShelf, Prepared
from kit.site.lesson import StaticLesson
from kit.site.offline import add_app
from kit.site.packs import hand_over, pack
from kit.site.pages import CONTENTS, STATIC, Leaf, write_entrance, write_page
from kit.site.pools import gather_pools
from kit.site.scripts import compose_entry, link, list_places
from kit.site.search import write_index
from kit.text import LANGUAGES
from kit.widgets.front import read_style

GLOSSARY = "glossary"
STYLES = ("page", "quiz", "explorer", "assessment", "wall")
# The sections of interface words that scripts use; those of the site itself all come along.
SECTIONS = ("explorer", "lab", "lesson", "progress", "wall")
_ASSET_KINDS = (".png", ".svg", ".ico")

File = tuple[str, str | bytes]


def build_site(library: Library, notebooks: Path, today: date) -> dict[str, bytes]:
    """Return every file of the site by its path.

    Raises
    ------
    ContentError
        If content or a notebook is at fault.
    """
    course = read_course(library, notebooks)
    files = [("index.html", write_entrance()), *_shared(), *_packs(course)]
    for language in LANGUAGES:
        setting = Setting(library=library, language=language, today=today)
        files += _language_files(course, language, ExplorerShelf(setting))
    written = {
        name: content if isinstance(content, bytes) else content.encode() for name, content in files
    }
    return add_app(written)


def _shared() -> Iterator[File]:
    """Yield the one set of files that every page shares."""
    entry = compose_entry(list_places(STATIC))
    yield "kit/kit.js", link("site/static/entry.js", entry)
    yield "kit/look.js", (STATIC / "look.js").read_text("utf-8")
    sheets = sorted(path for path in STATIC.glob("*.css"))
    own = "\n".join(path.read_text("utf-8") for path in sheets)
    yield "kit/kit.css", f"{read_style(*STYLES)}\n{own}"
    for path in sorted(STATIC.iterdir()):
        if path.suffix in _ASSET_KINDS:
            yield f"kit/{path.name}", path.read_bytes()
    for language in LANGUAGES:
        yield f"kit/words-{language}.js", hand_over("words", gather_words(language))


def gather_words(language: str) -> dict[str, dict[str, str]]:
    """Return the interface words that scripts of pages use, by section."""
    known = open_library().interface
    own = [section for section in known if section.partition("-")[0] == "site"]
    modules = [section.partition("-")[2] for section in known if section.startswith("quiz-")]
    words = {section: read_words(section, language) for section in (*SECTIONS, *own)}
    return words | {"quiz": words_of(modules, language)}


def _packs(course: Course) -> Iterator[File]:
    yield "packs/course.js", pack("packs/course", course.asked())


def _language_files(course: Course, language: str, explorers: ExplorerShelf) -> Iterator[File]:
    notebooks = course.notebooks(language)
    for place, one in enumerate(notebooks):
        near = [notebooks[n] if 0 <= n < len(notebooks) else None for n in (place - 1, place + 1)]
        yield from _lesson_files(course, one, near, explorers)
    pages = {CONTENTS: show_contents(course, language), GLOSSARY: show_glossary(course, language)}
    words = read_words("site", language)
    for name, body in pages.items():
        title = words[f"title-{name}"]
        leaf = Leaf(name=name, language=language, title=title, body=body, label=words["course"])
        yield f"{language}/{name}.html", write_page(leaf)
    for name, pool in gather_pools(course.library, language).items():
        path = f"packs/{language}/{name}"
        yield f"{path}.js", pack(path, pool)
    index = write_index(course.library, notebooks, language, read_words("site-search", language))
    yield f"search/{language}.js", pack(f"search/{language}", index)
    for explorer in explorers.prepared.values():
        yield from _frames(explorer, language)


def _lesson_files(
    course: Course,
    shipped: Shipped,
    near: list[Shipped | None],
    explorers: ExplorerShelf,
) -> Iterator[File]:
    library, language, name = course.library, shipped.language, shipped.path.stem
    lesson = StaticLesson(
        shipped.lesson,
        language=language,
        library=library,
        explorers=explorers,
        links=course.links(language),
    )
    body = show_cells(shipped.path, lesson)
    pack_name = f"packs/{language}/{name}"
    yield f"{pack_name}.js", pack(pack_name, lesson.data)
    record = library.lesson(shipped.lesson)
    title = record.title.pick(language)
    numbered = read_words("lab", language)["lesson-number"].format(number=record.number)
    leaf = Leaf(
        name=name,
        language=language,
        title=title,
        body=body,
        lesson=shipped.lesson,
        label=numbered if record.number else title,
        minutes=record.minutes,
        before=_neighbour(near[0], library),
        after=_neighbour(near[1], library),
        packs=(pack_name,),
    )
    yield f"{language}/{name}.html", write_page(leaf)


def _neighbour(shipped: Shipped | None, library: Library) -> tuple[str, str] | None:
    if shipped is None:
        return None
    title = library.lesson(shipped.lesson).title.pick(shipped.language)
    return shipped.path.stem, title


def _frames(explorer: Prepared, language: str) -> Iterator[tuple[str, Any]]:
    for number, view in enumerate(explorer.views()):
        name = f"frames/{language}/{explorer.name}/{number}"
        yield f"{name}.js", pack(name, view)
