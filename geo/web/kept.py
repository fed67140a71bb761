"""What page and embed draw, kept between builds: with it goes a third of a country's rebuild."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.base import cache
from geo.choropleth.prepared import panel_of, panel_said
from geo.geometry.plane import Plane
from geo.web.corner import Buttons
from geo.web.drawing import Anchor, Drawing, Extent
from geo.web.map import marked_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.choropleth.model import Choropleth


class Drawn(NamedTuple):
    """A map's drawing, and where its buttons are."""

    drawing: Drawing
    buttons: Buttons


def drawn(choropleth: Choropleth, what: str, make: Callable[[], Drawn]) -> Drawn:
    """Return what is kept of a map's drawing, or make and keep it.

    Parameters
    ----------
    choropleth : Choropleth
        Nothing is kept of one whose polygons are not: see `geo.choropleth.prepared`.
    what : str
        Whose drawing it is: of the page or of the embed.
    make : callable
        Its drawing depends on polygons, `spec.map`, points and this room's code alone.
    """
    key = _key(choropleth, what)
    data = cache.recall(key) if key else None
    if data is not None:
        return _from_bytes(data)
    made = make()
    said = _to_bytes(made) if key else b""
    if said and _comes_back(made, said):
        cache.keep(key, said)
    return made


def _key(choropleth: Choropleth, what: str) -> str:
    if not choropleth.kept:
        return ""
    plane = choropleth.spec.map.model_dump(mode="json")
    said = [choropleth.kept, what, plane, marked_points(choropleth)]
    return cache.checksum([], ["web"], [], said)


def _comes_back(made: Drawn, data: bytes) -> bool:
    """Whether nothing is lost on the way: the same bytes with the cache and without."""
    back = _from_bytes(data)
    return back.drawing.plane.panels == made.drawing.plane.panels and _to_bytes(back) == data


def _to_bytes(made: Drawn) -> bytes:
    drawing = {field.name: getattr(made.drawing, field.name) for field in fields(Drawing)}
    drawing["plane"] = [panel_said(panel) for panel in made.drawing.plane.panels]
    drawing["anchors"] = [(a.x, a.y, a.radius) for a in made.drawing.anchors]
    return json.dumps({"drawing": drawing, "buttons": made.buttons}, allow_nan=False).encode()


def _from_bytes(data: bytes) -> Drawn:
    said: dict[str, Any] = json.loads(data)
    drawing = said["drawing"]
    drawing["plane"] = Plane(tuple(map(panel_of, drawing["plane"])))
    drawing["anchors"] = tuple(Anchor(*anchor) for anchor in drawing["anchors"])
    drawing["frames"] = tuple(Extent(*frame) for frame in drawing["frames"])
    drawing["places"] = tuple(map(tuple, drawing["places"]))
    drawing["paths"], drawing["bounds"] = tuple(drawing["paths"]), tuple(drawing["bounds"])
    return Drawn(Drawing(**drawing), Buttons(*said["buttons"]))
