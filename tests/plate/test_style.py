"""How a plate is set."""

from __future__ import annotations

import pytest

from geo.plate.style import LEADING, below, faces_of
from geo.spec.plate import PlateSpec
from geo.spec.style import FontsSpec
from tests.plate.marks.hand_made import STYLE


def test_a_line_below_an_edge_stays_within_the_height_kept_for_it():
    words = below(STYLE.line("北", 10), 50, 20)
    assert words.box.y > 20
    assert words.box.bottom < 20 + LEADING.under * words.em
    assert words.x + words.width / 2 == pytest.approx(50)


def test_a_block_is_as_high_as_the_distance_of_its_lines():
    words = STYLE.line("北", 10)
    assert STYLE.block("北", 10).height == pytest.approx(LEADING.body * words.em)


def test_a_unit_is_in_parentheses_of_the_language_and_none_without_unit():
    assert STYLE.headed("总投资", "亿元") == "总投资（亿元）"
    assert STYLE.headed("指数", "") == "指数"


def test_without_a_font_there_are_a_sans_and_a_serif_face():
    faces = faces_of(PlateSpec(), FontsSpec(), "plates[1]")
    assert "Sans" in faces["sans"].path.name
    assert "Serif" in faces["serif"].path.name
