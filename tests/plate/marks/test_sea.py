"""A map of the whole country shows what the standard requires."""

from __future__ import annotations

from functools import cache

import numpy as np
import shapely

from geo.plate.compose import compose
from geo.plate.ground import ground_of
from geo.plate.marks.sea import draw_sea
from geo.plate.sheet import Area, Strokes
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.plate.plates import outside, overlapping
from tests.small import map_of
from tests.weifang import weifang

WEST, EAST = shapely.box(74, 20, 104, 53), shapely.box(104, 20, 135, 53)
ISLAND = shapely.box(112.2, 16.7, 112.4, 16.9)


@cache
def country(**plate: object):
    shapes = [WEST, shapely.union_all([EAST, ISLAND])]
    shapes = list(shapely.segmentize(np.array(shapes), 1.0))
    return subject_of(map_of(shapes, [1, 2]), PlateSpec(**plate), "plates[1]")


def test_its_projection_is_the_equal_area_conic_of_national_maps():
    operation = country().ground.plane.crs.coordinate_operation
    assert operation.method_name == "Albers Equal Area"
    named = {p.name: p.value for p in operation.params}
    assert named["Latitude of 1st standard parallel"] == 25
    assert named["Latitude of 2nd standard parallel"] == 47
    assert named["Longitude of false origin"] == 105


def test_the_inset_has_all_ten_dashes_the_map_those_in_its_reach():
    drawn = compose(country())
    dashes = [m for m in drawn.marks if isinstance(m, Strokes) and m.width == 0.9 and not m.dash]
    main, inset = dashes
    assert len(main.paths) == 2
    assert len(inset.paths) >= 9  # the tenth, east of Taiwan, lies north of the inset
    assert "南海诸岛" in [w.text for w in drawn.words]


def test_islands_stand_in_the_inset_and_do_not_make_the_map_taller():
    ground = country().ground
    assert shapely.get_num_geometries(ground.shapes[1]) == 1
    assert shapely.get_num_geometries(ground.whole[1]) == 2
    drawn = compose(country())
    pieces = [m for m in drawn.marks if isinstance(m, Area) and m.code == "000001"]
    assert len(pieces) == 3  # on the map; the coast and the island in the inset
    assert {m.fill for m in pieces} == {country().paints[1]}


def test_of_many_districts_only_coasts_have_an_outline_in_the_inset(monkeypatch):
    """Around counties it is a mesh that hides their colours."""
    halves = np.array([shapely.box(74, 20, 112, 53), shapely.box(112, 20, 135, 53)])
    shapes = [*shapely.segmentize(halves, 1.0), ISLAND]
    subject = subject_of(map_of(shapes, [1, 2, 3]), PlateSpec(), "plates[1]")

    def lines() -> list[str]:
        marks = draw_sea(subject.ground, subject.paints, 25, subject.style).marks
        return [m.code for m in marks if isinstance(m, Area) and m.width == 0.3 and m.stroke]

    assert lines() == ["000000", "000001", "000002"]
    monkeypatch.setattr("geo.plate.marks.sea._MANY", 2)
    assert lines() == ["", ""]  # around both halves together, and around the island


def test_the_inset_is_at_the_foot_of_the_page_at_every_kind_of_size():
    for plate in ({"size": "column"}, {"size": "two-columns"}, {"size": "a4-landscape"}):
        drawn = compose(country(**plate))
        label = next(w for w in drawn.words if w.text == "南海诸岛")
        assert label.y > drawn.height * 0.6
        assert overlapping(drawn.words) == []
        assert outside(drawn) == []


def test_a_city_has_no_dashes():
    ground = ground_of(weifang().districts, weifang().plane, "zh")
    assert not ground.national
    assert len(ground.dashes) == len(ground.dashes_all) == 0
