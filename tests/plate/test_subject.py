"""What one plate shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.choropleth.model import Annotation
from geo.plate.style import INK, PAPER
from geo.plate.subject import Label, subject_of
from geo.spec.plate import PlateSpec
from geo.symbology.legibility import MISSING
from tests.small import map_of

BOXES = [shapely.box(118 + i / 10, 36, 118.1 + i / 10, 36.1) for i in range(4)]


def subject(values=(1, 4, 2, 3), *, language="zh", **plate):
    return subject_of(map_of(BOXES, values, language=language), PlateSpec(**plate), "plates[1]")


def test_the_map_in_words_lists_the_districts_from_the_largest_value():
    assert subject().alt == (
        "一张小图。分级设色地图，总数（个），4 个地区：B：4 个；D：3 个；C：2 个；A：1 个。"
    )


def test_a_district_without_a_value_says_so_and_is_in_no_list():
    made = subject((1, np.nan, 2, 3))
    assert made.descriptions[1] == "B：无数据"
    assert "B" not in made.alt
    assert made.paints[1] == MISSING


@pytest.mark.parametrize(
    ("labels", "first"),
    [("values", Label("A", "1")), ("names", Label("A", "")), ("none", Label("", ""))],
)
def test_labels_say_what_the_plate_wants(labels: str, first: Label):
    assert subject(labels=labels).labels[0] == first


def test_hatching_is_dark_on_light_classes_and_paper_on_dark_ones():
    made = subject(hatch=True, color="grey")
    assert made.hatch[0] == INK
    assert made.hatch[-1] == PAPER
    assert subject().hatch == ()


def test_a_plates_own_title_goes_before_the_maps():
    assert (subject().title, subject(title="另一题").title) == ("一张小图", "另一题")


def test_a_measures_own_heading_is_on_its_plate():
    made = map_of(BOXES, (1, 4, 2, 3))
    first, rate = made.spec.measures
    own = rate.model_copy(update={"title": "比率", "dek": "一行", "notes": ("注",)})
    styled = replace(made, spec=made.spec.model_copy(update={"measures": (first, own)}))
    assert subject_of(styled, PlateSpec(), "plates[1]").title == "一张小图"
    shown = subject_of(styled, PlateSpec(measure="rate"), "plates[1]")
    assert (shown.title, shown.dek, shown.heading.notes) == ("比率", "一行", ("注",))
    assert shown.alt.startswith("比率。")


def test_on_a_cartogram_the_colours_stay_and_areas_show_a_total():
    plain, made = subject(measure="rate"), subject(measure="rate", cartogram="dorling")
    assert (made.fills, made.labels, made.alt) == (plain.fills, plain.labels, plain.alt)
    assert made.area.id == "v"
    areas = shapely.area(made.ground.shapes)
    assert areas / areas[0] == pytest.approx([1, 4, 2, 3])
    assert (plain.cartogram, plain.area) == (None, None)
    tiles = subject(measure="rate", cartogram="tiles")
    assert tiles.area is None
    np.testing.assert_allclose(shapely.area(tiles.ground.shapes), tiles.ground.shapes[0].area)


def test_a_note_on_a_cartogram_points_to_its_districts_circle():
    made = replace(map_of(BOXES, (1, 4, 2, 3)), annotations=(Annotation("注", 118.25, 36.01),))
    shown = subject_of(made, PlateSpec(cartogram="dorling"), "plates[1]")
    assert shown.note_points.tolist() == [shown.cartogram.centres[2].tolist()]


def test_a_name_of_several_words_may_be_broken_on_a_cartogram_alone():
    names = ["District of Columbia", "New York", "Ohio", "A"]
    made = map_of(BOXES, (1, 4, 2, 3), names=names, language="en")
    found = subject_of(made, PlateSpec(cartogram="tiles"), "plates[1]").labels
    assert [label.broken for label in found] == [
        ("District", "of Columbia"), ("New", "York"), (), (),
    ]  # fmt: skip
    plain = subject_of(made, PlateSpec(), "plates[1]").labels
    assert not any(label.broken for label in plain)
