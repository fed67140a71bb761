"""What a test asks of a browser's tab, whichever engine draws it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 8.0  # seconds for what should take a tenth of one

#: On paper, for an engine whose driver knows no medium: the style sheets' own conditions turned.
PAPER = """(on) => {
  const turned = (media) => /screen/.test(media) ? "not all" : media.replace("print", "all");
  const turn = (rules) => {
    for (const rule of rules) {
      if (!rule.media) continue;
      rule.was ??= rule.media.mediaText;
      rule.media.mediaText = on ? turned(rule.was) : rule.was;
      turn(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
}"""


class Tab(Protocol):
    """A tab. Lengths are CSS pixels of the window; keys have the names of `KeyboardEvent.key`."""

    engine: str

    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""

    def resize(self, width: int, height: int) -> None:
        """Give the window's inside a size."""

    def run(self, function: str, *values: Any) -> Any:
        """Call a JavaScript function with values; return what it returns."""

    def run_in_frame(self, number: int, function: str) -> Any:
        """Call a JavaScript function in a frame of the document, counted from 0."""

    def press(self, *keys: str) -> None:
        """Press keys one after another; a text of one character is the key that writes it."""

    def press_with_shift(self, key: str) -> None:
        """Press a key while Shift is down."""

    def move(self, x: float, y: float) -> None:
        """Move the mouse there."""

    def click(self, x: float, y: float) -> None:
        """Click there with the mouse."""

    def back(self) -> None:
        """Go back in the history."""

    def screenshot(self) -> bytes:
        """Return the window as a PNG."""

    def pdf(self) -> bytes | None:
        """Return the document printed on A4, or None where the driver cannot print."""

    def on_paper(self) -> AbstractContextManager[None]:
        """Let the rules for paper hold for a while."""

    def folder(self) -> Path:
        """Return the folder that takes downloads."""


def until(tab: Tab, function: str, *values: Any) -> Any:
    """Wait until a JavaScript function says something true; return it."""
    end = time.monotonic() + PATIENCE
    while not (found := tab.run(function, *values)):
        assert time.monotonic() < end, f"never in {tab.engine}: {function}"
        time.sleep(0.03)
    return found


def middle(tab: Tab, selector: str, part: float = 0.5) -> tuple[float, float]:
    """Bring an element into view; return a point of it, `part` of its width from its left."""
    x, y = tab.run(
        """(selector, part) => {
             const node = document.querySelector(selector);
             node.scrollIntoView({block: "center"});
             const box = node.getBoundingClientRect();
             return [box.x + box.width * part, box.y + box.height / 2];
           }""",
        selector,
        part,
    )
    return x, y


def click_on(tab: Tab, selector: str, part: float = 0.5) -> None:
    tab.click(*middle(tab, selector, part))


def downloaded(tab: Tab, selector: str, name: str) -> bytes:
    """Click on something and return the file that it hands out."""
    file = tab.folder() / name
    file.unlink(missing_ok=True)
    click_on(tab, selector)
    end, size = time.monotonic() + PATIENCE, -1
    while not ((file := tab.folder() / name).exists() and 0 < file.stat().st_size == size):
        assert time.monotonic() < end, f"{tab.engine} never saved {name}"
        size = file.stat().st_size if file.exists() else -1
        time.sleep(0.1)
    return file.read_bytes()


@contextmanager
def rules_turned(run: Callable[..., Any]) -> Iterator[None]:
    """Let a document's rules for paper hold, and those for screens not."""
    run(PAPER, True)
    try:
        yield
    finally:
        run(PAPER, False)
