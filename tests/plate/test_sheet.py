"""Boxes, blocks and marks of a sheet."""

from __future__ import annotations

import pytest

from geo.plate.sheet import Area, Block, Box, Disc, Words, anchored, line, moved, rectangle, stacked

WORDS = Words(0, 0, "区", 72 / 25.4 * 10, 10, "sans", "#000000")  # an em of 10 mm


def test_a_boxs_edges_follow_from_its_corner_and_size():
    assert (Box(1, 2, 3, 4).right, Box(1, 2, 3, 4).bottom) == (4, 6)


def test_the_em_box_lies_88_parts_above_the_baseline_and_12_below():
    assert WORDS.box == pytest.approx((0, -8.8, 10, 10))
    assert WORDS.box.y + WORDS.box.height / 2 == pytest.approx(-WORDS.middle)


@pytest.mark.parametrize(("anchor", "x"), [(0, 50), (0.5, 45), (1, 40)])
def test_a_line_is_anchored_at_start_middle_or_end(anchor: float, x: float):
    placed = anchored(WORDS, 50, 20, anchor)
    assert (placed.x, placed.y) == (x, 20)


def test_every_kind_of_mark_moves():
    area = moved(Area((rectangle(0, 0, 2, 1),)), 10, 20)
    assert area.rings[0][0].tolist() == [10, 20]
    disc = moved(Disc(1, 1, 5), 10, 20)
    assert (disc.x, disc.y, disc.radius) == (11, 21, 5)


def test_blocks_are_stacked_with_a_gap_and_empty_ones_take_no_room():
    mark = Area((line((0, 0), (1, 0), (1, 1)),))
    block = stacked([Block(5, 2, (mark,)), Block(9, 9), Block(7, 3, (mark,))], gap=1)
    assert (block.width, block.height) == (7, 6)
    assert [m.rings[0][0].tolist() for m in block.marks] == [[0, 0], [0, 3]]
