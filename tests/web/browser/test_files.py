"""In real Chromium: CSV, GeoJSON and a picture are made in the page, and are what they say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest
import shapely
from PIL import Image
from shapely.geometry import shape

from geo.choropleth.datafiles import to_geojson
from geo.web.embed import embed
from tests.small import small_map
from tests.web.browser.contexts import new_tab
from tests.web.browser.local_site import serving
from tests.web.browser.pages import CODES, FORMS, document, html_of
from tests.weifang import weifang

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)


TYPES = {"csv": "text/csv", "geojson": "application/geo+json", "png": "image/png"}
MAKERS = """() => { const make = URL.createObjectURL; window.made = [];
  URL.createObjectURL = (blob) => (made.push(blob.type), make(blob)); }"""


def downloaded(tab, kind):
    """Name and content of a download, whose kind a phone is told if the page made it."""
    tab.evaluate(MAKERS)
    with tab.expect_download() as waiting:
        tab.click(f"#downloads [value={kind}]")
    made = [found for found in tab.evaluate("made") if found.split(";")[0] != "image/svg+xml"]
    assert made in ([TYPES[kind]], [])
    assert made or "blob:" not in waiting.value.url
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


@both
def test_the_table_is_downloaded_as_csv(show, form):
    name, content = downloaded(show(form), "csv")
    assert name == "weifang.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0][:5] == ["代码", "地区", "类型", "面积 (平方公里)", "总投资 (亿元)"]
    found = {row[1]: row[4:] for row in rows[1:]}
    assert found["高新区"][:3] == ["196.7", "20", "9.84"]
    assert sum(float(v[0]) for v in found.values()) == pytest.approx(1480.6)


@both
def test_no_cell_of_the_csv_is_a_formula_or_breaks_its_row(show, form):
    names = ["=1+1", "+1", "-1", "@x", "\t=1", 'a"b', "a,b", "a\nb", "−5"]
    html = document(form)
    for old, new in zip(weifang().districts["name"], names, strict=False):
        html = html.replace(f'"name":"{old}"', f'"name":{json.dumps(new)}')
    _, content = downloaded(show(html), "csv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[1] for row in rows[1 : len(names) + 1]] == [
        "'=1+1", "'+1", "'-1", "'@x", "'\t=1", 'a"b', "a,b", "a\nb", "−5",
    ]  # fmt: skip
    assert {len(row) for row in rows} == {8}


def signed_area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring.coords)) / 2


def test_the_districts_are_downloaded_as_geojson_where_they_are(show):
    """Each polygon has 98.5 % in common with the true one."""
    name, content = downloaded(show("page"), "geojson")
    assert name == "weifang.geojson"
    features = json.loads(content)["features"]
    true = dict(zip(weifang().districts["code"], weifang().districts.geometry, strict=True))
    assert sorted(f["id"] for f in features) == list(CODES)
    for feature in features:
        drawn, district = shape(feature["geometry"]).buffer(0), true[feature["id"]]
        common = drawn.intersection(district).area / drawn.union(district).area
        assert common > 0.985
        assert drawn.centroid.distance(district.centroid) < 0.001
        for polygon in shape(feature["geometry"]).geoms:
            assert signed_area(polygon.exterior) > 0  # RFC 7946: counter-clockwise
            assert all(signed_area(hole) < 0 for hole in polygon.interiors)
    assert shapely.total_bounds([shape(f["geometry"]) for f in features]) == pytest.approx(
        weifang().districts.total_bounds, abs=0.01
    )


def test_an_embed_hands_out_the_file_with_the_true_polygons_beside_it(browser):
    """Its own drawing is too coarse."""
    true = to_geojson(weifang())
    site = {"/maps/e.html": document("embed"), "/maps/weifang.geojson": true.decode()}
    with serving(site) as (origin, asked):
        tab = new_tab(browser)
        tab.goto(f"{origin}/maps/e.html")
        tab.wait_for_selector("[data-code][role=button]", state="attached")
        assert asked == ["/maps/e.html"]
        assert downloaded(tab, "geojson") == ("weifang.geojson", true)
        tab.close()


def test_an_embed_offers_no_polygons_where_the_map_has_no_such_file(show):
    spec = weifang().spec.model_copy(update={"outputs": ("embed",)})
    tab = show(embed(replace(weifang(), spec=spec)).html)
    assert tab.locator("#downloads button").all_text_contents() == ["CSV", "PNG"]


@both
def test_the_view_is_downloaded_as_a_picture_with_title_legend_and_all_its_colours(show, form):
    tab = show(form, 700, fragment="#measure=per_project")
    name, content = downloaded(tab, "png")
    image = Image.open(io.BytesIO(content)).convert("RGB")
    assert name == "weifang.png"
    assert image.width == 2 * (tab.evaluate("document.querySelector('#stage').clientWidth") + 32)
    colours = {colour: n for n, colour in image.getcolors(1 << 24)}
    for fill in weifang().measure("per_project").symbology.colors:
        rgb = tuple(int(fill[i : i + 2], 16) for i in (1, 3, 5))
        assert colours.get(rgb, 0) > 300
    assert image.getpixel((2, 2)) == (255, 255, 255)
    head = image.crop((0, 0, image.width, 80)).getcolors(1 << 24)
    assert len(head) > 5  # the title


#: Keeps what is painted: an SVG, which it hangs into the document so that it can be measured.
CATCH = """() => {
  const native = XMLSerializer.prototype.serializeToString;
  XMLSerializer.prototype.serializeToString = function (node) {
    const text = native.call(this, node);
    document.body.append(node);
    window.drawn = [...node.querySelectorAll("text")].map((t) => [t.textContent,
      t.getBoundingClientRect().right - node.getBoundingClientRect().left]);
    window.drawnWidth = node.getBoundingClientRect().width;
    node.remove();
    return text;
  };
}"""


@both
def test_the_picture_has_the_notes_source_and_approval_line(show, form):
    """Without the notes a reader of the picture would take sketched outlines for true ones."""
    tab = show(form, 700)
    tab.evaluate(CATCH)
    downloaded(tab, "png")
    drawn = "".join(text for text, _ in tab.evaluate("drawn"))
    spec = weifang().spec
    for text in (spec.title, spec.dek, *spec.notes, spec.source, "示意图（未审核）"):
        assert text in drawn


@both
@pytest.mark.parametrize("title", ["MMMM WWWW " * 12, "潍坊264个重大项目集中开工，" * 5])
def test_no_line_of_the_picture_is_cut_off(show, form, title):
    made = small_map(["A", "B", "C"], [1, 2, 3], title=title.strip(), language="en")
    tab = show(html_of(form, made), 700)
    tab.evaluate(CATCH)
    downloaded(tab, "png")
    drawn, width = tab.evaluate("drawn"), tab.evaluate("drawnWidth")
    assert sum(text.strip() in title for text, _ in drawn) >= 2
    assert all(right <= width for _, right in drawn)


@both
def test_the_picture_of_a_continuous_scale_has_it_continuous(show, form):
    made = small_map(["A", "B", "C"], [1, 2, 3], unclassed=True)
    _, content = downloaded(show(html_of(form, made), 700), "png")
    image = Image.open(io.BytesIO(content)).convert("RGB")
    rows = [
        {image.getpixel((x, y)) for x in range(64, 1000, 8)} for y in range(60, image.height // 3)
    ]
    assert max(map(len, rows)) > 60


def test_the_page_s_address_is_copied_with_the_view_in_it_and_shared(show):
    """Where nothing may be copied the address is shown; a device without a way to share has no
    button for it."""
    tab = show("page")
    tab.evaluate("""navigator.clipboard.writeText = async (text) => { window.copied = text; };
                    location.hash = "measure=density" """)
    tab.click("#copy-link")
    tab.wait_for_function("document.querySelector('#copy-link').textContent === '链接已复制'")
    assert tab.evaluate("copied === location.href")
    assert tab.inner_text("#status") == "链接已复制"
    assert not tab.is_visible("#share")
    tab.wait_for_function("document.querySelector('#copy-link').textContent === '复制链接'")
    shown: list[str] = []
    tab.on("dialog", lambda dialog: (shown.append(dialog.default_value), dialog.accept()))
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    tab.click("#copy-link")
    tab.wait_for_timeout(100)
    assert shown == [tab.evaluate("location.href")]
