"""In real Chromium: circles have the areas of their values, their legend has round ones."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from tests.web.browser.pages import FORMS, boxes
from tests.weifang import weifang

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"


def values(measure):
    m = weifang().measure(measure)
    return dict(zip(weifang().districts["code"], m.values, strict=True))


@both
@pytest.mark.parametrize("width", [320, 1280])
def test_circles_show_a_total_over_a_rate(show, form, width):
    """Area proportional; small over large; whole; over a fill that shows a rate."""
    tab = show(form, width)
    tab.check("#circles-toggle")
    assert tab.locator("input[value=per_project]").is_checked()
    drawn = boxes(tab, "#circles circle")
    total = values("investment")
    areas = {b["of"]: math.pi * (b["w"] / 2) ** 2 for b in drawn}
    unit = areas[HIGH_TECH] / total[HIGH_TECH]
    for code, area in areas.items():
        # Chromium rounds boxes of circles to a sixty-fourth of a pixel, and adds half the stroke.
        assert math.sqrt(area / unit) == pytest.approx(math.sqrt(total[code]), rel=0.08)
    assert len(drawn) == 16
    assert all(a["w"] >= b["w"] for a, b in pairwise(drawn))
    stage = boxes(tab, "#stage")[0]
    for b in drawn:
        assert b["x"] >= stage["x"] - 0.5
        assert b["x"] + b["w"] <= stage["x"] + stage["w"] + 0.5
        assert b["y"] >= stage["y"] - 0.5
        assert b["y"] + b["h"] <= stage["y"] + stage["h"] + 0.5
    assert tab.locator("#circle-legend").inner_text().startswith("圆圈面积：总投资 亿元")
    tab.uncheck("#circles-toggle")
    assert boxes(tab, "#circles circle") == []
    assert not tab.locator("#circle-legend").is_visible()


@both
@pytest.mark.parametrize(
    ("measure", "texts"),
    [("investment", ["10", "50", "150"]), ("projects", ["1", "5", "20"])],
)
def test_the_legend_of_circles_has_round_values_that_can_occur(show, form, measure, texts):
    """196.7 亿元 and 20 projects are the most; there is no such thing as 1.5 projects."""
    tab = show(form, fragment=f"#measure={measure}&circles=1")
    assert [b["text"] for b in boxes(tab, "#circle-legend text")] == texts


@both
def test_the_nested_circles_of_the_legend_have_the_sizes_of_their_values(show, form):
    tab = show(form, fragment="#measure=density&circles=1")
    drawn = boxes(tab, "#circle-legend circle")
    texts = [float(b["text"]) for b in boxes(tab, "#circle-legend text")]
    on_map = {b["of"]: b["w"] for b in boxes(tab, "#circles circle")}
    unit = on_map[HIGH_TECH] ** 2 / values("investment")[HIGH_TECH]
    for b, value in zip(drawn, texts, strict=True):
        assert b["w"] == pytest.approx(math.sqrt(unit * value), abs=2.2)  # two half strokes
    ground = {round(b["y"] + b["h"], 1) for b in drawn}
    assert len(ground) == 1


@both
def test_with_a_total_in_view_circles_lie_on_plain_land(show, form):
    tab = show(form, fragment="#measure=projects&circles=1")
    tab.wait_for_timeout(250)
    fills = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll("[data-code]")].map((n) =>
             getComputedStyle(n).fill))]"""
    )
    assert len(fills) == 1
    assert tab.locator("#circle-legend").inner_text().startswith("圆圈面积：项目数")
