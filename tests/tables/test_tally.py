"""Parts of records add up to the same table, in any order."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa

from geo.tables.tally import Measure, Tally
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区"})


def test_sums_beyond_the_digits_of_a_part_stay_exact():
    """A hundred parts of ten times 9999999999999.000000000000000001."""
    tally = Tally(("d",), (Measure("sum", "v"), Measure("median", "v")))
    cell = Decimal("9999999999999.000000000000000001")
    for _ in range(100):
        cells = pa.chunked_array([pa.array([cell] * 10, pa.decimal128(38, 18))])
        tally.add(pa.table({"d": pa.array([1] * 10, pa.int32())}), {"v": cells})
    frame = tally.frame(SQUARES, ["v"])
    assert frame["count"].tolist() == [0, 1000]
    assert str(frame["v"][1]) == "9999999999999000.000000000000001"
    assert frame["v_median"][1] == cell


def test_no_records_give_no_figures():
    frame = Tally(("d",), (Measure("mean", "v"), Measure("distinct", "v"))).frame(SQUARES, ["v"])
    assert frame["count"].tolist() == [0, 0]
    assert frame["v_mean"].tolist() == [None, None]
    assert frame["v_distinct"].tolist() == [0, 0]
