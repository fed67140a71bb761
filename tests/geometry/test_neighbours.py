"""Polygons that share a border or a corner are neighbours, and no others."""

from __future__ import annotations

import numpy as np
import shapely

from geo.geometry.neighbours import neighbours


def test_a_gap_of_rounding_parts_nobody_and_a_metre_does():
    boxes = [shapely.box(x, 0, x + 1, 1) for x in (0, 1 + 1e-9, 2.00001)]
    assert neighbours(np.array(boxes)) == ((1,), (0,), ())


def test_corners_count_and_an_island_has_nobody():
    boxes = [shapely.box(x, y, x + 1, y + 1) for x, y in ((0, 0), (1, 0), (1, 1), (5, 5))]
    assert neighbours(np.array(boxes)) == ((1, 2), (0, 2), (0, 1), ())
