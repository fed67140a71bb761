"""Clusters of districts too small for their labels, to be enlarged in an inset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.extent import Extent
from geo.plate.ground import Ground
from geo.plate.marks.labels import fits_inside
from geo.plate.marks.scene import thinned
from geo.plate.style import Style
from geo.plate.subject import Label
from geo.plate.view import View, bounds_of, filling, fitted

#: Districts nearer than this share of the map's extent belong to one cluster: 3 mm on a page.
_NEAR = 0.02
#: Widths tried, as shares of the extent. An inset takes a half of the frame at most, so a wider
#: cluster could not be enlarged by `_LEAST_GAIN`.
_WIDEST = (0.27, 0.18, 0.12)
#: A district of which this share lies in the frame belongs to it, or it would be shown twice
#: and labelled at neither place.
_MOSTLY_INSIDE = 0.85
#: Only the smallest districts are tried as seeds, this many: the work grows with their square.
_MOST_SEEDS = 16
#: Around the cluster, as a share of its longer side; the frame is no longer than this many widths.
_MARGIN, _LONGEST_FRAME = 0.06, 1.6
#: An inset that enlarges less is not seen as an enlargement: the map itself, repeated.
_LEAST_GAIN = 1.7
#: One that enlarges more shows corners of outlines that are generalized for the map.
_MOST_GAIN = 8.0


@dataclass(frozen=True, eq=False, slots=True)
class Cluster:
    """Districts that the inset enlarges.

    Attributes
    ----------
    members : tuple of int
        Positions of the districts.
    bounds : Extent
        Of the frame.
    """

    members: tuple[int, ...]
    bounds: Extent


def crowded(ground: Ground, labels: Sequence[Label], scale: float, style: Style) -> list[int]:
    """Return the districts whose label finds no room at a scale (millimetres a metre).

    A label that fits only in much smaller type is better read in an inset, so it counts too.
    """
    view = fitted(ground.bounds, 0, 0, scale)
    return _without_room(ground, range(len(labels)), labels, view, style)


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
    stays a small part of the map; the seed that gathers most wins. Districts that lie mostly in the
    frame belong to it too.

    Returns
    -------
    list of Cluster
        From wide to narrow, each once; empty if no two districts lie together.
    """
    extent = max(ground.bounds.width, ground.bounds.height)
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
    frame = _framed(bounds_of(ground.shapes[members]))
    inside = shapely.area(shapely.clip_by_rect(ground.shapes, *frame))
    shown = np.flatnonzero(inside > _MOSTLY_INSIDE * shapely.area(ground.shapes))
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


def _framed(bounds: Extent) -> Extent:
    """Return bounds with a margin, made wider or higher where they are too long and narrow."""
    west, south, east, north = bounds
    margin = _MARGIN * max(bounds.width, bounds.height)
    width, height = bounds.width + 2 * margin, bounds.height + 2 * margin
    width, height = max(width, height / _LONGEST_FRAME), max(height, width / _LONGEST_FRAME)
    x, y = (west + east) / 2, (south + north) / 2
    return Extent(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def enlarges_enough(cluster: Cluster, width: float, scale: float) -> bool:
    """Whether an inset of a width (mm) enlarges a scale (mm a metre) visibly, and not too much."""
    return _LEAST_GAIN <= width / cluster.bounds.width / scale <= _MOST_GAIN


def still_crowded(
    ground: Ground, cluster: Cluster, labels: Sequence[Label], width: float, style: Style
) -> int:
    """Return how many of a cluster's labels find no room in an inset of a width (millimetres)."""
    view = filling(cluster.bounds, width)
    return len(_without_room(ground, cluster.members, labels, view, style))
