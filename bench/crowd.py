"""The peers' pages of as many districts as a country has, in the browser, beside the project's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.browsing import chromium
from bench.contenders import BEFORE, BEFORE_PAGE, PEER_PAGES, PEERS
from bench.districts import COUNTIES, Program, busy, opened, programs, put, seconds, sets, settle
from bench.network_files import network_files
from bench.report import versions
from bench.server import Site, local_path, localized, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OURS = ("page", "embed")


@dataclass
class Visited:
    """Processor seconds of building; of each visit, the main thread's milliseconds and the heap.

    Bytes are those of all that a page asks for.
    """

    build: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)
    heap: list[float] = field(default_factory=list)
    nodes: int = 0
    raw: int = 0
    gzipped: int = 0


def crowd_section(folder: Path, runs: int) -> str:
    """Measure, and return the section of docs/bench.md."""
    frame = next(frame for label, frame in sets() if label == COUNTIES)
    put(folder, frame)
    # What the peers' guides begin with; the other programs read the same polygons.
    frame[["code", "name", "geometry"]].to_file(folder / "map.geojson", driver="GeoJSON")
    words = [str(folder / "map.geojson"), str(folder / "map.csv"), "code", "code", "rate"]
    made, run = programs(folder)
    for peer in PEER_PAGES:
        made[peer.name] = folder / "out" / Path(peer.path).name
        script, out = str(PEERS / peer.peer), str(made[peer.name])
        run.append(Program(peer.name, (script, out, *words)))
    found = {name: Visited() for name in made}
    for turn in range(runs):
        for program in run if turn % 2 else run[::-1]:
            found[program.name].build.append(seconds(program))
            print(program.name, found[program.name].build[-1], flush=True)
    network = network_files()
    served = {f"/{path.name}": localized(path.read_bytes(), network) for path in made.values()}
    served |= {local_path(a): localized(data, network) for a, data in network.items()}
    with serving(served | {BEFORE: BEFORE_PAGE.encode()}) as site, chromium() as browser:
        for turn in range(runs):
            for name in list(made)[:: 1 if turn % 2 else -1]:
                visit(browser, site, f"/{made[name].name}", found[name])
    lines = [_line(name, one, found["floor"]) for name, one in found.items()]
    return SECTION.format(runs=runs, lines="\n".join(lines), versions=versions())


def visit(browser: Browser, site: Site, path: str, into: Visited) -> None:
    """Open a page with an empty cache, and wait until nothing more happens."""
    with opened(browser) as (page, session):
        page.goto(site.origin + BEFORE)
        settle(page, session)
        before = busy(session)
        site.log.clear()
        page.goto(site.origin + path, wait_until="load", timeout=120_000)
        settle(page, session)
        into.load.append(busy(session) - before)
        into.raw, into.gzipped = site.sizes(site.log)
        into.nodes = page.evaluate("document.querySelectorAll('*').length")
        session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        into.heap.append(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize"))


def _line(name: str, one: Visited, floor: Visited) -> str:
    ratio = median(a / b for a, b in zip(one.load, floor.load, strict=True))
    cells = [
        f"**{name}**" if name in OURS else name,
        f"{median(one.build):.2f} ({min(one.build):.2f}–{max(one.build):.2f})",
        f"{median(one.load):,.0f} ({min(one.load):,.0f}–{max(one.load):,.0f})",
        f"{ratio:.1f}", f"{one.raw / 1000:,.0f}", f"{one.gzipped / 1000:,.0f}",
        f"{one.nodes:,}", f"{median(one.heap) / 1e6:.1f}",
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


SECTION = """## Peers at 2,875 counties

The same polygons and one of the measures as each peer's guide maps them: values by colour, a
tooltip. {runs} builds and {runs} visits with an empty cache, the contenders in turn; median
(least–most).

| | build, processor s | load, ms | times the floor | KB raw | KB gzip | nodes | heap, MB |
|---|--:|--:|--:|--:|--:|--:|--:|
{lines}

- **build**, **load**: as above. Bytes, at gzip level 6, are those of all that a page asks for.
- **page**, **embed**: with three measures, switch, circles, names, legend, ranked table, search.
- Peers' pages have all vertices of the polygons, as their libraries do by default; this project
  and the floor leave out what no screen shows.
- pyecharts draws on a canvas: it has no element for a screen reader or the keyboard to reach.
- {versions}.
"""
