"""The embed as a file: small, whole, readable without scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from geo.web import embed as module
from geo.web.embed import embed
from tests.web.browser.pages import document
from tests.weifang import weifang

SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((Path(module.__file__).parent / "src").glob("*.js"))
}


def test_the_embed_keeps_its_budget():
    """60 kB as it is, 20 KiB compressed, everything in it."""
    text = document("embed").encode()
    assert len(text) <= 60_000
    assert len(gzip.compress(text, 9)) <= 20_000


def test_two_embeds_are_the_same_bytes():
    assert embed.__wrapped__(weifang()).html == document("embed")


def test_scripts_and_styles_are_those_of_the_document():
    """They are hashed for its policy: one character more and the browser refuses them."""
    made = embed(weifang())
    assert tuple(re.findall(r"<script>(.*?)</script>", made.html, re.DOTALL)) == made.scripts
    assert tuple(re.findall(r"<style>(.*?)</style>", made.html, re.DOTALL)) == made.styles


def test_the_embed_asks_nothing_of_any_host():
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', document("embed")) == []


def test_a_policy_can_name_every_style_and_script_by_its_hash():
    """No style attribute, no handler attribute: a hash covers neither."""
    assert re.findall(r'\s(?:style|on\w+)="', document("embed")) == []


def test_without_scripts_title_map_legend_and_table_are_in_the_text():
    html = re.sub(r"<script.*?</script>", "", document("embed"), flags=re.S)
    choropleth = weifang()
    assert f"<h1>{choropleth.spec.title}</h1>" in html
    assert len(re.findall(r"<path data-code=", html)) == 16
    assert len(re.findall(r"<tr data-row=", html)) == 16
    first = choropleth.measures[0]
    for text in first.symbology.break_texts:
        assert f"<span>{text}</span>" in html
    for i, fill in enumerate(first.symbology.fills):
        code = choropleth.districts["code"][i]
        assert re.search(f'data-code="{code}"[^>]* fill="{fill}"', html)


def test_every_district_says_name_value_and_unit():
    said = re.findall(r'data-code="[^"]*"[^>]* aria-label="([^"]*)"', document("embed"))
    assert "高新区，总投资 196.7 亿元" in said
    assert len(said) == 16


def test_rows_are_ranked_from_the_build_on():
    rows = re.findall(
        r"<tr data-row=\"[^\"]*\"><td>(\d+)</td>.*?<td>([\d.,]+)</td>", document("embed")
    )
    assert rows[0] == ("1", "196.7")
    assert rows[-1] == ("16", "6.9")


def test_approximate_districts_are_marked():
    assert document("embed").count('class="rough"') == 4


def test_leaflet_is_named_by_the_page_s_map_alone():
    """Every other module serves page and embed."""
    naming = [name for name, text in SOURCES.items() if re.search(r"\bL\.|\bleaflet\b", text)]
    assert naming == ["map-leaflet.js", "moving.js", "page.js", "shell.js"]


def test_no_text_of_the_interface_is_in_a_script():
    assert not [name for name, text in SOURCES.items() if re.search(r"[\u4e00-\u9fff]", text)]
