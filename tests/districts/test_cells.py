"""Cells of a polygon file as texts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from geo.districts.cells import is_nested, texts


def test_codes_that_became_numbers_are_codes_again_and_what_is_missing_is_empty():
    raw = pd.DataFrame({"code": [370702.0, None, 370705.5], "name": [" Ａ区", None, 7]})
    assert texts(raw, "code") == ["370702", "", "370705.5"]
    assert texts(raw, "name") == ["A区", "", "7"]
    assert texts(raw, "no such column") == ["", "", ""]


def test_what_natural_earth_writes_for_nothing_is_nothing():
    assert texts(pd.DataFrame({"iso": ["-99", -99, -99.0, "TR-01"]}), "iso") == [
        "",
        "",
        "",
        "TR-01",
    ]


@pytest.mark.parametrize(
    ("cell", "nested"), [([1], True), ({"a": 1}, True), (np.array([1]), True), ("[1]", False)]
)
def test_a_list_or_an_object_is_no_text(cell, nested):
    assert is_nested(cell) is nested
    if nested:
        assert texts(pd.DataFrame({"name": [cell]}), "name") == [""]
