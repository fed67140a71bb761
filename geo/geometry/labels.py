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
        self._border = -2
        self._labels = self._filled(self._crossed())

    def _crossed(self) -> np.ndarray:
        """Mark the cells that a border may touch, rather too many than too few."""
        marks = np.zeros(self._shape, dtype=bool)
        # Pieces of half a cell touch at most two columns and two rows.
        lines = shapely.segmentize(shapely.boundary(self._polygons), self._size / 2)
        ends, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
        along = line[1:] == line[:-1]
        a, b = ends[:-1][along], ends[1:][along]
        low, high = np.minimum(a, b), np.maximum(a, b)
        columns = [self._steps(v, self._west) for v in (low[:, 0], high[:, 0])]
        rows = [self._steps(v, self._south) for v in (low[:, 1], high[:, 1])]
        for i, left in enumerate((-_SLACK, _SLACK)):
            for j, down in enumerate((-_SLACK, _SLACK)):
                x = np.floor(columns[i] + left).astype(np.int64)
                y = np.floor(rows[j] + down).astype(np.int64)
                marks[np.clip(y, 0, self._shape[0] - 1), np.clip(x, 0, self._shape[1] - 1)] = True
        return marks

    def _steps(self, values: np.ndarray, origin: float) -> np.ndarray:
        return (values - origin) / self._size

    def _filled(self, crossed: np.ndarray) -> np.ndarray:
        labels = np.full(self._shape, self._border, dtype=np.int32)
        # Neighbours in a row with no border between them have one label: it is asked once.
        starts = ~crossed
        starts[:, 1:] &= crossed[:, :-1]
        row, column = np.nonzero(starts)
        x = self._west + (column + 0.5) * self._size
        y = self._south + (row + 0.5) * self._size
        run = np.cumsum(starts.ravel()).reshape(self._shape) - 1
        labels[~crossed] = self._exact(x, y)[run[~crossed]]
        return labels

    def _exact(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        point, polygon = self._tree.query(shapely.points(x, y))
        # One polygon after the other: its prepared form stays in the processor's cache.
        order = np.argsort(polygon, kind="stable")
        point, polygon = point[order], polygon[order]
        inside = shapely.intersects_xy(self._polygons[polygon], x[point], y[point])
        first = np.full(len(x), len(self._polygons), dtype=np.int32)
        np.minimum.at(first, point[inside], polygon[inside].astype(np.int32))
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
        with np.errstate(invalid="ignore"):
            column, row = self._steps(x, self._west), self._steps(y, self._south)
            within = (column > -1) & (row > -1)
            within &= (column < self._shape[1]) & (row < self._shape[0])
        labels = np.full(len(x), -1, dtype=np.int32)
        at = np.flatnonzero(within)
        cells = np.floor(np.stack([row[at], column[at]])).astype(np.int64).clip(0)
        labels[at] = self._labels[cells[0], cells[1]]
        near = np.flatnonzero(labels == self._border)
        if len(near):
            labels[near] = self._exact(x[near], y[near])
        return labels
