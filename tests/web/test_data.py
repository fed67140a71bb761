"""The data in a page: complete, and unable to break out of its script element."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from geo.web.data import payload, to_json
from tests.weifang import weifang


def test_the_sums_of_the_data_are_those_of_the_release():
    data = payload(weifang())
    assert sum(d["values"]["projects"] for d in data["districts"]) == 264
    assert round(sum(d["values"]["investment"] for d in data["districts"]), 1) == 1480.6
    assert [m["id"] for m in data["measures"]] == [
        "investment",
        "projects",
        "per_project",
        "density",
    ]


def test_every_value_lies_in_the_interval_of_its_class():
    data = payload(weifang())
    for measure in data["measures"]:
        edges = measure["edges"]
        for district in data["districts"]:
            value, number = district["values"][measure["id"]], district["classes"][measure["id"]]
            assert edges[number] < value <= edges[number + 1] or (number == 0 and value == edges[0])
        counts = [sum(d["classes"][measure["id"]] == k for d in data["districts"])
                  for k in range(len(edges) - 1)]  # fmt: skip
        assert counts == measure["counts"]


def test_a_district_is_found_by_name_alias_pinyin_and_initials():
    words = {d["name"]: d["search"].split() for d in payload(weifang())["districts"]}
    assert {"潍城区", "weichengqu", "wcq", "weicheng"} <= set(words["潍城区"])
    assert "潍坊滨海经济技术开发区" in words["滨海区"]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_reads_back_and_never_ends_the_script(data):
    text = to_json({"data": data})
    assert json.loads(text) == {"data": data}
    assert not set(text) & set("<>&\u2028\u2029")
