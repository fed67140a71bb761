"""Small maps on the page: the plate's, district by district, and nothing of them elsewhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from geo.plate.plates import plates
from geo.spec.page import PageSpec
from geo.spec.plate import PlateSpec
from geo.web.assets import built
from geo.web.embed import embed
from geo.web.multiples import has_multiples, multiples
from geo.web.page import page
from tests.plate.plates import SVG
from tests.small import timely_map
from tests.weifang import changed, weifang

ROWS = (
    ("A", "1990", "1"), ("B", "1990", "3"), ("C", "1990", "7"),
    ("A", "2000", None), ("B", "2000", "5"), ("C", "2000", "8"),
)  # fmt: skip


def timely(chosen="periods"):
    plate = PlateSpec(small_multiples=chosen, formats=("svg",))
    return timely_map(ROWS, spec={"page": {"small_multiples": chosen}, "plates": (plate,)})


def section(html):
    return re.search(r'<section id="multiples".*?</section>', html, re.S)[0]


def test_the_page_shows_what_the_plate_shows_map_by_map_and_district_by_district():
    made = timely()
    found = section(page(made))
    root = ElementTree.fromstring(plates(made)["small.svg"])
    groups = [g for g in root.iter(f"{SVG}g") if g.get("aria-label")]
    maps = re.findall(r'role="img" tabindex="0" aria-label="(.*?)">(.*?)</svg>', found, re.S)
    assert [said for said, _ in maps] == [g.get("aria-label") for g in groups]
    for (_, drawn), group in zip(maps, groups, strict=True):
        uses = re.findall(r'<use href="#small-\d+" fill="(.*?)"><title>(.*?)</title>', drawn)
        on_plate = [p for p in group.iter(f"{SVG}path") if p.get("data-code")]
        for (fill, title), path in zip(uses, on_plate, strict=True):
            said = path.find(f"{SVG}title").text
            if fill == "url(#missing)":
                assert (title, said) == ("2000 · A: No data", "2000 · A: no data")
            else:
                assert (fill, title) == (path.get("fill"), said)


def test_periods_have_one_legend_with_the_colours_and_breaks_of_the_map():
    made = timely()
    view = multiples(made, article=False)
    assert view.key.colors == tuple(made.measures[0].symbology.colors)
    assert (view.key.label, view.key.unit) == ("Rate", "%")
    assert [m.key for m in view.maps] == [None, None]
    assert [m.label for m in view.maps] == ["1990", "2000"]
    assert view.said == "Rate, 1990, 2000"


def test_measures_that_differ_have_a_legend_each():
    made = changed(page=PageSpec(small_multiples=("investment", "density")))
    view = multiples(made, article=False)
    assert view.key is None
    assert [m.key.unit for m in view.maps] == ["亿元", "万元/平方公里"]
    assert view.maps[0].whole == "合计 1,480.6 亿元"


def test_no_map_without_them_and_no_embed_has_anything_of_them():
    assert multiples(weifang(), article=False) is None
    for html in (page(weifang()), embed(timely()).html):
        assert 'id="multiples"' not in html
        assert built("multiples.css") not in html
    assert built("multiples.css") in page(timely())


def test_a_map_of_a_single_period_has_no_small_ones_of_it():
    one = timely_map(ROWS[:3], spec={"page": {"small_multiples": "periods"}})
    assert not has_multiples(one, article=False)


def test_texts_of_districts_are_left_out_where_there_are_thousands(monkeypatch):
    monkeypatch.setattr("geo.web.multiples._MOST_TEXTS", 5)
    view = multiples(timely(), article=False)
    assert {said for m in view.maps for _, said in m.districts} == {""}


def test_hostile_names_are_text():
    rows = [("<i>A</i>", "1990", "1"), ("B", "1990", "2"), ("<i>A</i>", "2000", "1")]
    made = timely_map(rows, spec={"page": {"small_multiples": "periods"}})
    assert "<i>A" not in section(page(made))
    assert "&lt;i&gt;A" in section(page(made))
