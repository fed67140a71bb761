"""Common borders: matched vertex by vertex, kept by generalization, and overlaps found."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from geo.geometry.antimeridian import windowed
from geo.geometry.coverage import (
    loose,
    matched,
    outline_share,
    overlaps,
    simplify,
    tidy,
    tolerance_for,
    united,
)
from geo.geometry.projection import areas_km2, local_crs, to_plane
from tests.geometry.coverages import districts, wavy_grid

LEFT, RIGHT = shapely.box(0, 0, 1, 2), shapely.box(1, 0, 2, 2)


def test_a_corner_on_a_neighbours_edge_becomes_a_vertex_of_both():
    below, above = shapely.box(0, 0, 1, 0.7), shapely.box(0, 0.7, 1, 2)
    before = np.array([below, above, RIGHT])
    assert not shapely.coverage_is_valid(before)
    after = matched(before)
    assert shapely.coverage_is_valid(after)
    assert [1.0, 0.7] in shapely.get_coordinates(after[2]).tolist()
    assert shapely.equals(after, before).all()


def test_a_corner_a_hair_off_the_edge_is_snapped_to_it():
    off = shapely.Polygon([(0, 0), (1 + 3e-7, 0.7), (0, 2)])
    after = matched(np.array([off, RIGHT]))
    assert shapely.coverage_is_valid(after)
    assert shapely.area(shapely.intersection(*after)) == 0


def test_holes_and_islands_stay_where_they_are():
    lake = shapely.box(0.4, 0.4, 0.6, 0.6)
    parts = shapely.MultiPolygon([LEFT.difference(lake), shapely.box(5, 5, 6, 6)])
    after = matched(np.array([parts, RIGHT, lake]))
    assert [geometry.area for geometry in after] == pytest.approx([2.96, 2, 0.04])
    assert after[0].geom_type == "MultiPolygon"


def test_overlaps_are_named_with_their_share_of_the_smaller():
    wide = shapely.box(0, 0, 1.1, 2)
    small = shapely.box(1.5, 0.5, 1.9, 0.9)
    found = overlaps(np.array([wide, RIGHT, None, small]), share=0.001)
    assert found == [(0, 1, pytest.approx(0.1)), (1, 3, pytest.approx(1.0))]


def test_borders_drawn_twice_that_cross_by_a_hair_are_no_overlap():
    hair = shapely.box(0, 0, 1.0005, 2)
    assert overlaps(np.array([hair, RIGHT]), share=0.001) == []
    assert overlaps(np.array([hair, RIGHT]), share=0.0001) == [(0, 1, pytest.approx(0.0005))]


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


@pytest.mark.parametrize(("tolerance_m", "vertices"), [(44, 6), (45, 5)])
def test_a_corner_goes_if_its_triangle_is_smaller_than_the_tolerances_square(tolerance_m, vertices):
    """The bump is 400 m wide and 10 m high: 2,000 m2, the square of 44.7 m."""
    x, y = 500_000, 4_000_000
    bump = shapely.Polygon(
        [(x, y), (x + 400, y), (x + 400, y + 400), (x + 200, y + 410), (x, y + 400)]
    )
    after = simplify(districts([bump], crs=4549), tolerance_m)
    assert len(shapely.get_coordinates(after.geometry)) == vertices


def test_only_outlines_of_many_vertices_are_generalized_to_a_share_of_the_longer_side():
    """Two degrees at 60° north are as long as one of latitude, 111.32 km: three are the longer."""
    frame = gpd.GeoDataFrame(geometry=[box(10, 58.5, 12, 61.5)], crs=4326)
    assert tolerance_for(frame, 1 / 1000, 5) == 0
    assert tolerance_for(frame, 1 / 1000, 4) == 334
    wide = gpd.GeoDataFrame(geometry=[box(10, 59.5, 20, 60.5)], crs=4326)
    assert tolerance_for(wide, 1 / 1000, 4) == 557


@pytest.mark.parametrize("latitude", [0.0, 36.0, 60.0])
def test_the_tolerance_is_in_metres_at_every_latitude(latitude):
    """The same shapes in metres lose the same vertices; in degrees they are not the same."""

    def moved(xy):
        return xy / [np.cos(np.radians(latitude)), 1] + [119, latitude]

    shapes = wavy_grid(2, 2, west=0, south=0)
    counts = [
        len(shapely.get_coordinates(simplify(districts(placed), 40).geometry))
        for placed in (shapes, shapely.transform(shapes, moved))
    ]
    assert counts[1] == pytest.approx(counts[0], rel=0.02)


def test_across_the_180th_meridian_a_coverage_loses_the_vertices_it_loses_elsewhere():
    """A grid with two islands that make the map half the world wide, in Africa and at 180 E."""
    far = [box(20, 40, 21, 41), box(214, 40, 215, 41)]
    grid = np.array([*wavy_grid(3, 2), *far], dtype=object)
    kept = []
    for east in (-119, 60.98):
        moved = shapely.transform(grid, lambda xy, by=east: np.add(xy, [by, 0]))
        cut = np.array([windowed(shape, -180) for shape in moved], dtype=object)
        after = simplify(districts(cut), 300).geometry.to_numpy()
        assert shapely.is_valid(after).all()
        x, y = shapely.get_coordinates(after).T
        assert np.abs(x).max() <= 180
        kept.append(shapely.multipoints(np.column_stack([(x - east) % 360, y])))
        whole = shapely.union_all([windowed(shape, east - 61) for shape in after])
        assert not any(part.interiors for part in shapely.get_parts(whole))  # no gap
        assert whole.area == pytest.approx(shapely.area(after).sum(), rel=1e-9)  # no overlap
    assert shapely.get_num_geometries(kept[0]) < 0.2 * len(shapely.get_coordinates(grid))
    lost = shapely.difference(kept[0], kept[1].buffer(1e-5))
    own = shapely.difference(kept[1], kept[0].buffer(1e-5))
    # A vertex that is as good as the next may be the one or the other; the cut has its own.
    assert len(shapely.get_coordinates(lost)) <= 2
    off_cut = np.abs(shapely.get_coordinates(own)[:, 0] - (180 - 60.98)) > 1e-5
    assert off_cut.sum() <= 2


def test_districts_already_in_the_plane_are_not_changed_in_place():
    before = districts(wavy_grid(2, 1)).to_crs(4549)
    vertices = len(shapely.get_coordinates(before.geometry))
    after = simplify(before, 100)
    assert after.crs == before.crs
    assert len(shapely.get_coordinates(before.geometry)) == vertices
    assert len(shapely.get_coordinates(after.geometry)) < vertices


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


@pytest.mark.parametrize(
    ("across", "up"), [(0, 0), (1e-4, 1e-4), (-1e-7, 0)],
    ids=["a corner on an edge", "gaps of 9 m", "an overlap of 1 cm"],
)  # fmt: skip
def test_what_is_no_coverage_in_the_plane_is_united_all_the_same(across: float, up: float):
    shapes = [
        box(119, 36, 119.2, 36.1),
        box(119, 36.1 + up, 119.1, 36.2),
        box(119.1 + across, 36.1, 119.2, 36.2),
        box(119.2, 36, 119.4, 36.2),
    ]
    plane = local_crs(gpd.GeoDataFrame(geometry=shapes, crs=4326))
    flat = to_plane(shapes, plane)
    with pytest.raises(shapely.GEOSException):
        shapely.coverage_union_all(flat)
    assert united(flat).area == pytest.approx(shapely.area(flat).sum(), rel=1e-3)
    assert {0, 2, 3} <= set(loose(np.array(shapes)))


def test_rounding_makes_no_polygon_invalid():
    """Squares of a centimetre would collapse to lines in six decimals."""
    tiny = np.array([box(119 + i * 1e-7, 36, 119 + (i + 1) * 1e-7, 36 + 1e-7) for i in range(6)])
    assert shapely.is_valid(tidy(tiny)).all()
    assert (shapely.area(tidy(tiny)) > 0).all()


def test_around_many_islands_the_outer_line_is_thinner():
    def islands(n: int) -> np.ndarray:
        squares = [shapely.box(i, 0, i + 0.5, 1) for i in range(n)]
        return np.array([shapely.MultiPolygon(squares[:1]), shapely.MultiPolygon(squares[1:])])

    assert [outline_share(islands(n)) for n in (2, 400)] == [1, 1]
    assert outline_share(islands(800)) == pytest.approx(0.5**0.5)
    assert outline_share(islands(2000)) == 0.6
