"""Shaped lines: HarfBuzz's glyphs in the order of the page, two faces, what is not installed."""

from __future__ import annotations

import sys

import pytest
import uharfbuzz

from geo.base.errors import MapError
from geo.plate.sheet import PT
from geo.plate.type import packs
from geo.plate.type.faces import letters
from geo.plate.type.packs import check_glyphs, own_face, packaged
from geo.plate.type.shaping import check_shaper

SANS, SERIF = own_face("sans", "t", "ar"), own_face("serif", "t", "ar")


def oracle(face, text):
    """Glyphs and advances of one Arabic word, by HarfBuzz's own guess of script and direction."""
    font = uharfbuzz.Font(uharfbuzz.Face(face.path.read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"liga": False, "clig": False, "dlig": False})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance / font.face.upem) for info, place in pairs]


@pytest.mark.parametrize("face", [SANS, SERIF], ids=["sans", "serif"])
@pytest.mark.parametrize("word", ["الاستثمار", "مشروعًا", "محافظتان", "ﻻ"])
def test_a_word_has_the_glyphs_of_harfbuzz(face, word):
    assert [(g.id, g.advance) for g in face.glyphs(word)] == oracle(face, word)


def test_letters_join_and_lam_alef_is_one_glyph():
    alone = [SANS.glyphs(c)[0].id for c in "سلا"]
    joined = SANS.glyphs("سلا")
    assert len(joined) == 2
    assert not {g.id for g in joined} & {*alone}
    assert [g.text for g in joined] == ["لا", "س"]


def test_a_number_in_an_arabic_line_keeps_its_order_and_the_line_starts_at_the_right():
    said = [g.text for g in SANS.glyphs("ب 196.7")]
    assert said == [*"196.7", " ", "ب"]


def test_chinese_is_set_by_the_face_behind_the_arabic_one():
    found = SANS.glyphs("(亿元) ب")
    assert {SANS.of(g) for g in found if g.text in {*"亿元"}} == {packaged("sans")}
    assert {SANS.of(g) for g in found if g.text not in {*"亿元"}} == {SANS}
    assert SANS.missing("亿元 abc ١٢ \u200e−7") == ""


def test_a_line_is_as_wide_as_its_glyphs_and_drawn_within_it():
    text = "إجمالي الاستثمار"
    width = sum(g.advance for g in SANS.glyphs(text))
    assert SANS.width(text, 10) == pytest.approx(width * 10 * PT)
    starts = [x for *_, x, _ in letters(SANS, text)]
    assert starts == sorted(starts)
    assert 0 <= starts[0] < starts[-1] < width


def test_a_character_that_neither_face_has_is_an_error(monkeypatch):
    monkeypatch.setattr(packs, "with_glyphs", lambda _: "")
    with pytest.raises(MapError) as error:
        check_glyphs(SANS, "محافظة न", "plates[1]")
    assert str(error.value) == (
        "plates[1]: the font IBMPlexSansArabic-Regular.ttf has no glyph for 'न' (U+0928). "
        "Noto Sans Devanagari (OFL) has 'न': get its file and name it as `font`."
    )


def test_a_font_without_arabic_says_which_letters_it_lacks():
    with pytest.raises(MapError) as error:
        check_glyphs(packaged("sans"), "محافظ", "plates[1]")
    assert "has no glyph for 'م' (U+0645), 'ح' (U+062D)" in str(error.value)


def test_without_a_shaper_the_extra_to_install_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(MapError) as error:
        check_shaper("plates[1]")
    assert str(error.value) == (
        "plates[1]: letters that join or run from the right need a shaper, which is not installed. "
        "Run: pip install 'geo-choropleth[languages]'."
    )


@pytest.mark.parametrize("text", ["\u200fx", "x\u200f", "\u200f\u061c"])
@pytest.mark.parametrize("face", [SANS, packaged("sans")], ids=["arabic", "chinese"])
def test_marks_of_direction_leave_no_glyph_wherever_they_stand(face, text):
    assert [g.text for g in face.glyphs(text)] == ["x"] * text.count("x")
