"""Packing: nothing on the land, nothing on anything else, the map as large as it can be."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo.plate.packing import Corner, Frame, Item, Room, pack

#: An L of land: the upper right quarter of its extent is sea.
L_SHAPE = shapely.Polygon([Corner(0, 0), (100, 0), (100, 50), (50, 50), (50, 100), (0, 100)])
SIZES = st.tuples(st.floats(5, 60), st.floats(5, 60))


def test_an_item_goes_into_the_sea_and_the_map_keeps_its_full_size():
    found = pack(Room(L_SHAPE), Frame(100, 100), [Item(40, 40, Corner(0, 0))], 4)
    assert found.share == pytest.approx(1)
    assert found.places == ((60, 0),)


def test_the_map_shrinks_only_as_far_as_it_must():
    """A square of land 100 wide and a strip 16 wide beside it, 4 apart: 80 are left."""
    found = pack(
        Room(shapely.box(0, 0, 100, 100)), Frame(100, 100), [Item(16, 90, Corner(1, 0))], 4
    )
    assert found.share == pytest.approx(0.8, abs=0.015)
    assert found.corner.x == pytest.approx(0, abs=0.5)


def test_without_a_height_the_page_grows_by_what_stands_above_the_map():
    found = pack(
        Room(shapely.box(0, 0, 100, 100)), Frame(100, None), [Item(90, 20, Corner(0, 0))], 4
    )
    assert found.share == 1
    assert found.height == pytest.approx(124)
    assert found.corner.y == pytest.approx(24)


def test_what_has_no_place_is_refused():
    assert pack(Room(L_SHAPE), Frame(100, 100), [Item(101, 5, Corner(0, 0))], 4) is None


def test_a_packing_that_is_not_dense_enough_is_not_worth_finding():
    room, items = Room(shapely.box(0, 0, 100, 100)), [Item(16, 90, Corner(1, 0))]
    assert pack(room, Frame(100, 100), items, 4, least=0.9**2 / 100) is None
    assert pack(room, Frame(100, 100), items, 4, least=0.7**2 / 100) is not None


def test_an_item_that_keeps_clear_stands_further_from_the_others():
    near, clear = (
        pack(
            Room(L_SHAPE),
            Frame(100, 100),
            [Item(40, 10, Corner(1, 0)), Item(40, 10, Corner(1, 0), more)],
            2,
        )
        for more in (0, 8)
    )
    assert near.places[1][1] - near.places[0][1] == pytest.approx(12)
    assert clear.places[1][1] - clear.places[0][1] == pytest.approx(20)


@settings(max_examples=60, deadline=None)
@given(st.lists(SIZES, min_size=1, max_size=4), st.one_of(st.none(), st.floats(60, 160)))
def test_items_keep_off_the_land_each_other_and_the_edge(sizes, height):
    items = [Item(w, h, Corner(i % 2, i // 2 % 2)) for i, (w, h) in enumerate(sizes)]
    found = pack(Room(L_SHAPE), Frame(120, height), items, 3, tallest=4)
    if height is None:  # then there is always a place, under or over the map
        assert found
    assume(found)
    scale = 120 * found.share / 100
    land = shapely.affinity.affine_transform(
        L_SHAPE, [scale, 0, 0, -scale, found.corner.x, found.corner.y + 100 * scale]
    )
    frame = shapely.box(0, 0, 120, found.height).buffer(1e-6)
    boxes = [shapely.box(x, y, x + i.width, y + i.height)
             for i, (x, y) in zip(items, found.places, strict=True)]  # fmt: skip
    assert frame.covers(land)
    for box in boxes:
        assert frame.covers(box)
        assert box.distance(land) > 3 - 1.6 * scale  # a cell of the grid
    for a, b in combinations(boxes, 2):
        assert a.distance(b) >= 3 - 1e-6


@settings(max_examples=60, deadline=None)
@given(SIZES, st.floats(80, 160))
def test_an_item_that_has_room_in_the_sea_of_a_small_map_is_never_refused(size, height):
    """At three tenths of its size, the L leaves a strip at least 60 wide or 25 high."""
    room = st_room(height)
    found = pack(Room(L_SHAPE), Frame(120, height), [Item(*size, Corner(0, 0))], 3)
    assert (found is None) <= (size[0] > room[0] and size[1] > room[1])


def st_room(height):
    """Width beside and height under the smallest map in a frame 120 wide, less the gap."""
    smallest = 0.3 * min(120, height)
    return 120 - smallest - 3.5, height - smallest - 3.5
