"""The rules of a house style; a map without one has none."""

from __future__ import annotations

import base64
import io
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from geo.base.errors import MapError
from geo.spec.dressing import read_style
from geo.spec.style import ColorsSpec, FontsSpec, StyleSpec
from geo.web.csp import policies
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.house import house_rules, logo_of, logo_room, subset, variables
from tests.weifang import changed, weifang

STYLES = Path(__file__).resolve().parents[2] / "styles"
SERIF = Path(str(files("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf"))


def test_a_map_without_a_style_has_no_rule_of_one():
    assert (house_rules(weifang()), variables(ColorsSpec())) == ("", "")
    assert (logo_of(StyleSpec()), logo_room(StyleSpec())) == (None, 0)


def test_colours_families_corners_and_the_line_are_rules():
    style = StyleSpec(fonts=FontsSpec(text=("Georgia", "serif")), radius=8, rule=True)
    rules = house_rules(changed(house=style))
    assert rules.startswith('main{font-family:"Georgia",serif}:is(button,')
    assert rules.endswith("{border-radius:8px}main{border-top:3px solid var(--accent)}")
    own = ColorsSpec(background="#fbf4e6", accent="#9c2f1f")
    assert variables(own) == ":root{--bg:#fbf4e6;--accent:#9c2f1f}"


def test_the_light_theme_s_colours_come_before_the_dark_ones():
    """The later rule wins, and paper is light."""
    sheet = embed(changed(house=read_style(STYLES / "ledger.toml"))).styles[0]
    light, dark = sheet.index("--bg:#fbf4e6"), sheet.index("--bg:#1d1915")
    assert light < sheet.index("@media screen and (prefers-color-scheme:dark)") < dark


def test_an_embedded_font_has_the_map_s_characters_and_no_others():
    made = changed(house=StyleSpec(fonts=FontsSpec(text_file=SERIF)))
    rules = house_rules(made)
    data = rules.partition("base64,")[2].partition(")")[0]
    known = TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()
    assert {ord(c) for c in "潍坊峡山区亿元0123"} <= set(known)
    assert ord("龘") not in known
    assert 'main{font-family:"house-text"}' in rules
    shown = embed(made)
    assert "font-src data:; " in policies(shown, frame(made, shown), "").embed
    assert "font-src" not in policies(embed(weifang()), frame(weifang(), shown), "").embed


def test_the_same_font_gives_the_same_bytes_and_another_file_is_refused(tmp_path):
    assert subset(SERIF, "潍坊") == subset.__wrapped__(SERIF, "潍坊")
    (tmp_path / "f.otf").write_bytes(b"no font")
    with pytest.raises(MapError) as error:
        subset(tmp_path / "f.otf", "a")
    what = "is no font, or a damaged one. Give an OTF or a TTF file."
    assert str(error.value) == f"{tmp_path / 'f.otf'}: {what}"
    (tmp_path / "g.otf").write_bytes(SERIF.read_bytes()[:3000])
    with pytest.raises(MapError) as error:
        subset(tmp_path / "g.otf", "a")
    assert str(error.value) == f"{tmp_path / 'g.otf'}: {what}"


def test_a_logo_is_as_wide_as_its_shape_and_narrows_the_lines_beside_it():
    style = read_style(STYLES / "ledger.toml")
    assert (logo_of(style).width, logo_of(style).said) == (96, "纪事报")
    assert logo_room(style) == 96 + 16
