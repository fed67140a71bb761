"""A live folium map of a measure: its classes, its words, and what users add to it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import folium
import pytest
from folium.plugins import Fullscreen, MarkerCluster

import geo
from geo.symbology.legibility import MISSING
from tests.small import small_map
from tests.weifang import weifang

NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"
#: What a folium page asks the network for, and where npm has put it; all else is answered empty.
PACKAGES = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "Control.FullScreen.min.js": "leaflet.fullscreen/Control.FullScreen.js",
}


def features(live: folium.Map) -> list[dict]:
    """The districts of a map, as its layer holds them."""
    (layer,) = (c for c in live._children.values() if isinstance(c, folium.GeoJson))
    return layer.data["features"]


def test_every_district_has_its_colour_and_its_value_in_the_layer_of_the_measure():
    m = weifang()
    for measure in m.measures:
        drawn = [f["properties"] for f in features(m.to_folium(measure.id))]
        assert [d["color"] for d in drawn] == list(measure.symbology.fills)
        assert [d["code"] for d in drawn] == list(m.districts["code"])
        assert [d["text"] for d in drawn] == [
            f"{measure.text(i)} {measure.unit}" for i in range(len(drawn))
        ]


def test_a_gap_has_the_colour_of_no_data_and_says_so_in_tooltip_and_legend():
    live = small_map(["A", "B", "C"], [1, 2, float("nan")], language="en").to_folium()
    gap = features(live)[2]["properties"]
    assert (gap["color"], gap["text"], gap["value"]) == (MISSING, "No data", None)
    legend = re.search(r"<b>Rate</b>.*?No data", live.get_root().render(), re.DOTALL)
    assert legend


def test_the_legend_has_the_breaks_and_colours_of_the_page():
    html = weifang().to_folium().get_root().render()
    symbology = weifang().measure().symbology
    breaks = symbology.break_texts
    for color, low, high in zip(symbology.colors, breaks, breaks[1:], strict=False):
        assert re.search(rf"background:{color}\"></i>{low}–{high}<", html)


@pytest.mark.parametrize("name", ["{{ 7*7 }}", "{# x", "{% raw %}", "<img src=x onerror=alert(1)>"])
def test_text_of_the_data_is_neither_template_nor_markup(name):
    live = small_map([name, "B"], [1, 2], label=name).to_folium()
    html = live.get_root().render()
    assert "49" not in re.sub(r"\d{3,}|0\.\d+", "", features(live)[0]["properties"]["name"])
    assert "<img" not in html
    assert "&#123;" in html or "&lt;img" in html


def test_an_unknown_measure_is_named():
    with pytest.raises(geo.MapError) as error:
        weifang().to_folium("densiti")
    assert str(error.value) == "weifang: has no measure 'densiti'. Did you mean density?"


def test_importing_the_package_or_building_a_map_does_not_import_folium():
    code = (
        "import sys, geo; geo.build('maps/weifang.toml'); "
        "sys.exit(any(m in sys.modules for m in ('folium', 'branca')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.browser
@pytest.mark.usefixtures("npm_packages")
def test_markers_and_two_of_foliums_plugins_work_on_it_in_a_browser(browser, tmp_path):
    live = weifang().to_folium()
    Fullscreen().add_to(live)
    cluster = MarkerCluster().add_to(live)
    for lat in (36.70, 36.71, 36.72):
        folium.Marker([lat, 119.1]).add_to(cluster)
    path = tmp_path / "live.html"
    live.save(str(path))

    tab = browser.new_page(viewport={"width": 900, "height": 700})
    problems: list[str] = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.route(re.compile("^https?://"), answer)
    tab.goto(f"file://{path}")
    tab.wait_for_selector("path.leaflet-interactive")
    fills = tab.eval_on_selector_all(
        "path.leaflet-interactive", "found => found.map((path) => path.getAttribute('fill'))"
    )
    assert fills == list(weifang().measure().symbology.fills)
    assert tab.text_content(".marker-cluster") == "3"
    assert tab.locator(".leaflet-control-zoom-fullscreen").count() == 1

    tab.evaluate("document.querySelector('path.leaflet-interactive').dispatchEvent("
                 "new MouseEvent('mouseover', {bubbles: true}))")  # fmt: skip
    first = features(live)[0]["properties"]
    assert first["name"] in tab.text_content(".leaflet-tooltip")
    assert first["text"] in tab.text_content(".leaflet-tooltip")
    tab.close()
    assert not problems


def answer(route) -> None:
    """Give a page's requests the files that npm installed."""
    name = route.request.url.rpartition("/")[2]
    if name in PACKAGES:
        route.fulfill(path=NODE_MODULES / PACKAGES[name])
    else:
        route.fulfill(body="")
