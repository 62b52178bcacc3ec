"""What a frame of an explorer costs: from what a learner has set to what the browser is sent.

The rival draws the very same figure with `ipywidgets.interactive_output`, which shows it as a PNG
through IPython's display, and sends the words beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import cycle, islice
from statistics import median
from time import perf_counter

import ipywidgets
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from IPython.display import display
from IPython.utils.capture import capture_output

from kit.content.library import open_library
from kit.explorers.explorer import Explorer, Setting, State
from kit.explorers.frames import list_states
from kit.explorers.registry import EXPLORERS, build
from kit.explorers.view import view_state

TODAY = date(2026, 11, 22)


def time_frames(rounds: int) -> Iterator[tuple[str, float, float]]:
    """Yield each explorer that draws: the median seconds of a frame, and those of its rival."""
    select_figure_formats(InteractiveShell.instance(), {"png"})
    for name in EXPLORERS:
        setting = Setting(library=open_library(), language="bg", today=TODAY)
        explorer = build(name, setting)
        drawn = filter(explorer.draw, list_states(explorer).values())
        states = list(islice(cycle(drawn), rounds + 1))
        if not states:
            continue
        kit = [_time(partial(view_state, explorer, state)) for state in states]
        # The first of each has more to import.
        yield name, median(kit[1:]), median(_time_rival(explorer, states)[1:])


def _time_rival(explorer: Explorer, states: Sequence[State]) -> list[float]:
    place = ipywidgets.IntText(-1)

    def show(place: int) -> None:
        if place < 0:
            return
        display(explorer.draw(states[place]))
        print(explorer.describe(states[place]))  # noqa: T201 - as people write it there

    with capture_output() as captured:
        ipywidgets.interactive_output(show, {"place": place})
        taken = [_time(partial(setattr, place, "value", n)) for n in range(len(states))]
    if "image/png" not in captured.outputs[0].data:
        raise RuntimeError(f"{explorer.title}: the rival has drawn nothing.")
    return taken


def _time(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start
