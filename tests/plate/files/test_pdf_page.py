"""The operators of a page, on sheets of one mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.plate.files.pdf_page import Letters, content, operators
from geo.plate.inks import Inks
from geo.plate.sheet import PT, Area, Disc, Group, Sheet, Strokes, line, rectangle
from geo.plate.type.faces import words
from tests.plate.marks.hand_made import STYLE


def stream(*marks, tag="Figure", model="rgb") -> str:
    """The content of a sheet of 100 x 100 points."""
    side = 100 * PT
    sheet = Sheet(side, side, 0, 0, (Group(tag, marks),), "t", "a", "en")
    return content(sheet, Letters(STYLE.faces), Inks(model))[0].decode()


def test_the_origin_is_the_lower_left_corner_and_lengths_are_points():
    drawn = stream(Area((rectangle(10 * PT, 20 * PT, 30 * PT, 40 * PT),), "#ff0000"))
    assert "1 0 0 rg" in drawn
    assert "10.00 80.00 m 40.00 80.00 l 40.00 40.00 l 10.00 40.00 l h f*" in drawn


@pytest.mark.parametrize(
    ("fill", "stroke", "operator"),
    [("#ff0000", "", "f*"), ("", "#ff0000", "S"), ("#ff0000", "#0000ff", "B*"), ("", "", "n")],
)
def test_an_area_is_filled_and_stroked_as_it_says(fill: str, stroke: str, operator: str):
    assert f"h {operator}\nEMC" in stream(Area((rectangle(0, 0, 1, 1),), fill, stroke, 1))


def test_dashes_end_flat():
    drawn = stream(Strokes((line((0, 0), (10 * PT, 0)),), "#000000", 0.7, (2.2, 1.6)))
    assert "q 0 J [2.2 1.6] 0 d 0.7 w 0 0 0 RG 0.00 100.00 m 10.00 100.00 l S Q" in drawn


def test_a_circle_is_four_curves_through_its_extremes():
    drawn = stream(Disc(50 * PT, 50 * PT, 10 * PT, "#ff0000"))
    assert drawn.count(" c") == 4
    for point in ("60.00 50.00", "50.00 60.00", "40.00 50.00", "50.00 40.00"):
        assert point in drawn


def test_artifacts_have_no_number_and_the_others_count_from_zero():
    side = Disc(0, 0, 1, "#000000")
    groups = (Group("Artifact", (side,)), Group("H1", (side,)), Group("P", (side,)))
    sheet = Sheet(10, 10, 0, 0, groups, "t", "a", "en")
    drawn, tags = content(sheet, Letters(STYLE.faces), Inks())
    assert tags == [("H1", 1), ("P", 2)]
    assert drawn.startswith(b"1 J 1 j\n/Artifact BMC")
    assert b"/H1 << /MCID 0 >> BDC" in drawn
    assert b"/P << /MCID 1 >> BDC" in drawn


def test_cells_of_a_table_have_a_sequence_each_and_the_figure_those_between():
    side = Disc(0, 0, 1, "#000000")
    head, value = (
        replace(words(STYLE.faces["sans"], "sans", text, 9, "#000000"), cell=cell)
        for text, cell in (("A", "TH"), ("1", "TD"))
    )
    group = Group("Figure", (side, side, head, value, side))
    sheet = Sheet(10, 10, 0, 0, (group,), "t", "a", "en")
    drawn, sequences = content(sheet, Letters(STYLE.faces), Inks())
    assert sequences == [("Figure", 0), ("TH", 0), ("TD", 0), ("Figure", 0)]
    assert drawn.count(b"BDC") == drawn.count(b"EMC") == 4
    assert b"/TD << /MCID 2 >> BDC" in drawn


def test_a_quadratic_curve_becomes_the_cubic_one_that_is_the_same():
    import numpy as np

    vertices = np.array([[0.0, 0.0], [3.0, 3.0], [6.0, 0.0]])
    assert operators(vertices, [1, 3, 3]) == "0.00 0.00 m 2.00 2.00 4.00 2.00 6.00 0.00 c"
