"""The interactive page: folium and Leaflet around the same drawing, all in one file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from geo.basemap import Basemap, basemap, shifted
from geo.embed import SCRIPTS as EMBED_SCRIPTS
from geo.markup import LANGUAGE_TAGS, filled, head, script, source, style, template
from geo.page_body import body, data_block, words_for_shell
from geo.svgmap import Drawing, draw

if TYPE_CHECKING:
    from geo.choropleth import Choropleth

RESOLUTION = 4000
STYLES = ("base", "map", "parts", "page")
SCRIPTS = tuple(name.replace("embed-map", "leaflet-map") for name in EMBED_SCRIPTS)
_KEPT = re.compile(r"<style>\s*#map_[0-9a-f]{32}.*?</style>|<script>.*?</script>", re.DOTALL)
_PICTURE = re.compile(r"[\w-]+\s*:\s*url\([^)]*\);?")
_RANDOM_ID = re.compile(r"\b([a-z_]+)_([0-9a-f]{32})\b")


def page(choropleth: Choropleth) -> str:
    """Return the page as one HTML document.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    str
        It makes no request, unless the spec names a basemap. With scripts off it still shows
        title, map, legend, table and context.

    Notes
    -----
    folium renders the shell only, before any text of the data is in it: it would compile such
    text as a template.
    """
    tiles = basemap(choropleth.spec)
    districts, points = shifted(choropleth, tiles)
    drawing = draw(
        districts, resolution=RESOLUTION, crs=tiles.crs if tiles else None, points=points
    )
    corners = _corners(tiles, drawing)
    shell = folium_shell(tiles.leaflet_crs if tiles else "Simple")
    slots = words_for_shell(choropleth.spec.language) | {"div": shell.div}
    parts = body(choropleth, drawing, article=False, shell=filled(template("shell.html"), slots))
    more = {"corner": corners, **({"tiles": list(tiles.layers)} if tiles else {})}
    return filled(
        template("document.html"),
        {
            "lang": LANGUAGE_TAGS[choropleth.spec.language],
            "head": head(choropleth, _leaflet_css() + style(*STYLES) + parts.rules) + shell.header,
            "body": f"{parts.html}{data_block(choropleth, drawing, source(*SCRIPTS), more)}"
            f"<script>{_leaflet_js()}</script><script>{shell.script}</script><script>{script(*SCRIPTS)}</script>",
        },
    )


@dataclass(frozen=True, slots=True)
class Shell:
    """What folium makes: into the head, the map's element, and the script that starts it."""

    header: str
    div: str
    script: str


def folium_shell(crs: str) -> Shell:
    """Render an empty folium map, without its network files, its random ids renumbered.

    Parameters
    ----------
    crs : str
        Leaflet's name: ``Simple`` for a plane, ``EPSG3857`` under tiles.
    """
    import folium

    empty = folium.Map(
        location=[0, 0], zoom_start=0, tiles=None, crs=crs, zoom_control=False,
        zoom_snap=0, zoom_delta=1, keyboard=False, max_bounds_viscosity=0.8,
        wheel_px_per_zoom_level=120,
    )  # fmt: skip
    empty.default_js, empty.default_css = [], []
    figure: Any = empty.get_root()
    figure.render()
    kept = _KEPT.findall(figure.header.render())
    parts = ("".join(kept), figure.html.render(), figure.script.render())
    return Shell(*(_renumbered(text) for text in parts))


def _renumbered(text: str) -> str:
    """Return folium's markup with its random ids replaced: two builds are the same bytes."""
    return _RANDOM_ID.sub(r"\1_1", text).strip()


def _corners(tiles: Basemap | None, drawing: Drawing) -> list[list[float]]:
    """Return the drawing's south-west and north-east corners as Leaflet's coordinates."""
    if tiles is None:  # a plane whose latitude goes up from the drawing's lower edge
        return [[0, 0], [drawing.height, drawing.width]]
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(tiles.crs, 4326, always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*drawing.bounds)
    return [[south, west], [north, east]]


@cache
def _leaflet_js() -> str:
    source = (files("geo") / "vendor" / "leaflet.js").read_text(encoding="utf-8")
    return source.partition("//# sourceMappingURL")[0].strip()


@cache
def _leaflet_css() -> str:
    """Return Leaflet's style sheet without its pictures, of controls this page does not have."""
    from rcssmin import cssmin

    source = (files("geo") / "vendor" / "leaflet.css").read_text(encoding="utf-8")
    return str(cssmin(_PICTURE.sub("", source)))
