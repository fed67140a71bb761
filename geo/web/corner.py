"""Where on the map its buttons are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Corner = Literal["nw", "ne", "sw", "se"]


def emptiest_corner(shapes: NDArray[np.object_]) -> Corner:
    """Return where the map's buttons cover least of it; polygons with y up, in any unit."""
    import shapely

    west, south, east, north = shapely.total_bounds(shapes)
    # About what three buttons take of a map on a phone, where they take most.
    width, height = (east - west) * 0.14, (north - south) * 0.36
    corners: dict[Corner, tuple[float, float]] = {
        "nw": (west, north - height),
        "ne": (east - width, north - height),
        "sw": (west, south),
        "se": (east - width, south),
    }

    def covered(corner: Corner) -> float:
        x, y = corners[corner]
        button = shapely.box(x, y, x + width, y + height)
        return float(shapely.area(shapely.intersection(shapes, button)).sum())

    return min(corners, key=covered)
