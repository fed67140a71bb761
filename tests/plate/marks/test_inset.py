"""What an inset shows."""

from __future__ import annotations

import pytest
import shapely

from geo.plate.compose import compose
from geo.plate.marks.clusters import clusters_of
from geo.plate.marks.inset import draw_inset, inset_size
from geo.plate.sheet import Area, Words
from tests.plate.marks.hand_made import town
from tests.plate.plates import PRESETS, sheet, subject


def test_an_inset_fills_its_districts_as_the_map_does_and_labels_its_own_alone():
    """The large district reaches into the frame: it is drawn there, but labelled on the map."""
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    inset = draw_inset(made, cluster, 60, 0)
    drawn = {mark.code: mark.fill for mark in inset.marks if isinstance(mark, Area) and mark.code}
    assert drawn == dict(zip(made.ground.codes, made.paints, strict=True))
    said = {mark.text for mark in inset.marks if isinstance(mark, Words)}
    assert {"开发新区0", "开发新区1", "局部放大"} <= said
    assert "大县" not in said


def test_an_inset_takes_the_room_that_was_kept_for_it():
    made = town((0.5, 0.5), (0.55, 0.5))
    cluster = clusters_of(made.ground, [1, 2])[0]
    kept, drawn = inset_size(cluster, 60, made.style), draw_inset(made, cluster, 60, 0)
    assert (drawn.width, drawn.height) == pytest.approx((kept.width, kept.height))


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


def test_no_inset_when_the_spec_does_not_want_one():
    for wanted in (True, False):
        drawn = compose(town((0.5, 0.5), (0.55, 0.5), inset=wanted))
        assert any(w.text == "局部放大" for w in drawn.words) is wanted
