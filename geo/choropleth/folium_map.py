"""A live folium map of one measure, to go on with: own markers, tiles, plugins.

folium compiles every text it is given as a jinja2 template, twice, and its tooltips are HTML. So
names and labels go in with their markup characters and braces as character references.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.base.catalogue import Catalogue
from geo.choropleth.grids import cell_text
from geo.choropleth.wording import Scale, legend_scale, value_or_reason
from geo.symbology.legibility import MISSING
from geo.symbology.measures import Measure

if TYPE_CHECKING:
    import folium
    import geopandas as gpd
    import jinja2

#: Of the borders, CSS pixels; dashes mark outlines that are approximate.
_BORDER, _DASHES = 0.8, "3 3"
_MAX_ZOOM = 18
#: Characters that folium's second compilation would take for a template.
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def folium_map(
    districts: gpd.GeoDataFrame, names: Sequence[str], measure: Measure, words: Catalogue
) -> folium.Map:
    """Return a folium map with the districts as a layer, a legend, and tooltips.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, those of a finished map.
    names : sequence of str, length n
        Of the districts, in the map's language.
    measure : Measure
        Of the same districts.
    words : Catalogue

    Returns
    -------
    folium.Map
        Without tiles; its view fits the districts. The layer is named as the measure; every
        feature has ``code``, ``name``, ``text``, ``value`` and ``color``.
    """
    import folium  # takes longer to import than a map takes to build

    west, south, east, north = (float(edge) for edge in districts.total_bounds)
    # Plugins such as marker clusters want to know how far a reader can zoom in.
    live = folium.Map(tiles=None, maxZoom=_MAX_ZOOM)
    layer = folium.GeoJson(
        _features(districts, names, measure, words),
        name=safe(measure.label),
        style_function=_style,
        highlight_function=lambda _: {"weight": 2.5, "color": "#16181d"},
        tooltip=folium.GeoJsonTooltip(
            ["name", "text"], aliases=["", safe(measure.label)], labels=True
        ),
    )
    layer.add_to(live)
    # Leaflet wants (latitude, longitude), GeoJSON the other way round.
    live.fit_bounds([[south, west], [north, east]])
    figure: Any = live.get_root()
    figure.html.add_child(folium.Element(_legend(measure, words)))
    return live


def safe(text: str) -> str:
    """Return `text` as HTML that stays text through folium's templates."""
    return html.escape(text).translate(_BRACES)


def _features(
    districts: gpd.GeoDataFrame, names: Sequence[str], measure: Measure, words: Catalogue
) -> dict[str, Any]:
    """Return the districts as GeoJSON; values as numbers, all else as safe text."""
    shown = districts[["geometry"]].assign(
        code=[safe(code) for code in districts["code"]],
        name=[safe(name) for name in names],
        text=[safe(value_or_reason(measure, i, words)) for i in range(len(names))],
        value=[None if figure is None else float(figure) for figure in measure.figures],
        color=[fill or MISSING for fill in measure.symbology.fills],
        approximate=districts["approximate"].to_numpy(dtype=bool),
    )
    return shown.__geo_interface__


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    look = feature["properties"]
    return {
        "fillColor": look["color"],
        "fillOpacity": 1,
        # White borders part full colours; a dashed outline in white would not be seen at all.
        "color": "#16181d" if look["approximate"] else "#ffffff",
        "weight": _BORDER,
        "dashArray": _DASHES if look["approximate"] else "",
    }


def _legend(measure: Measure, words: Catalogue) -> str:
    symbology, scale = measure.symbology, legend_scale(measure, words)
    named = [] if symbology.unclassed else _classes(measure, scale, words)
    classes = list(zip(symbology.colors, named, strict=False))
    # No entry for a colour that is not on the map.
    if "missing" in measure.states:
        classes.append((MISSING, words["missing"]))
    return (
        _template()
        .render(
            title=measure.label,
            unit=scale.unit,
            ramp=symbology.colors if symbology.unclassed else (),
            low="".join(scale.breaks[:1]),
            high="".join(scale.breaks[-1:]),
            classes=classes,
        )
        .translate(_BRACES)
    )


def _classes(measure: Measure, scale: Scale, words: Catalogue) -> list[str]:
    """Return what each class holds."""
    if grid := measure.symbology.grid:
        return [cell_text(grid, number, words) for number in range(len(measure.symbology.colors))]
    return [
        # A class of one value, as zero_class makes, is no range.
        low if low == high else f"{low}–{high}"
        for low, high in zip(scale.breaks, scale.breaks[1:], strict=False)
    ]


@cache
def _template() -> jinja2.Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("geo.choropleth"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("folium_legend.html")
