"""The interactive page: folium and Leaflet around the same drawing, all in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.districts.units import map_lines
from geo.geometry.plane import Panel, Plane
from geo.web.assets import built
from geo.web.basemap import Basemap, basemap, shifted
from geo.web.body import ShellView, body, document
from geo.web.contract import LeafletData
from geo.web.corner import place_of_buttons
from geo.web.drawing import Drawing, draw
from geo.web.kept import Drawn, drawn
from geo.web.options import script
from geo.web.plane import web_plane
from geo.web.render import trusted
from geo.web.rules import rules
from geo.web.shell import shell
from geo.web.unprojection import plane_data

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

RESOLUTION = 4000
#: Of very many districts a page is opened for the whole: a unit is 0.4 pixels there, and
#: finer outlines would be the heaviest part of the file.
_MANY, _RESOLUTION_OF_MANY = 1000, 2000


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
    The drawing is in the document where the map will have it, so the browser shows it before
    Leaflet takes it over.
    """
    tiles = basemap(choropleth.spec)
    # Tiles have a plane and a datum of their own.
    drawing, buttons = (
        _drawn(choropleth, tiles)
        if tiles
        else drawn(choropleth, "page", lambda: _drawn(choropleth, None))
    )
    leaflet: LeafletData = {"corner": _corners(tiles, drawing)}
    if fit := plane_data(drawing):
        leaflet["plane"] = fit
    if tiles:
        leaflet["tiles"] = list(tiles.layers)
    parts = body(
        choropleth,
        drawing,
        article=False,
        shell=ShellView(*map(trusted, shell())),
        geojson=fit is not None,
    )
    return document(
        choropleth,
        drawing,
        parts,
        style=built("page.css") + rules(choropleth, drawing, buttons, article=False),
        early=built("before-paint.js"),
        script=script(choropleth, article=False),
        leaflet=leaflet,
    )


def _drawn(choropleth: Choropleth, tiles: Basemap | None) -> Drawn:
    districts, points = shifted(choropleth, tiles)
    plane = Plane((Panel(tiles.crs),)) if tiles else web_plane(choropleth)
    lines = map_lines(choropleth.districts, plane, choropleth.spec.map)
    drawing = draw(
        districts, resolution=_resolution(len(districts)), plane=plane, points=points, lines=lines
    )
    return Drawn(drawing, place_of_buttons(districts, plane))


def _resolution(n: int) -> int:
    return RESOLUTION if n <= _MANY else _RESOLUTION_OF_MANY


def _corners(
    tiles: Basemap | None, drawing: Drawing
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the drawing's south-west and north-east corners as Leaflet's coordinates."""
    if tiles is None:  # a plane whose latitude goes up from the drawing's lower edge
        return (0, 0), (drawing.height, drawing.width)
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(tiles.crs, 4326, always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*drawing.bounds)
    return (south, west), (north, east)
