"""Polygons that share borders lose vertices that nobody sees, and share them as before."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.geometry import coverage
from geo.geometry.coverage import simplify
from geo.geometry.thinning import _Lines, thinned
from tests.geometry.coverages import districts, wavy_grid

#: Nine bricks of some 600 vertices each, in thousandths of a degree.
BRICKS = shapely.transform(wavy_grid(), lambda xy: xy * 1000)


def vertices(shapes):
    return int(shapely.get_num_coordinates(shapes).sum())


@pytest.mark.parametrize("turned", [slice(0, 0), slice(None, None, 2)])
def test_common_borders_stay_common_whichever_way_rings_run(turned, monkeypatch):
    monkeypatch.delattr(_Lines, "restore")  # nothing to repair
    bricks = BRICKS.copy()
    bricks[turned] = shapely.reverse(bricks[turned])
    found = thinned(bricks, 0.1)
    assert vertices(found) < vertices(bricks) / 2
    assert shapely.is_valid(found).all()
    assert shapely.coverage_is_valid(found)
    assert np.allclose(shapely.area(found), shapely.area(bricks), rtol=1e-3)
    # No vertex is a new one, and where three borders meet it stays.
    assert {*map(tuple, shapely.get_coordinates(found))} <= {
        *map(tuple, shapely.get_coordinates(bricks))
    }
    corners, times = np.unique(shapely.get_coordinates(bricks), axis=0, return_counts=True)
    assert {*map(tuple, corners[times == 3])} <= {*map(tuple, shapely.get_coordinates(found))}


def test_of_vertices_in_a_row_the_smaller_triangles_go_first(monkeypatch):
    """Without the lower bump its feet are on a straight line; the feet of the higher one stay."""
    monkeypatch.setattr("geo.geometry.thinning._WORTH", 0.0)
    side = [(0, 0), (6, 0), (7, 0.1), (8, 0), (13, 0), (14, 0.5), (15, 0), (20, 0)]
    shape = np.array(
        [shapely.Polygon([*side, (20, 20), (15, 25), (10, 20), (5, 25), (0, 20)])], dtype=object
    )
    (found,) = thinned(shape, 0.4)
    left = [xy for xy in found.exterior.coords if xy[1] < 1]
    assert {*left} == {(0, 0), (13, 0), (14, 0.5), (15, 0), (20, 0)}


def test_a_coast_does_not_run_over_an_islet_in_its_inlet():
    coast = [(float(x), 0.0) for x in range(0, 1001, 5) if x != 50]
    coast[10:10] = [(50, 0), (50.5, -10), (51, 0)]
    land = shapely.Polygon([*coast, (1000, -50), (0, -50)])
    islet = shapely.box(50.4, -1, 50.6, -0.8)
    shapes = np.array([land, islet], dtype=object)
    assert shapely.coverage_is_valid(shapes)
    alone, (land_now, islet_now) = thinned(shapes[:1], 6)[0], thinned(shapes, 6)
    assert (50.5, -10) not in alone.exterior.coords
    assert (50.5, -10) in land_now.exterior.coords
    assert not land_now.intersects(islet_now)
    assert vertices(land_now) < vertices(land) / 2
    assert islet_now.equals_exact(islet, 0)


def test_what_is_no_coverage_stays_as_it_is():
    overlapping = np.array([BRICKS[0], shapely.transform(BRICKS[0], lambda xy: xy + 3)])
    assert shapely.equals_exact(thinned(overlapping, 0.1), overlapping, 0).all()


def test_very_many_vertices_are_thinned_before_they_are_simplified(monkeypatch):
    whole = districts(wavy_grid())
    usual = simplify(whole, 100)
    monkeypatch.setattr(coverage, "_VERY_MANY", 1000)
    given = []
    monkeypatch.setattr(
        coverage.shapely, "coverage_simplify",
        lambda shapes, tolerance, do=shapely.coverage_simplify: (
            given.append(vertices(shapes)), do(shapes, tolerance))[1],
    )  # fmt: skip
    found = simplify(whole, 100)
    assert given[0] < vertices(whole.geometry) / 2
    assert shapely.coverage_is_valid(found.geometry.to_numpy())
    assert abs(vertices(found.geometry) / vertices(usual.geometry) - 1) < 0.1
    assert np.allclose(*(shapely.area(f.geometry) for f in (found, usual)), rtol=2e-3)
