"""Labels lie inside their polygon, however it is bent."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Point, Polygon, box
from shapely.affinity import translate

from geo.geometry.plane import local_plane
from geo.geometry.poles import label_points

#: A horseshoe near Weifang: its centroid lies in the gap.
HORSESHOE = Polygon(
    [(119, 36), (119.3, 36), (119.3, 36.3), (119.2, 36.3), (119.2, 36.1), (119.1, 36.1),
     (119.1, 36.3), (119, 36.3)]
)  # fmt: skip


def pole(shape: shapely.Geometry) -> tuple[float, float]:
    districts = gpd.GeoDataFrame(geometry=[shape], crs=4326)
    lon, lat = label_points(districts, local_plane(districts))
    return float(lon[0]), float(lat[0])


def test_a_label_lies_inside_a_horseshoe_whose_centroid_does_not():
    assert not HORSESHOE.contains(HORSESHOE.centroid)
    assert HORSESHOE.contains(Point(pole(HORSESHOE)))


def test_a_label_lies_in_the_largest_part():
    small, large = box(119, 36, 119.02, 36.02), box(119.1, 36, 119.4, 36.3)
    assert large.contains(Point(pole(shapely.MultiPolygon([small, large]))))


def test_a_label_of_a_square_lies_in_its_middle():
    """22 km each way."""
    assert pole(box(119.876, 36, 120.124, 36.2)) == pytest.approx((120, 36.1), abs=0.01)


def test_positions_have_six_decimals():
    assert pole(HORSESHOE) == tuple(round(n, 6) for n in pole(HORSESHOE))


def test_the_point_is_in_the_largest_part_of_each_and_of_equal_ones_in_the_first():
    """A small and a large square; two equal ones; one alone."""
    small, large = shapely.box(0, 0, 1, 1), shapely.box(2, 0, 4, 2)
    twins = shapely.MultiPolygon([shapely.box(10, 0, 11, 1), shapely.box(12, 0, 13, 1)])
    alone = shapely.box(20, 0, 21, 1)
    frame = gpd.GeoDataFrame(
        geometry=[shapely.MultiPolygon([small, large]), twins, alone], crs=4326
    )
    lon, _ = label_points(frame, local_plane(frame))
    assert np.allclose(lon, [3, 10.5, 20.5], atol=0.05)


def test_of_very_many_the_point_is_the_pole_within_a_small_share_of_the_whole():
    """A thousand horseshoes, a third of a degree each, 25 degrees of longitude in all."""
    shapes = [translate(HORSESHOE, i % 50 / 2, i // 50 / 2) for i in range(1_000)]
    many = gpd.GeoDataFrame(geometry=shapes, crs=4326)
    plane = local_plane(many)
    points = plane.shapes(gpd.points_from_xy(*label_points(many, plane)))
    flat = plane.shapes(many.geometry.to_numpy())
    room = shapely.distance(points, shapely.boundary(flat))
    most = shapely.length(shapely.maximum_inscribed_circle(flat, tolerance=1))
    west, south, east, north = shapely.total_bounds(flat)
    assert shapely.contains(flat, points).all()
    assert (most - room < max(east - west, north - south) / 10_000 + 2).all()
