"""A local web server for the bench's pages and the peers' network files: gzipped, counted."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".json": "application/json"}  # fmt: skip


@dataclass
class Site:
    """What is served, by path, and which paths were asked for since the log was last cleared."""

    files: dict[str, bytes]
    origin: str = ""
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.zipped = {path: gzip.compress(data, 6, mtime=0) for path, data in self.files.items()}

    def sizes(self, paths: list[str]) -> tuple[int, int]:
        """Return the bytes of some paths together, raw and gzipped."""
        return sum(len(self.files[p]) for p in paths), sum(len(self.zipped[p]) for p in paths)


def localized(page: bytes, network: Mapping[str, bytes]) -> bytes:
    """Return a page or script that takes from this server what it would take from the network.

    A digest of a script whose own addresses are changed no longer fits, so digests go.
    """
    for address in network:
        page = page.replace(address.encode(), local_path(address).encode())
    page = re.sub(rb' integrity="[^"]*"', b"", page)
    return page.replace(b"https://cdn.plot.ly/un/", b"/net/cdn.plot.ly/un/")


def local_path(address: str) -> str:
    """Return the path under which a network file is served here."""
    return "/net/" + address.removeprefix("https://")


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[Site]:
    """Serve files under their paths on a free port of this machine."""
    site = Site(dict(files))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            found = path in site.files
            body = site.zipped.get(path, b"")
            if found:
                site.log.append(path)
            self.send_response(200 if found else 404)
            if found:
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Type", TYPES[PurePosixPath(path).suffix])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.origin = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
