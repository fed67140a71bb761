"""GCJ-02 and BD-09 against published points, and their inverses."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry.datum import (
    SHIFTED,
    _inside,
    gcj02_from_wgs84,
    gcj02_geometries,
    to_wgs84,
    wgs84_from_bd09,
    wgs84_from_gcj02,
)

MILLIMETRE = 1e-3 / 111_320
LON, LAT = st.floats(73.5, 135.1), st.floats(3.4, 53.6)


@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
        ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
        ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
    ],
    ids=["Shanghai", "Shenzhen", "Beijing"],
)
def test_gcj02_agrees_with_the_points_published_by_eviltransform(wgs84, gcj02):
    assert gcj02_from_wgs84(*wgs84) == pytest.approx(gcj02, abs=1e-12)
    assert wgs84_from_gcj02(*gcj02) == pytest.approx(wgs84, abs=1e-12)


def bd09_from_wgs84(lon, lat):
    """Baidu's shift of GCJ-02 as published in coordtransform (github.com/wandergis)."""
    lon, lat = gcj02_from_wgs84(lon, lat)
    turn = 3.14159265358979324 * 3000.0 / 180.0
    z = np.sqrt(lon * lon + lat * lat) + 0.00002 * np.sin(lat * turn)
    theta = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * turn)
    return z * np.cos(theta) + 0.0065, z * np.sin(theta) + 0.006


def test_bd09_agrees_with_the_point_published_by_coordtransform():
    lon, lat = wgs84_from_gcj02(116.404, 39.915)
    assert wgs84_from_bd09(116.41036949371029, 39.92133699351021) == pytest.approx(
        (float(lon), float(lat)), abs=1e-12
    )


@pytest.mark.parametrize(
    ("place", "shift"),
    [
        ((113.6, 33.9), (-0.0060, 0.0016)),
        ((108.9, 35.2), (-0.0047, 0.0008)),
        ((112.3, 30.97), (-0.0058, 0.0023)),
    ],
    ids=["Henan", "Shaanxi", "Hubei"],
)
def test_undoing_gcj02_shifts_provinces_as_their_national_outlines_are_shifted(place, shift):
    lon, lat = wgs84_from_gcj02(*place)
    assert (lon - place[0], lat - place[1]) == pytest.approx(shift, abs=5e-5)


def test_at_weifang_gcj02_lies_530_m_to_the_east():
    lon, _ = gcj02_from_wgs84(119.1, 36.7)
    assert (lon - 119.1) * 111_320 * np.cos(np.radians(36.7)) == pytest.approx(530, abs=10)


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (gcj02_from_wgs84, wgs84_from_gcj02),
        (bd09_from_wgs84, wgs84_from_bd09),
    ],
)
@given(lon=LON, lat=LAT)
def test_a_round_trip_over_china_stays_within_a_millimetre(there, back, lon, lat):
    shifted = there(lon, lat)
    assert np.hypot(shifted[0] - lon, shifted[1] - lat) > 100 * MILLIMETRE
    assert back(*shifted) == pytest.approx((lon, lat), abs=MILLIMETRE, rel=0)


@pytest.mark.parametrize(
    "shift",
    [
        gcj02_from_wgs84,
        wgs84_from_gcj02,
        wgs84_from_bd09,
    ],
)
def test_points_outside_china_are_left_alone(shift):
    lon = np.array([2.35, -74.0, 151.2, 0.0, 139.7])
    lat = np.array([48.85, 40.7, -33.9, 0.0, 35.7])
    moved = shift(lon, lat)
    assert moved[0].tolist() == lon.tolist()
    assert moved[1].tolist() == lat.tolist()


def test_any_shape_goes_in_and_comes_out():
    lon, lat = gcj02_from_wgs84(np.full((2, 3), 119.0), 36.0)
    assert lon.shape == lat.shape == (2, 3)
    assert gcj02_from_wgs84([], [])[0].shape == (0,)


def test_frames_and_series_are_shifted_by_vertex_in_a_copy():
    square = gpd.GeoSeries([shapely.box(119, 36, 120, 37)], crs=4326)
    frame = gpd.GeoDataFrame({"code": ["1"]}, geometry=square)
    gcj02 = gcj02_geometries(frame)
    assert gcj02.crs == frame.crs
    assert gcj02["code"].tolist() == ["1"]
    corner = shapely.get_coordinates(gcj02.geometry[0])[0]
    assert corner.tolist() == [float(n) for n in gcj02_from_wgs84(120, 36)]
    back = to_wgs84(gcj02.geometry, "gcj02")
    assert shapely.equals_exact(back[0], square[0], tolerance=MILLIMETRE)
    assert square[0].equals(shapely.box(119, 36, 120, 37))
    assert to_wgs84(frame, "wgs84") is frame


def test_baidu_polygons_come_back_too():
    there = bd09_from_wgs84(np.array([119, 120, 120]), np.array([36, 36, 37]))
    baidu = gpd.GeoSeries([shapely.Polygon(np.column_stack(there))], crs=4326)
    back = shapely.get_coordinates(to_wgs84(baidu, "bd09")[0])[:3]
    assert back.tolist() == pytest.approx(np.array([[119, 36], [120, 36], [120, 37]]), abs=1e-9)


@pytest.mark.parametrize(
    ("inside", "outside"),
    [((72.02, 35.0), (71.98, 35.0)), ((137.82, 35.0), (137.85, 35.0)),
     ((105.0, 0.85), (105.0, 0.82)), ((105.0, 55.81), (105.0, 55.84))],
    ids=["west", "east", "south", "north"],
)  # fmt: skip
def test_the_shift_ends_at_the_edges_of_its_box(inside, outside):
    """72.004 to 137.8347 °E, 0.8293 to 55.8271 °N, of the published formula."""
    assert gcj02_from_wgs84(*inside) != pytest.approx(inside, abs=1e-6)
    assert gcj02_from_wgs84(*outside) == pytest.approx(outside, abs=0)


def test_the_edge_of_the_box_belongs_to_it():
    west, south, east, north = SHIFTED
    inwards = 1e-9
    for x, y, dx, dy in ((west, south, inwards, inwards), (east, north, -inwards, -inwards)):
        moved = _inside(x, y, lambda lon, lat, dx=dx, dy=dy: (lon + dx, lat + dy))
        assert moved == (x + dx, y + dy)


@pytest.mark.parametrize("point", [(SHIFTED[2] - 1e-6, 35.0), (110.0, SHIFTED[3] - 1e-6)])
def test_a_point_that_the_shift_would_move_out_of_its_box_stays(point):
    """Nothing outside is shifted back: it could not be undone."""
    assert gcj02_from_wgs84(*point) == pytest.approx(point, abs=0)
