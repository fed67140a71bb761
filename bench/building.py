"""How long building takes: fresh processes, contenders in turn, medians."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.contenders import PEERS, ROOT

OURS_WEB = """
import sys
from pathlib import Path
from geo.choropleth.pipeline import build
from geo.web.embed import embed
from geo.web.page import page
choropleth = build("maps/weifang.toml")
Path(sys.argv[1], "page.html").write_text(page(choropleth), encoding="utf-8")
Path(sys.argv[1], "embed.html").write_text(embed(choropleth).html, encoding="utf-8")
"""
OURS_STATIC = """
import sys
from pathlib import Path
from geo.choropleth.pipeline import build
from geo.plate.plates import plates
for name, data in plates(build("maps/weifang.toml")).items():
    Path(sys.argv[1], name).write_bytes(data)
"""
FOLIUM = [str(PEERS / "folium_map.py")]
GEOPANDAS = [str(PEERS / "geopandas_plot.py")]


@dataclass(frozen=True)
class Race:
    """Seconds of each run, ours and the peer's, in the order they were run in turn."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median of the ratios of neighbouring runs: what slows both is out of it."""
        return median(a / b for a, b in zip(self.ours, self.peer, strict=True))


def race(ours: list[str], peer: list[str], runs: int) -> Race:
    """Run two Python programs in turn, each in a process of its own, after a run to warm up."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        order = (0, 1) if run % 2 else (1, 0)
        for which in order:
            seconds = run_once((ours, peer)[which])
            if run:
                times[which].append(seconds)
    return Race(tuple(times[0]), tuple(times[1]))


def run_once(arguments: list[str]) -> float:
    """Run Python with some arguments and a folder or file to write to; return the seconds."""
    # Without compiled bytecode every import would be compiled anew, which no user sees.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with TemporaryDirectory() as folder:
        target = str(Path(folder) / "map.html") if arguments == FOLIUM else folder
        command = [sys.executable, "-W", "ignore", *arguments, target]
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True)
        return time.perf_counter() - start


def web_race(runs: int) -> Race:
    """Page and embed in one process against one folium map."""
    return race(["-c", OURS_WEB], FOLIUM, runs)


def static_race(runs: int) -> Race:
    """The plate as PNG, SVG and PDF against `.plot` and `savefig` of the same three."""
    return race(["-c", OURS_STATIC], GEOPANDAS, runs)
