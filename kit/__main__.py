"""The front door: `kit`, `kit lab`, `kit check`, `kit new`, `kit schema`, `kit progress`."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from kit.cli import run


def main() -> int:
    """Run the command of this process's arguments and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a letter shows its code instead of breaking off the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
