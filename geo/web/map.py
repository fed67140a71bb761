"""The map as inline SVG: districts, outlines, hatches, and names where there is room."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from geo.base.catalogue import strings
from geo.choropleth.model import circles_id
from geo.choropleth.wording import facts, shown_name, with_unit
from geo.symbology.contrast import contrast

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.web.drawing import Drawing

#: Width of stage, largest height and radius of the largest circle in pixels: see circles.js.
_NARROW, _WIDE = (288, 600, 16), (480, 600, 24)
#: Names drawn by the build, for readers without scripts, suit a map this high.
_NOMINAL_PX = 560
_TEXT_PX = 13
_HATCHES = {
    "missing": '<pattern id="missing" width="7" height="7" patternUnits="userSpaceOnUse"{scale}>'
    '<path class="ground" d="M0 0h7v7H0z"/>'
    '<path class="hatch" d="M-1 1L1-1M0 7L7 0M6 8L8 6"/></pattern>',
    "inapplicable": '<pattern id="inapplicable" width="6" height="6" '
    'patternUnits="userSpaceOnUse"{scale}><path class="ground" d="M0 0h6v6H0z"/>'
    '<path class="hatch" d="M3 2v2M2 3h2"/></pattern>',
}
_STAR = "M0-7L1.7-2.3 6.7-2.2 2.7.9 4.1 5.7 0 2.9-4.1 5.7-2.7.9-6.7-2.2-1.7-2.3z"


def svg(choropleth: Choropleth, drawing: Drawing, *, padded: bool) -> str:
    """Return the map of the first measure.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of the same districts.
    padded : bool
        Leave room for circles at the edge; where another library fits the map it does that.

    Returns
    -------
    str
        One ``<svg>``; every district is a ``<path data-code>`` with an ``aria-label``.
    """
    pad = padding(choropleth, drawing) if padded else 0
    k = _NOMINAL_PX / drawing.height
    said = escape(
        f"{choropleth.spec.title}{strings(choropleth.spec.language)['colon']}{facts(choropleth)}"
    )
    extent = f"{-pad} {-pad} {drawing.width + 2 * pad} {drawing.height + 2 * pad}"
    return (
        f'<svg id="map-svg" xmlns="http://www.w3.org/2000/svg" viewBox="{extent}" role="group" '
        f'aria-label="{said}">{_hatches(choropleth, k)}'
        f'<g>{_districts(choropleth, drawing)}</g><path id="border"/>{_sea(drawing)}'
        '<path id="over"/><path id="pinned"/><g id="circles"></g>'
        f'<g id="labels" aria-hidden="true">{_names(choropleth, drawing, k)}</g>'
        f'<g id="places" aria-hidden="true">{_places(choropleth, drawing, k)}</g></svg>'
    )


def _hatches(choropleth: Choropleth, k: float) -> str:
    """Return the patterns of those states without a value that occur."""
    states = {state for measure in choropleth.measures for state in measure.states}
    scale = f' patternTransform="scale({1 / k:.4f})"'
    used = [hatch.format(scale=scale) for state, hatch in _HATCHES.items() if state in states]
    return f"<defs>{''.join(used)}</defs>" if used else ""


def _districts(choropleth: Choropleth, drawing: Drawing) -> str:
    """Return the districts; approximate ones last, so that no neighbour covers their dashes."""
    rough = choropleth.districts["approximate"]
    order = sorted(range(len(rough)), key=lambda i: bool(rough.iloc[i]))
    return "".join(_district(choropleth, drawing.paths[i], i) for i in order)


def _district(choropleth: Choropleth, path: str, i: int) -> str:
    measure, words = choropleth.measure(), strings(choropleth.spec.language)
    row, state = choropleth.districts.iloc[i], measure.states[i]
    value = with_unit(measure.text(i), measure.unit) if state == "value" else words[state]
    said = words["district_value"].format(
        name=shown_name(choropleth, i), measure=measure.label, value=value
    )
    fill = measure.symbology.fills[i] or f"url(#{state})"
    rough = ' class="rough"' if row["approximate"] else ""
    return (
        f'<path data-code="{escape(row["code"])}"{rough} role="img" aria-label="{escape(said)}" '
        f'fill="{fill}" d="{path}"/>'
    )


def _names(choropleth: Choropleth, drawing: Drawing, k: float) -> str:
    """Return names inside the districts that have room at the nominal size, black or white."""
    size, fills = _TEXT_PX / k, choropleth.measure().symbology.fills
    return "".join(
        f'<text x="{a.x}" y="{a.y + size / 3:.0f}" font-size="{size:.0f}"{_ink(fills[i])}>'
        f"{escape(name)}</text>"
        for i, a in enumerate(drawing.anchors)
        if a.radius > size and (name := shown_name(choropleth, i))
    )


def _ink(fill: str | None) -> str:
    """Return black or white for a name on a colour; on a hatch it is the text's own."""
    if fill is None:
        return ""
    return f' fill="{"#000" if contrast("#000000", fill) > contrast("#ffffff", fill) else "#fff"}"'


def _places(choropleth: Choropleth, drawing: Drawing, k: float) -> str:
    codes = list(choropleth.districts["code"])
    parts = []
    for place, given in zip(choropleth.places, drawing.places, strict=True):
        anchor = drawing.anchors[codes.index(place.code)]
        x, y = (anchor.x, anchor.y) if place.approximate else given
        parts.append(
            f'<g transform="translate({x} {y}) scale({1 / k:.4f})">'
            f'<path class="star" d="{_STAR}"/></g>'
        )
    return "".join(parts)


def _sea(drawing: Drawing) -> str:
    return f'<path id="sea" d="{drawing.sea}"/>' if drawing.sea else ""


def padding(choropleth: Choropleth, drawing: Drawing) -> int:
    """Return the room around the drawing, in its units, in which no circle is cut off.

    Circles have fixed sizes on the screen, so the narrowest screens decide.
    """
    shown = circles_id(choropleth)
    totals = [m for m in choropleth.measures if m.kind == "total"] if shown else []
    need = max(drawing.width, drawing.height) / 100
    for measure in totals:
        most = max((v for v in measure.values if v > 0), default=0)
        for value, a in zip(measure.values, drawing.anchors, strict=True):
            if not value > 0:  # NaN is not
                continue
            edge = min(a.x, a.y, drawing.width - a.x, drawing.height - a.y)
            for width, height, largest in (_NARROW, _WIDE):
                unit_px = min(width / drawing.width, height / drawing.height)
                need = max(need, (largest * (value / most) ** 0.5 + 2) / unit_px * 1.1 - edge)
    return round(need)
