"""Simplified districts have fewer vertices and still fit together."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.generalize import simplify, tidy
from geo.projection import areas_km2
from tests.coverages import districts, wavy_grid


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.floats(1, 1500), st.integers(2, 4), st.integers(1, 4))
def test_shared_borders_stay_shared(seed, tolerance_m, columns, rows):
    before = districts(wavy_grid(columns, rows, seed=seed))
    after = simplify(before, tolerance_m)
    shapes = after.geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.union_all(shapes)
    assert whole.area == pytest.approx(shapely.area(shapes).sum(), rel=1e-12)  # no overlap
    assert not whole.interiors  # no gap
    assert len(shapely.get_coordinates(shapes)) <= len(shapely.get_coordinates(before.geometry))


def test_a_tolerance_of_50_m_drops_most_vertices_and_moves_no_border_by_100_m():
    before = districts(wavy_grid())
    after = simplify(before, 50)
    assert len(shapely.get_coordinates(after.geometry)) < 0.5 * len(
        shapely.get_coordinates(before.geometry)
    )
    plane = before.geometry.to_crs(4549), after.geometry.to_crs(4549)
    assert shapely.hausdorff_distance(*(s.to_numpy() for s in plane), densify=0.1).max() < 100
    assert areas_km2(after) == pytest.approx(areas_km2(before), rel=2e-3)


def test_the_tolerance_is_in_metres_whatever_crs_the_districts_come_in():
    """Web Mercator's metres are 2 at 60 degrees north; the tolerance means true ones."""
    degrees = districts(wavy_grid(2, 2, south=60))
    vertices = [
        len(shapely.get_coordinates(simplify(frame, 40).geometry))
        for frame in (degrees, degrees.to_crs(3857), degrees.to_crs(4549))
    ]
    assert vertices == [vertices[0]] * 3
    assert vertices[0] < len(shapely.get_coordinates(degrees.geometry))


def test_everything_but_the_geometry_is_kept_and_the_input_too():
    before = districts(wavy_grid(2, 1)).set_index(np.array([7, 9]))
    copy = before.copy()
    after = simplify(before, 200)
    assert before.equals(copy)
    assert after.drop(columns="geometry").equals(before.drop(columns="geometry"))
    assert after.crs == before.crs


def test_a_tolerance_of_0_keeps_every_vertex():
    before = districts(wavy_grid(2, 1))
    after = simplify(before, 0)
    assert shapely.equals(after.geometry.to_numpy(), before.geometry.to_numpy()).all()


def test_exterior_rings_run_counter_clockwise_and_holes_clockwise():
    ring = shapely.Polygon([(0, 0), (0, 3), (3, 3), (3, 0)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    turned = tidy(np.array([ring, shapely.MultiPolygon([ring])]))
    for polygon in turned:
        assert polygon.geom_type == "Polygon"
        assert polygon.exterior.is_ccw
        assert not polygon.interiors[0].is_ccw


def test_degrees_are_rounded_to_6_decimals_and_metres_are_not():
    triangle = np.array([shapely.Polygon([(0, 0), (1.23456789, 0), (0, 1)])])
    assert shapely.get_coordinates(tidy(triangle)).max() == 1.234568
    assert shapely.get_coordinates(tidy(triangle, degrees=False)).max() == 1.23456789
