"""Whole numbers stand for decimals."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa

from geo.tables.scaled import Scaled, decimals


def test_the_point_is_put_where_it_belongs():
    cells = Scaled(pa.chunked_array([pa.array([12345, None, -5], pa.int64())]), 3)
    assert decimals(cells.whole, cells.places).to_pylist() == [
        Decimal("12.345"), None, Decimal("-0.005"),
    ]  # fmt: skip
    kept = cells.filter(pa.array([False, True, True]))
    assert decimals(kept.whole).to_pylist() == [None, -5]
