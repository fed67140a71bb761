"""The data block: what the contract promises and no more, unable to end its script element."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from shapely.geometry import box

from geo.base.catalogue import strings
from geo.base.markup import Rich
from geo.spec.plane import InsetSpec, PlaneSpec
from geo.web.contract import MapData
from geo.web.data import (
    GAP_STRINGS,
    PERIOD_STRINGS,
    SCRIPT_STRINGS,
    STRINGS,
    map_data,
    short,
    to_json,
)
from geo.web.drawing import draw
from geo.web.options import needs_options
from tests.small import map_of, small_map, timely_map
from tests.weifang import changed, weifang

WEB = Path(__file__).resolve().parents[2] / "geo" / "web"
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(WEB.rglob("*.js"))
    if not {"vendor", "dist", "node_modules"} & set(path.parts)
)


def data_of(choropleth):
    return map_data(choropleth, draw(choropleth.districts, resolution=600))


@cache
def weifangs():
    return data_of(weifang())


@pytest.mark.parametrize(
    "choropleth",
    [
        weifang(),
        small_map(["A", "B", "C", "D"], [1, 2, 3, np.nan]),
        small_map(["A", "B", "C", "D"], [1, 2, 3, np.nan], unclassed=True, unit=""),
    ],
    ids=["weifang", "no data", "unclassed"],
)
def test_the_data_are_of_the_types_the_script_is_checked_against(choropleth):
    """What a type does not name would be dropped, what it has wrong is an error."""
    data = data_of(choropleth)
    contract = TypeAdapter(MapData)
    assert json.loads(contract.dump_json(contract.validate_python(data))) == json.loads(
        to_json(data)
    )


def test_the_sums_of_the_data_are_those_of_the_release():
    data = weifangs()
    assert sum(d["values"]["projects"] for d in data["districts"]) == 264
    assert round(sum(d["values"]["investment"] for d in data["districts"]), 1) == 1480.6
    assert [m["id"] for m in data["measures"]] == [
        "investment",
        "projects",
        "per_project",
        "density",
    ]


def test_every_value_lies_in_the_interval_of_its_class():
    data = weifangs()
    for measure in data["measures"]:
        edges = measure["edges"]
        for district in data["districts"]:
            value, number = district["values"][measure["id"]], district["classes"][measure["id"]]
            assert edges[number] < value <= edges[number + 1] or (number == 0 and value == edges[0])


def test_a_district_without_value_says_why_and_has_no_class():
    data = data_of(small_map(["A", "B", "C"], [1, 2, np.nan], unit=""))
    assert [d.get("states") for d in data["districts"]] == [None, None, {"a": "missing"}]
    assert [d["values"]["a"] for d in data["districts"]] == [1, 2, None]
    assert data["districts"][2]["classes"] == {"a": None}
    assert data["measures"][0]["unit"] == ""
    assert data["measures"][0]["ranked"] == 2


def test_bars_start_at_zero_whatever_the_signs():
    """A bar of a negative value points to the other side of the zero that the extent holds."""
    extents = [
        data_of(small_map(["A", "B", "C"], values, allow_negative=True))["measures"][0]["extent"]
        for values in ([1, 2, 3.5], [-1, 2, np.nan], [-3, -2, -1])
    ]
    assert extents == [(0, 3.5), (-1, 2), (-3, 0)]


def test_texts_are_given_where_a_browser_would_write_the_number_otherwise():
    """A browser writes 1,234.5 as the build does, but its minus is a hyphen."""
    long = data_of(small_map(["A", "B", "C"], [1234.5, 2, np.nan]))["measures"][0]
    assert "texts" not in long
    assert long["digits"] == (0, 1)
    signed = data_of(small_map(["A", "B", "C"], [-1, 2, 3], allow_negative=True))["measures"][0]
    assert signed["texts"] == ["\u22121", "", ""]


def test_a_computed_rate_has_all_its_decimals():
    rate = data_of(weifang())["measures"][2]
    assert (rate["id"], rate["digits"]) == ("per_project", (2, 2))


def test_ranks_are_the_measures():
    ranks = data_of(small_map(["A", "B", "C", "D"], [2, 3, 2, np.nan]))["measures"][0]["ranks"]
    assert ranks == [2, 1, 2, None]


def test_words_of_the_readers_language_are_there_only_where_they_differ():
    english = small_map(["A", "B", "C"], [1, 2, 3], language="en")
    assert not any("label" in d for d in data_of(english)["districts"])
    assert not any("kind_label" in d for d in weifangs()["districts"])
    hosts = {d["name"]: d["host"] for d in weifangs()["districts"] if "host" in d}
    assert hosts["高新区"] == "奎文区"


def test_a_whole_number_is_written_without_a_point():
    assert (repr(short(3.0)), repr(short(3.5))) == ("3", "3.5")


def test_the_texts_of_the_data_are_those_that_the_scripts_name():
    named = set(re.findall(r"\bWORDS\.(\w+)", SCRIPTS))
    assert named == set(STRINGS) <= set(strings("zh"))


def test_a_text_is_in_the_place_of_its_key_and_those_of_other_maps_are_empty():
    words = strings("zh")
    assert weifangs()["strings"] == [words[key] for key in SCRIPT_STRINGS]
    gaps = data_of(small_map("AB", [1, np.nan]))["strings"]
    assert gaps == [words[key] for key in (*SCRIPT_STRINGS, *GAP_STRINGS)]
    timely = timely_map([("A", "2001", 1), ("B", "2001", 2), ("A", "2002", 3), ("B", "2002", 4)])
    later = data_of(timely)["strings"][len(SCRIPT_STRINGS) :]
    assert later == ["", "", *(strings("en")[key] for key in PERIOD_STRINGS)]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_reads_back_and_never_ends_the_script(data):
    text = to_json({"data": data})
    assert json.loads(text) == {"data": data}
    assert not set(text) & set("<>&\u2028\u2029")


def test_a_measure_has_of_its_heading_what_is_not_the_maps():
    first, second, *rest = weifang().spec.measures
    own = second.model_copy(update={"title": "诸城市项目最多", "notes": ()})
    found = data_of(changed(measures=(first, own, *rest)))["measures"]
    assert {k: found[1][k] for k in ("title", "notes")} == {"title": "诸城市项目最多", "notes": []}
    assert all(key not in found[0] for key in ("title", "dek", "notes"))


def test_the_data_have_texts_without_markup_and_the_makers_where_there_are_any():
    found = data_of(changed(source=Rich("[统计局](https://a.org/)"), credit=Rich("*王*")))
    assert (found["source"], found["credit"], "byline" in found) == ("统计局", "王", False)


def test_own_words_are_in_the_data_of_maps_that_have_some():
    page = weifang().spec.page.model_copy(update={"tooltip": ("<b>{name}",), "card": ("density",)})
    found = data_of(changed(page=page))
    assert found["tips"][0] == [f"<b>{weifang().names[0]}"]
    assert found["card"] == ["density"]
    assert not {"tips", "card"} & set(weifangs())


def test_frames_of_insets_are_told_in_the_drawing_s_units_and_without_insets_nothing_is():
    """Two squares, one of them taken into a frame: only then a script has to know of frames."""
    own = InsetSpec(bounds=(9, 0, 12, 2))
    shapes = [box(0, 0, 1, 1), box(10, 0, 11, 1)]
    made = map_of(shapes, [1, 2], plane=PlaneSpec(insets=(own,)))
    drawing = draw(made.districts, resolution=400, plane=made.plane)
    ((x, y, wide, high),) = map_data(made, drawing)["frames"]
    inside = drawing.anchors[1]
    assert x < inside.x < x + wide
    assert y < inside.y < y + high
    assert not x < drawing.anchors[0].x < x + wide
    assert needs_options(made)
    assert "frames" not in data_of(map_of(shapes, [1, 2]))
    assert not needs_options(map_of(shapes, [1, 2]))
