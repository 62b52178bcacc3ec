"""A page of the site: one template for every page, filled with what the page is about."""

from __future__ import annotations

from html import escape

import msgspec

from kit.content.interface import read_words
from kit.paths import PACKAGE
from kit.site.packs import write_json
from kit.text import LANGUAGES

STATIC = PACKAGE / "site" / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "manifest-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
CONTENTS = "index"


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """Describe one page.

    `name` is that of its file, which is the same in every language; `number` is that of a lesson,
    of which a page has `minutes`, and `lesson` is its id. `before` and `after` are the pages to
    turn to, each as name and title. `packs` are loaded with the page.
    """

    name: str
    language: str
    title: str
    body: str
    lesson: str = ""
    label: str = ""
    minutes: int = 0
    before: tuple[str, str] | None = None
    after: tuple[str, str] | None = None
    packs: tuple[str, ...] = ()


def write_page(leaf: Leaf) -> str:
    """Return a page as HTML."""
    words = read_words("site", leaf.language)
    root = "../"
    scripts = ["kit/kit", f"kit/words-{leaf.language}", *leaf.packs]
    data = {"page": leaf.name, "language": leaf.language, "lesson": leaf.lesson, "root": root}
    return (
        (STATIC / "page.html")
        .read_text("utf-8")
        .format(
            language=leaf.language,
            policy=POLICY,
            root=root,
            title=escape(words["page-title"].format(title=leaf.title, course=words["course"])),
            scripts="\n".join(_script(root, name) for name in scripts),
            skip=escape(words["skip"]),
            unscripted=escape(words["unscripted"]),
            head=_head(leaf, words),
            body=leaf.body,
            foot=_foot(leaf, words),
            data=write_json(data),
        )
    )


def write_entrance() -> str:
    """Return the page that leads into the languages; each is named in its own."""
    words = {language: read_words("site", language) for language in LANGUAGES}
    ways = "".join(
        f'<li><a class="kit-way" lang="{language}" hreflang="{language}" '
        f'href="{language}/{CONTENTS}.html"><b>{escape(its["course"])}</b> '
        f"<span>{escape(read_words('lab', language)['language-name'])}</span></a></li>"
        for language, its in words.items()
    )
    title = " · ".join(its["course"] for its in words.values())
    heading = "".join(
        f'<span lang="{language}">{escape(its["course"])}</span>' for language, its in words.items()
    )
    return (
        (STATIC / "page.html")
        .read_text("utf-8")
        .format(
            language=LANGUAGES[0],
            policy=POLICY,
            root="",
            title=escape(title),
            scripts=_script("", "kit/kit"),
            skip=escape(words[LANGUAGES[0]]["skip"]),
            unscripted="",
            head="",
            body=f'<h1 class="kit-unseen">{heading}</h1><ul class="kit-ways">{ways}</ul>',
            foot="",
            data=write_json({"page": "", "language": "", "lesson": "", "root": ""}),
        )
    )


def _script(root: str, name: str) -> str:
    return f'<script src="{root}{name}.js" defer></script>'


def _head(leaf: Leaf, words: dict[str, str]) -> str:
    """Return where one is, how far one has come, the language, and what can be chosen."""
    lab = read_words("lab", leaf.language)
    minutes = lab["minutes"].format(minutes=leaf.minutes)
    timed = f'<span class="kit-bar-minutes">{escape(minutes)}</span>' if leaf.minutes else ""
    wall = "<span data-wall></span>" if leaf.lesson else ""
    here = ' aria-current="page"' if leaf.name == CONTENTS else ""
    return (
        f'<header class="kit-head" aria-label="{escape(lab["about"])}"><div class="kit-bar-in">'
        f'<a class="kit-home" href="{CONTENTS}.html"{here}>{escape(words["contents"])}</a>'
        f'<strong class="kit-bar-lesson">{escape(leaf.label)}</strong>'
        f'<div class="kit-progress"></div>{timed}<div data-search=""></div>'
        f"{_languages(leaf, lab)}{wall}"
        f'<details class="kit-menu"><summary>{escape(words["options"])}</summary>'
        '<div class="kit-menu-in"></div></details></div></header>'
    )


def _languages(leaf: Leaf, lab: dict[str, str]) -> str:
    parts = []
    for language in LANGUAGES:
        its = read_words("lab", language)
        short, name = escape(its["language-short"]), escape(its["language-name"])
        called = f'{short}<span class="kit-unseen"> – {name}</span>'
        if language == leaf.language:
            parts.append(f'<span aria-current="true">{called}</span>')
        else:
            where = f'href="../{language}/{leaf.name}.html"'
            parts.append(f'<a {where} lang="{language}" hreflang="{language}">{called}</a>')
    label = escape(lab["language"])
    return f'<div class="kit-languages" role="group" aria-label="{label}">{"".join(parts)}</div>'


def _foot(leaf: Leaf, words: dict[str, str]) -> str:
    lab = read_words("lab", leaf.language)
    ways = [
        _way(leaf.before, lab["previous"], "← {}", "prev"),
        _way(leaf.after, lab["next"], "{} →", "next"),
    ]
    if not any((leaf.before, leaf.after)):
        return f'<footer class="kit-foot-line">{escape(words["about-site"])}</footer>'
    return (
        f'<nav class="kit-turn" aria-label="{escape(lab["other-lessons"])}">{"".join(ways)}</nav>'
    )


def _way(to: tuple[str, str] | None, word: str, look: str, relation: str) -> str:
    if to is None:
        return "<span></span>"
    name, title = to
    shown = escape(look.format(title))
    return f'<a rel="{relation}" href="{name}.html"><small>{escape(word)}</small>{shown}</a>'
