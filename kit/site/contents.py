"""The pages that are no lessons: the contents of the course, and the glossary."""

from __future__ import annotations

from html import escape

from kit import blocks
from kit.content.interface import read_words
from kit.content.records import Term
from kit.markdown import to_inline_html
from kit.site.course import Course, list_asked
from kit.text import LANGUAGES


def show_contents(course: Course, language: str) -> str:
    """Return the contents: the lessons with the learner's progress, and what becomes of answers."""
    words, library = read_words("site", language), course.library
    lessons = {one.lesson: library.lesson(one.lesson) for one in course.notebooks(language)}
    none = {slug: (0, len(list_asked(lesson))) for slug, lesson in lessons.items()}
    lesson_words = read_words("lesson", language)
    listed = blocks.list_course(lessons, course.links(language), none, lesson_words, language)
    return "\n".join(
        [
            '<section class="kit-cell kit-prose" id="contents">',
            f"<h1>{escape(words['course'])}</h1><p>{escape(words['lead'])}</p></section>",
            f'<section class="kit-cell"><div class="kit-page" data-course="">{listed}</div>',
            f'<p class="kit-more"><a href="glossary.html">{escape(words["title-glossary"])}</a>',
            "</p>",
            '</section><section class="kit-cell kit-prose" id="answers">',
            f"<h2>{escape(words['answers-title'])}</h2><p>{escape(words['answers-kept'])}</p>",
            f"<p>{escape(words['answers-move'])}</p>",
            "</section>",
            f'<section class="kit-cell" data-transfer=""><p class="kit-unscripted">'
            f"{escape(words['loading'])}</p></section>",
        ]
    )


def show_glossary(course: Course, language: str) -> str:
    """Return every term with the other languages beside it, in the order of the alphabet."""
    words = read_words("site", language)
    terms = course.library.glossary
    ordered = sorted(terms, key=lambda slug: terms[slug].term.pick(language).casefold())
    listed = "".join(_term(slug, terms[slug], language) for slug in ordered)
    return (
        '<section class="kit-cell kit-prose" id="glossary">'
        f"<h1>{escape(words['title-glossary'])}</h1><p>{escape(words['glossary-lead'])}</p>"
        f'</section><section class="kit-cell"><dl class="kit-glossary">{listed}</dl></section>'
    )


def _term(slug: str, term: Term, language: str) -> str:
    own = term.term.pick(language)
    # A name such as UKAS is the same in every language, and need not be said twice.
    others = "".join(
        f' <span lang="{other}">{to_inline_html(term.term.pick(other))}</span>'
        for other in LANGUAGES
        if term.term.pick(other) != own
    )
    variant = (
        f"<small>{to_inline_html(term.variant.pick(language))}</small>" if term.variant else ""
    )
    return (
        f'<div id="{escape(slug)}"><dt>{to_inline_html(own)}{others}</dt>'
        f"<dd>{to_inline_html(term.meaning.pick(language))} {variant}</dd></div>"
    )
