"""The front door: `kit`, `kit lab`, `kit check`, `kit new`, `kit schema`, `kit progress`."""

from __future__ import annotations

import sys

from kit.cli import run


def main() -> int:
    """Run the command of this process's arguments and return its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
