import pytest
import shapely

from geo.base.errors import MapError
from geo.plate.compose import compose
from geo.plate.marks.extras import below, frame_bars, frame_names, frames, higher
from geo.plate.marks.map import draw_map
from geo.plate.marks.scene import Placed
from geo.plate.sheet import Area, Box, Strokes, Words
from geo.plate.subject import subject_of
from geo.plate.view import fitted
from geo.spec.plane import PlaneSpec
from geo.spec.plate import PlateSpec
from tests.plate.plates import region
from tests.small import map_of

STATES = [shapely.box(-102, 37, -94, 40), shapely.box(-94, 37, -90, 40),
          shapely.box(-124, 42, -70, 46), shapely.box(-165, 58, -141, 70)]  # fmt: skip


def subject(**plane):
    made = map_of(STATES, [1, 2, 3, 4], plane=PlaneSpec(**plane))
    return subject_of(made, made.spec.plates[0], "plate")


def view_of(subject, width=175):
    bounds = subject.ground.bounds
    return fitted(bounds, 0, 0, width / bounds.width)


def test_an_inset_has_a_frame_and_a_scale_bar_of_its_own():
    s = subject()
    (frame,) = frames(s, view_of(s))
    assert isinstance(frame, Area)
    bars = frame_bars(s, view_of(s))
    (room,) = bars.boxes
    (words,) = [mark for mark in bars.marks if isinstance(mark, Words)]
    assert room.contains(region(words))
    assert shapely.Polygon(frame.rings[0]).contains(room)


def test_no_label_stands_on_the_scale_bar_of_an_inset():
    islets = [shapely.box(-165, 62, -155, 70), shapely.box(-166, 57.2, -165, 57.6)]
    made = map_of([*STATES[:3], *islets], [1, 2, 3, 4, 5], plane=PlaneSpec())
    s = subject_of(made, made.spec.plates[0], "plate")
    view, frame = view_of(s), Box(0, 0, 175, 175)
    (room,) = frame_bars(s, view).boxes
    drawn = draw_map(s, view, frame, [], None, 0)
    over = [m.text for m in drawn.marks if isinstance(m, Words) and room.intersects(region(m))]
    assert drawn.unlabelled == ()
    assert len(over) == 1  # the bar's own


def named(s, width, frame=None):
    view = view_of(s, width)
    shapes = view.shapes(s.ground.shapes)
    box = frame or Box(0, 0, width, width)
    return frame_names(s, view, box, shapes), view.frame(s.ground.plane.insets[0].frame), shapes


def test_a_frame_is_named_where_it_covers_no_land_and_crosses_no_line():
    (name,), ring, shapes = named(subject(), 175)
    assert name.text == "Alaska"
    assert not shapely.intersects(shapes, region(name)).any()
    assert not shapely.LinearRing(ring).intersects(region(name))
    assert shapely.Polygon(ring).contains(region(name))


def test_a_frame_too_small_for_its_name_has_it_outside():
    s = subject(insets=[{"name": "Alaska, seen from afar", "bounds": (-170, 55, -135, 72)}])
    (name,), ring, shapes = named(s, 60)
    assert not shapely.Polygon(ring).intersects(region(name))
    assert not shapely.intersects(shapes, region(name)).any()
    assert min(name.box.x, name.box.y) >= 0


@pytest.mark.parametrize("name", ["a\u200bb", "\u202eevil"])
def test_a_name_that_no_font_can_set_is_refused_like_any_other_text(name: str):
    with pytest.raises(MapError, match=r"^plate: the font \S+ has no glyph for "):
        subject(insets=[{"name": name, "bounds": (-170, 55, -135, 72)}])


def test_a_name_keeps_within_the_sheet():
    names, _, _ = named(subject(), 175, Box(0, 0, 175, 1))
    assert names == []


def test_a_bar_that_would_lie_over_the_islands_is_left_out():
    s = subject()
    assert frame_bars(s, view_of(s, 30)) == Placed()


def test_borders_of_units_and_graticule_are_drawn_where_they_are_asked_for():
    s = subject(outline="5", insets="none")
    assert higher(s.ground, view_of(s), 1) == []  # all codes begin alike: one unit has no borders
    s = subject(graticule=True, insets="none")
    (lines,) = below(s.ground, view_of(s), 1)
    assert isinstance(lines, Strokes)
    plain = subject(insets="none")
    assert below(plain.ground, view_of(plain), 1) == higher(plain.ground, view_of(plain), 1) == []


def test_a_frame_without_room_for_its_name_is_reported():
    name = "Guam, Northern Mariana Islands and all else that lies far away " * 2
    name = name.strip()
    insets = [{"name": name, "bounds": (-170, 55, -135, 72)}]
    made = map_of(STATES, [1, 2, 3, 4], plane=PlaneSpec(insets=insets))
    drawn = compose(subject_of(made, PlateSpec(size="column"), "plate"))
    assert name not in {words.text for words in drawn.words}
    assert drawn.remarks[-1] == (
        f"plate: no room for the name of the frame {name!r}. Choose a larger size, or a shorter "
        "name in [[map.insets]]."
    )
    assert not any("frame" in remark for remark in compose(subject()).remarks)
