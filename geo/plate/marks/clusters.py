"""The inset: a cluster of districts too small for their labels, enlarged beside the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate.ground import Ground
from geo.plate.marks.labels import Label, fits_inside, thinned
from geo.plate.style import Style
from geo.plate.view import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Districts nearer than this part of the map's extent belong to one cluster.
_NEAR = 0.02
#: A cluster grows to this part of the extent at most: wider ones could not be enlarged enough.
_WIDEST = (0.27, 0.18, 0.12)
_ALMOST = 0.85
#: The smallest so many are tried as seeds.
_MOST_SEEDS = 16
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
    """Return the districts whose label finds no room at a scale (millimetres a metre).

    A label that fits only in much smaller type is better read in an inset: it counts as without.
    """
    west, _, _, north = ground.bounds
    return _without_room(ground, range(len(labels)), labels, View(scale, west, north, 0, 0), style)


def _without_room(
    ground: Ground, chosen: Sequence[int], labels: Sequence[Label], view: View, style: Style
) -> list[int]:
    shapes = thinned(view.shapes(ground.shapes[list(chosen)]))
    poles = view.place(ground.points[list(chosen)])
    return [
        i
        for i, shape, pole in zip(chosen, shapes, poles, strict=True)
        if not shape.is_empty and not fits_inside(shape, pole, labels[i], style)
    ]


def clusters_of(ground: Ground, small: Sequence[int]) -> list[Cluster]:
    """Return clusters of neighbours among the districts without room for their labels.

    A cluster grows from the smallest district, the smaller neighbours first, as long as its frame
    stays a small part of the map; the seed that gathers most wins. Districts that lie in the frame
    almost wholly belong to it too.

    Returns
    -------
    list of Cluster
        From wide to narrow, each once; empty if no two districts lie together.
    """
    west, south, east, north = ground.bounds
    extent = max(east - west, north - south)
    order = sorted(small, key=lambda i: (float(shapely.area(ground.shapes[i])), i))[:_MOST_SEEDS]
    found = [_cluster(ground, order, extent, extent * share) for share in _WIDEST]
    return list({cluster.members: cluster for cluster in found if cluster}.values())


def _cluster(ground: Ground, order: Sequence[int], extent: float, widest: float) -> Cluster | None:
    coarse = shapely.simplify(ground.shapes[list(order)], extent / 1000)
    apart = shapely.distance(coarse[:, None], coarse[None, :])
    near, bounds = apart <= extent * _NEAR, shapely.bounds(coarse)
    grown = [_grown(seed, near, bounds, widest) for seed in range(len(order))]
    members = [order[k] for k in max(grown, key=len, default=[])]
    if len(members) < 2:
        return None
    frame = _framed(shapely.total_bounds(ground.shapes[members]))
    inside = shapely.area(shapely.clip_by_rect(ground.shapes, *frame))
    shown = np.flatnonzero(inside > _ALMOST * shapely.area(ground.shapes))
    return Cluster(tuple(sorted({*members, *map(int, shown)})), frame)


def _grown(
    seed: int, near: NDArray[np.bool_], bounds: NDArray[np.float64], widest: float
) -> list[int]:
    """Return the cluster that grows from one district, within `widest` metres."""
    members = [seed]
    for _ in range(len(near)):
        for i in np.flatnonzero(near[members].any(axis=0)):
            box = bounds[[*members, int(i)]]
            size = box[:, 2:].max(axis=0) - box[:, :2].min(axis=0)
            if i not in members and size.max() <= widest:
                members.append(int(i))
                break
        else:
            break
    return members


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


def still_crowded(
    ground: Ground, cluster: Cluster, labels: Sequence[Label], width: float, style: Style
) -> int:
    """Return how many of a cluster's labels find no room in an inset so wide (millimetres)."""
    scale = width / (cluster.bounds[2] - cluster.bounds[0])
    view = View(scale, cluster.bounds[0], cluster.bounds[3], 0, 0)
    return len(_without_room(ground, cluster.members, labels, view, style))
