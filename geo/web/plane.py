"""The plane that page and embed draw a map in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.districts.sea import with_sea_inset

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.geometry.plane import Plane


@lru_cache(maxsize=1)  # page, embed and their options ask for the same
def web_plane(choropleth: Choropleth) -> Plane:
    """Return a map's plane; that of the whole country has an inset of the South China Sea.

    Unless the map-maker wants no insets: then the sea is in its place, as large as the land.
    """
    if choropleth.spec.map.insets == "none":
        return choropleth.plane
    return with_sea_inset(choropleth.districts, choropleth.plane)
