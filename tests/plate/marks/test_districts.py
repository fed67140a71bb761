"""Fills, hatching and outlines of districts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely

from geo.plate.marks.districts import class_lines, fills, hatching, no_data_lines, outlines
from geo.plate.sheet import Area, Strokes, Words
from geo.plate.style import EDGE, PAPER
from geo.plate.view import fitted
from geo.symbology.legibility import MISSING
from tests.plate.marks.hand_made import town
from tests.plate.plates import region, sheet

SQUARE = shapely.box(0, 0, 40, 40)


def density(strokes: Strokes) -> float:
    """Millimetres of line in a square millimetre of `SQUARE`."""
    return sum(shapely.LineString(path).length for path in strokes.paths) / SQUARE.area


def test_hatching_grows_denser_with_the_class_and_the_lowest_has_none():
    marks = class_lines(np.array([SQUARE] * 6), tuple(range(6)), ("#000000",) * 6)
    assert len(marks) == 5
    densities = [density(mark) for mark in marks]
    assert all(b > 1.2 * a for a, b in pairwise(densities))


def test_hatching_has_its_spacing_and_stays_inside():
    lines = hatching(SQUARE, 2.0, 45)
    inside = SQUARE.buffer(1e-6)
    assert all(inside.covers(shapely.LineString(path)) for path in lines)
    assert sum(shapely.LineString(p).length for p in lines) / SQUARE.area == pytest.approx(
        1 / 2, rel=0.03
    )


def test_a_district_without_a_value_is_light_and_hatched():
    made = town((0.5, 0.5))
    shapes = np.array([SQUARE, shapely.box(50, 0, 60, 10)])
    first, second = fills(made.ground, shapes, (None, "#123456"), ("a", "b"), 0.6)
    assert (first.fill, second.fill) == (MISSING, "#123456")
    assert (first.code, first.label) == (made.ground.codes[0], "a")
    assert len(no_data_lines(shapes, (None, "#123456"))) == 1


def test_a_district_outside_an_inset_is_not_drawn_in_it():
    made = town((0.5, 0.5))
    shapes = np.array([SQUARE, shapely.Polygon()])
    marks = fills(made.ground, shapes, ("#123456",) * 2, ("a", "b"), 0.6)
    assert [mark.code for mark in marks if isinstance(mark, Area)] == [made.ground.codes[0]]


def test_the_whole_has_an_outline_and_nothing_is_dashed_without_approximate_borders():
    made = town((0.5, 0.5))
    marks = outlines(made.ground, fitted(made.ground.bounds, 0, 0, 1e-3), 1.0)
    assert [mark.dash for mark in marks] == [()]


def test_no_line_of_a_hatch_runs_behind_a_label():
    drawn = sheet(size="column", hatch=True)
    figure = next(group for group in drawn.groups if group.tag == "Figure")
    hatch = shapely.union_all(
        [
            shapely.linestrings(path)
            for mark in figure.marks
            if isinstance(mark, Strokes) and mark.width == 0.3
            for path in mark.paths
        ]
    )
    labels = [mark for mark in figure.marks if isinstance(mark, Words) and mark.halo]
    assert len(labels) > 20
    assert not [w.text for w in labels if hatch.intersects(region(w))]


def test_white_borders_do_not_part_white_districts():
    made = town((0.5, 0.5))
    shapes = np.array([SQUARE, shapely.box(50, 0, 60, 10)])
    colors = ("#f7f7f7", "#98c3e2")
    marks = fills(made.ground, shapes, colors, ("a", "b"), 0.6)
    assert [mark.stroke for mark in marks if isinstance(mark, Area)] == [EDGE, PAPER]
    marks = fills(made.ground, shapes, colors, ("a", "b"), 0.6, "#a0c8e8")
    assert [mark.stroke for mark in marks if isinstance(mark, Area)] == [PAPER, EDGE]
