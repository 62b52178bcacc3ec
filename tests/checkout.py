"""A copy of the project to try things on, and programs that are started for real."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = (".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "iso9001-lessons", "wheels")
PATIENCE_SECONDS = 120


def copy_project(to: Path) -> Path:
    """Copy what belongs to the project, as a download would bring it."""
    return Path(shutil.copytree(ROOT, to, ignore=shutil.ignore_patterns(*LEFT_OUT)))


def run(*command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and return what it printed, read as UTF-8."""
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=600, **options
    )


@contextmanager
def served(*command: str | Path, **options: Any) -> Generator[tuple[subprocess.Popen[str], str]]:
    """Start a program that serves lessons; give it and the address that it prints."""
    options |= {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, **options) as process:
        try:
            address = read_address(process)
            wait_for_listener(process, address)
            yield process, address
        finally:
            process.kill()


def read_address(process: subprocess.Popen[str]) -> str:
    """Wait for the address of the first lesson."""
    printed = []
    for line in process.stdout or ():
        printed.append(line)
        found = [word for word in line.split() if word.startswith("http://")]
        if found:
            return found[0]
    raise AssertionError(f"no address in what was printed:\n{''.join(printed)}")


def wait_for_listener(process: subprocess.Popen[str], address: str) -> None:
    """Wait until the server answers at its address, or fail if it ends before."""
    parts = urlsplit(address)
    while True:
        try:
            socket.create_connection((parts.hostname or "", parts.port or 0)).close()
        except ConnectionRefusedError:
            with suppress(subprocess.TimeoutExpired):
                code = process.wait(timeout=0.05)
                raise AssertionError(f"the server ended with code {code}") from None
        else:
            return


def fetch_notebook(address: str) -> dict[str, Any]:
    """Fetch the notebook that an address opens through the server's contents interface."""
    path = urlsplit(address).path.removeprefix("/doc/tree")
    notebook: dict[str, Any] = fetch(address, f"/api/contents{path}")["content"]
    return notebook


def fetch(address: str, path: str) -> dict[str, Any]:
    """Fetch a path from the server of an address, with the key that the address carries."""
    parts = urlsplit(address)
    token = parse_qs(parts.query)["token"][0]
    request = Request(f"{parts.scheme}://{parts.netloc}{path}")
    request.add_header("Authorization", f"token {token}")
    with urlopen(request, timeout=PATIENCE_SECONDS) as response:
        answer: dict[str, Any] = json.load(response)
    return answer
