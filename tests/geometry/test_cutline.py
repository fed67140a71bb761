"""A straight cut leaves the area asked for beyond it."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry.cutline import part_beyond
from geo.geometry.projection import polygon_km2
from tests.geometry.coverages import wavy_grid

BLOB = wavy_grid(1, 1, size=0.4, wave=0.005)[0]


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 360), st.floats(0.01, 0.99))
def test_the_part_beyond_the_line_has_the_area_asked_for(degrees, share):
    area = share * polygon_km2(BLOB)
    part = part_beyond(BLOB, degrees, area)
    assert polygon_km2(part) == pytest.approx(area, rel=1e-4)
    rest = BLOB.difference(part)
    assert polygon_km2(rest) == pytest.approx(polygon_km2(BLOB) - area, rel=1e-3)


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        (0, (119, 36.5, 120, 37)),
        (90, (119.5, 36, 120, 37)),
        (180, (119, 36, 120, 36.5)),
        (270, (119, 36, 119.5, 37)),
    ],
    ids=["north", "east", "south", "west"],
)
def test_directions_are_those_of_the_compass(degrees, expected):
    square = shapely.box(119, 36, 120, 37)
    half = part_beyond(square, degrees, polygon_km2(shapely.box(*expected)))
    assert half.bounds == pytest.approx(expected, abs=1e-4)


def test_the_cut_towards_the_south_east_runs_south_west_to_north_east():
    square = shapely.box(119, 36, 120, 37)
    corner = part_beyond(square, 135, 100)
    (west, south, east, north) = corner.bounds
    assert (east, south) == (120, 36)
    metres_per_degree = shapely.Point(119, 36.5).distance(shapely.Point(119, 37.5))
    assert (north - 36) * metres_per_degree == pytest.approx((120 - west) * 0.804, rel=0.005)


def test_a_lobe_that_the_line_clips_off_stays_with_the_host():
    """A comb: the line crosses both teeth, and only the larger one is cut."""
    comb = shapely.union_all(
        [shapely.box(0, 0, 1, 0.2), shapely.box(0, 0, 0.5, 1), shapely.box(0.8, 0, 1, 0.6)]
    )
    part = part_beyond(comb, 0, polygon_km2(shapely.box(0, 0.5, 0.5, 1)))
    assert part.geom_type == "Polygon"
    assert part.bounds == pytest.approx((0, 0.5, 0.5, 1), abs=1e-4)
    assert comb.difference(part).geom_type == "Polygon"


def test_lobes_are_taken_along_where_no_single_piece_has_the_area():
    """A fork with teeth alike: beyond any line either a tooth too little or all of the handle."""
    fork = shapely.union_all(
        [shapely.box(0, 0, 1, 0.2), shapely.box(0, 0, 0.4, 1), shapely.box(0.6, 0, 1, 1)]
    )
    area = polygon_km2(fork) * 0.7
    part = part_beyond(fork, 0, area)
    assert polygon_km2(part) == pytest.approx(area, rel=1e-4)
    assert part.geom_type == "MultiPolygon"


def test_islands_beyond_the_line_belong_to_the_part():
    main, island = shapely.box(0, 0, 1, 1), shapely.box(0, 1.2, 0.2, 1.4)
    part = part_beyond(shapely.MultiPolygon([main, island]), 0, 4000)
    assert part.contains(island.centroid)
    assert polygon_km2(part) == pytest.approx(4000, rel=1e-4)
