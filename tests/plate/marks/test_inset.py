"""Which districts an inset enlarges, and what it shows."""

from __future__ import annotations

import shapely

from geo.plate.compose import compose
from geo.plate.marks.clusters import Cluster, clusters_of, crowded, still_crowded, worth
from geo.plate.sheet import Area
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.plate.plates import PRESETS, drawn_fills, sheet, small_map, subject, svg


def town(*smalls: tuple[float, float], **plate: object):
    """One large square of 1.2 degrees; each small one, 0.05 wide, cut out of it at a place."""
    boxes = [shapely.box(118 + x, 36 + y, 118.05 + x, 36.05 + y) for x, y in smalls]
    large = shapely.box(118, 36, 119.2, 37.2) - shapely.union_all(boxes)
    names = ["大县", *(f"开发新区{k}" for k in range(len(boxes)))]
    made = small_map(range(1, len(boxes) + 2), [large, *boxes], names=names)
    return subject_of(made, PlateSpec(**plate), "plates[1]")


def small_ones(made) -> list[int]:
    ground = made.ground
    west, _, east, _ = ground.bounds
    return crowded(ground, made.labels, 120 / (east - west), made.style)


def test_small_neighbours_are_one_cluster():
    made = town((0.5, 0.5), (0.55, 0.5), (0.5, 0.55))
    assert small_ones(made) == [1, 2, 3]
    assert [c.members for c in clusters_of(made.ground, [1, 2, 3])] == [(1, 2, 3)]


def test_a_single_small_district_needs_a_leader_line_not_an_inset():
    made = town((0.5, 0.5))
    assert small_ones(made) == [1]
    assert clusters_of(made.ground, [1]) == []


def test_small_districts_far_apart_are_no_cluster():
    made = town((0.1, 0.1), (1.0, 1.0))
    assert clusters_of(made.ground, small_ones(made)) == []


def test_the_frame_holds_the_cluster_with_a_margin():
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    west, south, east, north = shapely.total_bounds(made.ground.shapes[[1, 2]])
    left, low, right, high = cluster.bounds
    assert left < west < east < right
    assert low < south < north < high
    assert 1 / 1.61 < cluster.aspect < 1.61


def test_a_district_that_lies_wholly_in_the_frame_is_labelled_in_the_inset():
    """B has room on the map, but stands in the corner of two that have not."""
    at = [(0.5, 0.5), (0.55, 0.5), (0.55, 0.55)]
    boxes = [shapely.box(118 + x, 36 + y, 118.05 + x, 36.05 + y) for x, y in at]
    large = shapely.box(118, 36, 119.2, 37.2) - shapely.union_all(boxes)
    names = ["大县", "开发新区", "B", "开发新区"]
    made = subject_of(
        small_map([1, 2, 3, 4], [large, *boxes], names=names), PlateSpec(), "plates[1]"
    )
    assert small_ones(made) == [1, 3]
    assert clusters_of(made.ground, [1, 3])[0].members == (1, 2, 3)


def test_an_inset_has_to_enlarge():
    cluster = Cluster((0, 1), (0.0, 0.0, 1000.0, 1000.0))
    assert worth(cluster, 20, 0.01)
    assert not worth(cluster, 16, 0.01)


def test_a_larger_inset_has_room_for_more_labels():
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    left = [still_crowded(made.ground, cluster, made.labels, w, made.style) for w in (10, 60)]
    assert left == [2, 0]


def test_the_city_centre_of_weifang_is_enlarged_at_every_preset():
    """奎文区, 高新区 and 保税区 are 3 to 14 km wide in a city of 165 km."""
    for size in PRESETS:
        drawn = sheet(size=size, bars=False)
        assert any(w.text == "局部放大" for w in drawn.words), size
        for name in ("奎文区", "高新区", "保税区"):
            said = [w for w in drawn.words if w.text.startswith(name) and w.face == "sans"]
            assert len(said) == 1


def test_the_main_map_shows_the_inset_as_a_frame_around_its_districts():
    drawn = sheet(size="two-columns")
    made = subject(size="two-columns")
    frames = [
        m for m in drawn.marks
        if isinstance(m, Area) and not m.fill and m.stroke and len(m.rings[0]) == 4
    ]  # fmt: skip
    frame = min((shapely.Polygon(m.rings[0]) for m in frames), key=lambda f: f.area)
    codes = [made.ground.codes[made.ground.names.index(n)] for n in ("奎文区", "高新区", "保税区")]
    for code in codes:
        first = next(m for m in drawn.marks if isinstance(m, Area) and m.code == code)
        assert frame.contains(shapely.Polygon(max(first.rings, key=len)).buffer(0))


def test_the_inset_has_the_same_fills_as_the_map():
    assert all(
        len(fills) == 1 for fills in drawn_fills(svg(size="two-columns", bars=False)).values()
    )


def test_no_inset_when_the_spec_does_not_want_one():
    for wanted in (True, False):
        drawn = compose(town((0.5, 0.5), (0.55, 0.5), inset=wanted))
        assert any(w.text == "局部放大" for w in drawn.words) is wanted
