"""Path data: what neighbours share is the same text, and the border is what they do not share."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from geo.web.paths import coverage_paths, path

#: Three squares in a row, the corners where they meet among their vertices.
ROW = [box(x, 0, x + 9, 9, ccw=False) for x in (0, 9, 18)]
ROW_ZIGZAG = [
    Polygon([(0, 0), (0, 9), (9, 9), (7, 6), (11, 3), (9, 0)]),
    Polygon([(9, 0), (11, 3), (7, 6), (9, 9), (18, 9), (18, 0)]),
]


def sides(text):
    """The sides of closed or open path data, each from its lesser end, sorted."""
    found = []
    for part in re.findall(r"M[^M]+", text):
        points = (
            np.array([int(n) for n in re.findall(r"-?\d+", part)]).reshape(-1, 2).cumsum(axis=0)
        )
        line = [tuple(map(int, p)) for p in points] + ([tuple(points[0])] if "z" in part else [])
        found += [tuple(sorted(pair)) for pair in pairwise(line)]
    return sorted(found)


def test_a_path_starts_absolutely_and_goes_on_in_steps():
    assert path(Polygon([(0, 0), (10, 0), (10, 5), (0, 5)])) == "M0 0l10 0 0 5-10 0z"


def test_a_hole_follows_its_exterior_and_parts_follow_each_other():
    hole = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 6), (6, 6)]])
    assert path(hole) == "M0 0l9 0 0 9-9 0zM3 3l0 3 3 0z"
    assert path(MultiPolygon([hole, box(20, 0, 21, 1)])).count("M") == 3


def test_what_shrinks_to_nothing_still_has_an_element_to_hit():
    assert path(box(4.1, 4.1, 4.2, 4.2)) == "M4 4l1 0 0 1-1 0z"


def test_neighbours_write_their_border_with_the_same_steps():
    """One goes around clockwise, so the other must not; both start where the border does."""
    left, right = coverage_paths(ROW_ZIGZAG).polygons
    shared = "-2-3 4-3-2-3"
    assert shared in left
    assert shared in right


def test_of_three_in_a_row_the_middle_one_turns():
    first, middle, last = coverage_paths(ROW).polygons
    assert [p.count("z") for p in (first, middle, last)] == [1, 1, 1]
    turns = [np.sign(_area(p)) for p in (first, middle, last)]
    assert turns[0] == turns[2] == -turns[1]


def _area(text):
    x, y = np.array([int(n) for n in re.findall(r"-?\d+", text)]).reshape(-1, 2).cumsum(axis=0).T
    return (x * np.roll(y, -1) - np.roll(x, -1) * y).sum()


def test_the_border_is_what_belongs_to_one_polygon_only():
    drawn = coverage_paths(ROW)
    assert drawn.border.count("M") == 4
    assert ((9, 0), (9, 9)) not in sides(drawn.border)
    assert len(sides(drawn.border)) == 8


def test_the_border_of_one_polygon_is_all_of_it_and_its_holes():
    ring = Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    drawn = coverage_paths([ring])
    assert sides(drawn.border) == sides(drawn.polygons[0])


def test_a_polygon_that_shrinks_to_nothing_has_its_dot_and_no_border():
    drawn = coverage_paths([ROW[0], box(40.1, 4.1, 40.2, 4.2)])
    assert drawn.polygons[1] == "M40 4l1 0 0 1-1 0z"
    assert len(sides(drawn.border)) == 4


def test_no_polygon_has_no_path():
    assert coverage_paths([]).polygons == ()


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12, unique=True)
)
def test_no_side_is_lost_whichever_polygons_turn(cells):
    """Squares of a grid: each has its four sides, and the border is those that occur once."""
    squares = [box(x * 5, y * 5, x * 5 + 5, y * 5 + 5, ccw=False) for x, y in cells]
    drawn = coverage_paths(squares)
    own = [sides(text) for text in drawn.polygons]
    assert own == [sides(path(square)) for square in squares]
    every = [side for found in own for side in found]
    assert sides(drawn.border) == sorted(side for side in every if every.count(side) == 1)


@given(st.permutations(range(8)))
def test_around_a_hole_neighbours_turn_in_turn_in_whatever_order_they_come(order):
    """Turned one after the other as long as that gains, some pairs would stay alike."""
    ring = [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1)]
    cells = [box(x * 5, y * 5, x * 5 + 5, y * 5 + 5, ccw=False) for x, y in ring]
    paths = coverage_paths([cells[i] for i in order]).polygons
    turns = [np.sign(_area(paths[order.index(i)])) for i in range(8)]
    assert all(a == -b for a, b in pairwise(turns))
