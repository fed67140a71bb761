"""The SVG, parsed, and shown by a real browser."""

from __future__ import annotations

import base64
import io
import re
from xml.etree import ElementTree

import pytest

from geo.plate.plates import plates
from geo.spec.plate import PlateSpec
from tests.plate.plates import PRESETS, SVG, file, sheet, svg, with_plates
from tests.weifang import weifang


@pytest.mark.parametrize("size", PRESETS)
def test_it_has_its_size_in_millimetres(size: str):
    drawn, root = sheet(size=size), svg(size=size, measure="investment", bars=False)
    assert root.get("width") == f"{drawn.width:.2f}mm"
    assert root.get("viewBox").split()[2] == f"{drawn.width:.2f}"


def test_title_and_description_come_first_and_are_named_by_the_root():
    root = svg(size="column")
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text == weifang().spec.title
    assert "分级设色地图，总投资（亿元），16 个地区" in description.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_text_stays_text_and_brings_its_letters():
    root = svg(size="column")
    lines = [element.text for element in root.iter(f"{SVG}text")]
    assert sorted(lines) == sorted(w.text for w in sheet(size="column").words)
    style = next(root.iter(f"{SVG}style")).text
    fonts = re.findall(r"base64,([A-Za-z0-9+/=]+)", style)
    assert len(fonts) == 2
    assert all(base64.b64decode(font)[:4] == b"OTTO" for font in fonts)


def test_outlines_need_no_font_and_keep_their_words_as_labels():
    root = svg(size="column", svg_text="outlines")
    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}style"))
    labels = [g.get("aria-label") for g in root.iter(f"{SVG}g") if g.get("aria-label")]
    assert sorted(labels) == sorted(w.text for w in sheet(size="column").words)


def test_nothing_is_loaded_from_elsewhere():
    links = re.findall(rb"(?:href|src|url)\s*[=(]\s*[\"']?(?!data:)([a-z]+:[^\"')]*)",
                       file("svg", size="column"))  # fmt: skip
    assert links == []


def test_what_a_spec_writes_is_text_and_never_markup():
    plate = PlateSpec(size="column", title="A <b>&amp; “B”", formats=("svg",))
    root = ElementTree.fromstring(plates(with_plates(weifang(), plate))["weifang.svg"])
    assert root[0].text == "A <b>&amp; “B”"
    assert "A <b>&amp; “B”" in [element.text for element in root.iter(f"{SVG}text")]


@pytest.mark.browser
def test_a_browser_sets_every_line_as_wide_as_it_was_measured(browser):
    """With the fonts inside, without the crutch of a fixed length."""
    page = browser.new_page()
    markup = re.sub(r' textLength="[^"]*"', "", file("svg", size="column").decode())
    page.set_content(f"<!doctype html><body style='margin:0'>{markup}</body>")
    page.evaluate("document.fonts.ready")
    found = page.eval_on_selector_all(
        "svg text", "all => all.map(e => [e.textContent, e.getComputedTextLength()])"
    )
    page.close()
    words = sheet(size="column").words
    assert sorted(text for text, _ in found) == sorted(w.text for w in words)
    for text, width in found:
        # A text may stand there twice, in two sizes: a count, and a number of the key.
        assert width in [pytest.approx(w.width, rel=0.03) for w in words if w.text == text], text


@pytest.mark.browser
def test_a_browser_draws_it_as_the_png_is_drawn(browser):
    """Compared as small pictures: letters and lines fall in the same places."""
    import numpy as np
    from PIL import Image

    page = browser.new_page(viewport={"width": 340, "height": 700})
    page.set_content(f"<!doctype html><body style='margin:0'>{file('svg', size='column').decode()}")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("L")
    page.close()
    small = (shot.width // 3, shot.height // 3)  # coarser than the two ways to smooth an edge
    png = Image.open(io.BytesIO(file("png", size="column"))).convert("L").resize(small)
    difference = np.abs(np.asarray(shot.resize(small), dtype=int) - np.asarray(png, dtype=int))
    assert difference.mean() < 2.5
