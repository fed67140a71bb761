"""Whether polygons fit together is proven sooner than GEOS tells, and never otherwise."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry.fitting import _proven, fit_together
from tests.geometry.coverages import wavy_grid

SIDE = 4
#: Two triangles a square of a grid; each goes to one of some districts, or to none.
CELLS = shapely.segmentize([
    shapely.Polygon([(x, y), *corner, (x + 1, y + 1)])
    for x in range(SIDE) for y in range(SIDE)
    for corner in ([(x + 1, y)], [(x, y + 1)])
], 0.8)  # fmt: skip
SQUARE, FRAME = shapely.box(1, 1, 2, 2), shapely.box(0, 0, 3, 3)
LAKE = shapely.Polygon(FRAME.exterior, [SQUARE.exterior])


def shapes(*given):
    return np.array(given, dtype=object)


def moved(polygon, at, by):
    """The polygon with its outer vertex number `at` moved, or without it."""
    ring = polygon.exterior.coords[:-1]
    ring[at : at + 1] = [] if by is None else [np.add(ring[at], by)]
    return shapely.Polygon(ring, polygon.interiors)


@st.composite
def coverages(draw):
    """Districts of triangles, as they are or damaged in a small way."""
    some = st.lists(st.integers(-1, 3), min_size=len(CELLS), max_size=len(CELLS))
    owners = np.array(draw(some))
    found = [shapely.coverage_union_all(CELLS[owners == i]) for i in range(4) if i in owners]
    for _ in range(draw(st.integers(0, 2))):
        if not found:
            break
        at, how = draw(st.integers(0, len(found) - 1)), draw(st.integers(0, 5))
        step = draw(st.sampled_from([(1, 0), (0, 1), (0.5, 0), (1e-9, 0), (-0.5, 0.5), (1, 1)]))
        one = found[at]
        if how == 0:
            found.append(one)
        elif how == 1:
            found.append(shapely.get_parts(one)[0])
        elif how == 2:
            found.append(draw(st.sampled_from(CELLS.tolist())))
        elif how == 3:
            found[at] = shapely.transform(one, lambda xy, step=step: xy + step)
        elif one.geom_type == "Polygon" and len(one.exterior.coords) > 4:
            found[at] = moved(one, draw(st.integers(0, 5)), None if how == 4 else step)
    return shapes(*found)


@given(coverages())
@settings(max_examples=300, deadline=None)
def test_what_is_proven_is_so(polygons):
    if shapely.is_valid(polygons).all() and _proven(polygons):
        assert shapely.coverage_is_valid(polygons)
        united = shapely.union_all(polygons)
        assert shapely.area(polygons).sum() == pytest.approx(united.area)


@pytest.mark.parametrize(
    "polygons",
    [
        wavy_grid(),
        shapely.reverse(wavy_grid()),
        shapes(LAKE, SQUARE),  # a hole that is filled
        shapes(LAKE),
        shapes(LAKE, shapely.box(1.2, 1.2, 1.8, 1.8), None, shapely.Polygon()),  # islet in a lake
        shapes(shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)),  # one corner in common
        shapes(shapely.box(0, 0, 1, 1), shapely.box(1, -1, 2, 0)),  # where the ring begins
        shapes(shapely.box(-0.0, 0, 1, 1), shapely.box(-1, 0, 0, 1)),
        shapes(shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(3, 0, 4, 1)]),
               shapely.box(1, 0, 3, 1)),
    ],
)  # fmt: skip
def test_the_usual_coverages_need_no_other_proof(polygons, monkeypatch):
    assert shapely.coverage_is_valid(polygons)
    monkeypatch.delattr(shapely, "coverage_is_valid")
    assert fit_together(polygons)


def test_a_vertex_given_twice_parts_no_neighbours():
    west = shapely.Polygon([(0, 0), (1, 0), (1, 0), (1, 2), (0, 2)])
    assert fit_together(shapes(west, EAST))
    assert shapely.coverage_is_valid(shapes(west, EAST))


WEST, EAST = shapely.box(0, 0, 1, 2), shapely.box(1, 0, 2, 2)


@pytest.mark.parametrize(
    "polygons",
    [
        shapes(WEST, shapely.box(1 - 1e-9, 0, 2, 2)),  # an overlap of a hair
        shapes(WEST, moved(EAST, 3, (-1e-9, 0))),  # half a hair at one end
        shapes(WEST, shapely.box(1, 0, 2, 1)),  # a corner on the other's edge
        shapes(WEST, WEST),
        shapes(LAKE, SQUARE, shapely.box(1.2, 1.2, 1.8, 1.8)),  # one of two fills the hole
        shapes(FRAME, SQUARE),  # no vertex in common
        # The hole of one ends on an edge of the other.
        shapes(shapely.Polygon(FRAME.exterior, [[(3, 1.5), (2, 1), (2, 2)]]),
               shapely.box(3, 0, 4, 3)),
        # Around one point twice.
        shapes(shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(0.5, 0, 1.5, 1)),
        shapes(shapely.box(0, 0, 1, 1), shapely.Polygon([(1, 0), (2, 0), (2, 1), (1, 1)]),
               shapely.Polygon([(1, 0), (1.5, 0.5), (1, 1)])),  # an edge of three
    ],
)  # fmt: skip
def test_small_damage_is_seen(polygons):
    assert shapely.is_valid(polygons).all()
    assert not shapely.coverage_is_valid(polygons)
    assert not fit_together(polygons)


@pytest.mark.parametrize("begin", range(4))
def test_wherever_a_ring_begins_a_corner_on_its_edge_is_seen(begin):
    ring = np.roll([(0, 0), (2, 0), (2, 2), (0, 2)], begin, axis=0)
    corner = shapely.Polygon([(1, 2), (2, 3), (0, 3)])
    assert not fit_together(shapes(shapely.Polygon(ring), corner))


def test_of_what_is_no_area_nothing_is_proven():
    """GEOS has the word: whoever asks ought to have asked whether polygons are valid."""
    folded = shapely.Polygon([(0, 0), (1, 1), (2, 0), (1, 1)])
    assert not _proven(shapes(folded))
