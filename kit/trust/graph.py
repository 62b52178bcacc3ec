"""The graph of trust: bodies, what is known between them on a day, and the rule for two kinds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches

from msgspec import Struct

from kit.content.library import Library
from kit.content.trust import TrustBody, TrustLink, TrustRoles, TrustRule


class Sentence(Struct, frozen=True, order=True):
    """Say that one body does something to another, each by its id."""

    who: str
    verb: str
    whom: str


class TrustGraph(Struct, frozen=True, kw_only=True):
    """Hold the bodies as nodes and the links between them as arrows with dates."""

    bodies: Mapping[str, TrustBody]
    links: Mapping[str, TrustLink]
    roles: TrustRoles

    def check(self, sentence: Sentence, on: date) -> None:
        """Do nothing if the sentence and the day can be asked about.

        Raises
        ------
        LookupError
            If there is no such body or verb; the message names a close one or all.
        TypeError
            If `on` is no date, or also has a time.
        """
        _check_id("who", sentence.who, self.bodies)
        _check_id("verb", sentence.verb, self.roles.verbs)
        _check_id("whom", sentence.whom, self.bodies)
        check_day(on)

    def links_of(self, sentence: Sentence) -> tuple[TrustLink, ...]:
        """Return what is known of a sentence, on whatever days."""
        return tuple(link for link in self.links.values() if sentence_of(link) == sentence)

    def known_on(self, on: date) -> tuple[TrustLink, ...]:
        """Return what is known to be so on a day."""
        return tuple(link for link in self.links.values() if covers(link, on))

    def rule_for(self, sentence: Sentence) -> TrustRule:
        """Return the first rule that fits.

        Raises
        ------
        LookupError
            If no rule fits; for each verb the last one should.
        """
        for rule in self.roles.rules:
            if self._fits(rule, sentence):
                return rule
        raise LookupError(f"rules: got none for {sentence}, expected one for each verb at least.")

    def _fits(self, rule: TrustRule, sentence: Sentence) -> bool:
        who, whom = self.bodies[sentence.who], self.bodies[sentence.whom]
        return (
            _is_one_of(sentence.verb, rule.verbs)
            and _is_one_of(who.kind, rule.doers)
            and _is_one_of(whom.kind, rule.receivers)
            and (not rule.is_to_itself or sentence.who == sentence.whom)
            and (not rule.is_within_country or who.country == whom.country)
        )


def open_graph(library: Library) -> TrustGraph:
    """Return the graph of the content that a library gives access to."""
    return TrustGraph(
        bodies=library.trust_bodies, links=library.trust_links, roles=library.trust_roles
    )


def sentence_of(link: TrustLink) -> Sentence:
    """Return the sentence that a link makes true on its days."""
    return Sentence(link.who, link.verb, link.whom)


def covers(part: TrustBody | TrustLink, on: date) -> bool:
    """Return whether a body has its role, or a link is known, on a day."""
    return not is_before(part, on) and not is_after(part, on)


def is_before(part: TrustBody | TrustLink, on: date) -> bool:
    """Return whether a day lies before the beginning of a body or link."""
    return part.since is not None and on < part.since


def is_after(part: TrustBody | TrustLink, on: date) -> bool:
    """Return whether a day lies after the end of a body or link."""
    return part.until is not None and on > part.until


def check_day(on: date) -> None:
    """Do nothing if `on` is a day.

    Raises
    ------
    TypeError
        If it is no date, or also has a time.
    """
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TypeError(f"on: got {on!r}, expected a date without a time.")


def _check_id(name: str, got: str, known: Collection[str]) -> None:
    if got in known:
        return
    close = get_close_matches(str(got), known, n=1)
    expected = f'perhaps "{close[0]}"' if close else f"one of {', '.join(known)}"
    raise LookupError(f'{name}: got "{got}", expected {expected}.')


def _is_one_of(slug: str, slugs: Iterable[str]) -> bool:
    allowed = tuple(slugs)
    return not allowed or slug in allowed
