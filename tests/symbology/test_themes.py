"""A style whose text cannot be read on its ground is refused, with the pair."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.spec.dressing import read_style
from geo.spec.style import ColorsSpec, StyleSpec
from geo.symbology.themes import DARK, LIGHT, check_outlines, check_themes, edged, theme_of
from tests.small import small_map

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("sheet", "theme"), [("base", LIGHT), ("dark", DARK)])
def test_the_default_colours_are_those_of_the_style_sheets(sheet, theme):
    text = (ROOT / f"geo/web/src/css/{sheet}.css").read_text(encoding="utf-8")
    root = re.search(r":root \{(.*?)\}", text, re.S)[1]
    found = dict(re.findall(r"--(\w+): (#\w+);", root))
    assert found["bg"] in {theme["background"], "#fff"}
    assert {name: found[name] for name in theme if name != "background"} == {
        name: color for name, color in theme.items() if name != "background"
    }


def test_the_default_and_the_styles_of_the_repository_can_be_read():
    check_themes(StyleSpec(), "x")
    for name in ("ledger", "civic"):
        check_themes(read_style(ROOT / "styles" / f"{name}.toml"), "x")


def test_every_pair_that_is_too_near_is_named():
    """Black on white has 21 to 1; #999999 on white 2.8."""
    style = StyleSpec(
        colors=ColorsSpec(muted="#999999"), dark=ColorsSpec(background="#ffffff", accent="#ffee00")
    )
    with pytest.raises(MapError) as error:
        check_themes(style, "desk.toml")
    advice = "The nearest {} that can be read is {}."
    left_out = "This one is the default's: give `{}`, too."
    assert str(error.value).splitlines() == [
        "desk.toml, colors: muted #999999 on background #ffffff has a contrast of 2.8, "
        f"less than 4.5. {advice.format('muted', '#767676')}",
        "desk.toml, dark: text #eceef1 on background #ffffff has a contrast of 1.2, "
        f"less than 4.5. {advice.format('text', '#747576')} {left_out.format('text')}",
        "desk.toml, dark: muted #a4a9b2 on background #ffffff has a contrast of 2.4, "
        f"less than 4.5. {advice.format('muted', '#73767d')} {left_out.format('muted')}",
        "desk.toml, dark: accent #ffee00 on background #ffffff has a contrast of 1.2, "
        f"less than 3. {advice.format('accent', '#a19600')}",
    ]


def test_a_theme_has_the_defaults_colours_but_for_its_own():
    own = theme_of(ColorsSpec(accent="#0a7d78"), LIGHT)
    assert (own["accent"], own["text"]) == ("#0a7d78", LIGHT["text"])


def test_a_chosen_districts_outline_is_seen_on_every_class_or_the_style_is_refused():
    """Grey on white can be read at 5 to 1, but neither is seen on a grey between them."""
    made = small_map("ABC", [1, 2, 3], scheme="own", breaks=(1, 2, 3), palette="Greys")
    check_outlines(StyleSpec(), made.measures, "desk.toml")
    style = StyleSpec(colors=ColorsSpec(text="#6e6e6e", muted="#6e6e6e"))
    check_themes(style, "desk.toml")
    with pytest.raises(MapError) as error:
        check_outlines(style, made.measures, "desk.toml")
    assert str(error.value) == (
        "desk.toml, colors: neither text #6e6e6e nor background #ffffff has a contrast of 3 on "
        "#bdbdbd, a class of 'a'. Take them further apart, so that the outline of a chosen "
        "district can be seen."
    )


def test_a_map_is_not_made_in_such_a_style():
    house = StyleSpec(colors=ColorsSpec(text="#6e6e6e", muted="#6e6e6e"))
    with pytest.raises(MapError, match="outline of a chosen district"):
        small_map("ABC", [1, 2, 3], house=house, palette="Greys")


def test_an_unknown_palette_is_named_in_the_style():
    with pytest.raises(MapError) as error:
        check_themes(StyleSpec(palette="Blue"), "desk.toml")
    assert str(error.value) == (
        "desk.toml, palette: no palette is named 'Blue'. Did you mean Blues?"
    )


@pytest.mark.parametrize(
    ("color", "light", "dark"),
    [
        ("#f7f7f7", True, False), ("#e2f1fa", True, False),
        ("#98c3e2", False, False), ("#131820", False, True),
    ],
)  # fmt: skip
def test_a_class_that_is_lost_on_the_background_of_a_theme_needs_an_edge_there(color, light, dark):
    assert edged(StyleSpec(), color) == (light, dark)


def test_a_house_has_backgrounds_of_its_own():
    grey = StyleSpec(colors=ColorsSpec(background="#808080"), dark=ColorsSpec(background="#f4f4f4"))
    assert edged(grey, "#f7f7f7") == (False, True)
