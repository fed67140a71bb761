"""The PROV file holds together: no name in it leads nowhere, no time is in it."""

from __future__ import annotations

import json

from geo.choropleth.prov_json import to_prov
from tests.choropleth.test_provenance import released
from tests.small import small_map, timely_map
from tests.weifang import weifang


def prov(choropleth) -> dict:
    return json.loads(to_prov(choropleth))


def derived(document: dict, entity: str) -> set[str]:
    pairs = document["wasDerivedFrom"].values()
    return {p["prov:usedEntity"] for p in pairs if p["prov:generatedEntity"] == entity}


def test_every_name_in_a_relation_is_that_of_a_record():
    for made in (weifang(), released()):
        document = prov(made)
        known = document["entity"].keys() | document["activity"].keys() | document["agent"].keys()
        relations = [key for key in document if key.startswith("was")]
        named = {
            name
            for key in relations
            for record in document[key].values()
            for name in record.values()
        }
        assert named <= known
        assert len(relations) == 3


def test_a_computed_figure_is_derived_from_its_cells_and_its_outline():
    document = prov(weifang())
    assert derived(document, "map:figure/density/370705") == {
        "map:cell/investment/370705",
        "map:outline/370705",
    }
    assert document["entity"]["map:figure/investment/370705"] == {
        "prov:label": "奎文区, 总投资", "prov:value": "81.8", "geo:unit": "亿元", "geo:class": 2,
    }  # fmt: skip
    assert derived(document, "map:cell/investment/370705") == {"map:source/table"}
    assert derived(document, "map:stated/1") == {"map:source/totals"}


def test_a_zone_that_was_cut_out_is_derived_from_its_row_and_its_host():
    document = prov(released())
    zone = document["entity"]["map:outline/370772"]
    assert (zone["geo:approximate"], zone["prov:label"]) == (True, "滨海区")
    assert derived(document, "map:outline/370772") == {"map:source/zones", "map:outline/370703"}
    assert document["entity"]["map:outline/370702"]["geo:shift_undone"] == "gcj02"
    made_by = {r["prov:entity"]: r["prov:activity"] for r in document["wasGeneratedBy"].values()}
    assert made_by["map:outline/370772"] == made_by["map:outline/370703"] == "map:activity/carve"
    assert made_by["map:outline/370702"] == "map:activity/read"


def test_each_thing_is_made_once_and_the_bytes_are_the_same_again():
    document = prov(released())
    made = [record["prov:entity"] for record in document["wasGeneratedBy"].values()]
    assert len(made) == len(set(made))
    assert to_prov(weifang()) == to_prov(weifang())
    assert b"time" not in to_prov(weifang()).lower()


def test_names_that_serve_as_codes_are_quoted():
    document = prov(small_map(["a b/c", "=1"], [1, 2]))
    assert "map:figure/a/a%20b%2Fc" in document["entity"]
    assert "map:figure/a/%3D1" in document["entity"]


def test_a_change_is_derived_from_both_its_periods_and_a_figure_from_its_own():
    change = {"id": "b", "change": {"since": "1999"}}
    made = timely_map([("A", "1999", 3), ("A", "2001", 1), ("B", "1999", 2), ("B", "2001", 9)],
                      measures=({}, change))  # fmt: skip
    document = prov(made)
    assert document["entity"]["map:figure/b/A/2001"]["prov:value"] == "-2"
    assert derived(document, "map:figure/a/A/1999") == {"map:cell/a/A/1999"}
    assert derived(document, "map:figure/b/A/2001") == {"map:cell/a/A/1999", "map:cell/a/A/2001"}
