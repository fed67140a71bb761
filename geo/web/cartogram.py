"""The second view of page and embed: a cartogram, laid out by the build in the drawing's units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.choropleth.cartograms import area_measure, cartogram_of
from geo.districts.areas import letters_of
from geo.web.cartogram_contract import CartogramData, CartogramsData
from geo.web.corner import covered_boxes, place_of_buttons

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.choropleth.model import Choropleth
    from geo.geometry.cartogram import Cartogram
    from geo.spec.cartogram import CartogramKind
    from geo.web.corner import Buttons
    from geo.web.drawing import Drawing

#: Sizes that a cartogram is tried in, as shares of the largest: in the middle, then aside.
_TRIED = tuple((share / 100, aside) for share in range(100, 68, -2) for aside in (0.0, 1.0))


def cartogram_kind(choropleth: Choropleth, *, article: bool) -> CartogramKind | None:
    """Return the second view to which readers of page or embed can switch; None without one."""
    spec = choropleth.spec
    return spec.embed.cartogram if article else spec.page.cartogram


def cartogram_label(choropleth: Choropleth, *, article: bool) -> str:
    """Return what the switch to the cartogram says; empty without one."""
    kind = cartogram_kind(choropleth, article=article)
    if kind is None:
        return ""
    if kind == "tiles":
        return choropleth.words["tile_grid"]
    return choropleth.words.say("cartogram", measure=_area_name(choropleth))


def cartogram_data(choropleth: Choropleth, drawing: Drawing, *, article: bool) -> CartogramsData:
    """Return the cartogram in the drawing's place; nothing if the spec asks for none.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    article : bool
        Of the embed, else of the page.
    """
    kind = cartogram_kind(choropleth, article=article)
    if kind is None:
        return {}
    found = cartogram_of(choropleth, kind)
    buttons = place_of_buttons(choropleth.districts, drawing.plane)
    xy, scale = _fitted(found, drawing, buttons)
    data: CartogramData = {
        "square": not found.round,
        "at": [
            (round(float(x), 1), round(float(y), 1), round(float(r), 1))
            for (x, y), r in zip(xy, found.radii * scale, strict=True)
        ],
    }
    if found.unit:
        data["area"] = {
            "measure": area_measure(choropleth).id,
            "title": choropleth.words.say("area_shows", measure=_area_name(choropleth)),
            "unit": float(f"{found.unit * scale:.6g}"),
        }
    elif any(letters := letters_of(choropleth.districts["code"])):
        data["letters"] = letters
    return {"cartogram": data}


def _area_name(choropleth: Choropleth) -> str:
    """Return the measure's label, with the period that areas are of: the slider moves none."""
    label = area_measure(choropleth).label
    return f"{label} ({choropleth.period})" if choropleth.period else label


def _fitted(
    found: Cartogram, drawing: Drawing, buttons: Buttons
) -> tuple[NDArray[np.float64], float]:
    """Return centres in the drawing's units, and units a metre.

    It fills the map's own extent, or as much of it as leaves the map's buttons free: they lie
    where the map has room for them, and that may be where the cartogram has none.
    """
    low = (found.centres - found.radii[:, None]).min(axis=0)
    high = (found.centres + found.radii[:, None]).max(axis=0)
    room = np.array([drawing.width, drawing.height], dtype=float)
    most = float((room / (high - low)).min())
    covered = covered_boxes(buttons, *room)[:, None]
    away = np.array([1 if "w" in buttons.corner else -1, 1 if "s" in buttons.corner else -1])
    centred = found.centres - (low + high) / 2

    def placed(share: float, aside: float) -> tuple[NDArray[np.float64], float]:
        scale = most * share
        return centred * scale + (room + aside * away * (room - scale * (high - low))) / 2, scale

    def free(xy: NDArray[np.float64], scale: float) -> bool:
        return not (shapely.distance(_shapes(found, xy, scale), covered) < 1).any()

    tried = (placed(*way) for way in _TRIED)
    xy, scale = next((way for way in tried if free(*way)), placed(*_TRIED[0]))
    return np.column_stack([xy[:, 0], drawing.height - xy[:, 1]]), scale  # its y goes down


def _shapes(found: Cartogram, xy: NDArray[np.float64], scale: float) -> NDArray[np.object_]:
    return replace(found, centres=xy, radii=found.radii * scale).shapes
