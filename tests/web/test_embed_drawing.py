"""The embed's drawing is made once for all who ask for it."""

from __future__ import annotations

from geo.web.embed import embed
from geo.web.embed_drawing import RESOLUTION, embed_drawing, embed_notes
from tests.weifang import weifang


def test_the_drawing_is_that_of_the_embed_and_as_wide_as_said():
    drawing = embed_drawing(weifang())
    assert embed(weifang()).drawing == drawing
    assert max(drawing.width, drawing.height) == RESOLUTION
    assert drawing.padding > 0


def test_a_map_without_annotations_is_not_drawn_for_them():
    embed_drawing.cache_clear()
    embed_notes.cache_clear()
    assert embed_notes(weifang()) == ()
    assert embed_drawing.cache_info().misses == 0
