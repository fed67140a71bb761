"""Composing: which arrangement wins, and how the sheet is made up."""

from __future__ import annotations

import pytest

from geo.plate.compose import WEIGHTS, compose
from geo.plate.packing import Packing, Point
from geo.plate.sheet import Area
from tests.plate.marks.hand_made import town


def test_a_label_on_a_line_costs_and_beyond_the_most_it_costs_no_more():
    merits = [WEIGHTS.merit(n, one_column=False) for n in range(15)]
    assert merits[:3] == pytest.approx([1, 0.82, 0.82**2])
    assert merits[12] == merits[13] == merits[14]


def test_one_column_is_worth_five_per_cent_of_the_maps_size():
    one, two = (WEIGHTS.merit(3, one_column=column) for column in (True, False))
    assert one / two == pytest.approx(1.05)


def test_quality_is_the_maps_size_for_its_paper_less_what_strays():
    tidy, astray = (Packing(100, 0.8, Point(0, 0), (), stray) for stray in (0, 200))
    assert WEIGHTS.quality(1, tidy, 100) == pytest.approx(0.8**2 / 100)
    assert WEIGHTS.quality(1, astray, 100) == pytest.approx(0.8**2 / 100 / 1.1)


def test_the_sheet_is_paper_to_the_bleed_and_the_map_lies_within_its_margins():
    drawn = compose(town((0.5, 0.5), size="column", bleed_mm=3.0))
    paper = drawn.marks[0].rings[0]
    assert paper.min(axis=0).tolist() == [-3, -3]
    assert paper.max(axis=0) == pytest.approx([93, drawn.height + 3])
    for mark in (m for m in drawn.marks if isinstance(m, Area) and m.code):
        assert mark.rings[0][:, 0].min() >= 3
        assert mark.rings[0][:, 0].max() <= 87.001


def test_groups_are_in_reading_order():
    drawn = compose(town((0.5, 0.5)))
    assert [group.tag for group in drawn.groups] == ["Artifact", "H1", "P", "Figure", "P"]
