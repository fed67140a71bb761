"""Parts of records add up to the same table, in any order."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa

from geo.tables.counted import Measure
from geo.tables.scaled import Scaled, decimals
from geo.tables.tally import Tally
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区"})


def test_sums_beyond_the_digits_of_a_part_stay_exact():
    """A hundred parts of ten times 9999999999999.000000000000000001."""
    tally = Tally(("d",), (Measure("sum", "v"), Measure("median", "v")))
    cell = Decimal("9999999999999.000000000000000001")
    for _ in range(100):
        cells = pa.chunked_array([pa.array([cell] * 10, pa.decimal128(38, 18))])
        tally.add(pa.table({"d": pa.array([1] * 10, pa.int32())}), {"v": cells})
    frame = tally.columns(SQUARES, ["v"])
    assert frame["count"] == [0, 1000]
    assert str(frame["v"][1]) == "9999999999999000.000000000000001"
    assert frame["v_median"][1] == cell


def test_whole_numbers_are_put_behind_the_point_when_they_are_added_up():
    ways = ("sum", "mean", "median", "min", "max", "distinct")
    tally = Tally(("d",), tuple(Measure(way, "v") for way in ways))
    cells = Scaled(pa.chunked_array([pa.array([15, None, 5, -25], pa.int64())]), 1)
    tally.add(pa.table({"d": pa.array([0, 0, 0, 1], pa.int32())}), {"v": cells})
    tally.add(pa.table({"d": pa.array([0, 0, 0, 1], pa.int32())}), {"v": decimals(cells.whole, 2)})
    found = tally.columns(SQUARES, ["v"])
    told = [[str(found[name][d]) for name in list(found)[3:]] for d in (0, 1)]
    assert told == [["2.2", "0.55", "0.325", "0.05", "1.5", "4"],
                    ["-2.75", "-1.375", "-1.375", "-2.5", "-0.25", "2"]]  # fmt: skip


def test_no_records_give_no_figures():
    tally = Tally(("d",), (Measure("mean", "v"), Measure("distinct", "v")))
    found = tally.columns(SQUARES, ["v"])
    assert found["count"] == [0, 0]
    assert found["v_mean"] == [None, None]
    assert found["v_distinct"] == [0, 0]
