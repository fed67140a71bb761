"""What page and embed share: parts in their order, rules of the map, hostile texts as text."""

from __future__ import annotations

import re

import numpy as np
import pytest

from geo.web.body import Choice, body, rules
from geo.web.drawing import draw
from geo.web.render import render
from tests.small import small_map
from tests.weifang import changed, weifang


def parts(choropleth, *, article=False):
    points = [(p.lon, p.lat) for p in choropleth.places]
    drawing = draw(choropleth.districts, resolution=600, points=points)
    return body(choropleth, drawing, article=article)


def rules_of(choropleth):
    return rules(choropleth, draw(choropleth.districts, resolution=600))


def themed(theme):
    return changed(page=weifang().spec.page.model_copy(update={"theme": theme}))


@pytest.mark.parametrize(
    ("theme", "start", "dark"),
    [
        ("auto", ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){:root{", True),
        ("light", ":root{color-scheme:light}:root{--aspect:", False),
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
        f'[data-measure="a"] .k0{{--c:{one};--h:28px}}[data-measure="a"] .k1{{--c:{other};--h:6px}}'
    )


def test_a_continuous_scale_has_a_gradient():
    made = small_map("ABC", [1, 2, 3], unclassed=True)
    colors = ",".join(made.measure().symbology.colors)
    assert rules_of(made).endswith(f"linear-gradient(90deg,{colors})}}")


def test_quotes_of_the_style_sheets_are_not_references():
    """A style element has none: the browser would drop the rule."""
    assert "&" not in rules_of(small_map("ABC", [1, 2, np.nan], language="en"))


def test_braces_of_the_rules_are_in_pairs():
    for made in (weifang(), themed("dark"), small_map("ABC", [1, 2, np.nan])):
        sheet = rules_of(made)
        assert sheet.count("{") == sheet.count("}")


def test_the_first_measure_is_chosen_and_a_rate_is_offered():
    view = parts(weifang())
    assert view.choices[0] == Choice("investment", "总投资")
    assert view.rate == Choice("per_project", "项目平均投资")
    assert view.circles == "圆圈表示总投资"
    html = render("body.html", view)
    assert re.findall(r'value="(\w+)" checked', html) == ["investment"]
    assert '看<button class="link" value="per_project">项目平均投资</button>。' in html


def test_without_totals_there_are_no_circles():
    view = parts(small_map("ABC", [1, 2, 3]))
    assert view.circles == ""
    assert 'id="circles-toggle"' not in render("body.html", view)


def test_an_unapproved_map_says_so():
    assert parts(changed(approval="鲁SG(2024)001号")).approval == "审图号：鲁SG(2024)001号"
    assert parts(changed(approval="")).approval == "示意图（未审核）"


def test_parts_come_in_the_order_they_are_read():
    html = render("body.html", parts(weifang()))
    ids = re.findall(r'<(?:header|form|p|section|div|footer|table)(?= )[^>]* id="([\w-]+)"', html)
    assert ids == [
        "controls", "hint", "legend", "circle-legend", "stage", "tooltip", "card", "table",
        "none-found", "source", "approval", "downloads", "status",
    ]  # fmt: skip


def test_legends_of_the_other_measures_wait_as_text():
    html = render("body.html", parts(weifang()))
    kept = re.findall(r'<script type="text/html" id="legend-(\w+)">(<p>.*?)</script>', html)
    assert [measure for measure, _ in kept] == ["projects", "per_project", "density"]
