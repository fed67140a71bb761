"""Page and embed of Weifang in a real browser, for the tests of what a browser can show."""

from __future__ import annotations

import json
from functools import cache

from geo.choropleth.model import Choropleth
from geo.web.embed import embed
from geo.web.page import page
from tests.weifang import weifang

FORMS = ("page", "embed")
WIDTHS = (320, 375, 768, 1280, 1920)
CODES = tuple(sorted(weifang().districts["code"]))


def html_of(form: str, choropleth: Choropleth) -> str:
    return page(choropleth) if form == "page" else embed(choropleth).html


@cache
def document(form: str) -> str:
    return html_of(form, weifang())


def map_data(tab) -> dict:
    return json.loads(tab.text_content("#map-data"))


def choose(tab, measure: str) -> None:
    tab.evaluate("id => document.querySelector(`input[value=${id}]`).click()", measure)


def boxes(tab, selector: str) -> list[dict]:
    """Visible elements' boxes in the window, with their text."""
    return tab.evaluate(
        """selector => [...document.querySelectorAll(selector)].map((node) => {
             const b = node.getBoundingClientRect();
             return {x: b.x, y: b.y, w: b.width, h: b.height, text: node.textContent,
                     of: node.dataset.of || node.dataset.code || ""};
           }).filter((b) => b.w && b.h)""",
        selector,
    )


def overlap(a: dict, b: dict, slack: float = 1.0) -> bool:
    return (
        a["x"] + slack < b["x"] + b["w"]
        and b["x"] + slack < a["x"] + a["w"]
        and a["y"] + slack < b["y"] + b["h"]
        and b["y"] + slack < a["y"] + a["h"]
    )
