"""A tab of a browser that playwright drives: Chromium, or its own Firefox and WebKit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


class PlaywrightTab:
    """See `Tab`."""

    def __init__(self, browser: Any, engine: str, folder: Path) -> None:
        self.engine = engine
        self._folder = folder
        self._context = browser.new_context(viewport={"width": 1280, "height": 900})
        self._page = self._context.new_page()
        self._downloads: list[Any] = []
        # Playwright puts a mark on the function it is given, which no method of a list can bear.
        self._page.on("download", lambda saved: self._downloads.append(saved))  # noqa: PLW0108

    def open(self, address: str) -> None:
        self._page.goto(address)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def run(self, function: str, *values: Any) -> Any:
        return self._page.evaluate(f"(values) => ({function})(...values)", list(values))

    def run_in_frame(self, number: int, function: str) -> Any:
        return self._page.frames[number + 1].evaluate(f"() => ({function})()")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def press_with_shift(self, key: str) -> None:
        self._page.keyboard.press(f"Shift+{key}")

    def move(self, x: float, y: float) -> None:
        self._page.mouse.move(x, y)

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def back(self) -> None:
        self._page.go_back()

    def screenshot(self) -> bytes:
        return self._page.screenshot()

    def pdf(self) -> bytes | None:
        from playwright.sync_api import Error

        with suppress(Error):  # only Chromium prints
            return self._page.pdf(format="A4", print_background=True)
        return None

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        self._page.emulate_media(media="print")
        try:
            yield
        finally:
            self._page.emulate_media(media="null")

    def folder(self) -> Path:
        self._page.wait_for_timeout(1)  # its events are only heard while it is being talked to
        while self._downloads:
            download = self._downloads.pop()
            download.save_as(self._folder / download.suggested_filename)
        return self._folder

    def close(self) -> None:
        self._context.close()
