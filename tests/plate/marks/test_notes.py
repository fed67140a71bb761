"""Annotations of a plate keep off the land, and labels keep off them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from geo.base.errors import MapError
from geo.choropleth.model import Annotation
from geo.plate.compose import compose
from geo.plate.sheet import Words
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.weifang import weifang


def noted(*texts: str, **plate):
    rows = weifang().districts.sort_values("label_lat", ascending=False).head(len(texts))
    notes = tuple(
        Annotation(text, row.label_lon, row.label_lat, row.code)
        for text, row in zip(texts, rows.itertuples(), strict=True)
    )
    made = replace(weifang(), annotations=notes)
    return compose(subject_of(made, PlateSpec(**plate), "plates[1]"))


@pytest.mark.parametrize("size", ["column", "two-columns", "social"])
def test_an_annotation_is_set_in_lines_that_no_label_covers(size):
    sheet = noted("港口在建", "长得要分成两行的说明文字，共二十几个字", size=size)
    words = [mark for mark in sheet.marks if isinstance(mark, Words)]
    joined = "".join(mark.text for mark in words)
    assert "港口在建" in joined
    assert "说明文字" in joined
    notes = [m for m in words if m.text in "港口在建，长得要分成两行的说明文字，共二十几个字"]
    others = [m for m in words if m not in notes]
    edges = [(m.box.x, m.box.y, m.box.right, m.box.bottom) for m in others]
    boxes = shapely.box(*zip(*edges, strict=True))
    for note in notes:
        own = shapely.box(note.box.x, note.box.y, note.box.right, note.box.bottom)
        assert not shapely.intersects(boxes, own.buffer(-0.1)).any()


def test_one_without_room_is_an_error_that_names_it():
    with pytest.raises(MapError) as error:
        noted(*["很长很长的说明" * 8] * 16, size="column")
    assert str(error.value) == (
        "plates[1]: has no room for the annotation '" + "很长很长的说明" * 8 + "'. "
        "Choose a larger size, or shorten it."
    )
