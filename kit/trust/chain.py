"""The chain of trust: who checks a body on a day, who checks that one, and so on upwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from kit.trust.answers import Answer, judge
from kit.trust.graph import Sentence, TrustGraph, check_day

# What it is to be checked by somebody, the strongest first; and what one does to those above.
CHECKS = ("certifies", "accredits", "peer-evaluates", "recognises")
BELONGS = "is-member-of"
# The kind that checks each kind. The chain ends where nobody is named.
CHECKERS = {
    "organisation": "certification-body",
    "certification-body": "accreditation-body",
    "accreditation-body": "regional-association",
    "regional-association": "world-association",
}


class Step(Struct, frozen=True, kw_only=True):
    """Go from one body to the one above; `sentence` says how the two belong together.

    `answer` tells whether that is known on the day, or allowed by the roles alone.
    """

    below: str
    above: str
    sentence: Sentence
    answer: Answer

    @property
    def is_known(self) -> bool:
        """Whether a source states it of these two on the day."""
        return self.answer.verdict == "known"


def chain_above(graph: TrustGraph, body: str, on: date) -> tuple[Step, ...]:
    """Return the steps from a body up to those whom nobody in the graph checks.

    Where nothing is known, the step leads to a body that the roles allow, if there is one.

    Raises
    ------
    LookupError
        If the graph has no such body.
    TypeError
        If `on` is no date, or also has a time.
    """
    check_day(on)
    if body not in graph.bodies:
        raise LookupError(f'body: got "{body}", expected one of {", ".join(graph.bodies)}.')
    steps: list[Step] = []
    while (step := _step_above(graph, steps[-1].above if steps else body, on)) is not None:
        steps.append(step)
    return tuple(steps)


def appointed_by(graph: TrustGraph, body: str, on: date) -> tuple[Step, ...]:
    """Return the states that have appointed a body, as far as known on a day."""
    return tuple(
        Step(below=body, above=link.who, sentence=sentence, answer=answer)
        for link in graph.known_on(on)
        if link.verb == "appoints" and link.whom == body
        for sentence in [Sentence(link.who, link.verb, body)]
        for answer in [judge(graph, sentence, on)]
    )


def _step_above(graph: TrustGraph, body: str, on: date) -> Step | None:
    """Return the step that is known; or else one that is known of other days; or else any."""
    steps = list(_steps_above(graph, body, on))
    steps.sort(key=lambda step: (not step.is_known, step.answer.link is None))
    return steps[0] if steps else None


def _steps_above(graph: TrustGraph, body: str, on: date) -> Iterator[Step]:
    kind = CHECKERS.get(graph.bodies[body].kind)
    for other, found in graph.bodies.items():
        if found.kind != kind or found.is_example > graph.bodies[body].is_example:
            continue
        sentences = [Sentence(other, verb, body) for verb in CHECKS]
        for sentence in (*sentences, Sentence(body, BELONGS, other)):
            answer = judge(graph, sentence, on)
            if answer.verdict in {"known", "possible"}:
                yield Step(below=body, above=other, sentence=sentence, answer=answer)
