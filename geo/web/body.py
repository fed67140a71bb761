"""What page and embed share: the order of their parts, and the data block."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import strings
from geo.web.assets import filled, style, template, theme_style
from geo.web.context import context
from geo.web.contract import LeafletData
from geo.web.data import map_data, to_json
from geo.web.legend import legend, legend_style, needs_gaps
from geo.web.map import svg
from geo.web.markup import controls, footer, header, hint
from geo.web.table import ROWS, card, table

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.web.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Body:
    """The document's body, and the style rules that belong to this map's classes."""

    html: str
    rules: str


def body(choropleth: Choropleth, drawing: Drawing, *, article: bool, shell: str = "") -> Body:
    """Return everything a reader sees, in order, readable with scripts off.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    article : bool
        For an article: rows shortened, context folded, room for circles inside the drawing.
    shell : str
        What another library needs beside the drawing.
    """
    words = strings(choropleth.spec.language)
    first, *others = choropleth.measures
    slots = {
        "measure": first.id,
        "header": header(choropleth),
        "controls": controls(choropleth),
        "hint": hint(choropleth),
        "legend_label": words["legend"],
        "legend": legend(first, choropleth.spec.language),
        "legends": "".join(
            # Text until it is wanted: a <template> costs the first frame a document of its own.
            f'<script type="text/html" id="legend-{m.id}">'
            f"{legend(m, choropleth.spec.language)}</script>"
            for m in others
        ),
        "map": svg(choropleth, drawing, padded=article),
        "shell": shell,
        "card_label": words["details"],
        "card": card(choropleth),
        "table_label": words["table"],
        "table": table(choropleth, shortened=article),
        "context": context(choropleth, folded=article),
        "footer": footer(choropleth),
    }
    rules = (
        theme_style(choropleth.spec.page.theme),
        style("english") if choropleth.spec.language == "en" else "",
        style("gaps") if needs_gaps(choropleth) else "",
        style("many") if len(choropleth.districts) > ROWS else "",
        f":root{{--aspect:{drawing.width / drawing.height:.3f}}}",
        legend_style(choropleth),
    )
    return Body(filled(template("body.html").replace("\n", ""), slots), "".join(rules))


def data_block(choropleth: Choropleth, drawing: Drawing, leaflet: LeafletData | None = None) -> str:
    """Return the JSON of the map as a script element that no text in it can end."""
    data = to_json(map_data(choropleth, drawing, leaflet))
    return f'<script type="application/json" id="map-data">{data}</script>'


def words_for_shell(language: str) -> dict[str, str]:
    """Return the words of the map's own buttons."""
    words = strings(language)
    return {key: escape(words[key]) for key in ("zoom", "zoom_in", "zoom_out", "reset")}
