"""Neighbours hold together; a group of islands holds to the nearest shore."""

from __future__ import annotations

import numpy as np
import shapely

from geo.geometry.linking import links_of


def test_each_group_has_a_ferry_to_the_nearest_shore():
    # Two on the mainland, two on an island, an islet beyond.
    xs = (0, 10, 25, 35, 60)
    shapes = np.array([shapely.box(x, 0, x + 10, 10) for x in xs])
    links = links_of(shapes, ((1,), (0,), (3,), (2,), ()))
    assert links.pairs.tolist() == [[0, 1], [2, 3]]
    # From mainland and island the same way, from the islet its own.
    assert links.ferries.tolist() == [[1, 2], [3, 4]]
    assert links.across.tolist() == [False, False, True, True]
    assert links.all.tolist() == [[0, 1], [2, 3], [1, 2], [3, 4]]


def test_a_district_lies_where_its_largest_part_does():
    far = shapely.MultiPolygon([shapely.box(90, 0, 92, 2), shapely.box(0, 0, 4, 4)])
    links = links_of(np.array([far, shapely.box(4, 0, 8, 4)]), ((1,), (0,)))
    assert links.places.tolist() == [[2, 2], [6, 2]]
    assert len(links.ferries) == 0


def test_another_order_has_the_same_links():
    shapes = np.array([shapely.box(x, 0, x + 1, 1) for x in (0, 1, 5)])
    links = links_of(shapes, ((1,), (0,), ())).ordered(np.array([2, 0, 1]))
    assert links.places[:, 0].tolist() == [5.5, 0.5, 1.5]
    assert links.pairs.tolist() == [[1, 2]]
    assert links.ferries.tolist() == [[0, 2]]
