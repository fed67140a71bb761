"""Circles and squares never overlap, show quantities by their areas, and keep neighbours."""

from __future__ import annotations

import itertools
from dataclasses import replace
from unittest import mock

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry import cartogram
from geo.geometry.cartogram import area_cartogram
from geo.geometry.neighbours import neighbours

KINDS = ("dorling", "demers")


def board(columns: int, rows: int, side: float = 1000.0) -> np.ndarray:
    """Return square districts in rows from the south-west."""
    return np.array(
        [
            shapely.box(side * x, side * y, side * (x + 1), side * (y + 1))
            for y in range(rows)
            for x in range(columns)
        ]
    )


@st.composite
def maps(draw):
    """A board with some districts left out, each with a quantity that may be none."""
    shapes = board(draw(st.integers(1, 6)), draw(st.integers(1, 4)))
    kept = draw(st.lists(st.sampled_from(range(len(shapes))), min_size=1, unique=True))
    quantity = st.one_of(st.floats(0.01, 1e5), st.sampled_from([0.0, np.nan, 7.0]))
    quantities = draw(st.lists(quantity, min_size=len(kept), max_size=len(kept)))
    quantities[0] = draw(st.floats(0.01, 1e5))
    return shapes[sorted(kept)], np.array(quantities)


@pytest.mark.parametrize("many", [0, cartogram.MANY])  # stacked, relaxed
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, deadline=None)
@given(given_map=maps(), seed=st.integers(0, 99))
def test_nothing_overlaps_areas_are_in_proportion_and_no_order_matters(kind, many, given_map, seed):
    with mock.patch.object(cartogram, "MANY", many):
        _check_laws(kind, *given_map, seed)


def _check_laws(kind, shapes, quantities, seed):
    found = area_cartogram(kind, shapes, quantities, neighbours(shapes))
    drawn = found.shapes
    for i, j in itertools.combinations(range(len(drawn)), 2):
        smaller = min(drawn[i].area, drawn[j].area)
        assert shapely.intersection(drawn[i], drawn[j]).area <= 1e-9 * smaller
    assert found.overlaps == 0

    some = quantities > 0
    np.testing.assert_allclose(found.radii[some], found.unit * np.sqrt(quantities[some]))
    # What has no quantity is a dot.
    np.testing.assert_allclose(found.radii[~some], 0.06 * found.radii[some].max())

    order = np.random.default_rng(seed).permutation(len(shapes))
    other = area_cartogram(kind, shapes[order], quantities[order], neighbours(shapes[order]))
    np.testing.assert_allclose(found.centres[order], other.centres, rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_of_ways_over_the_sea_that_are_alike_no_row_chooses(kind):
    """Three islands, two of them as far from the third."""
    corners = [(0, 0), (3000, 1000), (0, 2000)]
    shapes = np.array([shapely.box(x, y, x + 1000, y + 1000) for x, y in corners])
    _check_laws(kind, shapes, np.array([2, 0.01, 0.01]), seed=0)


def test_two_equal_neighbours_lie_side_by_side_where_they_were():
    shapes = board(2, 1)
    found = area_cartogram("demers", shapes, np.array([4.0, 4.0]), neighbours(shapes))
    (west, south), (east, north) = found.centres
    # Their distance is that of the districts, which sets the scale: half of it each.
    np.testing.assert_allclose([east - west, north - south], [1000, 0], atol=3)
    np.testing.assert_allclose(found.radii, 500)


@pytest.mark.parametrize("kind", KINDS)
def test_equal_squares_keep_nearly_all_neighbours_and_their_directions(kind):
    shapes = board(5, 4)
    found = area_cartogram(kind, shapes, np.ones(20), neighbours(shapes))
    # 31 borders, 24 corners: squares can keep all of them, circles the borders.
    assert len(found.pairs) == 55
    assert found.touching >= (55 if kind == "demers" else 31)
    rows = found.centres[:, 1].reshape(4, 5)
    assert (np.diff(rows, axis=0) > 0).all()


def test_squares_of_any_size_keep_half_of_the_neighbours_or_more():
    """Sizes between 1 and 20; on a board each has up to eight neighbours."""
    shapes = board(6, 5)
    quantities = np.random.default_rng(3).uniform(1, 400, 30)
    found = area_cartogram("demers", shapes, quantities, neighbours(shapes))
    borders = [shapely.touches(*shapes[pair]) for pair in found.pairs]
    assert sum(borders) == len(found.pairs) == 89
    assert found.touching >= 45


def test_far_apart_is_not_in_touch():
    shapes = np.array([shapely.box(x, 0, x + 10, 10) for x in (0, 5000)])
    found = area_cartogram("dorling", shapes, np.array([1.0, 2.0]), neighbours(shapes))
    assert (len(found.pairs), found.touching) == (0, 0)
    # Nobody sets the scale: the circles take half of the districts' area.
    np.testing.assert_allclose((np.pi * found.radii**2).sum(), 100)


def test_what_lies_on_one_point_is_parted():
    shapes = np.array([shapely.Point(0, 0).buffer(r) for r in (1, 2, 3)])
    found = area_cartogram("dorling", shapes, np.ones(3), ((1, 2), (0, 2), (0, 1)))
    assert found.overlaps == 0
    assert found.touching == 3


def test_an_overlap_is_counted():
    shapes = board(2, 1)
    found = area_cartogram("demers", shapes, np.ones(2), neighbours(shapes))
    assert replace(found, radii=found.radii * 1.01).overlaps == 1


def test_without_any_quantity_there_is_nothing_to_lay_out():
    shapes = board(2, 1)
    with pytest.raises(ValueError, match=r"^no quantity is positive$"):
        area_cartogram("dorling", shapes, np.array([0.0, np.nan]), ((1,), (0,)))
