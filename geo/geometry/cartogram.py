"""Cartograms of circles or squares: areas show a quantity, neighbours stay together.

D. Dorling, "Area Cartograms: Their Use and Creation", Concepts and Techniques in Modern Geography
59, Environmental Publications, Norwich 1996: circles repel where they overlap and attract where
districts are neighbours, until they lie side by side. Squares are Demers's (I. Bortins, S. Demers &
K. Clarke, "Cartogram Types", 2002). Unlike Dorling's own program this one ends without any overlap.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.linking import Links, lengths_of, links_of
from geo.geometry.settling import settled
from geo.geometry.stacking import stacked

Kind = Literal["dorling", "demers"]
Floats = NDArray[np.float64]
Pairs = NDArray[np.int64]

#: More than so many would jam where they repel and attract at once: they are laid one by one.
MANY = 1000
#: Up to so many are brought together again after they were parted, one by one, too.
_FEW = 400
#: Rounds in which neighbours attract, ever less: first in the direction they have on the map, then
#: in any; and at most so many more that only clear overlaps.
_ROUNDS, _CLEARING = 400, 600
#: Pairs that may come to overlap are sought anew after so many rounds, with so much air around, as
#: a share of the mean size.
_RENEWED, _AIR = 10, 0.5
#: Strength of attraction at first: more and circles oscillate, as repulsion answers a round later.
_PULL = 0.4
#: Overlap left to the last step, as a share of a pair's width: nobody sees what it widens. And the
#: most that all distances grow at a time before it.
_CLEAR, _MOST_ROOM = 1e-4, 0.02
#: Of a pair the smaller one moves more, but the larger one this share at least, or what is jammed
#: between two large ones would stay so.
_LEAST_STEP = 0.2
#: Neighbours are in touch up to this gap, as a share of a pair's width: a line of paper.
TOUCHING = 0.04
#: Width of what has no quantity, as a share of the largest: a dot, to be found and pointed at.
_DOT = 0.06
#: Of the polygons' own area, where no two are neighbours that could set the scale.
_SHARE = 0.5
_NOTHING = 1e-12  # keeps quotients finite
_QUARTER = 24  # sides of the polygon that stands for a quarter of a circle


@dataclass(frozen=True, eq=False, slots=True)
class Cartogram:
    """Circles, squares or tiles that stand for districts.

    Attributes
    ----------
    kind : {"dorling", "demers", "tiles"}
    centres : ndarray of float, shape (n, 2)
        In the plane of the polygons, metres.
    radii : ndarray of float, shape (n,)
        Half the width of each, metres.
    unit : float
        Half the width of what has a quantity of 1, metres; 0 of tiles, which show none.
    pairs : ndarray of int, shape (m, 2)
        The districts that are neighbours on the map.
    """

    kind: Literal["dorling", "demers", "tiles"]
    centres: Floats
    radii: Floats
    unit: float
    pairs: Pairs

    @property
    def round(self) -> bool:
        """Whether these are circles."""
        return self.kind == "dorling"

    @property
    def shapes(self) -> NDArray[np.object_]:
        """The polygons, shape (n,); those of circles lie within them."""
        (x, y), r = self.centres.T, self.radii
        if self.round:
            found: NDArray[np.object_] = shapely.buffer(
                shapely.points(self.centres), r, quad_segs=_QUARTER
            )
            return found
        boxes: NDArray[np.object_] = shapely.box(x - r, y - r, x + r, y + r)
        return boxes

    @property
    def overlaps(self) -> int:
        """Pairs that overlap by more than a billionth of their size."""
        pairs = _near(self.centres, self.radii, 0.0)
        gaps = _gaps(self.centres, self.radii, pairs, square=not self.round)
        return int((gaps < -1e-9 * self.radii[pairs].sum(axis=1)).sum())

    @property
    def touching(self) -> int:
        """Pairs of neighbours on the map that are still side by side, or corner to corner."""
        gaps = _gaps(self.centres, self.radii, self.pairs, square=not self.round)
        return (
            int((gaps <= TOUCHING * self.radii[self.pairs].sum(axis=1)).sum()) if len(gaps) else 0
        )


def area_cartogram(
    kind: Kind,
    shapes: NDArray[np.object_],
    quantities: Floats,
    neighbours: Sequence[Sequence[int]],
) -> Cartogram:
    """Lay out a circle or a square for each polygon.

    Parameters
    ----------
    kind : {"dorling", "demers"}
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        In a plane, metres.
    quantities : ndarray of float, shape (n,)
        Areas are in proportion to them. One that is not positive, NaN included, gets a dot, a
        fixed small part of the largest width.
    neighbours : sequence of sequence of int, length n
        From `geo.geometry.neighbours`.

    Returns
    -------
    Cartogram
        Without overlaps. The same polygons and quantities are laid out alike in any order.

    Raises
    ------
    ValueError
        If no quantity is positive.
    """
    if not (quantities > 0).any():
        raise ValueError("no quantity is positive")
    links = links_of(shapes, neighbours)
    roots = np.sqrt(np.where(quantities > 0, quantities, 0.0))
    unit = _unit(links, roots, shapes, square=kind == "demers")
    radii = np.maximum(roots, np.where(roots > 0, 0, _DOT * roots.max())) * unit
    # Sums of floats depend on the order of their terms, so there has to be one order.
    order = np.lexsort((radii, links.places[:, 1], links.places[:, 0]))
    mine, square = links.ordered(order), kind == "demers"
    if len(radii) > MANY:
        moved = stacked(mine, radii[order], square=square)
        grown = _factor(moved, radii[order], square=square)
    else:
        moved, grown = laid_out(mine, radii[order], square=square)
        if len(radii) <= _FEW:
            moved, size = moved * grown, radii[order]
            moved = settled(moved, size, mine.pairs, square=square, touching=TOUCHING)
            grown = _factor(moved, size, square=square)
    centres = np.empty_like(moved)
    centres[order] = moved
    return Cartogram(kind, centres * grown, radii, unit, links.pairs)


def _unit(links: Links, roots: Floats, shapes: NDArray[np.object_], *, square: bool) -> float:
    """Return half the width for a quantity of 1: as Dorling's, neighbours' distances decide it."""
    vectors = links.places[links.pairs[:, 1]] - links.places[links.pairs[:, 0]]
    # Exact sums: a last digit that depends on the order of the districts moves them visibly.
    apart = math.fsum(lengths_of(vectors, square=square))
    sizes, area = math.fsum(roots[links.pairs].ravel()), math.fsum(shapely.area(shapes))
    if apart > _NOTHING * np.sqrt(area) and sizes > 0:
        return float(apart / sizes)
    whole = (4.0 if square else np.pi) * math.fsum(roots**2)
    return float(np.sqrt(_SHARE * area / whole))


def laid_out(links: Links, radii: Floats, *, square: bool) -> tuple[Floats, float]:
    """Move circles or squares until they lie side by side.

    Parameters
    ----------
    links : Links
    radii : ndarray of float, shape (n,)
    square : bool
        Squares instead of circles.

    Returns
    -------
    centres : ndarray of float, shape (n, 2)
    factor : float
        At least 1: what the centres have to be multiplied by to be clear of each other.
    """
    xy, air = _parted(links.places, radii), _AIR * float(radii.mean())
    targets = _targets(links, radii, square=square)
    nearby = np.empty((0, 2), dtype=np.int64)
    for turn in range(2 * _ROUNDS + _CLEARING):
        if turn % _RENEWED == 0:
            nearby = _near(xy, radii, air)
        strength = _PULL * (1 - turn % _ROUNDS / _ROUNDS)
        if turn < _ROUNDS:
            xy = xy + strength * _pull(xy, radii, links, targets)
        elif turn < 2 * _ROUNDS:
            xy = xy + strength * _closing(xy, radii, links.pairs, square=square)
        elif (overlap := _overlap(xy, radii, nearby, square=square)) <= _CLEAR:
            break
        elif turn % _RENEWED == 0:
            # Where many are jammed they would push each other for ever: a little more room.
            xy = xy * (1 + min(_MOST_ROOM, overlap / 2))
        xy = xy + _push(xy, radii, nearby, square=square)
    return xy, _factor(xy, radii, square=square)


def _parted(places: Floats, radii: Floats) -> Floats:
    """Return places of which no two are the same: a hair off on a spiral, by the golden angle."""
    turns = np.arange(len(places)) * np.pi * (3 - np.sqrt(5))
    hair = 1e-3 * radii.mean() * np.arange(1, len(places) + 1) / len(places)
    return places + hair[:, None] * np.column_stack([np.cos(turns), np.sin(turns)])


def _targets(links: Links, radii: Floats, *, square: bool) -> Floats:
    """Return the vector that each link strives for: in touch, in the direction of the map."""
    vectors = links.places[links.all[:, 1]] - links.places[links.all[:, 0]]
    lengths = np.maximum(lengths_of(vectors, square=square), _NOTHING)
    contact = radii[links.all].sum(axis=1)
    # What is across the sea on the map stays across, or islands would be taken for mainland.
    wanted = np.where(links.across, np.maximum(contact, lengths), contact)
    return vectors * (wanted / lengths)[:, None]


def _gaps(xy: Floats, radii: Floats, pairs: Pairs, *, square: bool) -> Floats:
    gaps: Floats = lengths_of(xy[pairs[:, 1]] - xy[pairs[:, 0]], square=square)
    return gaps - radii[pairs].sum(axis=1)


def _near(xy: Floats, radii: Floats, air: float) -> Pairs:
    """Return the pairs whose boxes, with so much air around, have a point in common."""
    (x, y), r = xy.T, radii + air / 2
    boxes = shapely.box(x - r, y - r, x + r, y + r)
    one, other = shapely.STRtree(boxes).query(boxes)
    pairs = np.column_stack([one, other])[one < other]
    found: Pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return found


def _overlap(xy: Floats, radii: Floats, nearby: Pairs, *, square: bool) -> float:
    shares = _gaps(xy, radii, nearby, square=square) / radii[nearby].sum(axis=1)
    return float(-shares.min(initial=0.0))


def _pull(xy: Floats, radii: Floats, links: Links, targets: Floats) -> Floats:
    vectors = xy[links.all[:, 1]] - xy[links.all[:, 0]]
    return _shared(links.all, vectors - targets, radii)


def _closing(xy: Floats, radii: Floats, pairs: Pairs, *, square: bool) -> Floats:
    """Return steps of neighbours towards each other, whatever their direction has become."""
    gaps = np.maximum(0.0, _gaps(xy, radii, pairs, square=square))
    vectors = xy[pairs[:, 1]] - xy[pairs[:, 0]]
    lengths = np.maximum(lengths_of(vectors, square=square), _NOTHING)
    return _shared(pairs, vectors * (gaps / lengths)[:, None], radii)


def _push(xy: Floats, radii: Floats, nearby: Pairs, *, square: bool) -> Floats:
    gaps = _gaps(xy, radii, nearby, square=square)
    pairs, short = nearby[gaps < 0], gaps[gaps < 0]
    vectors = xy[pairs[:, 1]] - xy[pairs[:, 0]]
    if square:
        # Out of a square the way along one side is the shortest.
        level = np.abs(vectors[:, 0]) >= np.abs(vectors[:, 1])
        vectors = np.where(np.column_stack([level, ~level]), np.sign(vectors), 0.0)
    else:
        vectors = vectors / np.maximum(np.hypot(*vectors.T), _NOTHING)[:, None]
    return _shared(pairs, vectors * short[:, None], radii)


def _shared(pairs: Pairs, steps: Floats, radii: Floats) -> Floats:
    """Return each one's mean step: of a pair the smaller one goes the greater part of the way."""
    mine = radii[pairs[:, ::-1]] / radii[pairs].sum(axis=1)[:, None]
    mine = np.clip(mine, _LEAST_STEP, 1 - _LEAST_STEP)
    every, n = pairs.T.ravel(), len(radii)
    moved = np.concatenate([mine[:, 0, None] * steps, -mine[:, 1, None] * steps])
    # `bincount` adds in the order of the pairs, as `np.add.at` does, in a fifth of its time.
    found = np.column_stack([np.bincount(every, axis, n) for axis in moved.T])
    # The mean and not the sum, which would overshoot: all steps are taken at once.
    return found / np.maximum(1, np.bincount(every, minlength=n))[:, None]


def _factor(xy: Floats, radii: Floats, *, square: bool) -> float:
    """Return by what distances must grow so that no pair overlaps; sizes stay."""
    pairs = _near(xy, radii, 0.0)
    apart = lengths_of(xy[pairs[:, 1]] - xy[pairs[:, 0]], square=square)
    need = radii[pairs].sum(axis=1) / np.maximum(apart, _NOTHING)
    return max(1.0, float(need.max(initial=1.0)) * (1 + 1e-12))
