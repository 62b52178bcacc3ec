"""Print what the kit costs beside a rival in the same run: `python -m tests.benchmarks`.

The rival of a quiz is jupyterquiz; that of a frame of an explorer is ipywidgets' interactive_output
with the same figure; that of a lesson is a blank notebook with one ipywidgets button; that of a
page without a kernel is what nbconvert makes of the same notebook with jupyterquiz.

Figures are medians; a ratio says more than the seconds of one machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from kit.content.check import check_folder
from tests.benchmarks.bank import write_bank
from tests.benchmarks.frames import time_frames
from tests.benchmarks.kernel import KIT_FIRST, RIVAL_FIRST, first_and_further
from tests.benchmarks.lab import time_lessons
from tests.benchmarks.site import measure_site

ROUNDS = 7


def main() -> None:
    """Run every benchmark and print the table."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["KIT_HOME"] = home
        # As on a user's machine, where modules are compiled once and not at every start.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _row("figure", "kit", "rival", "ratio", "aim")
        _imports()
        _quizzes()
        _check(Path(home))
        _frames()
        _lessons(Path(home))
        _site(Path(home))


def _imports() -> None:
    bare, kit, rival = _in_turn(
        *(lambda code=code: _python(code) for code in ("pass", "import kit", "import jupyterquiz"))
    )
    _compare("import, net of bare Python (ms)", kit - bare, rival - bare, "at most 0.33", 1000)


def _quizzes() -> None:
    runs = [(first_and_further(KIT_FIRST), first_and_further(RIVAL_FIRST)) for _ in range(ROUNDS)]
    first = [median(run[side][0].seconds for run in runs) for side in (0, 1)]
    _compare("first cell to ten questions (ms)", *first, "at most 2", 1000)
    each = [median(one.seconds for run in runs for one in run[side][1]) for side in (0, 1)]
    _compare("each further quiz of ten (ms)", *each, "under 10 ms", 1000)
    kit, rival = (runs[0][side][1][0] for side in (0, 1))
    _compare("cell output + widget state (bytes)", kit.sent_bytes, rival.sent_bytes, "under 0.5", 1)
    _row("widget models of a quiz", str(kit.models), str(rival.models), "", "1")


def _check(room: Path) -> None:
    folder = write_bank(room / "bank", questions=1000)
    (taken,) = _in_turn(lambda: _timed(lambda: check_folder(folder)))
    _row("check of 1,000 questions (ms)", f"{taken * 1000:,.1f}", "", "", "under 1000 ms")


def _frames() -> None:
    for name, kit, rival in time_frames(ROUNDS):
        _compare(f"a frame of {name} (ms)", kit, rival, "under 120 ms", 1000)


def _lessons(room: Path) -> None:
    lessons, button = time_lessons(room / "lab", rounds=5)
    for lesson, taken in lessons.items():
        _compare(f"first answer: {lesson} (s)", median(taken), median(button), "under 1.25", 1)


def _site(room: Path) -> None:
    cost = measure_site(room / "site", ROUNDS)
    taken = (median(cost.kit_seconds), median(cost.rival_seconds))
    _compare("first answer on a page (ms)", *taken, "under 300 ms", 1000)
    _compare("largest lesson page (KB)", cost.kit_bytes, cost.rival_bytes, "under 150 KB", 1e-3)
    _row("what all pages share (KB)", f"{cost.shared_bytes / 1000:,.1f}", "", "", "under 400 KB")
    _row("building the site (s)", f"{cost.build_seconds:,.1f}", "", "", "under 60 s")


def _timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _python(code: str) -> float:
    return _timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def _in_turn(*runs: Callable[[], float]) -> list[float]:
    taken = [[run() for run in runs] for _ in range(ROUNDS + 1)][1:]
    return [median(column) for column in zip(*taken, strict=True)]


def _compare(name: str, kit: float, rival: float, aim: str, scale: float) -> None:
    _row(name, f"{kit * scale:,.1f}", f"{rival * scale:,.1f}", f"{kit / rival:.2f}", aim)


def _row(*cells: str) -> None:
    widths = (56, 14, 14, 8, 14)
    sys.stdout.write(
        "".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip() + "\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
