"""Who is measured: the project's page and embed, four peers, and a bare floor."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.floor import floor_page
from bench.server import local_path, localized

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"
#: Where the reader comes from: another page of a Chinese site. So nobody's time holds the start of
#: a browser process, or the loading of the system's Chinese font.
BEFORE = "/before.html"
BEFORE_PAGE = '<!DOCTYPE html><meta charset="utf-8"><title>before</title><p>潍坊264个重大项目</p>'
SPEC = ROOT / "maps" / "weifang.toml"


@dataclass(frozen=True)
class Contender:
    """A page, and the CSS selectors of its districts and of what a pointer on one of them shows."""

    name: str
    districts: str
    tooltip: str
    peer: str = ""
    canvas: bool = False

    @property
    def path(self) -> str:
        return f"/{self.name.replace(' ', '-')}.html"


LEAFLET = ("path.leaflet-interactive", ".leaflet-tooltip")
FLOOR = Contender("floor", "path", "#tip")
EMBED = Contender("embed", "svg path[data-code]", "#tooltip")
PAGE = Contender("page", "path[data-code]", "#tooltip")
PEER_PAGES = (
    Contender("folium", *LEAFLET, peer="folium_map.py"),
    Contender("geopandas explore", *LEAFLET, peer="explore_map.py"),
    Contender("plotly", ".choroplethlayer path", ".hoverlayer .hovertext", peer="plotly_map.py"),
    Contender(
        "pyecharts", "canvas", ".chart-container > div + div", peer="pyecharts_map.py", canvas=True
    ),
)
CONTENDERS = (EMBED, PAGE, FLOOR, *PEER_PAGES)


def pages(network: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file the browser may ask for, by path on the local server."""
    from geo.choropleth.pipeline import build
    from geo.web.embed import embed
    from geo.web.page import page

    choropleth = build(SPEC)
    ours = {
        EMBED.path: embed(choropleth).html,
        PAGE.path: page(choropleth),
        FLOOR.path: floor_page(choropleth),
    }
    served = {path: text.encode() for path, text in (ours | {BEFORE: BEFORE_PAGE}).items()}
    for contender in PEER_PAGES:
        served[contender.path] = localized(peer_page(contender.peer), network)
    return served | {local_path(a): localized(data, network) for a, data in network.items()}


def peer_page(script: str) -> bytes:
    """Run a peer's script and return the page it makes."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "map.html"
        command = [sys.executable, "-W", "ignore", str(PEERS / script), str(out)]
        subprocess.run(command, check=True, cwd=ROOT)
        return out.read_bytes()
