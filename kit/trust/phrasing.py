"""Sentences about two bodies as a language says them."""

from __future__ import annotations

from kit.trust.graph import Sentence, TrustGraph


def phrase(graph: TrustGraph, sentence: Sentence, language: str) -> str:
    """Return a sentence in words, with a capital and without a full stop."""
    who = graph.bodies[sentence.who].name.pick(language)
    whom = name_as_object(graph, sentence.whom, language)
    said = graph.roles.verbs[sentence.verb].says.pick(language).format(who=who, whom=whom)
    return capitalise(said)


def name_as_object(graph: TrustGraph, body: str, language: str) -> str:
    """Return the name of a body as it stands after a verb."""
    record = graph.bodies[body]
    return (record.as_object or record.name).pick(language)


def capitalise(text: str) -> str:
    """Return a text with a capital at its beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]
