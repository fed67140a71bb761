"""The newest state of a map that is being worked on, served to a browser on this machine alone."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from geo.base.packaged import packaged

_HOST = "127.0.0.1"
_FILES = {
    "/": ("watch.html", "text/html"),
    "/watch.js": ("watch.js", "text/javascript"),
}
#: Nothing but what this server has; the page's own styles are in its head.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; "
    "frame-src 'self'; connect-src 'self'"
)
#: Seconds after which an idle stream is written to, so that a closed browser is noticed.
_BEAT = 5.0


@dataclass(frozen=True, slots=True)
class State:
    """What the browser is told.

    Attributes
    ----------
    map : int
        Number of the newest right map; 0 before the first.
    ok : bool
        The newest build was right.
    heading : str
        A line about it.
    text : str
        Its report, or what is wrong.
    """

    map: int = 0
    ok: bool = True
    heading: str = ""
    text: str = ""


class Preview:
    """The newest right page and the newest state; threads wait here for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._page = "<!DOCTYPE html><title>geo watch</title>"
        self._state = State()
        self._number = 0

    def show(self, page: str, heading: str, report: str) -> None:
        """Show a new map with its report."""
        with self._changed:
            self._page = page
            self._tell(State(self._state.map + 1, True, heading, report))

    def fail(self, heading: str, text: str) -> None:
        """Show what is wrong; the last map stays."""
        with self._changed:
            self._tell(replace(self._state, ok=False, heading=heading, text=text))

    def _tell(self, state: State) -> None:
        self._state, self._number = state, self._number + 1
        self._changed.notify_all()

    @property
    def page(self) -> str:
        """The newest right map."""
        return self._page

    def after(self, number: int) -> tuple[int, State]:
        """Wait a while for a state newer than `number`; return the newest and its number."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > number, timeout=_BEAT)
            return self._number, self._state


def serve(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Start a server of a preview in threads of its own, for browsers on this machine only.

    Parameters
    ----------
    preview : Preview
    port : int
        0 for any that is free.

    Raises
    ------
    OSError
        If the port is taken.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # A site that lets its name point here must not read the map of a paper in the making.
            host = self.headers.get("Host", "").rpartition(":")[0]
            if host not in {_HOST, "localhost"}:
                self.send_error(403)
            elif self.path == "/events":
                _stream(self, preview)
            elif self.path == "/map.html":
                _answer(self, preview.page, "text/html", policy="")
            elif self.path in _FILES:
                name, kind = _FILES[self.path]
                _answer(self, packaged("cli", name), kind, policy=_POLICY)
            else:
                self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing: the terminal is for reports."""

    server = ThreadingHTTPServer((_HOST, port), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _answer(handler: BaseHTTPRequestHandler, text: str, kind: str, *, policy: str) -> None:
    data = text.encode()
    handler.send_response(200)
    handler.send_header("Content-Type", f"{kind}; charset=utf-8")
    handler.send_header("Content-Length", str(len(data)))
    handler.send_header("Cache-Control", "no-store")
    if policy:  # the page of a map has its own
        handler.send_header("Content-Security-Policy", policy)
    handler.end_headers()
    handler.wfile.write(data)


def _stream(handler: BaseHTTPRequestHandler, preview: Preview) -> None:
    """Write every new state as a server-sent event until the browser goes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Cache-Control", "no-store")
    handler.end_headers()
    told = 0
    try:
        while True:
            number, state = preview.after(told)
            news = f"data: {json.dumps(asdict(state))}\n\n" if number > told else ": still here\n\n"
            handler.wfile.write(news.encode())
            handler.wfile.flush()
            told = number
    except OSError:  # the browser has gone
        return
