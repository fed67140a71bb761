"""The light form for articles: districts as inline SVG in a local projection, all in one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.web.assets import built
from geo.web.body import body, document
from geo.web.drawing import Drawing
from geo.web.embed_drawing import embed_drawing, embed_drawn
from geo.web.options import script
from geo.web.rules import rules

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


@dataclass(frozen=True, slots=True)
class Embed:
    """The embed, and what others have to know of it.

    Attributes
    ----------
    html : str
        One document that makes no request. With scripts off it still shows title, map, legend,
        table and notes.
    drawing : Drawing
        The map in it.
    scripts, styles : tuple of str
        Contents of its inline elements, in their order: what a content security policy hashes.
    """

    html: str
    drawing: Drawing
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


@lru_cache(maxsize=1)  # files, snippets and the report of one map ask for the same
def embed(choropleth: Choropleth) -> Embed:
    """Return the embed of a map.

    Parameters
    ----------
    choropleth : Choropleth
    """
    drawing = embed_drawing(choropleth)
    # One sheet, so that one hash in a content security policy covers it.
    buttons = embed_drawn(choropleth).buttons
    sheet = built("embed.css") + rules(choropleth, drawing, buttons, article=True)
    early, late = built("before-paint.js"), script(choropleth, article=True)
    parts = body(choropleth, drawing, article=True)
    html = document(choropleth, drawing, parts, style=sheet, early=early, script=late)
    return Embed(html, drawing, scripts=(early, late), styles=(sheet,))
