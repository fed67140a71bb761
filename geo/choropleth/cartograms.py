"""Cartograms of a map: which figures their areas show, and where each district comes to lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.base.errors import MapError, Problem
from geo.choropleth.model import Annotation, Choropleth
from geo.choropleth.own_tiles import given_tiles
from geo.geometry.cartogram import Cartogram, area_cartogram
from geo.geometry.neighbours import neighbours
from geo.geometry.tiles import tile_grid
from geo.spec.cartogram import CartogramKind
from geo.symbology.measures import Measure


def area_measure(choropleth: Choropleth) -> Measure:
    """Return the total that areas show: the map-maker's, else the first.

    Raises
    ------
    MapError
        If the map has no total.
    """
    own = choropleth.spec.cartogram.area
    totals = [m.id for m in choropleth.measures if m.kind == "total"]
    if not own and not totals:
        what = "a cartogram needs a total for its areas to show, and no measure is one"
        raise MapError(Problem(choropleth.name, what, "Add a total: population, say."))
    return choropleth.measure(own or totals[0])


@lru_cache(maxsize=4)  # page, plates and report ask for the same
def cartogram_of(choropleth: Choropleth, kind: CartogramKind) -> Cartogram:
    """Lay out a cartogram of a map's districts.

    Parameters
    ----------
    choropleth : Choropleth
        Of a map with periods the areas are those of the one in view.
    kind : {"dorling", "demers", "tiles"}

    Raises
    ------
    MapError
        If a figure is below zero, or none is above it; if the map-maker's own tiles are wrong.
    """
    degrees = choropleth.districts.geometry.to_numpy()
    flat, adjacent = choropleth.plane.shapes(degrees), neighbours(degrees)
    if kind != "tiles":
        return area_cartogram(kind, flat, _areas(choropleth), adjacent)
    if choropleth.spec.cartogram.tiles:
        return given_tiles(choropleth, choropleth.spec.cartogram.tiles, flat, adjacent)
    return tile_grid(flat, adjacent)


def _areas(choropleth: Choropleth) -> NDArray[np.float64]:
    measure = area_measure(choropleth)
    values = np.asarray(measure.values, dtype=float)
    where = f"cartogram.area, {measure.label}"
    if (values < 0).any():
        i = int(np.nanargmin(values))
        what = f"{choropleth.names[i]} has {measure.text(i)}, and no area is less than nothing"
        raise MapError(Problem(where, what, "Name a total without figures below zero."))
    if not (values > 0).any():
        what = "no district has a figure above zero, so there is no area to draw"
        raise MapError(Problem(where, what, "Name a total with figures."))
    return values


def places_on(
    cartogram: Cartogram, choropleth: Choropleth, notes: Sequence[Annotation]
) -> NDArray[np.float64]:
    """Return where annotations point to on a cartogram: the middle of their district.

    Parameters
    ----------
    cartogram : Cartogram
        Of the map.
    choropleth : Choropleth
    notes : sequence of Annotation
        One about no whole district goes to the one it lies in, or nearest to.

    Returns
    -------
    ndarray of float, shape (k, 2)
        In the plane of the cartogram.
    """
    codes = list(choropleth.districts["code"])
    degrees = choropleth.districts.geometry.to_numpy()
    own = [
        codes.index(note.code)
        if note.code
        else int(shapely.distance(degrees, shapely.Point(note.lon, note.lat)).argmin())
        for note in notes
    ]
    return cartogram.centres[own]
