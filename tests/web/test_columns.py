"""The data block of very many districts: everything is still there, most of it once."""

from __future__ import annotations

import json

import numpy as np
from pydantic import TypeAdapter

from geo.web.columns import in_columns
from geo.web.contract import MapData
from geo.web.data import map_data, to_json
from geo.web.drawing import draw
from tests.small import small_map

VALUES = [*range(399), 398, np.nan]  # two share a rank, one has none


def data_of(values):
    made = small_map([f"N{i}" for i in range(len(values))], values, columns=25)
    return map_data(made, draw(made.districts, resolution=600))


def test_few_districts_stay_as_they_are():
    data = data_of(VALUES[:400])
    assert in_columns(data) is data


def test_what_only_the_script_reads_of_401_districts_stands_in_columns():
    """Ranks follow from the values, so they are left out: N399 and N398 share the first."""
    data = data_of(VALUES)
    packed = json.loads(to_json(in_columns(data)))
    assert sorted(packed["districts"][0]) == [
        "approximate", "classes", "code", "kind", "name", "values",
    ]  # fmt: skip
    assert [d["code"] for d in packed["districts"]] == [d["code"] for d in data["districts"]]
    assert packed["columns"]["area"] == [d["area"] for d in data["districts"]]
    assert packed["columns"]["at"] == [list(d["at"]) for d in data["districts"]]
    assert packed["columns"]["search"] == [d["search"] for d in data["districts"]]
    assert ["ranks" in m for m in packed["measures"]] == [False]
    ranks = {
        d["name"]: r for d, r in zip(data["districts"], data["measures"][0]["ranks"], strict=True)
    }
    assert [ranks[f"N{i}"] for i in range(397, 401)] == [3, 1, 1, None]
    # The data handed in are whole: the types are theirs.
    TypeAdapter(MapData).validate_python(data)


def test_ranks_that_do_not_follow_from_the_values_stay():
    """Of two measures in one the districts have values and no rank."""
    data = data_of(VALUES)
    data["measures"][0]["ranks"] = [None] * 401
    assert in_columns(data)["measures"][0]["ranks"] == [None] * 401
