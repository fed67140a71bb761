"""Proportional circles and their nested legend."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely

from geo.base.catalogue import strings
from geo.choropleth.wording import circle_steps
from geo.plate.marks.circles import discs_of, nested, ringed, unit_radius_of
from geo.plate.sheet import Area, Disc
from tests.plate.plates import region, sheet, subject
from tests.small import map_of, small_map
from tests.weifang import weifang


def measure(*values: float, **more: object):
    boxes = [shapely.box(118 + i, 36, 119 + i, 37) for i in range(len(values))]
    return map_of(boxes, values, **more).measures[0]


def test_areas_are_in_proportion_not_radii():
    shown = measure(1, 4, 9)
    discs = discs_of(shown, np.zeros((3, 2)), 2.0)
    assert [d.radius for d in discs] == pytest.approx([2, 4, 6])


def test_no_value_no_circle():
    shown = measure(1, np.nan, 0)
    assert [d is None for d in discs_of(shown, np.zeros((3, 2)), 2.0)] == [False, True, True]


def test_small_circles_are_drawn_over_large_ones():
    rings = ringed([Disc(0, 0, 1), None, Disc(0, 0, 5)])
    assert [d.radius for d in rings] == [5, 5, 1, 1]


def test_the_legend_has_the_circles_of_its_values_standing_on_one_point():
    shown = measure(10, 50, 196.7, decimals=1)
    block = nested(shown, 1.0, subject(size="column").style)
    discs = [m for m in block.marks if isinstance(m, Disc)]
    assert [d.radius for d in discs] == pytest.approx(
        [math.sqrt(step.value) for step in circle_steps(shown, strings("zh"))]
    )
    assert len({round(d.y + d.radius, 6) for d in discs}) == 1
    assert len({d.x for d in discs}) == 1


def test_on_the_plate_circles_measure_a_total_over_a_rate():
    drawn = sheet(size="two-columns", measure="density", circles="investment")
    shown = weifang().measure("investment")
    radii = np.array([m.radius for m in drawn.marks if isinstance(m, Disc) and m.stroke])
    for value in shown.values:
        radius = radii.max() * math.sqrt(value / 196.7)
        assert np.abs(radii - radius).min() < 1e-6
    assert [w.text for w in drawn.words if "总投资（亿元）" in w.text] == ["总投资（亿元）"]


def test_labels_keep_off_the_rings_of_circles():
    drawn = sheet(size="two-columns", measure="density", circles="investment")
    names = set(subject(size="two-columns").ground.names)
    rings = [
        shapely.Point(d.x, d.y).buffer(d.radius).boundary
        for d in drawn.marks if isinstance(d, Disc) and d.stroke
    ]  # fmt: skip
    main = [w for w in drawn.words if w.text in names and w.halo != "#ffffff"]
    crossed = [w.text for w in main if any(region(w).intersects(r) for r in rings)]
    assert crossed == []


def test_the_largest_circle_is_a_fixed_part_of_the_map():
    assert unit_radius_of(measure(4, 100), 100) * math.sqrt(100) == pytest.approx(5.5)


def test_the_circles_of_very_many_districts_shrink_with_their_sides():
    """The largest of three has 5.5 % of the side; of 1,200 districts half of that."""
    names = [f"D{i}" for i in range(1200)]
    few, many = measure(1, 4, 100), small_map(names, range(1200), kind="total", columns=40)
    assert unit_radius_of(few, 100) * math.sqrt(100) == pytest.approx(5.5)
    shown = many.measures[0]
    assert unit_radius_of(shown, 100) * math.sqrt(1199) == pytest.approx(2.75)


def test_squares_of_the_legend_stand_on_one_foot_and_are_as_wide_as_circles():
    shown = measure(10, 50, 196.7, decimals=1)
    style = subject(size="column").style
    discs = [m for m in nested(shown, 1.0, style).marks if isinstance(m, Disc)]
    rings = [m.rings[0] for m in nested(shown, 1.0, style, square=True).marks
             if isinstance(m, Area)]  # fmt: skip
    assert [np.ptp(r[:, 0]) for r in rings] == pytest.approx([2 * d.radius for d in discs])
    assert len({round(float(r[:, 1].max()), 6) for r in rings}) == 1
