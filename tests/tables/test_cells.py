"""Cells of streams are read as those of small tables, exactly, or named."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest

from geo.base.errors import MapError
from geo.tables.cells import Column, Findings, degrees, figures
from geo.tables.streams import Batch


def read(cells, found=None, delimiter=",", **options):
    batch = Batch("r.csv", 2, pa.table({"c": cells}), delimiter)
    rows = np.arange(2, 2 + len(cells))
    return figures(batch, rows, Column("c", **options), found or Findings()).to_pylist()


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


def test_degrees_may_be_blank():
    batch = Batch("r.csv", 2, pa.table({"c": ["119.5", "", "36°"]}), ",")
    found = degrees(batch, np.arange(3), Column("c", "°"), Findings())
    assert str(found.tolist()) == "[119.5, nan, 36.0]"
