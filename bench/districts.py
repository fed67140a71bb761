"""How maps grow with their districts: build, weight, load and the two heaviest clicks."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd

from bench.browsing import WINDOW, chromium
from bench.contenders import PEERS, ROOT
from bench.records import voronoi

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

#: Divisions of China in the installed atlas, simplified and in full detail, and Voronoi cells.
CITIES, COUNTIES, FULL, CELLS = "370 prefectures", "2,875 counties", "… in full detail", 10_000
SPEC = """title = "Bench"
source = "random figures"
[boundaries]
file = "{name}.fgb"
[table]
file = "{name}.csv"
key = "code"
[[measures]]
id = "rate"
label = "Rate"
unit = "%"
kind = "rate"
column = "rate"
[[measures]]
id = "total"
label = "Total"
unit = "t"
kind = "total"
column = "total"
[[measures]]
id = "number"
label = "Number"
unit = "pieces"
kind = "total"
column = "number"
"""
#: A page has settled when, for so long, its main thread worked no more than that. Milliseconds.
_QUIET, _STIR = 1_500, 10
_CLICKS = {
    "switch": "document.querySelector('#controls input[value=total]').click()",
    "circles": "document.querySelector('#circles-toggle').click()",
}


class Program(NamedTuple):
    """What is made, and the words of its command."""

    name: str
    words: tuple[str, ...]


@dataclass
class Spent:
    """Processor seconds of building, and milliseconds of the page's main thread, a run each."""

    build: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)
    switch: list[float] = field(default_factory=list)
    circles: list[float] = field(default_factory=list)
    raw: int = 0
    gzipped: int = 0


def districts_section(folder: Path, runs: int) -> str:
    """Measure, and return the section of docs/bench.md."""
    lines = []
    for label, frame in sets():
        print(f"districts: {label}")
        # Minutes a turn, and of the same page: once has to do.
        lines += _lines(label, measured(folder, frame, 1 if label == FULL else runs), frame)
    return SECTION.format(runs=runs, lines="\n".join(lines))


def sets() -> Iterator[tuple[str, gpd.GeoDataFrame]]:
    """Give the polygons by what they are called in the table."""
    from geo.districts.outlines import area_districts

    yield "16 districts", gpd.read_file(ROOT / "data" / "boundaries" / "weifang.geojson")
    for label, level, tolerance in (
        (CITIES, "city", None), (COUNTIES, "county", None), (FULL, "county", 0.0),
    ):  # fmt: skip
        # mypy takes the words of a loop for any text.
        found = area_districts("100000", language="zh", level=level, tolerance_m=tolerance)  # type: ignore[arg-type]
        yield label, found.districts
    yield f"{CELLS:,} cells", voronoi(CELLS)


def put(folder: Path, frame: gpd.GeoDataFrame) -> None:
    """Write polygons, random figures to them and a spec."""
    frame[["code", "name", "geometry"]].to_file(folder / "map.fgb")
    random, n = np.random.default_rng(7), len(frame)
    table = {
        "code": frame["code"],
        "rate": random.normal(50, 12, n).clip(1).round(1),
        "total": random.lognormal(3, 1.2, n).round(1),
        "number": random.integers(1, 200, n),
    }
    pd.DataFrame(table).to_csv(folder / "map.csv", index=False)
    (folder / "map.toml").write_text(SPEC.format(name="map"), encoding="utf-8")


def programs(folder: Path) -> tuple[dict[str, Path], list[Program]]:
    """Return the files that are made of what `put` wrote, and what makes them."""
    spec, out = str(folder / "map.toml"), folder / "out"
    out.mkdir(exist_ok=True)
    geo = ("-m", "geo", "build", spec, "--out", str(out), "--only")
    made = {"page": out / "map.html", "embed": out / "map-embed.html", "floor": out / "floor.html"}
    return made, [
        Program("page", (*geo, "html", "--no-cache")),
        Program("embed", (*geo, "embed", "--no-cache")),
        Program("floor", (str(PEERS / "districts_floor.py"), str(folder / "map.fgb"),
                          str(folder / "map.csv"), str(made["floor"]))),
    ]  # fmt: skip


def measured(folder: Path, frame: gpd.GeoDataFrame, runs: int) -> dict[str, Spent]:
    """Build each form in turn, as often as asked, then open them in turn."""
    put(folder, frame)
    made, programs_ = programs(folder)
    spent = {program.name: Spent() for program in programs_}
    for run in range(runs):
        for program in programs_ if run % 2 else programs_[::-1]:
            spent[program.name].build.append(seconds(program))
    with chromium() as browser:
        for run in range(runs):
            for name in made if run % 2 else reversed(made):
                visit(browser, made[name], spent[name])
    for name, path in made.items():
        spent[name].raw = path.stat().st_size
        spent[name].gzipped = len(gzip.compress(path.read_bytes(), 9))
    return spent


def seconds(program: Program) -> float:
    """Return the processor seconds of a fresh process, of its own and the system's."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-W", "ignore", *program.words]
    before = os.times()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    after = os.times()
    return after[2] + after[3] - before[2] - before[3]  # of the processes that have ended


def visit(browser: Browser, path: Path, into: Spent) -> None:
    """Open a file and note what loading and each click take of the main thread's processor."""
    with opened(browser) as (page, session):
        page.goto(path.as_uri())
        settle(page, session)
        into.load.append(busy(session))
        for name, script in _CLICKS.items() if path.name != "floor.html" else ():
            before = busy(session)
            page.evaluate(script)
            settle(page, session)
            getattr(into, name).append(busy(session) - before)


@contextmanager
def opened(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        yield page, session
    finally:
        context.close()


def settle(page: Page, session: CDPSession) -> None:
    before = -_STIR - 1.0
    while (now := busy(session)) - before > _STIR:
        before = now
        page.wait_for_timeout(_QUIET)


def busy(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")


def _lines(label: str, spent: dict[str, Spent], frame: gpd.GeoDataFrame) -> list[str]:
    vertices = int(frame.geometry.count_coordinates().sum())
    lines, floor = [], spent["floor"]
    for name, one in spent.items():
        ours = name != "floor"
        build, load = (_against(a, b, ours) for a, b in (
            (one.build, floor.build), (one.load, floor.load)))  # fmt: skip
        clicks = [f"{median(ms):,.0f}" if ms else "" for ms in (one.switch, one.circles)]
        first = f"{label}, {vertices:,} vertices" if name == "page" else ""
        cells = [first, f"**{name}**" if ours else name, build, load, *clicks,
                 f"{one.raw / 1000:,.0f}", f"{one.gzipped / 1000:,.0f}"]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _against(figures: list[float], base: list[float], ours: bool) -> str:
    digits = 2 if median(figures) < 10 else 0
    text = f"{median(figures):,.{digits}f} ({min(figures):,.{digits}f}–{max(figures):,.{digits}f})"
    ratio = median(a / b for a, b in zip(figures, base, strict=True))
    return f"{text}, {ratio:.1f} x" if ours else text


SECTION = """## Districts

Three measures of random figures to ever more districts: page, embed and a floor, the least program
that reads the same two files and writes the polygons as SVG in five colours with a tooltip.
{runs} runs of each in turn (one in full detail), each in a fresh process; median (least–most), and
how many times the floor's, as the median of the turns.

| polygons | form | build, processor s | load, ms | switch, ms | circles, ms | KB raw | KB gzip |
|---|---|--:|--:|--:|--:|--:|--:|
{lines}

- **build**: processor seconds of the whole process, imports included, without the cache of prepared
  polygons.
- **load**, **switch** of the measure, **circles** on: processor milliseconds of the page's main
  thread in Chromium at 1280 by 900, until nothing more happens; an empty page takes some 25.
- gzip level 9. The floor has one measure, no names on the map, no legend, no table.

Where a build takes more than the floor: it imports what reads specs, checks tables and fills
templates; checks every polygon, that they meet without overlaps, every figure and what rounding
leaves open; places names (the largest circle in every district) and insets; classes two more
measures; writes table, legend and cards. In full detail the floor simplifies all vertices at once,
which is most of its time. The build takes those away first that nobody sees, which is quicker, but
also looks whether each polygon is sound and all meet, as read and as thinned, and measures areas on
the ellipsoid.

Where a page loads more slowly than the floor: that of 2,875 counties takes about the floor's time
without its scripts and its data. The data, whose form is promised to others, have to be decoded and
parsed, scripts to start, table and names to be laid out, of few districts as of many.
"""
