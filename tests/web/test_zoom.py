"""How far the embed's map can be enlarged: for the smallest district on the narrowest phone."""

from __future__ import annotations

from dataclasses import replace

from geo.web.zoom import largest_zoom
from tests.web.test_map import drawn
from tests.weifang import weifang


def test_the_embed_can_be_enlarged_until_a_thumb_hits_the_smallest_district():
    """On the narrowest phone a square of 20 units of 600 is 9.6 px wide: five times that are 48."""
    drawing = replace(drawn(weifang()), width=600, height=500, padding=0)
    for radius, times in ((10, 5), (3, 16), (0, 46), (100, 4)):
        anchors = (*drawing.anchors[:-1], replace(drawing.anchors[-1], radius=radius))
        of_all = [replace(a, radius=max(a.radius, radius)) for a in anchors]
        assert largest_zoom(weifang(), replace(drawing, anchors=tuple(of_all))) == times
