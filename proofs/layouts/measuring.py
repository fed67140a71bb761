"""Open an article and measure its map: width, height, room to spare, what moves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Error, sync_playwright

from proofs.layouts.hosts import Host
from tests.conftest import CHROMIUM_FLAGS, chromium_path, font_environment
from tests.web.browser.engines.firefox import firefox
from tests.web.browser.engines.playwright_tab import PlaywrightTab
from tests.web.browser.engines.tab import Tab, until

HEIGHT = 900  # of the window, CSS pixels
_SETTLED = 0.5  # seconds after the map has come, for what a loader or a font may still move
_READY = """() => document.querySelector("iframe")?.offsetWidth > 0"""
#: Without scripts the frame's body is all there is to wait for.
_DRAWN = """() => document.readyState === "complete" && !!document.querySelector("#map-svg path")
  && !document.documentElement.classList.contains("early")"""
_FRAME = """() => {
  const frame = document.querySelector("iframe"), { width, height } = frame.getBoundingClientRect();
  const late = moves.filter((move) => move.startTime > began);
  const shift = late.reduce((sum, move) => sum + move.value, 0);
  return [width, height, shift, document.documentElement.scrollWidth - innerWidth];
}"""
_NEED = """() => document.querySelector("main").getBoundingClientRect().height"""
_SHOW = """() => document.querySelector("iframe").scrollIntoView({ block: "start" })"""


@dataclass(frozen=True)
class Measured:
    """A map in an article.

    Attributes
    ----------
    width, height : float
        Of the frame, CSS pixels.
    spare : float
        Pixels beyond what the embed needs; less than 0 scrolls inside the frame.
    shift : float
        Layout shift after the map is in the page; always 0 in Firefox, which does not tell.
    overflow : float
        Pixels by which the article scrolls sideways.
    """

    width: float
    height: float
    spare: float
    shift: float
    overflow: float


@contextmanager
def chromium(type_size: int) -> Iterator[Tab]:
    """Start Chromium as a reader has set it who wants type of a size."""
    with TemporaryDirectory() as work, sync_playwright() as driver:
        flags = [*CHROMIUM_FLAGS, f"--blink-settings=defaultFontSize={type_size}"]
        browser = driver.chromium.launch(
            executable_path=chromium_path(), args=flags, env=font_environment(Path(work))
        )
        yield PlaywrightTab(browser, "chromium", Path(work))


@contextmanager
def firefox_alone() -> Iterator[Tab]:
    """Start the system's Firefox."""
    with TemporaryDirectory() as work, firefox(Path(work), font_environment(Path(work))) as tab:
        yield tab


def measured(tab: Tab, address: str, host: Host, width: int) -> Measured:
    """Open an article at a width of the window and measure its map."""
    tab.resize(*((HEIGHT, width) if host.turned else (width, HEIGHT)))
    tab.open(address)
    if host.turned:
        _come(tab)
        tab.resize(width, HEIGHT)
    _come(tab)
    wide, high, shift, overflow = tab.run(_FRAME)
    return Measured(wide, high, high - tab.run_in_frame(0, _NEED), shift, overflow)


def _come(tab: Tab) -> None:
    """Wait until the map is there, in view, and nothing moves any more."""
    until(tab, _READY)
    tab.run(_SHOW)
    end = time.monotonic() + 8
    while not _drawn(tab) and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(_SETTLED)


def _drawn(tab: Tab) -> bool:
    try:
        return bool(tab.run_in_frame(0, _DRAWN))
    except (Error, AssertionError, IndexError):  # the frame is on its way to its document
        return False
