"""Districts in the plane of the map."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.choropleth.cartograms import cartogram_of
from geo.geometry.plane import local_plane
from geo.plate.ground import cartogram_ground, ground_of
from tests.small import map_of, small_map
from tests.weifang import weifang


def ground(districts, language):
    return ground_of(districts, local_plane(districts), language)


def test_districts_and_their_poles_are_in_metres():
    """A tenth of a degree of latitude is 11.1 km; of longitude at 36° N, 9.0 km."""
    made = ground(small_map(["A", "B"], [1, 2]).districts, "zh")
    width, height = shapely.box(*made.shapes[0].bounds).bounds[2:] - np.array(
        made.shapes[0].bounds[:2]
    )
    assert (width, height) == (pytest.approx(9010, rel=0.02), pytest.approx(11100, rel=0.02))
    for shape, point in zip(made.shapes, made.points, strict=True):
        assert shape.contains(shapely.Point(point))
    assert not made.national


def test_bounds_and_centre_are_those_of_all_districts():
    made = ground(small_map(["A", "B"], [1, 2]).districts, "zh")
    assert tuple(made.bounds) == pytest.approx(made.outline.bounds)
    assert shapely.box(*made.bounds).centroid.coords[0] == pytest.approx(made.centre)


def test_an_english_map_has_english_names_where_there_are_some():
    districts = map_of([shapely.box(118, 36, 119, 37)] * 1, [1], names=["甲县"]).districts
    assert ground(districts, "en").names == ("甲县",)
    assert ground(districts.assign(name_en="Jia"), "en").names == ("Jia",)
    assert ground(districts.assign(name_en="Jia"), "zh").names == ("甲县",)


def test_districts_whose_corners_miss_each_other_have_an_outline():
    """A corner on the edge of a neighbour is a hair off it in the plane."""
    shapes = [
        shapely.box(119, 36, 119.2, 36.1),
        shapely.box(119, 36.1, 119.1, 36.2),
        shapely.box(119.1, 36.1, 119.2, 36.2),
        shapely.box(119.2, 36, 119.4, 36.2),
    ]
    outline = ground(map_of(shapes, [1, 2, 3, 4]).districts, "zh").outline
    assert outline.area == pytest.approx(36_000 * 22_200, rel=0.01)


def test_a_cartogram_has_circles_for_districts_and_no_line_of_the_map():
    made = map_of([shapely.box(118 + i, 36, 119 + i, 37) for i in range(3)], [9, 4, 1])
    circles = cartogram_of(made, "dorling")
    found = cartogram_ground(made.districts, made.plane, "zh", circles)
    areas = shapely.area(found.shapes)
    assert areas / areas[2] == pytest.approx([9, 4, 1])
    for shape, point in zip(found.shapes, found.points, strict=True):
        assert shape.centroid.distance(shapely.Point(point)) < 1e-3
    assert found.names == ("A", "B", "C")
    assert not found.constant
    assert not found.national
    assert found.lines.below == ()
    assert not found.approximate.any()


def test_outlines_finer_than_print_lose_what_it_cannot_show(monkeypatch):
    """Few vertices are no burden to a file, and stay."""
    districts = weifang().districts
    plane = local_plane(districts)
    fine = ground_of(districts, plane, "zh", finest=1 / 200)
    monkeypatch.setattr("geo.plate.ground._FINE", 100)
    coarse = ground_of(districts, plane, "zh", finest=1 / 200)
    whole, few = (shapely.get_num_coordinates(g.shapes).sum() for g in (fine, coarse))
    assert whole == districts.geometry.count_coordinates().sum()
    assert few < whole / 2
    assert shapely.coverage_is_valid(coarse.shapes)
