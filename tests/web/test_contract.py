"""The contract of the data block: a built page and a built embed keep it, to the last key."""

from __future__ import annotations

import json
import re

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

from geo.choropleth.model import Choropleth
from geo.choropleth.published import (
    PromisedDistrict,
    PromisedMap,
    PromisedMeasure,
    PromisedPlace,
)
from geo.web.contract import DistrictData, LeafletData, MapData, MeasureData, PlaceData
from geo.web.embed import embed
from geo.web.page import page
from geo.web.period_contract import PeriodData
from tests.small import small_map, timely_map

#: Strict: no key that the contract does not name, no number where it says text.
EXACT = ConfigDict(extra="forbid", strict=True)
MADE = small_map(["A", "B", "C"], [1.5, 2, float("nan")])


def block(html: str) -> bytes:
    text = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', html, re.S)
    assert text
    return text[1].encode()


def data(choropleth: Choropleth = MADE) -> dict:
    return json.loads(block(page(choropleth)))


@pytest.mark.parametrize("html", [page(MADE), embed(MADE).html], ids=["page", "embed"])
def test_a_built_block_keeps_the_contract(html):
    TypeAdapter(MapData).validate_json(block(html))


@pytest.mark.parametrize(
    ("part", "contract"), [("measures", MeasureData), ("districts", DistrictData)]
)
def test_a_built_block_has_no_key_that_the_contract_does_not_name(part, contract):
    exact = TypeAdapter(with_config(EXACT)(contract))
    for each in data()[part]:
        exact.validate_json(json.dumps(each))


def test_a_page_has_what_leaflet_moves_and_an_embed_how_far_it_zooms():
    small = json.loads(block(embed(MADE).html))
    assert [sorted(made.keys() & LeafletData.__annotations__) for made in (data(), small)] == [
        ["corner", "plane"],
        ["zoom"],
    ]


@pytest.mark.parametrize("key", ["measures", "districts", "strings"])
def test_a_block_without_one_of_its_parts_breaks_the_contract(key):
    broken = data()
    del broken[key]
    with pytest.raises(ValidationError):
        TypeAdapter(MapData).validate_python(broken)


def test_lists_of_a_measure_are_as_long_as_its_classes_or_the_districts():
    made = data()
    (measure,) = made["measures"]
    classes = len(measure["colors"])
    assert len(measure["edges"]) == classes + 1
    assert len(measure["ranks"]) == len(measure["differences"]) == len(made["districts"]) == 3
    assert measure["ranks"] == [2, 1, None]


@pytest.mark.parametrize(
    ("promised", "contract"),
    [
        (PromisedMap, MapData),
        (PromisedMeasure, MeasureData),
        (PromisedDistrict, DistrictData),
        (PromisedPlace, PlaceData),
    ],
)
def test_what_is_read_back_from_older_pages_is_still_in_the_contract(promised, contract):
    """Who renames a key of the block breaks `geo diff` of what is published already."""
    assert promised.__annotations__.keys() <= contract.__annotations__.keys()


def test_a_block_with_periods_keeps_the_contract_and_has_no_more():
    rows = [("A", "1", -1), ("B", "1", 2), ("C", "1", 4), ("A", "2", 3)]
    change = {"id": "c", "change": {"since": "1"}}
    for kinds in ({}, {"unclassed": True}):
        html = page(timely_map(rows, measures=(kinds, change), spec={"page": {"tooltip": "{a}"}}))
        made = json.loads(block(html))
        TypeAdapter(MapData).validate_json(block(html))
        exact = TypeAdapter(with_config(EXACT)(PeriodData))
        assert [exact.validate_json(json.dumps(p))["label"] for p in made["periods"]] == ["1", "2"]
