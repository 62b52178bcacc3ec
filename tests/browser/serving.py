"""A small server for pages that tests open outside of Jupyter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@contextmanager
def serve(
    kind: type[SimpleHTTPRequestHandler], pages: dict[str, bytes], folder: Path
) -> Iterator[str]:
    """Serve a folder, and `pages` as a handler of this kind answers them; yield the address."""
    handler = type("Handler", (kind,), {"pages": pages})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
