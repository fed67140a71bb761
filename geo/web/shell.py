"""The page's empty map: folium's markup around Leaflet, rendered when the package is built.

folium draws nothing but this shell: it would compile text of the data as a template. What it
renders depends on its version alone, so the build hook keeps it in `geo/vendor`, beside Leaflet;
the same input then gives the same bytes whatever is installed, and no page waits for the import of
folium, which takes longer than the page.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

LeafletCrs = Literal["Simple", "EPSG3857"]
CRSS: tuple[LeafletCrs, ...] = ("Simple", "EPSG3857")
#: folium's name of the map, once its random id is replaced.
MAP = "map_1"
_KEPT = re.compile(r"<style>\s*#map_[0-9a-f]{32}.*?</style>", re.DOTALL)
_RANDOM_ID = re.compile(r"\b([a-z_]+)_([0-9a-f]{32})\b")
_VENDOR = Path(__file__).resolve().parent / "vendor"


@dataclass(frozen=True, slots=True)
class Shell:
    """What folium makes: rules for the head, the map's element, the script that starts it."""

    style: str
    div: str
    script: str


@cache
def shell(crs: LeafletCrs) -> Shell:
    """Return the shell of a map.

    Parameters
    ----------
    crs : {"Simple", "EPSG3857"}
        Leaflet's name: a plane, or Web Mercator under tiles.
    """
    return Shell(**json.loads((_VENDOR / f"shell-{crs}.json").read_text(encoding="utf-8")))


def write_shells(folder: Path) -> None:
    """Render the shells into `folder`: what the build hook calls."""
    for crs in CRSS:
        text = json.dumps(asdict(rendered(crs)), indent=1)
        (folder / f"shell-{crs}.json").write_text(text + "\n", encoding="utf-8")


def rendered(crs: LeafletCrs) -> Shell:
    """Let folium render an empty map, without its network files, its random ids renumbered."""
    import folium

    empty = folium.Map(
        location=[0, 0], zoom_start=0, tiles=None, crs=crs, zoom_control=False,
        zoom_snap=0, zoom_delta=1, keyboard=False, max_bounds_viscosity=0.8,
        wheel_px_per_zoom_level=120,
    )  # fmt: skip
    empty.default_js, empty.default_css = [], []
    figure: Any = empty.get_root()
    figure.render()
    (style,) = _KEPT.findall(figure.header.render())
    parts = (style, figure.html.render(), figure.script.render())
    return Shell(*(_RANDOM_ID.sub(r"\1_1", text).strip() for text in parts))
