"""The inset: a cluster of districts too small for their labels, enlarged beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate_labels import Label, fits_inside
from geo.plate_map import Ground, View
from geo.plate_page import Style

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Districts nearer than this part of the map's extent belong to one cluster.
_NEAR = 0.04
#: A cluster that takes up more than this part of the extent is not enlarged enough to be worth it.
_WIDEST = 0.4
_MARGIN = 0.06
_LEAST_GAIN = 1.7


@dataclass(frozen=True, eq=False, slots=True)
class Cluster:
    """Districts that the inset enlarges.

    Attributes
    ----------
    members : tuple of int
        Positions of the districts.
    bounds : tuple of float
        West, south, east, north of the frame, metres.
    """

    members: tuple[int, ...]
    bounds: tuple[float, float, float, float]

    @property
    def aspect(self) -> float:
        """Height over width of the frame."""
        west, south, east, north = self.bounds
        return (north - south) / (east - west)


def crowded(ground: Ground, labels: Sequence[Label], scale: float, style: Style) -> list[int]:
    """Return the districts whose label finds no room at a scale (millimetres a metre)."""
    west, _, _, north = ground.bounds
    view = View(scale, west, north, 0, 0)
    shapes, poles = view.shapes(ground.shapes), view.place(ground.points)
    return [
        i for i, label in enumerate(labels) if not fits_inside(shapes[i], poles[i], label, style)
    ]


def cluster_of(ground: Ground, small: Sequence[int]) -> Cluster | None:
    """Return the largest cluster of neighbours among the districts without room for their labels.

    None if there are not at least two of them together, or they are spread too widely.
    """
    if len(small) < 2:
        return None
    west, south, east, north = ground.bounds
    extent = max(east - west, north - south)
    groups = _groups(ground.shapes[list(small)], extent * _NEAR)
    members = max(groups, key=lambda group: (len(group), -group[0]))
    if len(members) < 2:
        return None
    chosen = tuple(small[k] for k in members)
    frame = _framed(shapely.total_bounds(ground.shapes[list(chosen)]))
    if max(frame[2] - frame[0], frame[3] - frame[1]) > _WIDEST * extent:
        return None
    return Cluster(chosen, frame)


def _groups(shapes: NDArray[np.object_], reach: float) -> list[list[int]]:
    """Return the connected groups of shapes no further apart than `reach`, in order."""
    near = shapely.distance(shapes[:, None], shapes[None, :]) <= reach
    groups: list[list[int]] = []
    seen: set[int] = set()
    for start in range(len(shapes)):
        if start in seen:
            continue
        group, queue = [], [start]
        seen.add(start)
        while queue:
            at = queue.pop()
            group.append(at)
            fresh = [int(k) for k in np.flatnonzero(near[at]) if k not in seen]
            seen.update(fresh)
            queue += fresh
        groups.append(sorted(group))
    return groups


def _framed(bounds: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Return bounds with a margin, no more than 1.6 times as long as wide."""
    west, south, east, north = (float(v) for v in bounds)
    margin = _MARGIN * max(east - west, north - south)
    width, height = east - west + 2 * margin, north - south + 2 * margin
    width, height = max(width, height / 1.6), max(height, width / 1.6)
    x, y = (west + east) / 2, (south + north) / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def worth(cluster: Cluster, width: float, scale: float) -> bool:
    """Whether an inset so wide (millimetres) enlarges the map's scale enough to be drawn."""
    return width / (cluster.bounds[2] - cluster.bounds[0]) >= _LEAST_GAIN * scale
