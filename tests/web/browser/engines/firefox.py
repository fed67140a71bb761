"""Firefox by Marionette, the protocol that it speaks itself."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import environ
from pathlib import Path
from typing import Any

from tests.web.browser.engines.webdriver import WebDriverTab

START = 60.0  # seconds that a busy machine may need to start it
NAMES = {
    "Navigate To": "WebDriver:Navigate",
    "Execute Script": "WebDriver:ExecuteScript",
    "Switch To Frame": "WebDriver:SwitchToFrame",
    "Perform Actions": "WebDriver:PerformActions",
    "Back": "WebDriver:Back",
    "Take Screenshot": "WebDriver:TakeScreenshot",
    "Print Page": "WebDriver:Print",
}
#: The tab as the browser's own scripts know it: a window is never less than 500 pixels wide.
BROWSER = "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser"


def program() -> str | None:
    """Return the path of the system's Firefox."""
    found = (shutil.which(name) for name in ("firefox-esr", "firefox"))
    return environ.get("FIREFOX") or next((path for path in found if path), None)


class Marionette:
    """A session: commands are JSON behind their length in bytes, answered one by one."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._file = self._socket.makefile("rb")
        self._number = 0
        self._receive()  # it says what it is
        self.order("WebDriver:NewSession", {"capabilities": {}})

    def _receive(self) -> Any:
        length = b""
        while (digit := self._file.read(1)) != b":":
            length += digit
        return json.loads(self._file.read(int(length)))

    def order(self, name: str, values: Mapping[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self._receive()
        assert error is None, f"{name}: {error}"
        return result

    def send(self, command: str, values: Mapping[str, Any]) -> Any:
        result = self.order(NAMES[command], values)
        return result.get("value", result)

    def in_browser(self, script: str, *values: Any) -> None:
        """Run a script with the browser's own rights."""
        self.order("Marionette:SetContext", {"value": "chrome"})
        try:
            self.order("WebDriver:ExecuteScript", {"script": script, "args": list(values)})
        finally:
            self.order("Marionette:SetContext", {"value": "content"})


class FirefoxTab(WebDriverTab):
    """See `Tab`."""

    def __init__(self, connection: Marionette, folder: Path) -> None:
        super().__init__(connection, "firefox", folder)
        self._connection = connection

    def resize(self, width: int, height: int) -> None:
        order = {"width": max(width, 500) + 20, "height": height + 150}
        self._connection.order("WebDriver:SetWindowRect", order)
        script = f"""for (const most of ["", "min-", "max-"]) {{
            {BROWSER}.style.setProperty(most + "width", arguments[0] + "px");
            {BROWSER}.style.setProperty(most + "height", arguments[1] + "px");
          }}"""
        self._connection.in_browser(script, width, height)

    def pdf(self) -> bytes | None:
        return base64.b64decode(self._send("Print Page", {"background": True}))

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        script = f"{BROWSER}.browsingContext.mediumOverride = arguments[0]"
        self._connection.in_browser(script, "print")
        try:
            yield
        finally:
            self._connection.in_browser(script, "")


def _preferences(folder: Path) -> str:
    wanted = {
        "marionette.port": 0,  # a free one
        "browser.download.folderList": 2,
        "browser.download.dir": str(folder),
        "browser.download.always_ask_before_handling_new_types": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "browser.shell.checkDefaultBrowser": False,
    }
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in wanted.items())
    return "".join(lines)


@contextmanager
def firefox(folder: Path, environment: Mapping[str, str]) -> Iterator[FirefoxTab]:
    """Start Firefox with a profile and a folder for downloads of its own."""
    profile, saved = folder / "profile", folder / "saved"
    profile.mkdir()
    saved.mkdir()
    (profile / "user.js").write_text(_preferences(saved), encoding="utf-8")
    started = subprocess.Popen(
        [program() or "firefox", "--headless", "--no-remote", "--marionette",
         "--remote-allow-system-access", "--profile", str(profile)],
        env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        port, end = profile / "MarionetteActivePort", time.monotonic() + START
        while not (port.exists() and port.read_text()):
            assert started.poll() is None, "Firefox ended at its start"
            assert time.monotonic() < end, "Firefox does not start"
            time.sleep(0.1)
        yield FirefoxTab(Marionette(int(port.read_text())), saved)
    finally:
        started.terminate()
        started.wait(20)
