"""Cells of streams are read as those of small tables, exactly, or named."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.tables.arithmetic import rounded
from geo.tables.cells import Column, Findings, degrees, figures
from geo.tables.scaled import Scaled, decimals
from geo.tables.streams import Batch


def read(cells, found=None, delimiter=",", **options):
    batch = Batch("r.csv", np.arange(2, 2 + len(cells)), pa.table({"c": cells}), delimiter)
    known = figures(batch, Column("c", **options), found or Findings())
    cells = decimals(known.whole, known.places) if isinstance(known, Scaled) else known
    return cells.to_pylist()


@pytest.mark.parametrize(("cells", "numbers"), [
    (["0.1", "-2", "+3.50"], ["0.1", "-2", "3.5"]),
    (["1,480", "", "3万", "—", "1e-3", "0.1"], ["1480", None, "30000", None, "0.001", "0.1"]),
    ([0.1, 1e-7, float("nan"), 1e6], ["0.1", "0.0000001", None, "1000000"]),
    ([3, None, -4], ["3", None, "-4"]),
    ([Decimal("1.25")], ["1.25"]),
])  # fmt: skip
def test_cells_are_read_exactly(cells, numbers):
    assert read(cells) == [None if n is None else Decimal(n) for n in numbers]


@pytest.mark.parametrize(("cell", "delimiter", "said"), [
    ("x", ",", "r.csv, row 3: c 'x' is not a number. Write it in 亿元, for example 120.5."),
    ("81,812", ";", "r.csv, row 3: c '81,812' could have a decimal comma or thousands. Choose: "
                    "--decimal , or --decimal ."),
    ("12345678901234", ",", "r.csv, row 3: c '12345678901234' has too many digits. Write at most "
                            "13 digits before the point and 18 behind it."),
])  # fmt: skip
def test_what_is_no_figure_is_named(cell, delimiter, said):
    found = Findings()
    assert read(["1", cell], found, delimiter, unit="亿元") == [1, None]
    with pytest.raises(MapError) as error:
        found.refuse()
    assert str(error.value) == said


@pytest.mark.parametrize("cells", [[9999999999.99999] * 10_000, [9_999_999_999_999] * 600_000])
def test_numbers_whose_sum_no_machine_word_holds_are_decimals(cells):
    """Half of each still fit."""
    for some, whole in ((cells, False), (cells[: len(cells) // 4], True)):
        batch = Batch("r.parquet", np.arange(len(some)), pa.table({"c": some}))
        assert isinstance(figures(batch, Column("c"), Findings()), Scaled) == whole


def test_degrees_may_be_blank():
    batch = Batch("r.csv", np.arange(4), pa.table({"c": ["119.5", "", "36°", " 7 "]}), ",")
    found = degrees(batch, Column("c", "°"), Findings())
    assert str(found.tolist()) == "[119.5, nan, 36.0, 7.0]"


def test_with_a_decimal_comma_a_point_parts_thousands():
    assert read(["1.480", "0,5", "7"], delimiter=";", decimal=",") == [1480, Decimal("0.5"), 7]


@given(st.lists(st.floats(-1e12, 1e12) | st.decimals(-(10**9), 10**9, places=4).map(float)))
def test_doubles_are_read_as_the_decimals_they_are_printed_as(values):
    kind = pa.decimal128(38, 18)
    known = [v for v in values if Decimal(repr(v)) == rounded(Decimal(repr(v)), 18)]
    assert read(pa.array(known, pa.float64())) == [Decimal(repr(v)) for v in known]
    typed = pa.array([Decimal(repr(v)) for v in known], kind)
    assert read(typed) == typed.to_pylist()
