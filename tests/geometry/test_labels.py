"""The raster of labels answers as the polygons themselves do."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry.labels import LabelGrid


def exact(polygons, x, y):
    """Return the first polygon that intersects each point, asked one by one."""
    return [
        next((d for d, p in enumerate(polygons) if p.intersects(shapely.Point(a, b))), -1)
        for a, b in zip(x, y, strict=True)
    ]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 12), st.sampled_from([4, 50, 3000]))
def test_any_points_fall_where_an_exact_test_puts_them(seed, n, cells):
    """Voronoi cells; points at random, on their vertices, in the middle of borders, unknown."""
    rng = np.random.default_rng(seed)
    seeds = shapely.MultiPoint(rng.random((n, 2)))
    polygons = shapely.get_parts(shapely.voronoi_polygons(seeds, extend_to=shapely.box(0, 0, 1, 1)))
    corners = shapely.get_coordinates(polygons)
    middles = (corners[:-1] + corners[1:]) / 2
    points = np.vstack([rng.random((60, 2)) * 1.6 - 0.3, corners, middles, [[np.nan, 0.5]]])
    x, y = points.T.copy()
    assert LabelGrid(polygons, cells).locate(x, y).tolist() == exact(polygons, x, y)


@pytest.mark.parametrize("cells", [1, 16, 2_000_000])
def test_a_point_on_a_shared_border_has_the_first_owner_and_holes_have_none(cells):
    left = shapely.box(0, 0, 1, 1) - shapely.box(0.4, 0.4, 0.6, 0.6)
    x, y = np.array([1.0, 1.5, 0.5, 0.4, 2.5]), np.array([0.5, 0.5, 0.5, 0.5, 0.5])
    polygons = np.array([left, shapely.box(1, 0, 2, 1)])
    assert LabelGrid(polygons, cells).locate(x, y).tolist() == [0, 1, -1, 0, -1]


@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_of_polygons_one_over_the_other_the_first_has_the_point(order):
    """A border in a cell that the other polygon covers wholly."""
    polygons = np.array([shapely.box(0, 0, 9, 9), shapely.box(4.05, 4.05, 4.95, 4.95)])[order]
    x, y = np.meshgrid(np.linspace(3.9, 5.1, 40), np.linspace(3.9, 5.1, 40))
    x, y = x.ravel(), y.ravel()
    assert LabelGrid(polygons, 400).locate(x, y).tolist() == exact(polygons, x, y)
