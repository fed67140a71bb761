"""Ranked bars."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely

from geo.plate.compose import compose
from geo.plate.marks.bars import MOST_ROWS, bars, least_width
from geo.plate.sheet import Area, Block, Box, Strokes, Words
from geo.plate.style import EDGE
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.plate.marks.hand_made import STYLE
from tests.small import map_of


def small(*values: float, **more: object):
    boxes = [shapely.box(118 + i / 10, 36, 118.1 + i / 10, 36.1) for i in range(len(values))]
    return map_of(boxes, values, **more)


def drawn(*values: float, columns: int = 1, width: float = 90, **more: object) -> Block:
    made = small(*values, **more)
    names = tuple(made.districts["name"])
    return bars(made.measures[0], names, ("#888888",) * len(values), STYLE, width, columns)


def rectangles(block: Block) -> list[Box]:
    """The bars, in their order."""
    found = [mark.rings[0] for mark in block.marks if isinstance(mark, Area)]
    return [Box(*ring.min(axis=0), *np.ptp(ring, axis=0)) for ring in found]


def texts(block: Block) -> list[str]:
    return [mark.text for mark in block.marks if isinstance(mark, Words)][1:]


def test_the_largest_is_first_and_lengths_are_in_proportion():
    block = drawn(10, 40, 20)
    assert texts(block) == ["B", "40", "C", "20", "A", "10"]
    lengths = [bar.width for bar in rectangles(block)]
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2, lengths[0] / 4])
    assert len({round(bar.x, 6) for bar in rectangles(block)}) == 1


def test_bars_of_negative_values_point_to_the_other_side_of_a_zero_line():
    block = drawn(30, -20, 10, -5)
    (zero,) = (mark.paths[0][0, 0] for mark in block.marks if isinstance(mark, Strokes))
    first, second, third, fourth = rectangles(block)
    assert (first.x, second.x) == pytest.approx((zero, zero))
    assert (third.right, fourth.right) == pytest.approx((zero, zero))
    assert [b.width / first.width for b in (second, third, fourth)] == pytest.approx(
        [1 / 3, 1 / 6, 2 / 3]
    )


def test_values_are_set_at_the_ends_of_their_bars_clear_of_bars_and_names():
    block = drawn(30, -20, 10, -5)
    lines = [mark for mark in block.marks if isinstance(mark, Words)][1:]
    for (name, value), bar in zip(zip(lines[::2], lines[1::2], strict=True), rectangles(block),
                                  strict=True):  # fmt: skip
        assert value.box.right < bar.x if value.text.startswith("−") else value.x > bar.right
        assert name.box.right < min(bar.x, value.x)
        assert max(bar.right, value.box.right) <= block.width + 1e-9


def test_without_a_negative_value_there_is_no_zero_line():
    assert not [mark for mark in drawn(1, 2, 0).marks if isinstance(mark, Strokes)]


def test_a_bar_of_zero_is_still_a_mark():
    assert rectangles(drawn(5, 0))[1].width == pytest.approx(0.15)
    assert [bar.width for bar in rectangles(drawn(0, 0))] == pytest.approx([0.15, 0.15])


def test_columns_are_filled_one_after_the_other_each_with_its_zero_line():
    block = drawn(5, 4, 3, 2, -1, columns=2, width=120)
    places = rectangles(block)
    assert [bar.y for bar in places[:3]] == sorted(bar.y for bar in places[:3])
    assert places[3].y == pytest.approx(places[0].y)
    assert places[3].x - places[0].x == pytest.approx(63)  # half of 120, and half the gap
    assert len([mark for mark in block.marks if isinstance(mark, Strokes)]) == 2


def test_a_long_list_shows_the_first_and_says_so():
    names = [f"N{i}" for i in range(60)]
    block = drawn(*range(60), names=names)
    assert len(rectangles(block)) == MOST_ROWS
    assert next(m.text for m in block.marks if isinstance(m, Words)) == "总数（个），前48名"


def test_the_least_width_leaves_room_for_bars():
    made = small(1234, 5)
    width = least_width(made.measures[0], ("甲县", "乙县"), STYLE)
    block = bars(made.measures[0], ("甲县", "乙县"), ("#888888",) * 2, STYLE, width, 1)
    assert rectangles(block)[0].width > 8


def test_the_layout_with_bars_keeps_its_zero_line_on_the_page():
    made = subject_of(small(30, -20, 10, -5, palette="viridis"), PlateSpec(size="a4"), "plates[1]")
    sheet = compose(made)
    bars_drawn = [m for m in sheet.marks if isinstance(m, Area) and m.stroke == EDGE]
    assert len(bars_drawn) == 4
    sides = [Box(*m.rings[0].min(axis=0), *np.ptp(m.rings[0], axis=0)) for m in bars_drawn]
    assert all(a.y < b.y for a, b in pairwise(sides))
    assert sides[0].x == pytest.approx(sides[1].x)
    assert sides[2].right == pytest.approx(sides[0].x)
    assert sides[3].right == pytest.approx(sides[0].x)
