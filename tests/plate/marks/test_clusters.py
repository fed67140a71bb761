"""Which districts an inset enlarges."""

from __future__ import annotations

import shapely

from geo.geometry.extent import Extent
from geo.plate.marks.clusters import Cluster, clusters_of, enlarges_enough, still_crowded
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.plate.marks.hand_made import small_ones, town
from tests.small import map_of


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
    assert 1 / 1.61 < cluster.bounds.aspect < 1.61


def test_a_district_that_lies_wholly_in_the_frame_is_labelled_in_the_inset():
    """B has room on the map, but stands in the corner of two that have not."""
    at = [(0.5, 0.5), (0.55, 0.5), (0.55, 0.55)]
    boxes = [shapely.box(118 + x, 36 + y, 118.05 + x, 36.05 + y) for x, y in at]
    large = shapely.box(118, 36, 119.2, 37.2) - shapely.union_all(boxes)
    names = ["大县", "开发新区", "B", "开发新区"]
    made = subject_of(map_of([large, *boxes], [1, 2, 3, 4], names=names), PlateSpec(), "plates[1]")
    assert small_ones(made) == [1, 3]
    assert clusters_of(made.ground, [1, 3])[0].members == (1, 2, 3)


def test_an_inset_has_to_enlarge():
    cluster = Cluster((0, 1), Extent(0, 0, 1000, 1000))
    assert enlarges_enough(cluster, 20, 0.01)
    assert not enlarges_enough(cluster, 16, 0.01)
    # Of outlines generalized for the map the corners would show.
    assert not enlarges_enough(cluster, 81, 0.01)


def test_a_larger_inset_has_room_for_more_labels():
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    left = [still_crowded(made.ground, cluster, made.labels, w, made.style) for w in (10, 60)]
    assert left == [2, 0]
