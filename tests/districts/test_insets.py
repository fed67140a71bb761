import numpy as np
import pytest
import shapely

from geo.districts.insets import FAMILIES, far_parts

KANSAS = shapely.box(-102, 37, -94, 40)
ALASKA = shapely.MultiPolygon(
    [
        shapely.box(-165, 60, -141, 70),
        shapely.box(-180, 51.2, -179, 52),
        shapely.box(172.5, 52, 180, 53),
    ]
)
HAWAII = shapely.box(-156, 19, -155, 20)


def names(*shapes):
    return [far.name for far in far_parts(np.array(shapes, dtype=object))]


@pytest.mark.parametrize(
    ("shapes", "far"),
    [
        ([KANSAS, ALASKA, HAWAII], ["Alaska", "Hawaii"]),
        ([ALASKA], []),
        ([KANSAS], []),
        ([KANSAS, shapely.box(-110, 50, -100, 60)], []),
        ([shapely.box(0, 44, 5, 49), shapely.box(55.2, -21.4, 55.8, -20.9)], ["La Réunion"]),
        ([shapely.box(-5, 38, -3, 41), shapely.box(-18, 27.6, -17, 28.8)], ["Canarias"]),
        ([shapely.box(109, 18.5, 110, 19.5), shapely.box(112, 16, 112.5, 16.6)], ["南海诸岛"]),
        ([shapely.box(8, 47, 15, 55), shapely.box(-18, 27.6, -17, 28.8)], ["Canarias"]),
        ([KANSAS, shapely.box(8, 47, 15, 55)], []),
    ],
)
def test_far_parts_are_known_where_everything_else_is_in_the_main_part(shapes, far):
    assert names(*shapes) == far


def test_far_parts_lie_apart_from_their_main_part_and_each_other():
    for family in FAMILIES:
        boxes = [far.bounds.polygon for far in family.far]
        for i, box in enumerate(boxes):
            assert not any(box.intersects(other) for other in boxes[:i])
