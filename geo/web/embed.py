"""The light form for articles: districts as inline SVG in a local projection, all in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.web.assets import SCRIPTS, filled, script_after_paint, style, template
from geo.web.body import body, data_block
from geo.web.drawing import draw
from geo.web.markup import LANGUAGE_TAGS, head

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: A unit of the drawing is a pixel where the map is highest: see embed.css.
RESOLUTION = 600
TOLERANCE = 2.8
STYLES = ("base", "map", "parts", "embed")


def embed(choropleth: Choropleth) -> str:
    """Return the embed as one HTML document that makes no request.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    str
        With scripts off it still shows title, map, legend, table and notes.
    """
    points = [(p.lon, p.lat) for p in choropleth.places]
    drawing = draw(choropleth.districts, resolution=RESOLUTION, tolerance=TOLERANCE, points=points)
    parts = body(choropleth, drawing, article=True)
    return filled(
        template("document.html"),
        {
            "lang": LANGUAGE_TAGS[choropleth.spec.language],
            "head": head(choropleth, style(*STYLES) + parts.rules),
            "body": f"{parts.html}{data_block(choropleth, drawing)}"
            f"<script>{script_after_paint(*SCRIPTS, light=True)}</script>",
        },
    )
