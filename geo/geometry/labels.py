"""Which polygon a point is in, for millions of points: a raster answers for all but the borders."""

from __future__ import annotations

import numpy as np
import shapely

#: Most cells of a raster. More answer more points by look-up and take longer to make.
LARGEST = 2_000_000
#: Where a rounded coordinate may lie beside the exact one, as a part of a cell.
_SLACK = 1e-6


class LabelGrid:
    """Polygons under a raster of labels.

    A cell that no border crosses is wholly in a polygon or in none: one look-up answers every
    point in it. Points in other cells are tested exactly, against prepared polygons.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon, shape (n,)
        In one plane or in degrees; valid.
    cells : int, default 2,000,000
        About as many cells the raster has. The answers do not depend on it.
    """

    def __init__(self, polygons: np.ndarray, cells: int = LARGEST) -> None:
        self._polygons = np.asarray(polygons, dtype=object).copy()
        shapely.prepare(self._polygons)
        self._tree = shapely.STRtree(self._polygons)
        west, south, east, north = shapely.total_bounds(self._polygons)
        width, height = max(east - west, 1e-9), max(north - south, 1e-9)
        self._size = float(max(np.sqrt(width * height / cells), max(width, height) / cells))
        self._west, self._south = west, south
        self._shape = (int(height / self._size) + 2, int(width / self._size) + 2)
        self._size_inverse = 1 / self._size
        crossed = self._crossed()
        self._labels = self._filled(crossed)
        self._begin, self._candidates = self._possible(crossed)

    def _crossed(self) -> np.ndarray:
        """Return cell and polygon of each border in each cell it may touch, rather too many.

        Returns
        -------
        ndarray of int64, shape (k,)
            ``cell * n + polygon``, in order, each once.
        """
        n = len(self._polygons)
        # Pieces of half a cell touch at most two columns and two rows.
        lines = shapely.segmentize(shapely.boundary(self._polygons), self._size / 2)
        parts, owner = shapely.get_parts(lines, return_index=True)
        ends, line = shapely.get_coordinates(parts, return_index=True)
        along = line[1:] == line[:-1]
        a, b, polygon = ends[:-1][along], ends[1:][along], owner[line[1:][along]]
        low, high = np.minimum(a, b), np.maximum(a, b)
        columns = [self._steps(v, self._west) for v in (low[:, 0], high[:, 0])]
        rows = [self._steps(v, self._south) for v in (low[:, 1], high[:, 1])]
        found = []
        for i, left in enumerate((-_SLACK, _SLACK)):
            for j, down in enumerate((-_SLACK, _SLACK)):
                x = np.floor(columns[i] + left).astype(np.int64).clip(0, self._shape[1] - 1)
                y = np.floor(rows[j] + down).astype(np.int64).clip(0, self._shape[0] - 1)
                found.append(_distinct((y * self._shape[1] + x) * n + polygon))
        return _distinct(np.concatenate(found))

    def _steps(self, values: np.ndarray, origin: float) -> np.ndarray:
        return (values - origin) * self._size_inverse

    def _centres(self, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        row, column = np.divmod(cells, self._shape[1])
        x = self._west + (column + 0.5) * self._size
        return x, self._south + (row + 0.5) * self._size

    def _filled(self, crossed: np.ndarray) -> np.ndarray:
        """Return the label of every cell: a polygon, -1 for none, below for a border.

        The i-th cell with a border has -2 - i. A ring of cells in none is around the others.
        """
        border = _distinct(crossed // len(self._polygons))
        free = np.ones(self._shape, dtype=bool)
        free.ravel()[border] = False
        # Neighbours in a row with no border between them have one label: it is asked once.
        starts = free.copy()
        starts[:, 1:] &= ~free[:, :-1]
        run = np.cumsum(starts.ravel()).reshape(self._shape) - 1
        labels = np.full([n + 2 for n in self._shape], -1, dtype=np.int32)
        inner = labels[1:-1, 1:-1]
        inner[free] = self._first(*self._centres(np.flatnonzero(starts)))[run[free]]
        inner[~free] = -2 - np.arange(len(border), dtype=np.int32)
        return labels.ravel()

    def _possible(self, crossed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the polygons that points of each cell with a border may be in, in order.

        They are those whose border is in the cell, and those that it is wholly in: these hold its
        centre. Those of the i-th cell are ``candidates[begin[i]:begin[i + 1]]``.
        """
        n = len(self._polygons)
        border = _distinct(crossed // n)
        at, polygon = self._holding(*self._centres(border))
        pairs = _distinct(np.concatenate([crossed, border[at] * n + polygon]))
        begin = np.searchsorted(pairs // n, border)
        return np.append(begin, len(pairs)), (pairs % n).astype(np.int32)

    def _holding(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return every point and polygon that holds it, as pairs of positions."""
        point, polygon = self._tree.query(shapely.points(x, y))
        # One polygon after the other: its prepared form stays in the processor's cache.
        order = np.argsort(polygon, kind="stable")
        point, polygon = point[order], polygon[order]
        inside = shapely.intersects_xy(self._polygons[polygon], x[point], y[point])
        return point[inside], polygon[inside]

    def _first(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        point, polygon = self._holding(x, y)
        first = np.full(len(x), len(self._polygons), dtype=np.int32)
        np.minimum.at(first, point, polygon.astype(np.int32))
        return np.where(first == len(self._polygons), -1, first).astype(np.int32)

    def locate(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the first polygon that holds or touches each point.

        Parameters
        ----------
        x, y : ndarray of float, shape (m,)
            In the polygons' CRS; NaN for a point that is not known.

        Returns
        -------
        ndarray of int32, shape (m,)
            Positions of polygons, -1 for a point in none. A polygon holds its border: of several
            that meet in a point, the one that comes first has it.
        """
        height, width = self._shape
        column = self._cell(x, self._west, width)
        column += self._cell(y, self._south, height) * (width + 2)
        labels = self._labels[column]
        near = np.flatnonzero(labels < -1)
        if len(near):
            labels[near] = self._tested(-2 - labels[near], x[near], y[near])
        return labels

    def _cell(self, values: np.ndarray, origin: float, n: int) -> np.ndarray:
        """Return a coordinate's column or row in the labels: the ring for what is outside."""
        steps = self._steps(values, origin)
        # The least that lies outside for what is unknown, too; truncation is then no matter.
        steps = np.nan_to_num(steps, copy=False, nan=-1.0)
        return np.clip(steps + 1, 0, n + 1, out=steps).astype(np.int64)

    def _tested(self, cell: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Ask the candidates of each point's cell, one after the other, until one holds it."""
        found = np.full(len(x), -1, dtype=np.int32)
        turn, last = self._begin[cell], self._begin[cell + 1]
        left = np.flatnonzero(turn < last)
        while len(left):
            candidate = self._candidates[turn[left]]
            order = np.argsort(candidate, kind="stable")
            left, candidate = left[order], candidate[order]
            inside = shapely.intersects_xy(self._polygons[candidate], x[left], y[left])
            found[left[inside]] = candidate[inside]
            left = left[~inside]
            turn[left] += 1
            left = left[turn[left] < last[left]]
        return found


def _distinct(values: np.ndarray) -> np.ndarray:
    """Return the values in order, each once; several times as fast as numpy's own on runs."""
    values = values[np.append(True, values[1:] != values[:-1])] if len(values) else values
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values
