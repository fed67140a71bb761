"""The embed's drawing and the annotations on it: for the embed, and for who needs its height."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.districts.units import map_lines
from geo.web.corner import place_of_buttons
from geo.web.drawing import Drawing, draw
from geo.web.form import form_of
from geo.web.kept import Drawn, drawn
from geo.web.map import marked_points, padding
from geo.web.notes import Note, notes_on
from geo.web.plane import web_plane

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: A unit of the drawing is a pixel and three quarters where the map is tallest: see embed.css.
RESOLUTION = 340
TOLERANCE = 2.3


@lru_cache(maxsize=1)
def embed_drawing(choropleth: Choropleth) -> Drawing:
    """Return the map of the embed, with room around it for its circles."""
    bare = embed_drawn(choropleth).drawing
    circles = "circles" in form_of(choropleth.spec, article=True).parts
    return replace(bare, padding=padding(choropleth, bare, circles=circles))


@lru_cache(maxsize=1)
def embed_drawn(choropleth: Choropleth) -> Drawn:
    """Return the map of the embed without room around it, and where its buttons are."""
    return drawn(choropleth, "embed", lambda: _drawn(choropleth))


def _drawn(choropleth: Choropleth) -> Drawn:
    points, plane = marked_points(choropleth), web_plane(choropleth)
    drawing = draw(
        choropleth.districts,
        resolution=RESOLUTION,
        tolerance=TOLERANCE,
        plane=plane,
        points=points,
        lines=map_lines(choropleth.districts, plane, choropleth.spec.map),
    )
    return Drawn(drawing, place_of_buttons(choropleth.districts, choropleth.plane))


@lru_cache(maxsize=1)  # asked at every width
def embed_notes(choropleth: Choropleth) -> tuple[Note, ...]:
    """Return the annotations of the embed; nothing is drawn for a map that has none."""
    return notes_on(choropleth, embed_drawing(choropleth)) if choropleth.annotations else ()
