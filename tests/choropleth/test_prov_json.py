"""The PROV file holds together: no name in it leads nowhere, no time is in it."""

from __future__ import annotations

import json

from prov.model import ProvDocument

from geo.choropleth.pipeline import build
from geo.choropleth.prov_json import to_prov
from geo.web.page import page
from tests.choropleth.test_provenance import RELEASE, ROOT, released
from tests.small import small_map, timely_map
from tests.weifang import changed, weifang


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
        named |= {name for record in document["hadMember"].values() for name in record.values()}
        assert named <= known
        assert len(relations) == 3


def test_the_reference_library_reads_it_and_writes_the_same_records():
    for made in (weifang(), released()):
        text = to_prov(made).decode()
        read = ProvDocument.deserialize(content=text, format="json")
        again = json.loads(read.serialize(format="json"))
        mine = json.loads(text)
        for kind in ("entity", "activity", "agent"):
            assert again[kind].keys() == mine[kind].keys()
        for kind in ("wasDerivedFrom", "wasGeneratedBy", "hadMember", "wasAssociatedWith"):
            assert len(again[kind]) == len(mine[kind])


def test_breaks_are_of_the_figures_or_of_whoever_set_them(tmp_path):
    document = prov(weifang())
    assert document["entity"]["map:classes/investment"]["prov:value"] == "0 50 90 130 170 200"
    assert derived(document, "map:classes/investment") == {"map:figures/investment"}
    members = {
        m["prov:entity"]
        for m in document["hadMember"].values()
        if m["prov:collection"] == "map:figures/investment"
    }
    assert len(members) == 16
    assert derived(document, "map:classes/density") == {"map:source/spec"}
    edition = tmp_path / "old.html"
    edition.write_text(page(weifang()), encoding="utf-8")
    locked = weifang().spec.measures[0].model_copy(update={"breaks_from": edition})
    document = prov(changed(measures=(locked, *weifang().spec.measures[1:])))
    assert derived(document, "map:classes/investment") == {"map:source/edition/old.html"}
    assert document["entity"]["map:source/edition/old.html"]["geo:sha256"]


def test_a_stated_total_leads_to_its_row_or_its_characters_and_a_sum_to_its_parts():
    document = prov(weifang())
    assert document["entity"]["map:stated/2"] == {
        "prov:label": "全市", "prov:value": "1480", "geo:column": "investment",
        "geo:unit": "亿元", "geo:row": 3,
    }  # fmt: skip
    text = RELEASE.read_text(encoding="utf-8")
    entities = prov(released())["entity"]
    stated = [e for name, e in entities.items() if name.startswith("map:stated/")]
    for total in stated:
        printed = text[total["geo:start"] : total["geo:end"]]
        assert total["geo:row"] == text[: total["geo:start"]].count("\n") + 1
        assert any(digit in printed for digit in "0123456789")
    assert len(stated) > 10
    assert derived(document, "map:sum/5") == {"map:cells/investment"}
    assert derived(document, "map:sum/6") == {f"map:stated/{n}" for n in (5, 7, 9, 11)}
    assert derived(document, "map:whole/density") == {"map:cells/investment", "map:outlines"}


def test_what_is_drawn_besides_districts_says_where_it_is_from():
    document = prov(weifang())
    assert derived(document, "map:border/outer") == {"map:outlines"}
    assert "map:source/spec" in derived(document, "map:place/1")
    assert not any(name.startswith("map:line") for name in document["entity"])
    china = prov(build(ROOT / "maps" / "china.toml"))
    assert derived(china, "map:line/south-china-sea") == {"map:source/sea"}


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
