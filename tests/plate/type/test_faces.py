"""Fonts: what they can set, and how wide it runs."""

from __future__ import annotations

import matplotlib as mpl
import pytest

from geo.base.errors import MapError
from geo.plate.plates import plates
from geo.plate.type import packs
from geo.plate.type.faces import outline, set_line, words
from geo.plate.type.packs import check_glyphs, named, packaged
from geo.spec.plate import PlateSpec
from tests.plate.plates import with_plates
from tests.weifang import weifang

SANS = packaged("sans")
DEJAVU = f"{mpl.get_data_path()}/fonts/ttf/DejaVuSans.ttf"


def test_a_chinese_letter_is_an_em_wide():
    assert SANS.width("潍坊", 10) == pytest.approx(2 * 10 * 25.4 / 72)


def test_latin_letters_are_kerned_as_the_fonts_own_tables_say():
    """GPOS of Noto Sans SC draws A and V together by 15 thousandths."""
    plain = sum(SANS.width(c, 1000) for c in "AV")
    assert SANS.width("AV", 1000) == pytest.approx(plain - 15 * 25.4 / 72, abs=0.01)


def test_ligatures_are_not_formed_so_that_every_letter_can_be_searched():
    assert len(SANS.advances("fi")) == 2
    assert SANS.width("fi", 10) == pytest.approx(SANS.width("f", 10) + SANS.width("i", 10))


def test_an_outline_is_that_of_the_letter():
    """一 is one level stroke: 916 wide, 82 high, in the em of 1000."""
    vertices, _ = outline(SANS, "一")
    box = vertices[:5]
    assert box[:, 0].max() - box[:, 0].min() == pytest.approx(0.916)
    assert box[:, 1].max() - box[:, 1].min() == pytest.approx(0.082)


def test_a_line_is_set_in_the_middle_of_its_height():
    block = set_line(words(SANS, "sans", "区", 10, "#000000"), leading=1.5)
    box = block.marks[0].box
    assert (box.y + box.bottom) / 2 == pytest.approx(block.height / 2)


@pytest.mark.parametrize("space", ["\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"])
def test_a_space_that_the_font_lacks_is_set_as_a_usual_one(space):
    """French puts a narrow one between thousands, which Noto Sans SC does not have."""
    face = packaged("sans")
    line = words(face, "sans", f"1{space}480", 10, "#000000")
    assert line.text == "1\N{NO-BREAK SPACE}480"
    assert line.width == face.width(f"1{space}480", 10) == face.width("1\N{NO-BREAK SPACE}480", 10)


def test_a_missing_glyph_is_named_with_its_code_point():
    with pytest.raises(MapError) as caught:
        check_glyphs(SANS, "潍\U000e0001坊", "plates[1]")
    assert str(caught.value) == (
        "plates[1]: the font NotoSansSC-Regular.otf has no glyph for '\\U000e0001' (U+E0001). "
        "It is none that is seen: take it out of the text."
    )


def test_a_title_with_a_letter_no_font_has_stops_the_plate(monkeypatch):
    monkeypatch.setattr(packs, "with_glyphs", lambda _: "")
    plate = PlateSpec(title="潍坊 𓀀", formats=("svg",))
    with pytest.raises(MapError) as caught:
        plates(with_plates(weifang(), plate))
    assert str(caught.value) == (
        "weifang, plates[1]: the font NotoSerifSC-Regular.otf has no glyph for '𓀀' (U+13000). "
        "Noto Sans Egyptian Hieroglyphs (OFL) has '𓀀': get its file and name it as `font`."
    )


def test_a_font_without_chinese_stops_the_plate():
    with pytest.raises(MapError) as caught:
        plates(with_plates(weifang(), PlateSpec(font=DEJAVU, formats=("svg",))))
    assert str(caught.value) == (
        "weifang, plates[1].font: the font DejaVuSans.ttf has no Chinese characters. "
        "Leave `font` out for Noto Sans SC, or name a font that has them."
    )


def test_a_font_that_is_not_installed_is_named_with_the_nearest_ones():
    with pytest.raises(MapError) as caught:
        named("DejaVu Sanss", "plates[1].font")
    first, _, rest = str(caught.value).partition(". ")
    assert first == "plates[1].font: no font 'DejaVu Sanss' on this machine"
    assert "Did you mean DejaVu Sans" in rest


def test_a_font_can_be_named_by_its_family():
    assert named("DejaVu Sans", "x").path.name == "DejaVuSans.ttf"
