"""The rules of a map: its theme and its colours."""

from __future__ import annotations

import numpy as np
import pytest

from geo.spec.style import ColorsSpec, StyleSpec
from geo.symbology.themes import DARK, LIGHT
from geo.web.assets import built
from geo.web.corner import Buttons
from geo.web.drawing import draw
from geo.web.rules import rules
from tests.small import small_map
from tests.weifang import changed, weifang


def rules_of(choropleth, *, article=False):
    drawing = draw(choropleth.districts, resolution=600)
    return rules(choropleth, drawing, Buttons("ne", row=False), article=article)


def themed(theme):
    return changed(page=weifang().spec.page.model_copy(update={"theme": theme}))


@pytest.mark.parametrize(
    ("theme", "start", "dark"),
    [
        (
            "auto",
            ":root{color-scheme:light dark}@media screen and (prefers-color-scheme:dark){:root{",
            True,
        ),
        ("light", ":root{color-scheme:light}@media not all{:root{", True),
        ("dark", ":root{color-scheme:dark}@media screen{:root{", True),
    ],
)
def test_a_theme_is_the_readers_or_fixed_and_paper_is_light(theme, start, dark):
    sheet = rules_of(themed(theme))
    assert sheet.startswith(start)
    assert ("--bg: #131519" in sheet) == dark


def test_every_class_has_its_colour_and_the_fullest_the_tallest_bar():
    made = small_map("ABCDEF", [1, 2, 3, 10, 20, 30], scheme="own", breaks=(20, 30), decimals=0)
    one, other = made.measure().symbology.colors
    assert rules_of(made).endswith(
        f'[data-measure="a"] .k0{{--c:{one};--h:28px;--e:var(--pale)}}'
        f'[data-measure="a"] .k1{{--c:{other};--h:6px}}'
    )


def test_a_continuous_scale_has_a_gradient():
    made = small_map("ABC", [1, 2, 3], unclassed=True)
    colors = ",".join(made.measure().symbology.colors)
    assert f".gradient{{background:linear-gradient(90deg,{colors})}}" in rules_of(made)


def test_quotes_of_the_style_sheets_are_not_references():
    """A style element has none: the browser would drop the rule."""
    assert "&" not in rules_of(small_map("ABC", [1, 2, np.nan], language="en"))


def test_braces_of_the_rules_are_in_pairs():
    for made in (weifang(), themed("dark"), small_map("ABC", [1, 2, np.nan])):
        sheet = rules_of(made)
        assert sheet.count("{") == sheet.count("}")


def test_a_map_maker_s_number_of_rows_goes_before_the_sheets():
    page = weifang().spec.page.model_copy(update={"rows": 5})
    sheet = rules_of(changed(page=page))
    assert "tbody [data-row]:not(:nth-child(-n+5),.on){display:none}" in sheet
    assert "tbody [data-row]:nth-child(-n+5){display:table-row}" in sheet
    assert "#all-rows{display:block}" in sheet
    assert "#all-rows{display:none}" in rules_of(changed(page=page.model_copy(update={"rows": 16})))
    assert "data-row" not in rules_of(weifang())


def test_only_forms_with_nothing_beside_the_map_have_its_sheets():
    low = changed(embed=weifang().spec.embed.model_copy(update={"parts": ("map", "legend")}))
    assert built("compact.css") in rules_of(low, article=True)
    assert ";--most:clamp(1" in rules_of(low, article=True)
    assert built("compact.css") not in rules_of(low)
    assert built("alone.css") not in rules_of(weifang(), article=True)


def test_borders_of_very_many_districts_are_as_thin_as_these_are_small():
    """Four times as many have half the side; up to 400 they look as they always did."""
    found = {
        n: rules_of(small_map([f"第{i}区" for i in range(n)], range(n), columns=40))
        for n in (400, 1600)
    }
    rule = "#map-svg [data-code]:not(.rough){stroke-width:0.40px}"
    assert [rule in sheet for sheet in found.values()] == [False, True]
    assert "stroke-width:" not in found[400].replace(built("many.css"), "")


def test_the_outline_of_many_islands_is_thinner():
    """40 by 40 squares, of which each is a part."""
    rule = "#map-svg #border{stroke-width:0.84px}"
    assert rule in rules_of(small_map([f"第{i}区" for i in range(1600)], range(1600), columns=40))
    assert "#border{stroke-width" not in rules_of(weifang())


def test_of_more_than_1000_districts_the_whole_has_no_borders():
    """Half a pixel of paper around each would leave few pixels a colour of the legend."""
    rule = "#map-svg:not(.near) [data-code]:not(.rough){stroke:none;shape-rendering:crispEdges}"
    thousand, more = (
        rules_of(small_map([f"N{i}" for i in range(n)], range(n), columns=32)) for n in (1000, 1001)
    )
    assert rule not in thousand
    assert rule in more
    ranks = "#table :is(th,td):first-child{width:3.25rem}"  # four digits and a mark
    assert ranks in more
    assert ranks not in thousand


def test_a_class_lost_on_a_background_has_an_edge_and_its_districts_have_borders():
    sheet = rules_of(centred())
    assert ".k1{--c:#f7f7f7;--h:28px;--e:var(--pale)}" in sheet
    assert sheet.count("--e:") == 1
    assert '#map-svg :is([fill="#f7f7f7"]):not(.rough){stroke:var(--pale,var(--bg))}' in sheet
    pale, deep = ColorsSpec(**LIGHT), ColorsSpec(**DARK)
    assert "--h:28px;--e:var(--muted)}" in rules_of(centred(house=StyleSpec(dark=pale)))
    turned = rules_of(centred(house=StyleSpec(colors=deep, dark=pale)))
    assert "--h:28px;--e:var(--deep)}" in turned
    assert ":root{--deep:var(--muted)}" in turned
    assert '#map-svg :is([fill="#f7f7f7"]):not(.rough){stroke:var(--deep,var(--bg))}' in turned


def test_a_continuous_scale_that_begins_in_white_has_an_edge():
    made = small_map("ABC", [1, 2, 3], unclassed=True, palette="Greys")
    assert rules_of(made).endswith('[data-measure="a"] :is(.gradient,td){--e:var(--pale)}')


def centred(**how):
    """A map whose middle class is nearly white."""
    return small_map(
        "ABC", [-5, 0, 5], scheme="own", breaks=(-1, 1, 9), palette="RdBu", center=0,
        allow_negative=True, **how,
    )  # fmt: skip
