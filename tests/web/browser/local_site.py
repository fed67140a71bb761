"""A web server on this machine for tests that need addresses and headers."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def serving(
    pages: Mapping[str, str],
    policies: Mapping[str, str] | None = None,
    *,
    shared: bool = False,
) -> Iterator[tuple[str, list[str]]]:
    """Serve pages by path, each under its content security policy if it has one.

    What is `shared` may be fetched by scripts of other origins. Yields the origin, and the list of
    paths that have been asked for so far.
    """
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = pages.get(self.path)
            if self.path == "/favicon.ico":  # a browser asks for it by itself
                body = ""
            else:
                asked.append(self.path)
            self.send_response(200 if body is not None else 404)
            kind = "image/svg+xml" if self.path.endswith(".svg") else "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Cache-Control", "no-store")  # tests share a browser's cache
            if shared:
                self.send_header("Access-Control-Allow-Origin", "*")
            if policies and self.path in policies:
                self.send_header("Content-Security-Policy", policies[self.path])
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, format, *args):  # noqa: A002 - the base's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
