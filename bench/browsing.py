"""What a reader's browser does with a page: time to the last district, hover, nodes, heap."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.contenders import BEFORE, ROOT, Contender
from bench.server import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PROBE = (Path(__file__).resolve().parent / "probe.js").read_text(encoding="utf-8")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--disable-frame-rate-limit", "--disable-gpu-vsync",  # else times come in steps of 16.7 ms
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""
WINDOW = {"width": 1280, "height": 900}
TIMEOUT_MS = 60_000
SLOW = 4
HOVERED = 5  # districts, the largest ones


@dataclass
class Visits:
    """Everything measured of one contender, one entry a visit."""

    painted_ms: list[float] = field(default_factory=list)
    painted_slow_ms: list[float] = field(default_factory=list)
    hover_ms: list[float] = field(default_factory=list)
    heap_bytes: list[float] = field(default_factory=list)
    nodes: int = 0
    requests: int = 0
    raw: int = 0
    gzipped: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, or playwright's own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver, chinese_fonts() as environment:
        found = shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=found, args=FLAGS, env=environment)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def chinese_fonts() -> Iterator[dict[str, str | float | bool]]:
    """Give the browser a Chinese font, as every reader has one; without it all text is boxes."""
    import pylopdf_fonts_zh_cn

    folder = Path(pylopdf_fonts_zh_cn.__file__).parent
    with TemporaryDirectory() as cache:
        settings = Path(cache) / "fonts.conf"
        settings.write_text(FONTS.format(folder=folder, cache=cache), encoding="utf-8")
        yield {**os.environ, "FONTCONFIG_FILE": str(settings)}


def visit(browser: Browser, site: Site, contender: Contender, into: Visits) -> None:
    """Open a page with an empty cache at normal and at slowed speed and note what it costs."""
    with opened(browser, site, contender, slowdown=SLOW) as (page, _):
        into.painted_slow_ms.append(page.evaluate("__probe.painted"))
    with opened(browser, site, contender, slowdown=1) as (page, session):
        into.painted_ms.append(page.evaluate("__probe.painted"))
        page.wait_for_timeout(500)  # what still loads after the map belongs to the page as well
        into.requests = len(site.log)
        into.raw, into.gzipped = site.sizes(site.log)
        into.nodes = page.evaluate("document.querySelectorAll('*').length")
        session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        into.heap_bytes.append(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize"))
        into.hover_ms += hovered(page)


@contextmanager
def opened(
    browser: Browser, site: Site, contender: Contender, slowdown: int
) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page in a new context and wait until its last district is painted."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    settings = {"districts": contender.districts, "tooltip": contender.tooltip,
                "count": 1 if contender.canvas else 16, "canvas": contender.canvas}  # fmt: skip
    page.add_init_script(f"window.__contender = {json.dumps(settings)};\n{PROBE}")
    failures: list[str] = []
    page.on("requestfailed", lambda request: failures.append(request.url))
    page.on("pageerror", lambda error: failures.append(str(error)))
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(site.origin + BEFORE)
    page.goto(site.origin + BEFORE)
    site.log.clear()
    page.goto(site.origin + contender.path, wait_until="load", timeout=TIMEOUT_MS)
    page.wait_for_function("__probe.painted !== null", timeout=TIMEOUT_MS, polling=50)
    yield page, session
    if failures:
        raise RuntimeError(f"{contender.name}: {failures}")
    context.close()


def hovered(page: Page) -> list[float]:
    """Move a real pointer into some districts; return the milliseconds to each tooltip."""
    page.wait_for_timeout(300)
    points = page.evaluate("([at, most]) => __probe.points(at, most)", [label_points(), HOVERED])
    delays = []
    for x, y, *_ in points:
        page.mouse.move(2, 2)
        page.wait_for_timeout(400)
        page.evaluate("__probe.hover()")
        page.mouse.move(x, y)
        page.wait_for_function("__probe.delay !== null", timeout=TIMEOUT_MS, polling=20)
        delays.append(page.evaluate("__probe.delay"))
    return delays


def label_points() -> list[list[float]]:
    """Return longitude and latitude of a point inside each district, the largest first."""
    import geopandas as gpd

    districts = gpd.read_file(ROOT / "data" / "boundaries" / "weifang.geojson")
    order = districts.to_crs(4549).area.sort_values(ascending=False).index
    points = districts.geometry.loc[order].representative_point()
    return [[x, y] for x, y in zip(points.x, points.y, strict=True)]
