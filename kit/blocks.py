"""The parts of a lesson that come from `data`: values in, HTML out, the same for every home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from kit.content.records import Case, CertificatePart, Lesson, Misconception, Source, Term
from kit.markdown import to_inline_html
from kit.text import LANGUAGES, Text

if TYPE_CHECKING:
    from kit.learner.daily import Session

Words = Mapping[str, str]


def list_aims(lesson: Lesson, words: Words, language: str) -> str:
    """List what a learner can do after a lesson, how long it takes and what it needs."""
    aims = "".join(f"<li>{_html(aim, language)}</li>" for aim in lesson.objectives.values())
    minutes = escape(words["minutes"].format(n=lesson.minutes))
    needs = escape(words["needs"].format(needs=lesson.needs.pick(language)))
    listed = f"<strong>{words['aims']}</strong><ul>{aims}</ul>" if aims else ""
    return f'<div class="kit-aims">{listed}<p>{minutes}<br>{needs}</p></div>'


def show_facts(case: Case, sources: Mapping[str, Source], words: Words, language: str) -> str:
    """Show what is known of the case, with where it was read."""
    facts = "".join(f"<li>{_html(fact.text, language)}</li>" for fact in case.facts.values())
    used = list(dict.fromkeys(slug for fact in case.facts.values() for slug in fact.sources))
    title = f"{words['from-the-case']} · {case.name.pick(language)}"
    cited = _cite(used, sources, words, language)
    return f'<div class="kit-case"><p><b>{escape(title)}</b></p><ul>{facts}</ul>{cited}</div>'


def list_mistakes(
    mistakes: Iterable[Misconception], sources: Mapping[str, Source], words: Words, language: str
) -> str:
    """List common mistakes: what people say, why it is tempting, what is so."""
    return "".join(
        f'<div class="kit-mistake"><p class="kit-belief"><span>{words["people-say"]}</span> '
        f"{_html(one.belief, language)}</p>"
        f"<p><b>{words['tempting']}.</b> {_html(one.temptation, language)}</p>"
        f"<p><b>{words['in-fact']}.</b> {_html(one.correction, language)}</p>"
        f"{_cite(one.sources, sources, words, language)}</div>"
        for one in mistakes
    )


def list_terms(terms: Iterable[Term], words: Words, language: str) -> str:
    """List terms with the other languages beside them."""
    others = [other for other in LANGUAGES if other != language]
    head = _row(
        "th", [words["term"], *[words["in-other-language"]] * len(others), words["meaning"]]
    )
    rows = "".join(_term_row(term, others, language) for term in terms)
    return _table(head, rows)


def explain_certificate(parts: Iterable[CertificatePart], words: Words, language: str) -> str:
    """Explain the numbered parts of the certificate."""
    head = _row("th", [words["part"], words["on-the-certificate"], words["what-it-tells"]])
    rows = "".join(
        f'<tr><th scope="row">{n}. {_html(part.name, language)}</th>'
        f"<td>{_html(part.shows, language)}</td><td>{_html(part.meaning, language)}</td></tr>"
        for n, part in enumerate(parts, start=1)
    )
    return _table(head, rows)


def list_reading(lesson: Lesson, sources: Mapping[str, Source], words: Words, language: str) -> str:
    """List what to read on, as the lesson orders it."""
    rows = "".join(
        f"<li>{_name_source(sources[one.source], words, language)}<br>"
        f"{_html(one.why, language)}</li>"
        for one in lesson.reading
    )
    return f'<ul class="kit-reading">{rows}</ul>'


def list_course(
    lessons: Mapping[str, Lesson],
    links: Mapping[str, str],
    done: Mapping[str, tuple[int, int]],
    words: Words,
    language: str,
) -> str:
    """List the lessons with a link, the time they take, and how far the learner is.

    Parameters
    ----------
    links
        The address of each lesson by id.
    done
        Questions done and questions in all, by lesson id.
    """
    head = _row("th", [words["lesson"], words["time"], words["your-progress"]])
    rows = "".join(
        f'<tr><th scope="row"><a href="{escape(links[slug])}">{lesson.number}. '
        f"{_html(lesson.title, language)}</a><br><small>{_html(lesson.lead, language)}</small></th>"
        f"<td>{escape(words['minutes-short'].format(n=lesson.minutes))}</td>"
        f"<td>{_progress(done[slug], words)}</td></tr>"
        for slug, lesson in lessons.items()
    )
    return _table(head, rows)


def draw_line(words: Words) -> str:
    """Leave lines to write on, on paper."""
    lines = '<div class="kit-line"></div>' * 3
    return f'<div class="kit-notes"><b>{words["written-by-you"]}</b>{lines}</div>'


def tell_rest(session: Session, notice: str, words: Words) -> str:
    """Say that there is nothing to review, and when there will be."""
    if session.next_due:
        date = words["date"].format(at=session.next_due)
        told = words["nothing-due"].format(date=date)
    else:
        told = words["nothing-begun"]
    lines = "".join(f"<p>{escape(line)}</p>" for line in (told, notice) if line)
    return f'<div class="kit-aims">{lines}</div>'


def frame_figure(svg: str, caption: str) -> str:
    """Put a figure and the same finding in words together."""
    return f'<figure class="kit-figure">{svg}<figcaption>{escape(caption)}</figcaption></figure>'


def _html(text: Text, language: str) -> str:
    return to_inline_html(text.pick(language))


def _row(cell: str, texts: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{cell}>{escape(text)}</{cell}>" for text in texts) + "</tr>"


def _table(head: str, rows: str) -> str:
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


def _term_row(term: Term, others: Sequence[str], language: str) -> str:
    variant = f"<br><small>{_html(term.variant, language)}</small>" if term.variant else ""
    translated = "".join(f'<td lang="{one}">{_html(term.term, one)}</td>' for one in others)
    return (
        f'<tr><th scope="row">{_html(term.term, language)}{variant}</th>{translated}'
        f"<td>{_html(term.meaning, language)}</td></tr>"
    )


def _name_source(source: Source, words: Words, language: str) -> str:
    title, where = escape(source.title.pick(language)), escape(source.where.pick(language))
    return f"<b>{title}</b> ({where}; {words['free'] if source.is_free else words['paid']})."


def _cite(slugs: Iterable[str], sources: Mapping[str, Source], words: Words, language: str) -> str:
    titles = "; ".join(sources[slug].title.pick(language) for slug in slugs)
    return f'<p class="kit-sources">{escape(words["sources"].format(sources=titles))}</p>'


def _progress(done: tuple[int, int], words: Words) -> str:
    if not done[1]:
        # A review or an assessment has questions, but none that are done once and for all.
        told = escape(words["not-counted"])
        return f'<span aria-hidden="true">–</span><span class="kit-unseen">{told}</span>'
    text = escape(words["done-of"].format(done=done[0], total=done[1]))
    return f'<progress value="{done[0]}" max="{done[1]}" aria-hidden="true"></progress><br>{text}'
