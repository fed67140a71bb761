"""Tile grids: a square of one size for each district, so that all are seen alike.

The places are an assignment problem: each district to a cell of its own, so that the sum of squared
distances is least (H. W. Kuhn, "The Hungarian Method for the Assignment Problem", Naval Research
Logistics Quarterly 2, 1955; solved as D. F. Crouse, "On Implementing 2D Rectangular Assignment
Algorithms", IEEE Transactions on Aerospace and Electronic Systems 52, 2016, does).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.geometry.cartogram import Cartogram, Pairs, area_cartogram

#: Places of the grid that are tried along each side of a cell, up to so many districts: of more,
#: one is as good as another, and each takes seconds.
_SHIFTS, _FEW = 5, 400
#: Cells within this many cells of a district may become its own.
_REACH = 2


def tile_grid(shapes: NDArray[np.object_], neighbours: Sequence[Sequence[int]]) -> Cartogram:
    """Give each polygon a cell of a grid.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        In a plane, metres.
    neighbours : sequence of sequence of int, length n
        From `geo.geometry.neighbours`.

    Returns
    -------
    Cartogram
        Of equal squares. The same polygons are laid out alike in any order.
    """
    # Squares of one size that lie where the districts do, neighbours beside each other: nearly a
    # grid already, which the centres of districts of many sizes are not.
    loose = area_cartogram("demers", shapes, np.ones(len(shapes)), neighbours)
    places = loose.centres / (2 * loose.unit) * (1, -1)
    order = np.lexsort((places[:, 0], places[:, 1]))
    found = np.empty((len(places), 2), dtype=np.int64)
    found[order] = _best(places[order], _ranked(loose.pairs, order))
    return tiles_at(found, loose.pairs, 2 * loose.unit)


def tiles_at(cells: NDArray[np.int64], pairs: Pairs, side: float) -> Cartogram:
    """Return tiles in given cells.

    Parameters
    ----------
    cells : ndarray of int, shape (n, 2)
        Row from the north, column from the west.
    pairs : ndarray of int, shape (m, 2)
        Neighbours on the map.
    side : float
        Of a cell, metres.
    """
    centres = cells[:, ::-1] * np.array([side, -side])
    return Cartogram("tiles", centres, np.full(len(cells), side / 2), 0.0, pairs)


def _ranked(pairs: Pairs, order: NDArray[np.int64]) -> Pairs:
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    ranked: Pairs = rank[pairs]
    return ranked


def _best(places: NDArray[np.float64], pairs: Pairs) -> NDArray[np.int64]:
    """Return cells (row, column) of the grid that parts the fewest neighbours, then moves least."""
    n = _SHIFTS if len(places) <= _FEW else 1
    tried = [_assigned(places + np.array([x, y]) / n) for y in range(n) for x in range(n)]
    scores = [(-_kept(cells, pairs), cost) for cells, cost in tried]
    return tried[min(range(len(tried)), key=scores.__getitem__)][0]


def _kept(cells: NDArray[np.int64], pairs: Pairs) -> int:
    apart = np.abs(cells[pairs[:, 0]] - cells[pairs[:, 1]]).max(axis=1)
    return int((apart <= 1).sum())


def _assigned(places: NDArray[np.float64]) -> tuple[NDArray[np.int64], float]:
    """Return a cell (row, column) for each place, and the sum of squared distances in cells."""
    # scipy takes 0.2 s to import, and only tile grids need it.
    from scipy.optimize import linear_sum_assignment

    around = np.arange(-_REACH, _REACH + 1)
    steps = np.array([(x, y) for y in around for x in around])
    cells = np.unique((np.rint(places)[:, None] + steps).reshape(-1, 2), axis=0)
    costs = ((places[:, None] - cells[None]) ** 2).sum(axis=2)
    _, chosen = linear_sum_assignment(costs)
    cost = float(costs[np.arange(len(places)), chosen].sum())
    return cells[chosen][:, ::-1].astype(np.int64), cost
