"""The kit's own graph, and what hypothesis draws from it."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kit.content.library import open_library
from kit.trust.graph import Sentence, open_graph

GRAPH = open_graph(open_library())
BODY_IDS = st.sampled_from(sorted(GRAPH.bodies))
VERB_IDS = st.sampled_from(sorted(GRAPH.roles.verbs))
LINKS = st.sampled_from(list(GRAPH.links.values()))
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
SENTENCES = st.builds(Sentence, BODY_IDS, VERB_IDS, BODY_IDS)

JANUARY_2013, END_OF_2026 = date(2013, 1, 29), date(2026, 12, 31)
TRUE_VERDICTS = {"known", "possible"}


def ids_of_kind(kind: str) -> list[str]:
    """Return the bodies of one kind."""
    return [slug for slug, body in GRAPH.bodies.items() if body.kind == kind]
