"""The table that counts make."""

from __future__ import annotations

from decimal import Decimal

from geo.tables.counted import Measure, columns
from tests.frames import districts


def test_a_row_for_every_district_and_group_and_codes_where_names_repeat():
    twice = districts({"110105": "朝阳区", "220104": "朝阳区"})
    counted = {(1, "a"): {"count_all": 3, "f0_sum": Decimal("7.00"), "f0_count": 3}}
    asked = (("kind",), (Measure("sum", "v"), Measure("mean", "v")), ["v"])
    assert columns(twice, asked, counted, {}) == {
        "district": ["110105", "220104"], "code": ["110105", "220104"], "kind": ["a", "a"],
        "count": [0, 3], "v": [None, Decimal(7)], "v_mean": [None, Decimal("2.333333")],
    }  # fmt: skip
