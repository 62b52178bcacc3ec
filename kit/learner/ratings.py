"""How well a question was remembered: each try, rated.

A try begins with the first thing done with a question at a place (one quiz of one lesson), and
anew with each "retry". Its first check decides it, or asking for the answer before that:

====================================  =========
what the first check of a try shows   rating
====================================  =========
solved                                Good
solved, with the hint open            Hard
not solved, or solved in part only    Again
the answer was asked for instead      Again
====================================  =========

Easy is never given: nobody is asked how easy it was, and speed earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from fsrs import Rating

from kit.learner.events import Event


def rate_tries(events: Iterable[Event]) -> Iterator[tuple[datetime, Rating]]:
    """Yield when each try was decided, and how.

    Parameters
    ----------
    events
        Of one version of one question, oldest first.
    """
    place: tuple[str, str] | None = None
    is_decided = False
    hinted: set[tuple[str, str]] = set()  # A hint once open stays open at its place.
    for event in events:
        here = (event.lesson, event.quiz)
        if here != place or event.kind == "retry":
            place, is_decided = here, False
        if event.kind == "hint":
            hinted.add(here)
        if event.kind in {"check", "reveal"} and not is_decided:
            is_decided = True
            yield event.at, _rate(event, has_hint=here in hinted)


def _rate(event: Event, *, has_hint: bool) -> Rating:
    if event.kind == "reveal" or event.score != 1.0:
        return Rating.Again
    return Rating.Hard if has_hint else Rating.Good
