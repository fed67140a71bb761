import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.districts.mending import mended
from geo.geometry.fitting import fit_together

KNOT = shapely.Polygon([(0, 0), (4, 0), (4, 4), (2, 4), (2, 0), (2, 4), (0, 4)])
BESIDE = shapely.box(4, 0, 8, 4)


def mend(*shapes, **options):
    names = [chr(65 + i) for i in range(len(shapes))]
    return mended(gpd.GeoSeries(list(shapes), crs=4326), "d.json", names, stated=False, **options)


def test_an_invalid_ring_is_repaired_and_the_change_of_its_area_is_said():
    found = mend(KNOT, BESIDE)
    assert found.problems == ()
    assert found.geometries.is_valid.all()
    assert [str(note) for note in found.notes] == [
        "d.json, feature 1 (A): polygon repaired, its area changed by less than 0.001 %."
    ]


def test_polygons_that_match_are_left_without_a_word():
    found = mend(shapely.box(0, 0, 4, 4), BESIDE)
    assert (found.problems, found.notes) == ((), ())


def test_whether_polygons_match_is_looked_at_once(monkeypatch):
    """It takes seconds of millions of vertices."""
    asked, answer = [], fit_together
    for room in ("districts.mending", "geometry.coverage"):
        monkeypatch.setattr(f"geo.{room}.fit_together", lambda p: asked.append(1) or answer(p))
    mend(shapely.box(0, 0, 4, 4), BESIDE)
    assert asked == [1]


def test_a_wide_overlap_is_a_problem_and_one_of_the_datas_own_step_is_not():
    # On a grid of 1/64, each a step too wide: more than a thousandth of its neighbour.
    tiles = [shapely.box(i / 8, 0, (i + 1) / 8 + 1 / 64, 40) for i in range(300)]
    found = mend(*tiles)
    assert found.problems == ()
    assert found.notes
    assert shapely.area(found.geometries.to_numpy()).sum() == pytest.approx(40 * (300 / 8 + 1 / 64))
    assert len(mend(shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1)).problems) == 1


def test_of_an_overlap_that_nobody_sees_the_smaller_keeps_the_ground():
    # 0.5 % of the smaller one, wide as it is; and a strip thinner than a pixel, 2 % of it.
    corner = mend(shapely.box(0, 0, 4, 4), shapely.box(3.9, 3.8, 5.9, 5.8))
    strip = mend(shapely.box(0, 0, 4, 4), shapely.box(3.998, 0, 4.098, 4))
    for found, area in [(corner, 4), (strip, 0.4)]:
        assert found.problems == ()
        assert found.geometries[1].area == pytest.approx(area)
        assert not found.geometries[0].overlaps(found.geometries[1])
    assert [str(note) for note in corner.notes] == [
        "d.json, feature 1 (A): polygon repaired, its area changed by 0.12 %."
    ]


def test_one_polygon_of_hundreds_may_have_shrunk_to_nothing():
    many = [shapely.box(i, 0, i + 1, 1) for i in range(120)]
    found = mend(*many, shapely.Polygon())
    assert found.problems == ()
    assert [note.what for note in found.notes] == [
        "has shrunk to nothing in this file and is not on the map"
    ]
    assert len(mend(BESIDE, shapely.Polygon()).problems) == 1


def test_outlines_of_one_area_may_overlap():
    assert mend(shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1), one_area=True).problems == ()


@pytest.mark.parametrize("vertex", ["nan 37", "1e308 37", "120 -1e200"])
def test_a_vertex_of_no_place_is_refused_and_not_repaired(vertex):
    torn = shapely.from_wkt(f"POLYGON ((119 36, 120 36, 120 37, {vertex}, 119 36))")
    found = mended(gpd.GeoSeries([torn], crs=4326), "d.geojson", ["A"], stated=True)
    told = "has a vertex that is not a number, or of no place on Earth"
    assert [problem.what for problem in found.problems][:1] == [told]


def test_repairs_that_nobody_sees_are_one_line_those_that_may_be_seen_one_by_one():
    """A country's counties from a quantized file need dozens, each of some metres."""
    knots = [shapely.transform(KNOT, lambda xy, i=i: np.add(xy, [10 * i, 0])) for i in range(4)]
    assert [str(note) for note in mend(*knots).notes] == [
        "d.json: 4 polygons repaired, each area changed by less than 0.001 %: A, B, C, D."
    ]
    bow = shapely.Polygon([(0, 9), (4, 9), (4, 13), (2, 13), (2.1, 13.1), (2.1, 12.9), (0, 13)])
    first, second = mend(*knots, bow).notes
    assert str(first).startswith("d.json, feature 5 (E): polygon repaired, its area changed by 0.")
    assert str(second).startswith("d.json: 4 polygons repaired")
    assert len(mend(*knots[:3]).notes) == 3
