"""The page's empty map: what folium renders around Leaflet.

folium draws nothing but this shell: it would compile text of the data as a template. `make front`
renders it once into `dist/shell.html` and `src/shell.js`, so that the same input gives the same
bytes whatever is installed, and no page waits for the import of folium, which takes longer than the
page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from geo.base.packaged import packaged

LeafletCrs = Literal["Simple", "EPSG3857"]
CRSS: tuple[LeafletCrs, ...] = ("Simple", "EPSG3857")
_MODULE = """\
// @ts-check
// Made by `make front` from what folium renders: see geo/web/shell.py.
/** @typedef {typeof import("leaflet")} Leaflet */
"""
_FUNCTION = """
/** @param {Leaflet} L */
export function %s(L) {
%s
return %s;
}
"""


@dataclass(frozen=True, slots=True)
class Shell:
    """What folium makes of an empty map.

    Attributes
    ----------
    name : str
        Of the map, in both parts.
    div : str
        The map's element.
    script : str
        Statements that start it; they want Leaflet as ``L``.
    """

    name: str
    div: str
    script: str


@cache
def shell() -> tuple[str, str]:
    """Return the tags of the map's element, the same for every CRS: the first and the last."""
    start, tag, end = packaged("web", "dist", "shell.html").strip().rpartition("</div>")
    return start, tag + end


def rendered(crs: LeafletCrs) -> Shell:
    """Let folium render an empty map, without its network files.

    Parameters
    ----------
    crs : {"Simple", "EPSG3857"}
        Leaflet's name: a plane, or Web Mercator under tiles.
    """
    import folium  # only `make front` and its test need it

    empty = folium.Map(
        location=[0, 0],
        zoom_start=0,
        tiles=None,
        crs=crs,
        zoom_control=False,
        zoom_snap=0,
        zoom_delta=1,
        keyboard=False,
        max_bounds_viscosity=0.8,
        wheel_px_per_zoom_level=120,
    )
    empty._id = "1"  # by default a random number
    # folium's defaults load Leaflet, jQuery and Bootstrap from content networks.
    empty.default_js, empty.default_css = [], []
    figure: Any = empty.get_root()
    # Scripts come into being only when the whole figure is rendered; the element alone has none.
    figure.render()
    name = empty.get_name()
    return Shell(name, figure.html.render().strip(), figure.script.render().strip())


def script_module() -> str:
    """Return a module of JavaScript with a function for each CRS, which starts its map."""
    shells = {crs: rendered(crs) for crs in CRSS}
    functions = (_FUNCTION % (crs, made.script, made.name) for crs, made in shells.items())
    return _MODULE + "".join(functions)
