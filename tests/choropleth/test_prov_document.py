"""A document holds what was said of its entities, names steps once, and collects a kind whole."""

from __future__ import annotations

from geo.choropleth.prov_document import Document, qualified


def test_names_are_quoted_and_an_empty_part_is_left_out():
    assert qualified("cell", "a b", "1/2", "") == "map:cell/a%20b/1%2F2"


def test_a_collection_has_all_of_its_kind_and_is_made_once():
    document = Document()
    for name in ("map:cell/a/1", "map:cell/a/2", "map:cell/ab/1", "map:sum/1", "map:sum/2"):
        document.entities[name] = {}
    document.collect("map:sum/1", "cells", "a")
    document.collect("map:sum/2", "cells", "a")
    whole = document.whole()
    members = [m["prov:entity"] for m in whole["hadMember"].values()]
    assert members == ["map:cell/a/1", "map:cell/a/2"]
    assert [d["prov:usedEntity"] for d in whole["wasDerivedFrom"].values()] == ["map:cells/a"] * 2


def test_only_steps_that_were_done_are_in_it():
    document = Document()
    document.generate("map:sum/1", "add")
    document.generate("map:sum/2", "add")
    assert list(document.whole()["activity"]) == ["map:activity/add"]
