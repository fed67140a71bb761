"""Which projection an extent gets, and areas on the ellipsoid."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely import box

from geo.geometry.flat import flattened
from geo.geometry.projection import areas_km2, local_crs, polygon_km2, to_plane


def frame(west, south, east, north):
    return gpd.GeoDataFrame(geometry=[shapely.box(west, south, east, north)], crs=4326)


def conversion(crs):
    operation = crs.coordinate_operation
    return operation.method_name, [parameter.value for parameter in operation.params]


@pytest.mark.parametrize(
    ("extent", "code"),
    [
        ((118.17, 35.7, 120.01, 37.31), 4549),  # Weifang
        ((115.4, 39.4, 117.5, 41.1), 4548),  # Beijing, 117°E
        ((73.6, 39.0, 76.0, 40.0), 4534),  # the westernmost zone, 75°E
        ((133.0, 47.0, 135.0, 48.4), 4554),  # the easternmost, 135°E
        ((2.2, 48.8, 2.5, 48.9), 32631),  # Paris
        ((150.9, -34.1, 151.4, -33.6), 32756),  # Sydney
        ((-74.3, 40.4, -73.7, 41.0), 32618),  # New York
    ],
)
def test_a_city_gets_the_grid_its_surveyors_use(extent, code):
    assert local_crs(frame(*extent)).to_epsg() == code


def test_a_province_gets_albers_with_parallels_a_sixth_from_its_edges():
    name, values = conversion(local_crs(frame(114.8, 34.4, 122.7, 38.4)))
    assert name == "Albers Equal Area"
    assert values == pytest.approx([36.4, 118.75, 35.0667, 37.7333, 0, 0])


def test_the_country_gets_the_albers_of_its_national_maps():
    name, values = conversion(local_crs(frame(73.5, 3.4, 135.1, 53.6)))
    assert (name, values) == ("Albers Equal Area", [0, 105, 25, 47, 0, 0])


def test_an_extent_across_the_equator_gets_an_azimuthal_projection():
    name, values = conversion(local_crs(frame(95, -11, 141, 6)))  # Indonesia
    assert (name, values) == ("Lambert Azimuthal Equal Area", [-2.5, 118, 0, 0])


def test_lengths_in_a_gauss_kruger_zone_are_true_within_a_thousandth():
    crs = local_crs(frame(118.17, 35.7, 120.01, 37.31))
    edge = gpd.GeoSeries([shapely.LineString([(118.17, 36.5), (118.17, 36.6)])], crs=4326)
    true = Geod(ellps="GRS80").geometry_length(edge[0])
    assert edge.to_crs(crs).length[0] == pytest.approx(true, rel=1e-3)


@given(st.floats(-170, 160), st.floats(-75, 70), st.floats(0.05, 2), st.floats(0.05, 2))
def test_areas_are_those_on_the_ellipsoid(west, south, width, height):
    outline = shapely.segmentize(shapely.box(west, south, west + width, south + height), 0.005)
    geodesic = Geod(ellps="WGS84").geometry_area_perimeter(outline)[0] / 1e6
    assert polygon_km2(outline) == pytest.approx(geodesic, rel=1e-5)


def test_areas_do_not_depend_on_the_crs_the_polygons_come_in():
    districts = frame(118.5, 36, 119, 36.5)
    grid = districts.to_crs(4549)
    assert areas_km2(grid) == pytest.approx(areas_km2(districts), rel=1e-4)
    assert areas_km2(districts).dtype == np.float64
    assert polygon_km2(shapely.Polygon()) == 0


@pytest.mark.parametrize(
    ("shapes", "middle", "lat"),
    [
        ([box(177, -18, 180, -17), box(-180, -18, -179, -17)], 179, -18),
        ([box(172, 51, 180, 54), box(-180, 51, -130, 71)], -159, 61),
    ],
)
def test_across_the_180th_meridian_neighbours_touch_and_north_is_up(shapes, middle, lat):
    plane = local_crs(gpd.GeoDataFrame(geometry=shapes, crs=4326))
    west, east = to_plane(shapes, plane)
    assert shapely.distance(west, east) < 1e-3
    south, north = shapely.get_coordinates(
        to_plane(shapely.points([middle, middle], [lat, lat + 1]), plane)
    )
    assert north[1] - south[1] == pytest.approx(111_000, rel=0.02)
    assert abs(north[0] - south[0]) < 1


@pytest.mark.parametrize(("low", "high"), [(-80, 80), (66, 80), (-90, -66), (-10, 80)])
def test_the_whole_world_has_a_finite_plane_of_true_areas(low, high):
    strips = [shapely.segmentize(box(x, low, x + 60, high), 1) for x in range(-180, 180, 60)]
    frame = gpd.GeoDataFrame(geometry=strips, crs=4326)
    flat = flattened(np.array(strips), local_crs(frame))
    assert np.isfinite(shapely.total_bounds(flat)).all()
    assert shapely.area(flat) / 1e6 == pytest.approx(areas_km2(frame), rel=1e-3)
