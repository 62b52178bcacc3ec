"""Events drawn at random for properties."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from kit.learner.events import Event
from kit.quiz.confidence import MARKS
from tests.learner.factories import NOON, VERSIONS, make_event

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text('абвабcdef„“\\"\0 ', max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("xyя", max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


KINDS = ["choice", "check", "check", "confidence", "hint", "reveal", "retry"]


@st.composite
def histories(draw: st.DrawFn, max_size: int = 12) -> list[Event]:
    """Draw events with ids of their own, at any times, with ties, in any order of time."""
    events = []
    for identity in draw(st.lists(st.uuids(), unique=True, max_size=max_size)):
        kind = draw(st.sampled_from(KINDS))
        events.append(
            make_event(
                id=identity.hex,
                at=NOON + draw(st.sampled_from([timedelta(0), timedelta(1), timedelta(-1)])),
                question=draw(st.sampled_from([*VERSIONS, "unknown"])),
                version=draw(st.sampled_from(["v1", "v2"])),
                kind=kind,
                answer=draw(st.sampled_from([*MARKS]) if kind == "confidence" else json_values),
                score=draw(st.none() | st.sampled_from([0.0, 0.25, 1.0]))
                if kind == "check"
                else None,
            )
        )
    return events
