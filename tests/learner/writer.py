"""A program of its own that writes into a store: `python -m tests.learner.writer FILE FIRST COUNT`.

It prints the ids that each append said to be safe, or what the notice says, a line each.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.learner.factories import make_events, make_store


def write(path: Path, first: int, count: int, batch: int) -> None:
    """Append so many events, a batch at a time."""
    with make_store(path, patience_seconds=30) as store:
        for start in range(first, first + count, batch):
            safe = store.append(make_events(batch, start))
            sys.stdout.write(f"safe {' '.join(sorted(safe))}\n")
            if store.notice:
                sys.stdout.write(f"notice {store.notice.key}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
