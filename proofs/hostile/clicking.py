"""Open documents in Chromium, click through them, and note whatever the hostile text achieved."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.conftest import CHROMIUM_FLAGS, chromium_path, font_environment

PHONE = {"width": 375, "height": 800}
CLICK_THROUGH = (Path(__file__).parent / "click_through.js").read_text(encoding="utf-8")
#: A tripwire in every frame: script of a hostile string sets this name.
TRIPWIRE = "Object.defineProperty(window, '__pwn', {set() { console.log('\\u2620 script ran'); }});"
#: Of these a map asks because its spec says so, and a snippet for AMP does.
_OWN = re.compile(r"https://(maps\.example|cdn\.ampproject\.org)/")
_TILES = re.compile(r"https://t\d\.tianditu\.gov\.cn/")


@dataclass
class Visit:
    """What happened while a document was open."""

    scripts: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    overflow: int = 0
    clicks: int = 0

    def faults(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the kind of each fault and the words that show it."""
        kinds = (
            ("script run", self.scripts),
            ("dialog", self.dialogs),
            ("foreign request", self.requests),
            ("foreign element", self.foreign),
            ("error in the page", self.errors),
        )
        for kind, found in kinds:
            yield from ((kind, f"{name}: {what[:160]}") for what in dict.fromkeys(found))
        if self.overflow > 0:
            yield "sideways scrolling", f"{name}: {self.overflow} px at {PHONE['width']} px"


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a Chromium that has Chinese fonts."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as driver:
        launched = driver.chromium.launch(
            executable_path=chromium_path(),
            args=CHROMIUM_FLAGS,
            env=font_environment(Path(folder)),
        )
        yield launched
        launched.close()


class Reader:
    """One tab for all documents of a process: opening a new one takes longer than reading."""

    def __init__(self, browser: Any) -> None:
        self.seen = Visit()
        self.places: Collection[str] = ()
        context = browser.new_context(viewport=PHONE, accept_downloads=False)
        context.add_init_script(TRIPWIRE)
        context.on("request", lambda r: _note_request(self.seen, r.url, self.places))
        context.on("console", lambda message: _note_console(self.seen, message))
        context.on("dialog", lambda d: (self.seen.dialogs.append(d.message), d.dismiss()))
        context.on("weberror", lambda error: self.seen.errors.append(str(error.error)))
        context.route(re.compile(r"^https?://"), lambda route: route.abort())
        self.tab = context.new_page()
        self.tab.set_default_timeout(60_000)

    def visit(self, path: Path, places: Collection[str] = ()) -> Visit:
        """Open a document at a phone's width, click on everything in it, and look around."""
        self.seen, self.places = Visit(), places
        try:
            self.tab.goto(path.as_uri(), wait_until="load")
            found = self.tab.evaluate(CLICK_THROUGH)
            self.seen.overflow, self.seen.clicks = found["overflow"], found["clicks"]
            self.seen.foreign = found["foreign"]
            self.tab.wait_for_timeout(30)
            self.tab.goto("about:blank")  # what it still asks for is not the next document's
        except Exception as error:
            self.seen.errors.append(f"{type(error).__name__}: {str(error).splitlines()[0]}")
        seen = self.seen
        self.seen = Visit()
        return seen


def _note_request(seen: Visit, url: str, places: Collection[str]) -> None:
    meant = url.startswith(("file:", "data:", "blob:", "about:")) or _OWN.match(url)
    if "basemap key" in places:
        meant = meant or _TILES.match(url)
    if {"embed url", "embed host"} & set(places):  # the string names the server that is asked
        meant = meant or url.startswith(("http:", "https:"))
    if not meant:
        seen.requests.append(url)


def _note_console(seen: Visit, message: Any) -> None:
    if "\u2620" in message.text or "Ignored call to 'alert()'" in message.text:
        seen.scripts.append(message.text)
    elif message.type == "error" and not re.search(r"net::ERR_|Failed to load", message.text):
        seen.errors.append(message.text)
