"""Two measures crossed: which class is which column and row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.symbology.classify import Classes
from geo.symbology.grid import Axis, Grid


def axis(ids, size):
    counts = tuple(ids.count(i) for i in range(size))
    edges = tuple(float(i) for i in range(size + 1))
    classes = Classes("own", edges, tuple(ids), counts, ids.count(None), 1.0, size)
    return Axis("L", "u", classes, tuple(map(str, range(size + 1))), tuple(map(str, ids)))


def test_class_0_is_low_in_both_and_the_last_is_high_in_both():
    grid = Grid(axis([0, 2, 0, 2, 1], 3), axis([0, 0, 2, 2, None], 3), alpha=False)
    assert grid.ids == (0, 2, 6, 8, None)
    assert grid.place(2) == (2, 0)
    assert grid.place(6) == (0, 2)


@given(st.integers(1, 9), st.integers(1, 4))
def test_every_class_has_one_place(columns, rows):
    grid = Grid(axis([], columns), axis([], rows), alpha=True)
    cells = [grid.cell(c, r) for r in range(rows) for c in range(columns)]
    assert cells == list(range(columns * rows))
    assert [grid.place(n) for n in cells] == [(c, r) for r in range(rows) for c in range(columns)]


def test_three_and_four_classes_have_words_of_their_own():
    assert axis([], 3).levels == ("level_low", "level_medium", "level_high")
    assert axis([], 4).levels[1:3] == ("level_fairly_low", "level_fairly_high")
    assert axis([], 2).levels == ("level_low", "level_high")
    assert axis([], 1).levels == ("level_medium",)
