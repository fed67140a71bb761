"""The page as a file: whole, without requests, the same bytes twice, data never a template."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace

import numpy as np
import pytest
import shapely
from lxml import html as parser

from geo.geometry.datum import gcj02_from_wgs84
from geo.spec.page import BasemapSpec, PageSpec
from geo.symbology.contrast import contrast
from geo.web.page import page
from tests.web.browser.pages import document
from tests.weifang import changed, weifang


def data_of(html):
    text = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', html, re.S)[1]
    return json.loads(text)


def with_basemap(provider):
    choropleth = weifang()
    chosen = choropleth.spec.page.model_copy(
        update={"basemap": BasemapSpec(provider=provider, key="k&y")}
    )
    return replace(choropleth, spec=choropleth.spec.model_copy(update={"page": chosen}))


def test_the_page_asks_nothing_of_any_host():
    markup = re.sub(r"<script.*?</script>", "", document("page"), flags=re.S)
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', markup) == []
    assert re.findall(r"<script[^>]* src", document("page")) == []
    assert "cdn" not in document("page")
    assert "url(http" not in document("page")
    assert "sourceMappingURL" not in document("page")


def test_the_page_keeps_its_budget():
    assert len(gzip.compress(document("page").encode(), 9)) <= 90_000


def test_two_pages_are_the_same_bytes():
    assert page(weifang()) == document("page")


def test_the_attribution_has_no_flag_and_zoom_is_not_blocked():
    assert "setPrefix(!1)" in document("page")
    viewport = re.findall(r'<meta name="viewport" content="([^"]*)"', document("page"))
    assert viewport == ["width=device-width, initial-scale=1"]


def test_the_data_block_keeps_its_contract():
    data = data_of(document("page"))
    assert {"districts", "measures", "title", "source", "notes"} <= set(data)
    assert [m["id"] for m in data["measures"]] == [
        "investment",
        "projects",
        "per_project",
        "density",
    ]
    for m in data["measures"]:
        assert {"id", "label", "unit", "kind", "edges", "colors"} <= set(m)
        assert len(m["edges"]) == len(m["colors"]) + 1
    for d in data["districts"]:
        assert {"code", "name", "kind", "approximate", "values", "classes"} <= set(d)
    assert sum(d["values"]["projects"] for d in data["districts"]) == 264
    assert round(sum(d["values"]["investment"] for d in data["districts"]), 6) == 1480.6


def test_tianditu_lies_beneath_in_its_own_mercator_with_the_key_quoted():
    data = data_of(page(with_basemap("tianditu")))
    assert [re.search(r"LAYER=(\w+)", tile["url"])[1] for tile in data["tiles"]] == ["vec", "cva"]
    assert all("tk=k%26y" in tile["url"] for tile in data["tiles"])
    assert all("天地图" in tile["options"]["attribution"] for tile in data["tiles"])
    (south, west), (north, east) = data["corner"]
    assert weifang().districts.total_bounds == pytest.approx([west, south, east, north], abs=0.002)


def test_on_amap_the_districts_are_shifted_to_its_datum():
    """The corners of the drawing move by what GCJ-02 moves Weifang: some 500 m to the east."""
    data = data_of(page(with_basemap("amap")))
    (_, west), (_, east) = data["corner"]
    shifted = shapely.transform(
        weifang().districts.geometry.to_numpy(),
        lambda xy: np.column_stack(gcj02_from_wgs84(xy[:, 0], xy[:, 1])),
    )
    bounds = shapely.total_bounds(shifted)
    assert west == pytest.approx(bounds[0], abs=2e-5)
    assert east - weifang().districts.total_bounds[2] == pytest.approx(0.0055, abs=0.002)
    assert len(data["tiles"]) == 1


def test_without_a_basemap_there_are_no_tiles():
    assert "tiles" not in data_of(document("page"))
    assert data_of(document("page"))["corner"][0] == [0, 0]


@pytest.mark.parametrize("form", ["page", "embed"])
def test_names_drawn_for_readers_without_scripts_contrast_with_their_districts(form):
    """Black or white on the fill, 4.5 to 1 at least, whatever the theme of the page."""
    html = document(form)
    fills = dict(zip(weifang().districts["name"], weifang().measure().symbology.fills, strict=True))
    names = re.search(r'<g id="labels"[^>]*>(.*?)</g>', html)[1]
    drawn = re.findall(r'fill="(#\w+)"[^>]*>(\w+)<', names)
    assert len(drawn) >= 8
    for ink, name in drawn:
        assert contrast({"#000": "#000000", "#fff": "#ffffff"}[ink], fills[name]) >= 4.5


def test_hatches_are_drawn_only_where_a_state_without_value_occurs():
    from tests.small import small_map

    assert "<pattern" not in document("embed")
    made = page(small_map(["A", "B", "C"], [1, 2, np.nan]))
    assert re.findall(r'<pattern id="(\w+)"', made) == ["missing"]
    assert 'fill="url(#missing)"' in made


def test_what_the_map_says_is_printed_only_if_the_spec_takes_it():
    assert 'id="says"' not in page(weifang())
    (said,) = parser.document_fromstring(page(changed(page=PageSpec(says=True)))).xpath(
        "//p[@id='says']"
    )
    assert said.text.startswith("总投资最高为高新区 196.7 亿元")
    assert said.text.endswith("高新区（196.7 亿元）明显高于相邻地区，后者平均为 59.9 亿元。")


def test_of_more_than_1000_districts_the_drawing_has_the_grid_that_is_seen():
    """The longer side has 4,000 units up to 1,000 districts."""
    from tests.small import small_map

    def longer(n):
        made = page(small_map([f"N{i}" for i in range(n)], np.arange(n), columns=32))
        return max(map(int, re.search(r'id="map-svg" viewBox="0 0 (\d+) (\d+)"', made).groups()))

    assert (longer(1000), longer(1001)) == (4000, 2000)
