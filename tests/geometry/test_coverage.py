"""Common borders: matched vertex by vertex, and overlaps found."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.geometry.coverage import matched, overlaps

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
