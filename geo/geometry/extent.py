"""Extents in degrees, and China's: the one answer to what lies in the country and what spans it."""

from __future__ import annotations

from typing import NamedTuple

import shapely

#: Degrees of longitude from which a map within China is one of the whole country.
_NATIONAL_SPAN = 40.0


class Extent(NamedTuple):
    """A box of longitude and latitude (or of x and y in a plane), its border included.

    Attributes
    ----------
    west, south, east, north : float
        Degrees, or the metres of a plane.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """From west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """From south to north."""
        return self.north - self.south

    @property
    def aspect(self) -> float:
        """Height over width."""
        return self.height / self.width

    @property
    def polygon(self) -> shapely.Polygon:
        """The box as a geometry."""
        return shapely.box(*self)

    def contains(self, other: Extent) -> bool:
        """Tell whether `other` lies inside, the border included."""
        return (
            self.west <= other.west
            and self.south <= other.south
            and other.east <= self.east
            and other.north <= self.north
        )


#: China with its islands (73.5 to 135.1 E, 3.5 to 53.6 N), and half a degree to a degree around.
CHINA = Extent(73.0, 3.0, 136.5, 54.5)


def is_national(extent: Extent) -> bool:
    """Tell whether a map of this extent, in degrees, shows the whole of China."""
    return CHINA.contains(extent) and extent.width > _NATIONAL_SPAN
