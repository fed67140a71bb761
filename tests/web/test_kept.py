"""A change of a title draws no map anew, and what changes the drawing does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyproj import CRS

from geo.choropleth.pipeline import build
from geo.geometry.extent import Extent as Metres
from geo.geometry.plane import Panel, Plane
from geo.spec.file import read_spec
from geo.web.corner import Buttons
from geo.web.drawing import Anchor, Drawing, Extent
from geo.web.embed import embed
from geo.web.kept import Drawn, drawn
from geo.web.page import page
from tests.weifang import weifang

SPEC = Path(__file__).resolve().parents[2] / "maps" / "weifang.toml"
MAIN = Panel(CRS.from_epsg(4549))
INSET = replace(
    MAIN, bounds=(Metres(1, 2, 3, 4.5),), scale=0.42, frame=Metres(0, 0, 9.1, 9), clipped=True,
    shows=Metres(0, 0, 2, 2),
)  # fmt: skip
MADE = Drawn(
    Drawing(
        9, 8, ("M0 0z", "M1 1z"), "M0 0", "M2 2", (Anchor(1, 2, 3), Anchor(4, 5, 6)), ((7, 8),),
        (0.1, 0.2, 0.3, 1 / 3), Plane((MAIN, INSET)), (Extent(1, 2, 3, 4),), "M5", "M6",
    ),
    Buttons("sw", row=True),
)  # fmt: skip


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Weifang counts as large, and its drawings are kept in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setattr("geo.choropleth.prepared._LEAST", 0)
    return tmp_path / "caches" / "geo-choropleth"


def refuse(*_args, **_named):
    raise AssertionError("drawn anew")


def test_with_another_title_the_map_is_not_drawn_anew(monkeypatch):
    spec = read_spec(SPEC)
    first = build(spec, cache=True)
    plain = build(spec)
    assert (page(first), embed(first).html) == (page(plain), embed(plain).html)
    monkeypatch.setattr("geo.web.page.draw", refuse)
    monkeypatch.setattr("geo.web.embed_drawing.draw", refuse)
    again = build(spec.model_copy(update={"title": "Another"}), cache=True)
    for made, before in ((page(again), page), (embed(again).html, lambda m: embed(m).html)):
        assert made.replace("Another", spec.title) == before(build(spec, cache=True))
    with pytest.raises(AssertionError, match="drawn anew"):
        page(build(spec))


def test_all_of_a_drawing_comes_back():
    known = replace(weifang(), kept="k")
    assert drawn(known, "page", lambda: MADE) is MADE
    back = drawn(known, "page", refuse)
    assert back.buttons == MADE.buttons
    assert back.drawing.plane.panels == MADE.drawing.plane.panels
    assert replace(back.drawing, plane=MADE.drawing.plane) == MADE.drawing


def test_other_polygons_plane_points_or_output_are_another_drawing():
    known = replace(weifang(), kept="k")
    drawn(known, "page", lambda: MADE)
    bare = known.spec.map.model_copy(update={"insets": "none"})
    others = [
        (replace(known, kept="other"), "page"),
        (replace(known, spec=known.spec.model_copy(update={"map": bare})), "page"),
        (replace(known, places=known.places[1:]), "page"),
        (known, "embed"),
        (replace(known, kept=""), "page"),
    ]
    for other, what in others:
        with pytest.raises(AssertionError, match="drawn anew"):
            drawn(other, what, refuse)


def test_what_would_not_come_back_as_it_is_is_not_kept(monkeypatch, place):
    from geo.choropleth.prepared import panel_of

    monkeypatch.setattr("geo.web.kept.panel_of", lambda said: replace(panel_of(said), foot=1.0))
    assert drawn(replace(weifang(), kept="k"), "page", lambda: MADE) is MADE
    assert not place.exists()
