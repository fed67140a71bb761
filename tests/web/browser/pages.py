"""Page and embed of Weifang in a real browser, for the tests of what a browser can show."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache

import pytest

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


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for form in FORMS:
        (folder / f"{form}.html").write_text(document(form), encoding="utf-8")
    return folder


@pytest.fixture
def show(browser, files) -> Iterator[Callable]:
    """Open a form (or any document's text); at the end nothing may have gone wrong in a script."""
    contexts, problems = [], []

    def opened(form, width=1280, height=900, fragment="", touch=False, **options):
        is_map = form in FORMS or "map-data" in form
        if form not in FORMS:
            (files / "other.html").write_text(form, encoding="utf-8")
            form = "other"
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch, **options
        )
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(8000)
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        tab.goto(f"file://{files}/{form}.html{fragment}")
        if is_map:  # the scripts start after a first frame
            tab.wait_for_selector("[data-code][role=button]", state="attached")
            # … and the names that the build drew give way to those of the size of the window
            tab.wait_for_function("!document.querySelector('#labels > text')")
        tab.wait_for_timeout(60)  # a frame or two: the map is laid out when its size is known
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert not problems, problems


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
