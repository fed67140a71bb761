"""WebKit: GTK's small browser on a screen that nobody sees, by its driver."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.web.browser.engines.webdriver import WebDriverTab

START = 60.0  # seconds that a busy machine may need to start it
PATHS = {
    "Navigate To": ("POST", "/url"),
    "Set Window Rect": ("POST", "/window/rect"),
    "Execute Script": ("POST", "/execute/sync"),
    "Switch To Frame": ("POST", "/frame"),
    "Switch To Window": ("POST", "/window"),
    "Get Window Handles": ("GET", "/window/handles"),
    "Perform Actions": ("POST", "/actions"),
    "Back": ("POST", "/back"),
    "Take Screenshot": ("GET", "/screenshot"),
}
#: GTK gives a window the least width of what is in it: of nothing but the page in the end.
NO_ROOM = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }"


def program() -> str | None:
    """Return the path of the driver, if there is a screen for its browser, too."""
    return shutil.which("WebKitWebDriver") if shutil.which("Xvfb") else None


class Driver:
    """A session: commands are requests to the driver."""

    def __init__(self, port: int) -> None:
        self._origin = f"http://127.0.0.1:{port}"
        options = {"args": ["--automation", "--javascript-can-open-windows-automatically=true"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._ask("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{session['sessionId']}"

    def _ask(self, method: str, path: str, values: Mapping[str, Any]) -> Any:
        body = json.dumps(values).encode() if method == "POST" else None
        request = urllib.request.Request(self._origin + path, body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as problem:
            raise AssertionError(f"{path}: {problem.read().decode()}") from None

    def send(self, command: str, values: Mapping[str, Any]) -> Any:
        method, path = PATHS[command]
        return self._ask(method, self._session + path, values)

    def end(self) -> None:
        self._ask("DELETE", self._session, {})


def _tab(driver: Driver, folder: Path) -> WebDriverTab:
    """Open a window without a tool bar, which would not let it be as narrow as a phone."""
    [first] = driver.send("Get Window Handles", {})
    popup = "window.open('about:blank', '', 'popup,width=400,height=600')"
    driver.send("Execute Script", {"script": popup, "args": []})
    end = time.monotonic() + START
    while len(handles := driver.send("Get Window Handles", {})) < 2:
        assert time.monotonic() < end, "WebKit opens no window"
        time.sleep(0.1)
    driver.send("Switch To Window", {"handle": next(h for h in handles if h != first)})
    return WebDriverTab(driver, "webkit", folder)


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen in memory; return its name."""
    reads, writes = os.pipe()
    started = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "2000x1600x24", "-nolisten", "tcp"],
        pass_fds=[writes], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writes)
    try:
        with os.fdopen(reads) as number:
            yield f":{number.readline().strip()}"
    finally:
        started.terminate()
        started.wait(20)


def _home(folder: Path) -> Path:
    """Write what GTK reads of its user: where downloads go, and how wide things are."""
    saved = folder / "saved"
    (folder / "gtk-3.0").mkdir(parents=True)
    saved.mkdir()
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{saved}"\n', encoding="utf-8")
    (folder / "gtk-3.0" / "gtk.css").write_text(NO_ROOM, encoding="utf-8")
    return saved


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(port: int, started: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START
    while True:
        assert started.poll() is None, "WebKitWebDriver ended at its start"
        assert time.monotonic() < end, "WebKitWebDriver does not start"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)


@contextmanager
def webkit(folder: Path, environment: Mapping[str, str]) -> Iterator[WebDriverTab]:
    """Start WebKit with a home and a folder for downloads of its own."""
    saved, port = _home(folder), _free_port()
    with _screen() as screen:
        own = {
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "DISPLAY": screen,
            "WAYLAND_DISPLAY": "",
            # The browser's processes cannot be put in a sandbox inside a container.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        started = subprocess.Popen(
            [program() or "WebKitWebDriver", f"--port={port}"],
            env={**environment, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait_for(port, started)
            driver = Driver(port)
            yield _tab(driver, saved)
            driver.end()
        finally:
            started.terminate()
            started.wait(20)
