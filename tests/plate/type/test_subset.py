"""Subsets of fonts for PDF and SVG."""

from __future__ import annotations

import io

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont

from geo.plate.type.packs import named, packaged
from geo.plate.type.subset import subset

SANS = packaged("sans")
DEJAVU = named(f"{mpl.get_data_path()}/fonts/ttf/DejaVuSans.ttf", "x")


def test_a_subset_is_the_same_every_time_and_small():
    first = subset(SANS, "潍坊")
    subset.cache_clear()
    assert subset(SANS, "潍坊") == first
    assert len(first.program) < 2000
    assert first.name.endswith("+NotoSansSC-Regular")


@pytest.mark.parametrize("face", [SANS, DEJAVU], ids=["cff", "truetype"])
def test_a_subset_has_its_characters_and_no_others(face):
    cut = subset(face, "AZ")
    assert sorted(TTFont(io.BytesIO(cut.web)).getBestCmap()) == [ord("A"), ord("Z")]
    assert sorted(cut.cids) == ["A", "Z"]
    assert set(cut.widths) == set(cut.cids.values())


def test_widths_are_thousandths_of_an_em():
    cut = subset(SANS, "区")
    assert cut.widths == {cut.cids["区"]: 1000}


def test_a_truetype_font_keeps_its_glyph_numbers():
    assert not subset(DEJAVU, "A").cff
    assert subset(DEJAVU, "A").cids == {"A": TTFont(DEJAVU.path).getGlyphID("A")}
