"""Annotations stand off the land, the names and each other; phones have numbers and a key."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import shapely

from geo.choropleth.model import Annotation
from geo.web.assets import built
from geo.web.drawing import Extent, draw
from geo.web.embed import embed
from geo.web.embed_drawing import embed_notes
from geo.web.heights import embed_height
from geo.web.map import marked_points
from geo.web.notes import key_height, notes_on
from geo.web.options import needs_options
from tests.small import map_of
from tests.weifang import weifang


def noted(*texts: str):
    """Weifang with annotations, one a district from the north down."""
    rows = weifang().districts.sort_values("label_lat", ascending=False).head(len(texts))
    notes = [
        Annotation(text, row.label_lon, row.label_lat, row.code)
        for text, row in zip(texts, rows.itertuples(), strict=True)
    ]
    return replace(weifang(), annotations=tuple(notes))


def drawn(choropleth):
    return draw(
        choropleth.districts,
        resolution=600,
        plane=choropleth.plane,
        points=marked_points(choropleth),
    )


def box(note, unit):
    (x, y), w, h = note.middle, note.width * unit / 2, note.height * unit / 2
    return shapely.box(x - w, y - h, x + w, y + h)


def test_texts_stand_in_the_frame_and_apart_from_each_other_and_the_land():
    made = noted("港口在建", "一条长得要分成两行的说明文字，共二十几个字", "第三条", "第四条")
    drawing = drawn(made)
    notes = notes_on(made, drawing)
    assert [note.number for note in notes] == [1, 2, 3, 4]
    assert [len(note.lines) for note in notes] == [1, 2, 1, 1]
    unit = max(drawing.extent.width / 480, drawing.extent.height / 600)
    boxes = [box(note, unit) for note in notes]
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    frame = shapely.box(0, 0, drawing.width, drawing.height)
    assert all(frame.contains(b) for b in boxes)
    points = [shapely.Point(a.x, a.y) for a in drawing.anchors]
    assert not any(b.intersects(p) for b in boxes for p in points)


def test_no_text_stands_on_an_inset_and_no_leader_crosses_one():
    """The frame lies where the text stood: on the nearest free place off the land."""
    made = noted("港口在建")
    drawing = drawn(made)
    (before,) = notes_on(made, drawing)
    unit = max(drawing.extent.width / 480, drawing.extent.height / 600)
    x, y, right, bottom = (round(n) for n in box(before, unit).bounds)
    inset = Extent(x, y, right - x, bottom - y)
    (after,) = notes_on(made, replace(drawing, frames=(inset,)))
    frame = shapely.box(x, y, right, bottom)
    assert after.middle is not None
    assert not box(after, unit).intersects(frame)
    assert not shapely.LineString([(after.x, after.y), after.end]).intersects(frame)


def test_a_text_without_room_is_a_number_at_every_width():
    """Forty long texts find no room on one map."""
    rows = [weifang().districts.iloc[i % 16] for i in range(40)]
    many = replace(
        weifang(),
        annotations=tuple(
            Annotation("很长" * 30, row.label_lon, row.label_lat, row.code) for row in rows
        ),
    )
    notes = notes_on(many, drawn(many))
    assert any(note.middle is None for note in notes)
    assert '<li class="always">' in embed(many).html


def town(*texts: str):
    """A county, and one in its middle that is 0.2 of its 1.2 degrees wide, with annotations."""
    small = shapely.box(118.5, 36.5, 118.7, 36.7)
    large = shapely.box(118, 36, 119.2, 37.2) - small
    made = map_of([large, small], [1, 2], names=["大县", "新区"])
    row = made.districts.iloc[1]
    places = [(row.label_lon, row.label_lat, row.code)] * len(texts)
    notes = (Annotation(text, *place) for text, place in zip(texts, places, strict=True))
    return replace(made, annotations=tuple(notes))


def test_no_text_stands_on_another_district_and_numbers_begin_at_one():
    """The county is all around: what is said of the middle would be read as said of the county."""
    made = town("站在邻县的土地上")
    (note,) = notes_on(made, drawn(made))
    assert note.middle is None
    # In the county itself there is room, and the number of the other is the first.
    wide = made.districts.iloc[0]
    both = replace(made, annotations=(
        Annotation("这里有地方", 118.2, 36.2, wide.code), *made.annotations,
    ))  # fmt: skip
    notes = notes_on(both, drawn(both))
    assert [(note.number, note.text, note.middle is None) for note in notes] == [
        (1, "站在邻县的土地上", True), (2, "这里有地方", False),
    ]  # fmt: skip


def test_a_key_that_wide_maps_have_too_takes_its_room_there():
    made = town("站在邻县的土地上")
    (note,) = notes_on(made, drawn(made))
    assert key_height((note,), 900, 500) == key_height((note,), 375, 375) == 22 + 8
    assert embed_height(made, 900, 1.0) - embed_height(town(), 900, 1.0) == 22 + 8


def test_the_embed_says_them_and_phones_have_a_key_with_room_for_it():
    """A line each: 18 and 4, and 8 above the list."""
    made = noted("港口在建", "<b>二")
    html = embed(made).html
    assert "<li>港口在建</li><li>&lt;b&gt;二</li>" in html
    assert built("notes.css") in html
    assert built("notes.css") not in embed(weifang()).html
    notes = embed_notes(made)
    assert [key_height(notes, width, width) for width in (375, 488)] == [2 * 22 + 8, 0]
    assert embed_height(made, 375, 1.0) - embed_height(weifang(), 375, 1.0) == 2 * 22 + 8
    assert needs_options(made)


def test_a_map_without_annotations_has_none():
    assert notes_on(weifang(), drawn(weifang())) == ()
