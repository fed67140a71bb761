"""The data of a cartogram keep their contract, to the last key."""

from __future__ import annotations

import json

from pydantic import ConfigDict, TypeAdapter, with_config

from geo.web.cartogram import cartogram_data
from geo.web.cartogram_contract import CartogramData
from geo.web.contract import MapData
from tests.web.test_cartogram import drawing_of, with_cartogram


def test_what_the_build_writes_is_what_the_contract_names():
    made = with_cartogram("dorling")
    found = cartogram_data(made, drawing_of(made), article=False)
    assert found.keys() <= MapData.__annotations__.keys()
    exact = with_config(ConfigDict(extra="forbid", strict=True))(CartogramData)
    TypeAdapter(exact).validate_json(json.dumps(found["cartogram"]))
