"""What the front end shows of an explorer: its controls, and what it finds for a state."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import msgspec

from kit.explorers.explorer import Explorer, Offer, State
from kit.figures.svg import to_svg

View = dict[str, Any]


def view_controls(explorer: Explorer) -> list[View]:
    """Return the controls as JSON values, the kind of each under `kind`."""
    return [msgspec.to_builtins(control) for control in explorer.controls]


def view_state(explorer: Explorer, state: State) -> View:
    """Return what is found for a complete state as JSON values.

    `more` is HTML and `svg` is an element; all else is plain text. `compare` has a sentence for
    each guess, so that guessing needs no further answer.
    """
    figure = explorer.draw(state)
    guesses = explorer.guesses(state)
    return {
        # The words stand beside the figure, so that it need not say them once more.
        "svg": to_svg(figure, explorer.title) if figure else "",
        "words": explorer.describe(state),
        "more": explorer.tell(state),
        "ask": explorer.ask(state),
        "guesses": [msgspec.to_builtins(guess) for guess in guesses],
        "compare": {guess.id: explorer.compare(state, guess.id) for guess in guesses},
        "offers": [_view_offer(offer) for offer in explorer.offers(state)],
    }


def _view_offer(offer: Offer) -> View:
    return {
        "name": offer.name,
        "label": offer.label,
        "type": offer.media_type,
        "content": b64encode(offer.content).decode("ascii"),
    }
