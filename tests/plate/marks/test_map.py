"""The main map: what is labelled on it, and what labels keep off."""

from __future__ import annotations

import shapely

from geo.plate.marks.clusters import clusters_of
from geo.plate.marks.map import draw_map
from geo.plate.sheet import Area, Box, Words
from geo.plate.view import fitted
from tests.plate.marks.hand_made import town
from tests.plate.plates import region


def drawn(made, *obstacles, cluster=None):
    bounds = made.ground.bounds
    view = fitted(bounds, 20, 20, 100 / bounds.width)
    return draw_map(made, view, Box(0, 0, 140, 180), obstacles, cluster, 0).marks


def test_every_district_is_drawn_once_and_labelled_once():
    made = town((0.9, 0.5))
    marks = drawn(made)
    assert [m.code for m in marks if isinstance(m, Area) and m.code] == list(made.ground.codes)
    texts = [m.text for m in marks if isinstance(m, Words)]
    assert sorted(texts) == sorted(["大县", "1", "开发新区0", "2"])


def test_districts_of_the_inset_are_framed_here_and_labelled_there():
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    marks = drawn(made, cluster=cluster)
    assert [m.text for m in marks if isinstance(m, Words)] == ["大县", "1"]
    frames = [m for m in marks if isinstance(m, Area) and not m.code]
    assert len(frames) == 1
    assert not frames[0].fill


def test_labels_keep_off_furniture():
    made = town((0.5, 0.5))
    free = next(m for m in drawn(made) if isinstance(m, Words) and m.text == "大县")
    obstacle = region(free).buffer(5)
    moved = next(m for m in drawn(made, obstacle) if isinstance(m, Words) and m.text == "大县")
    assert not region(moved).intersects(obstacle)
    assert shapely.box(0, 0, 140, 180).contains(region(moved))
