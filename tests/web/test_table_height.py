"""How tall the table is: a long name takes lines, and the rows of the worst measure have room."""

from __future__ import annotations

from geo.web.table_height import table_height
from tests.small import small_map


def height(names, width=320, **measure):
    made = small_map(names, range(1, len(names) + 1), language="en", **measure)
    return table_height(made, width, beside=False)


def test_search_box_head_rows_and_last_line():
    """The last one is called Unweighted mean, in two lines."""
    assert height(["A", "B", "C"], label="L") == 48 + 4 * 28 + 37


def test_a_name_longer_than_its_column_takes_two_lines_of_18_pixels():
    """0.46 of 320 px less 38 for the ranks: 109 px; `United Kingdom` is 112 px wide."""
    assert height(["United Kingdom", "B"], label="L") - height(["A", "B"], label="L") == 37 - 28
    assert height(["United Kingdom", "B"], 340, label="L") == height(["A", "B"], 340, label="L")


def test_a_long_name_that_is_not_among_the_rows_at_first_takes_no_room():
    """Eight rows are shown below the map: those of the highest figures."""
    low, high = ["United Kingdom", *"ABCDEFGH"], [*"ABCDEFGH", "United Kingdom"]
    assert height(high, label="L") - height(low, label="L") == 37 - 28


def test_a_long_head_takes_lines():
    """0.54 of 320 px, in type of 12."""
    long = "Unemployment of the young by district"
    assert height(["A", "B"], label=long) - height(["A", "B"], label="L") == 2 * 18 + 1 - 28
