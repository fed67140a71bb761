"""The legend of two measures: rows from the highest, one button a class."""

from __future__ import annotations

import re

import numpy as np

from geo.web.cross import cross, cross_height, cross_size, is_crossed
from geo.web.embed import embed
from geo.web.legend import legend
from geo.web.render import render
from tests.pairs import faded_map, pair_map
from tests.small import small_map
from tests.weifang import weifang

PLACES = ([5, 25, 5, 25], [5, 5, 25, 25])


def test_the_upper_row_is_high_in_the_second_measure():
    made = pair_map(*PLACES)
    view = cross(made.measure("both"), made.words)
    assert view is not None
    assert [[cell.key for cell in row] for row in view.rows] == [
        ["6", "7", "8"], ["3", "4", "5"], ["0", "1", "2"],
    ]  # fmt: skip
    assert [[cell.count for cell in row] for row in view.rows] == [[1, 0, 1], [0, 0, 0], [1, 0, 1]]
    assert view.rows[0][0].said == "Income low, Jobs high (0–10 kr / 20–30): 1 district"


def test_a_map_of_single_measures_has_no_grid_and_none_of_its_rules():
    assert cross(small_map("AB", [1, 2]).measure(), small_map("AB", [1, 2]).words) is None
    assert not is_crossed(weifang())
    assert "cell-row" not in embed(weifang()).html
    assert is_crossed(faded_map(*PLACES))


def test_axes_are_named_with_arrows_and_gaps_stand_apart():
    made = pair_map([5, 25, np.nan], [5, 25, 25])
    markup = str(render("legend.html", legend(made, made.measure("both")), made.words))
    assert "<p>↑ Jobs</p>" in markup
    assert "<p>Income (kr) →</p>" in markup
    assert re.findall(r'data-class="(\w+)"', markup) == [*"678345012", "missing"]
    assert re.findall(r"<span>(\w*)</span>", markup) == [
        "30",
        "20",
        "10",
        "0",
        "0",
        "10",
        "20",
        "30",
    ]


def test_columns_are_as_wide_as_their_breaks_need():
    made = pair_map(*PLACES)
    grid = made.measure("both").symbology.grid
    assert grid is not None
    assert cross_size(grid, made.words) == (84, 84)
    wide = pair_map([500000, 2500000], [5, 25], one={"breaks": (1e6, 2e6, 3e6)})
    other = wide.measure("both").symbology.grid
    assert other is not None
    assert 150 < cross_size(other, wide.words)[0] <= 200
    assert cross_height(grid, made.words, 300) == 84 + 2 * 18 + 28


def test_every_class_has_its_colour_and_an_ink_in_the_rules():
    made = pair_map(*PLACES)
    html = embed(made).html
    found = dict(re.findall(r'\[data-measure="both"\] \.k(\d){--c:(#\w+);', html))
    assert tuple(found[str(i)] for i in range(9)) == made.measure("both").symbology.colors
    assert ".x-both{--w:5.25rem;--cell:1.75rem}" in html
