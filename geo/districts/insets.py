"""Far parts of countries that atlases show in frames of their own, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.extent import Extent
from geo.geometry.layout import Corner


@dataclass(frozen=True, slots=True)
class Far:
    """A part that lies far from the rest.

    Attributes
    ----------
    name : str
    bounds : Extent
        Degrees; its east is above 180 where it reaches across the 180th meridian.
    corner : {"sw", "se", "nw", "ne"}
        Of the map, where atlases put it.
    more : tuple of Extent
        Other boxes that belong to it.
    shows : Extent or None
        What its frame shows, parts of the main map included; None for its own parts alone.
    """

    name: str
    bounds: Extent
    corner: Corner = "sw"
    more: tuple[Extent, ...] = ()
    shows: Extent | None = None

    @property
    def boxes(self) -> tuple[Extent, ...]:
        """All boxes whose parts belong to it."""
        return (self.bounds, *self.more)


@dataclass(frozen=True, slots=True)
class Family:
    """A country or continent: where its main part lies, and its far parts."""

    main: Extent
    far: tuple[Far, ...]


_GUADELOUPE = Far("Guadeloupe", Extent(-61.9, 15.7, -60.9, 16.6))
_FRENCH = (
    _GUADELOUPE,
    Far("Martinique", Extent(-61.3, 14.3, -60.7, 15.0)),
    Far("Guyane", Extent(-54.7, 2.0, -51.5, 6.0)),
    Far("La Réunion", Extent(55.1, -21.5, 55.9, -20.8)),
    Far("Mayotte", Extent(44.9, -13.1, 45.4, -12.5)),
)
_CANARIES = Far("Canarias", Extent(-18.4, 27.4, -13.2, 29.6))
_AZORES = Far("Açores", Extent(-31.5, 36.8, -24.9, 39.9))
_MADEIRA = Far("Madeira", Extent(-17.5, 32.2, -16.1, 33.3))
#: Reefs as far north as 19.5°N belong to Xisha. The frame is that of the national standard maps.
_SANSHA = Far(
    "南海诸岛",
    Extent(106.4, 2.6, 122.6, 17.5),
    "se",
    (Extent(111.5, 17.5, 122.6, 20.4),),
    Extent(106.4, 2.6, 122.6, 23.4),
)
_CARIBBEAN = Far("Caribisch Nederland", Extent(-68.6, 11.9, -62.8, 17.8))

#: The smaller before the larger that holds it.
FAMILIES = (
    Family(
        Extent(-125.5, 24.0, -66.5, 49.6),
        (
            Far("Alaska", Extent(172.0, 51.0, 230.5, 72.0)),
            Far("Hawaii", Extent(-179.0, 18.5, -154.0, 29.0)),
            Far("Puerto Rico, Virgin Islands", Extent(-68.2, 17.4, -64.3, 18.8), "se"),
            Far("Guam, Northern Mariana Islands", Extent(144.3, 13.0, 146.4, 21.0), "se"),
            Far("American Samoa", Extent(-171.3, -14.8, -167.9, -10.9)),
        ),
    ),
    Family(Extent(-5.5, 41.2, 9.8, 51.3), _FRENCH),
    Family(Extent(-9.6, 35.1, 4.6, 44.0), (_CANARIES,)),
    Family(Extent(-9.7, 36.8, -6.0, 42.3), (_AZORES, _MADEIRA)),
    Family(Extent(3.2, 50.7, 7.3, 53.7), (_CARIBBEAN,)),
    Family(Extent(108.5, 18.0, 111.4, 20.4), (_SANSHA,)),
    Family(
        Extent(-25.5, 34.0, 69.5, 82.0),
        (*_FRENCH, _CANARIES, _AZORES, _MADEIRA, _CARIBBEAN),
    ),
)  # fmt: skip


def far_parts(shapes: NDArray[np.object_]) -> tuple[Far, ...]:
    """Return the far parts of a map that has them all beside a main part; else none.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon
        Longitude and latitude in WGS 84.
    """
    bounds = shapely.bounds(shapely.get_parts(shapes))
    for family in FAMILIES:
        home = _within(bounds, family.main)
        if not home.any():
            continue
        away = [np.any([_within(bounds, box) for box in far.boxes], axis=0) for far in family.far]
        if (home | np.any(away, axis=0)).all():
            return tuple(far for far, own in zip(family.far, away, strict=True) if own.any())
    return ()


def _within(bounds: NDArray[np.float64], box: Extent) -> NDArray[np.bool_]:
    west, south, east, north = bounds.T
    # Both ends are turned alike: a part cut at 180° has its end there.
    turn = np.where(west < box.west, 360.0, 0.0) if box.east > 180 else np.zeros(len(west))
    inside: NDArray[np.bool_] = (
        (west + turn >= box.west)
        & (east + turn <= box.east)
        & (south >= box.south)
        & (north <= box.north)
    )
    return inside
