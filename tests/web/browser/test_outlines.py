"""In real Chromium: the outlines of the chosen and of the focused district, in painted pixels."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from geo.web.embed import embed
from tests.small import small_map
from tests.weifang import weifang

pytestmark = pytest.mark.browser


def luminance(tab) -> np.ndarray:
    """Return the relative luminance of what is painted of the map (WCAG 2.2)."""
    painted = Image.open(BytesIO(tab.locator("#stage").screenshot())).convert("RGB")
    part = np.asarray(painted) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def outlined_pixels(before: np.ndarray, after: np.ndarray) -> int:
    """Return how many pixels have changed by a contrast of 3:1 or more."""
    light, dark = np.maximum(before, after), np.minimum(before, after)
    return int(((light + 0.05) / (dark + 0.05) >= 3).sum())


def edge(tab, code: str) -> float:
    """Return the length of a district's outline in pixels."""
    return tab.evaluate(
        """code => {
             const path = document.querySelector(`[data-code="${code}"]`);
             return path.getTotalLength() * path.getScreenCTM().a;
           }""",
        code,
    )


def blank(tab) -> None:
    """Take away what moves with the focus beside the outline."""
    tab.add_style_tag(content="#labels, #tooltip, #places, .zoom { visibility: hidden !important }")


def check(tab, code: str) -> None:
    """Choose a district, then bring the keyboard to it: each is seen all along its outline."""
    tab.evaluate("scrollTo(0, 0)")
    plain = luminance(tab)
    tab.evaluate("code => document.querySelector(`[data-row='${code}'] button`).click()", code)
    tab.mouse.move(2, 2)
    tab.wait_for_timeout(30)
    chosen = luminance(tab)
    assert outlined_pixels(plain, chosen) >= edge(tab, code), f"{code} chosen"
    tab.evaluate("code => document.querySelector(`[data-code='${code}']`).focus()", code)
    tab.keyboard.press("Enter")  # released: only the focus is left
    tab.keyboard.press("Enter")
    focused = luminance(tab)
    assert outlined_pixels(plain, focused) >= 2 * edge(tab, code), f"{code} focused"
    assert outlined_pixels(chosen, focused) >= edge(tab, code), f"{code} chosen and focused"
    tab.keyboard.press("Enter")
    tab.evaluate("document.activeElement.blur()")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_outline_stands_out_from_every_class(show, theme):
    """WCAG 1.4.11 along a line of a pixel at least; 2.4.13 of two pixels for the focus."""
    tab = show("embed", 600, color_scheme=theme)
    blank(tab)
    classes = weifang().measure().symbology.classes.ids
    for number in range(5):
        check(tab, weifang().districts["code"].iat[classes.index(number)])


@pytest.mark.parametrize(("theme", "line"), [("light", "rgb(136, 140, 148)"), ("dark", "")])
def test_a_class_lost_on_the_page_has_a_line_around_block_bar_and_districts(show, theme, line):
    made = small_map(
        "ABC", [-5, 0.5, 5], scheme="own", breaks=(-1, 1, 9), palette="RdBu", center=0,
        allow_negative=True, decimals=1,
    )  # fmt: skip
    tab = show(embed(made).html, 600, color_scheme=theme)
    shadows = tab.evaluate(
        """() => [[".blocks button", "::after"], ["#table tbody td:last-child", "::before"]].map(
             ([selector, part]) => [...document.querySelectorAll(selector)].map(
               (node) => getComputedStyle(node, part).boxShadow))"""
    )
    edge = f"{line} 0px 0px 0px 1px inset" if line else "none"
    assert shadows == [["none", edge, "none"]] * 2
    strokes = tab.evaluate(
        "() => [...document.querySelectorAll('[data-code]')].map((d) => getComputedStyle(d).stroke)"
    )
    ground = {"light": "rgb(255, 255, 255)", "dark": "rgb(19, 21, 25)"}[theme]
    assert strokes == [ground, line or ground, ground]
