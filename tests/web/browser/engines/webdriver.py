"""A tab driven by the commands of W3C WebDriver, however they reach the browser.

Selenium would need a geckodriver for Firefox, which Debian does not package; the fifteen commands
that tests need are the same for both browsers, and each has a short way of its own to send them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from tests.web.browser.engines.tab import rules_turned

#: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Escape": "\ue00c",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


class Connection(Protocol):
    """A session with a browser."""

    def send(self, command: str, values: Mapping[str, Any]) -> Any:
        """Send a command by the name that the standard gives it, as `Execute Script`."""


class WebDriverTab:
    """See `Tab`."""

    def __init__(self, connection: Connection, engine: str, folder: Path) -> None:
        self.engine = engine
        self._send = connection.send
        self._folder = folder

    def open(self, address: str) -> None:
        self._send("Navigate To", {"url": address})

    def resize(self, width: int, height: int) -> None:
        self._send("Set Window Rect", {"width": width, "height": height})

    def run(self, function: str, *values: Any) -> Any:
        script = f"return ({function})(...arguments)"
        return self._send("Execute Script", {"script": script, "args": list(values)})

    def run_in_frame(self, number: int, function: str) -> Any:
        self._send("Switch To Frame", {"id": number})
        try:
            return self.run(function)
        finally:
            self._send("Switch To Frame", {"id": None})

    def _perform(self, *devices: Mapping[str, Any]) -> None:
        self._send("Perform Actions", {"actions": list(devices)})

    def _strike(self, *strokes: tuple[str, str]) -> None:
        actions = [{"type": kind, "value": KEYS.get(key, key)} for kind, key in strokes]
        self._perform({"type": "key", "id": "keyboard", "actions": actions})

    def press(self, *keys: str) -> None:
        for key in keys:
            self._strike(("keyDown", key), ("keyUp", key))

    def press_with_shift(self, key: str) -> None:
        self._strike(("keyDown", "Shift"), ("keyDown", key), ("keyUp", key), ("keyUp", "Shift"))

    def _point(self, x: float, y: float, *buttons: str) -> None:
        actions: list[Mapping[str, Any]] = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
            *({"type": kind, "button": 0} for kind in buttons),
        ]
        self._perform({"type": "pointer", "id": "mouse", "actions": actions})

    def move(self, x: float, y: float) -> None:
        self._point(x, y)

    def click(self, x: float, y: float) -> None:
        self._point(x, y, "pointerDown", "pointerUp")

    def back(self) -> None:
        self._send("Back", {})

    def screenshot(self) -> bytes:
        return base64.b64decode(self._send("Take Screenshot", {}))

    def pdf(self) -> bytes | None:
        return None

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        with rules_turned(self.run):
            yield

    def folder(self) -> Path:
        return self._folder
