"""Whether a sentence about two bodies can be true on a day, why, and which sentence could be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kit.content.trust import TrustBody, TrustLink
from kit.text import Text
from kit.trust.graph import Sentence, TrustGraph, covers, is_after, is_before, sentence_of

# known: stated by a source; possible: allowed by the roles, not stated of these two on that day;
# not-then: allowed by the roles, but not so on that day; impossible: no role allows it.
Verdict = Literal["known", "possible", "not-then", "impossible"]


class Answer(Struct, frozen=True, kw_only=True):
    """Tell whether a sentence can be true, why, and by which sources.

    `link` is what is known of the sentence on this or on other days. `instead` is a sentence that
    can be true on the same day; there is one where the verdict is "impossible" or "not-then".
    """

    verdict: Verdict
    reason: Text
    sources: tuple[str, ...]
    link: TrustLink | None = None
    instead: Sentence | None = None


def is_possible(graph: TrustGraph, who: str, verb: str, whom: str, on: date) -> Answer:
    """Return whether "`who` `verb` `whom`" can be true on a day.

    Raises
    ------
    LookupError
        If the graph has no such body or verb.
    TypeError
        If `on` is no date, or also has a time.
    """
    sentence = Sentence(who, verb, whom)
    graph.check(sentence, on)
    answer = judge(graph, sentence, on)
    if answer.verdict in {"known", "possible"}:
        return answer
    return replace(answer, instead=_find_instead(graph, sentence, on))


def judge(graph: TrustGraph, sentence: Sentence, on: date) -> Answer:
    """Return whether a sentence can be true on a day, without looking for one to say instead."""
    rule = graph.rule_for(sentence)
    if not rule.can:
        return Answer(verdict="impossible", reason=rule.why, sources=rule.sources)
    absent = _absence(graph, sentence, on)
    if absent:
        return absent
    links = graph.links_of(sentence)
    for link in links:
        if covers(link, on):
            return Answer(verdict="known", reason=link.known, sources=link.sources, link=link)
    for link in links:
        if (reason := _why_not(link, on)) is not None:
            return Answer(verdict="not-then", reason=reason, sources=link.sources, link=link)
    other = links[0] if links else None
    return Answer(verdict="possible", reason=rule.why, sources=rule.sources, link=other)


def _absence(graph: TrustGraph, sentence: Sentence, on: date) -> Answer | None:
    """Return the answer where one of the two does not have its role on that day."""
    for body in (graph.bodies[sentence.who], graph.bodies[sentence.whom]):
        if (reason := _why_not(body, on)) is not None:
            return Answer(verdict="not-then", reason=reason, sources=body.sources)
    return None


def _why_not(part: TrustBody | TrustLink, on: date) -> Text | None:
    if is_before(part, on):
        return part.before
    return part.after if is_after(part, on) else None


def _find_instead(graph: TrustGraph, asked: Sentence, on: date) -> Sentence:
    """Return the sentence nearest to this one that can be true: a known one, or else an allowed."""
    known = {sentence_of(link) for link in graph.known_on(on)}
    every = list(_all_sentences(graph))
    for is_near in _NEAR:
        near = [one for one in every if is_near(graph, one, asked)]
        near.sort(key=lambda one: one not in known)
        for one in near:
            if _is_offered(graph, one, asked) and _can_be(graph, one, on):
                return one
    raise LookupError(f"{on}: got no sentence that can be true, expected at least one.")


def _can_be(graph: TrustGraph, sentence: Sentence, on: date) -> bool:
    return judge(graph, sentence, on).verdict in {"known", "possible"}


def _is_like(graph: TrustGraph, one: Sentence, asked: Sentence) -> bool:
    """Return whether only the doer differs, and is of the same kind."""
    kinds = {graph.bodies[slug].kind for slug in (one.who, asked.who)}
    return len(kinds) == 1 and (one.verb, one.whom) == (asked.verb, asked.whom)


# What makes a sentence near, the nearest first.
_NEAR: tuple[Callable[[TrustGraph, Sentence, Sentence], bool], ...] = (
    _is_like,
    lambda _, one, asked: (one.verb, one.whom) == (asked.verb, asked.whom),
    lambda _, one, asked: (one.who, one.whom) == (asked.whom, asked.who),
    lambda _, one, asked: (one.who, one.whom) == (asked.who, asked.whom),
    lambda _, one, asked: (one.who, one.verb) == (asked.who, asked.verb),
    lambda _, one, asked: one.whom == asked.whom,
    lambda _, one, asked: one.who == asked.who,
    lambda _, one, asked: one.whom == asked.who,
    lambda _, one, asked: one.who == asked.whom,
    lambda _, one, asked: one.verb == asked.verb,
    lambda *_: True,
)


def _all_sentences(graph: TrustGraph) -> Iterable[Sentence]:
    for verb, who, whom in product(graph.roles.verbs, graph.bodies, graph.bodies):
        yield Sentence(who, verb, whom)


def _is_offered(graph: TrustGraph, one: Sentence, asked: Sentence) -> bool:
    """Return whether a sentence may be offered: not loose, and not invented unless asked so."""
    rule = graph.rule_for(one)
    is_invented = any(graph.bodies[slug].is_example for slug in (one.who, one.whom))
    may_invent = any(graph.bodies[slug].is_example for slug in (asked.who, asked.whom))
    return rule.can and not rule.is_loose and (may_invent or not is_invented)
