"""Only a map that asks carries sentences about rounding, and only for districts in doubt."""

from __future__ import annotations

from dataclasses import replace

from geo.choropleth.model import Choropleth
from geo.spec.page import PageSpec
from geo.web.data import map_data
from geo.web.drawing import draw
from geo.web.options import needs_options
from tests.choropleth.test_doubts import OPEN
from tests.small import small_map


def asked(choropleth: Choropleth) -> Choropleth:
    page = PageSpec(doubts=True)
    return replace(choropleth, spec=choropleth.spec.model_copy(update={"page": page}))


def sentences(choropleth: Choropleth) -> list:
    drawing = draw(choropleth.districts, resolution=400, plane=choropleth.plane)
    return [d.get("doubts") for d in map_data(choropleth, drawing)["districts"]]


def test_a_district_in_doubt_has_its_sentence():
    assert sentences(OPEN) == [None, None, None]
    first, *others = sentences(asked(OPEN))
    assert first[0].startswith("Rate: as its source was rounded, it is 5.95 to 6.05")
    assert others == [None, None]


def test_an_embed_with_them_has_the_script_that_shows_them():
    plain = small_map(["A", "B", "C"], [6.0, 6.1, 2.2])
    assert (needs_options(plain), needs_options(asked(plain))) == (False, True)
