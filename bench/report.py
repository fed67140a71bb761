"""The measurements as a page of the documentation."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from bench.browsing import HOVERED, SLOW, Visits
from bench.building import Race
from bench.contenders import CONTENDERS, EMBED, FLOOR, PAGE, PEER_PAGES

HEAD = """# Measured

Written by `make bench` (`python -m bench`); the figures are those of the run that wrote it.
"""

BROWSER = """
## In the reader's browser

The same 16 polygons and values as a map that shows name and value under the pointer.
{visits} visits to each page at each speed, each with an empty cache, the contenders in turn;
medians. In brackets: the figure as a multiple of the floor's, for times the median of the
multiples of each turn.

{table}

- **embed**, **page**: this project's `weifang-embed.html` and `weifang.html`, with title, legend,
  four measures, circles, ranked table, details and notes.
- **floor**: the least page the bench could write: the embed's polygons as inline SVG in the colours
  of one measure, a tooltip, ten lines of script. No title, legend, table or second measure.
- **folium**, **geopandas explore**, **plotly**, **pyecharts**: a short script each, in
  `bench/peers/`, with the library's defaults, no tiles, a tooltip. What their pages load from
  content delivery networks comes from this machine, so the figures leave out the network's delay.
- Bytes and requests: everything the page asks for, the page itself included; gzip level 6.
- Last district: from the start of the navigation to the frame that shows the last of the 16
  polygons; with the processor slowed {slow} times as well (Chromium's own throttling).
- Hover: from the pointer's movement to the frame that shows the district's tooltip; the {hovered}
  largest districts. A frame lasts up to 16.7 ms.
- Nodes: elements of the document. pyecharts draws on a canvas, which has none.
- Heap: the scripts' memory after a collection.
"""

BUILD = """
## Building

{builds} runs of each program in turn, each in a fresh process, imports included; medians of the
seconds, and the median of the ratios of neighbouring runs.

| what is made | this project | peer | ratio |
|---|--:|--:|--:|
{rows}
"""

FOOT = """
## Where

{machine}. {versions}.
"""

PEERS_OF = {"page and embed": "folium's own minimal script", "png, svg, pdf": "`.plot` + `savefig`"}


@dataclass(frozen=True)
class Results:
    """Everything that was measured, and how often."""

    visits: dict[str, Visits]
    races: dict[str, Race]
    visit_count: int
    build_count: int
    records: str = ""
    districts: str = ""


@dataclass(frozen=True)
class Column:
    """A column of the table: its title, its figures of one contender, how one is written."""

    title: str
    figures: Callable[[Visits], list[float]]
    write: Callable[[float], str]


COLUMNS = (
    Column("KB raw", lambda v: [v.raw], lambda x: f"{x / 1000:,.1f}"),
    Column("KB gzip", lambda v: [v.gzipped], lambda x: f"{x / 1000:,.1f}"),
    Column("requests", lambda v: [v.requests], lambda x: f"{x:.0f}"),
    Column("last district, ms", lambda v: v.painted_ms, lambda x: f"{x:,.0f}"),
    Column(f"… {SLOW}x slower", lambda v: v.painted_slow_ms, lambda x: f"{x:,.0f}"),
    Column("hover, ms", lambda v: v.hover_ms, lambda x: f"{x:.1f}"),
    Column("nodes", lambda v: [v.nodes], lambda x: f"{x:,.0f}"),
    Column("heap, MB", lambda v: v.heap_bytes, lambda x: f"{x / 1e6:.2f}"),
)


def report(results: Results) -> str:
    """Return docs/bench.md."""
    rows = "\n".join(
        f"| {name} (against {PEERS_OF[name]}) | {median(race.ours):.2f} s "
        f"| {median(race.peer):.2f} s | {race.ratio:.2f} |"
        for name, race in results.races.items()
    )
    return (
        HEAD
        + BROWSER.format(
            visits=results.visit_count, table=table(results.visits), slow=SLOW, hovered=HOVERED
        )
        + BUILD.format(builds=results.build_count, rows=rows)
        + (f"\n{results.districts}" if results.districts else "")
        + (f"\n{results.records}" if results.records else "")
        + FOOT.format(machine=machine(), versions=versions())
    )


def table(visits: dict[str, Visits]) -> str:
    """Return the browser's table: a row a contender, the project's own first, then the floor."""
    floor = visits[FLOOR.name]
    lines = ["| | " + " | ".join(column.title for column in COLUMNS) + " |"]
    lines.append("|---|" + "--:|" * len(COLUMNS))
    for contender in CONTENDERS:
        ours = contender in (EMBED, PAGE)
        cells = [_cell(column, visits[contender.name], floor, ours) for column in COLUMNS]
        name = f"**{contender.name}**" if ours else contender.name
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(column: Column, visits: Visits, floor: Visits, ours: bool) -> str:
    figures = column.figures(visits)
    text = column.write(median(figures))
    return f"{text} ({times(figures, column.figures(floor)):.2f})" if ours else text


def times(figures: list[float], base: list[float]) -> float:
    """Return how many times the base the figures are, turn by turn."""
    return median(a / b for a, b in zip(figures, base, strict=True))


def machine() -> str:
    """Return what ran it, without names of hosts or users."""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def versions() -> str:
    """Return the versions of the peers."""
    packages = [*(c.name.split()[0] for c in PEER_PAGES), "duckdb", "pyarrow"]
    return ", ".join(f"{name} {version(name)}" for name in packages)
