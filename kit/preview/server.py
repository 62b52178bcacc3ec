"""A server for one page on this computer alone: a secret address, nothing read but the question."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kit.preview.page import pack_module, read_script, write_page
from kit.preview.subject import Subject

HOST = "127.0.0.1"
_SCRIPT = "text/javascript"
# The quiz gives its parts addresses of their own (blob:); nothing is fetched from elsewhere.
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' blob:; style-src 'unsafe-inline'; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# The kind and the text of an answer.
Answer = tuple[str, str]


class Preview(ThreadingHTTPServer):
    """Serve the preview of one question.

    Parameters
    ----------
    subject
        The question.
    language
        The language of what the page itself says.
    port
        0 for any free one.

    Raises
    ------
    OSError
        If the port is taken.
    """

    daemon_threads = True
    # On Windows an address that may be reused can be shared with another program.
    allow_reuse_address = False

    def __init__(self, subject: Subject, *, language: str, port: int = 0) -> None:
        self._subject, self._language = subject, language
        self._token = secrets.token_urlsafe(24)
        super().__init__((HOST, port), _Handler)
        self.host = f"{HOST}:{self.server_port}"
        self.address = f"http://{self.host}/{self._token}/"

    def answer(self, path: str) -> Answer | None:
        """Return what stands at a path, or None if nothing does."""
        parts = path.partition("?")[0].split("/")
        if len(parts) != len(("", "token", "name")) or parts[0]:
            return None
        pages: dict[str, Callable[[], Answer | None]] = {
            "": self._show,
            "stamp": lambda: ("text/plain", self._subject.stamp()),
            "preview.js": lambda: (_SCRIPT, read_script()),
            "quiz.js": self._pack,
        }
        is_known = secrets.compare_digest(parts[1].encode(), self._token.encode())
        return pages[parts[2]]() if is_known and parts[2] in pages else None

    def _show(self) -> Answer:
        # The stamp first: what is saved meanwhile makes the page load once more.
        stamp = self._subject.stamp()
        sight = self._subject.look()
        return "text/html", write_page(self._subject, sight, stamp, self._language)

    def _pack(self) -> Answer | None:
        question = self._subject.look().question
        return (_SCRIPT, pack_module(question)) if question else None


class _Handler(BaseHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        """Answer the page and its parts; another name for this computer gets nothing."""
        is_ours = self.headers.get("Host") == self.server.host
        found = self.server.answer(self.path) if is_ours else None
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind, text = found
        body = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        """Tell nobody which program answers."""
        return "kit"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the parent's
        """Stay silent: the terminal is for the author."""
