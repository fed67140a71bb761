"""Cells to numbers with unit and rounding; every problem of a file at once; ratios."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.tables.table import derive, read_table, table_from_frame

UNITS = {"projects": "个", "investment": "亿元"}
HEADER = "district,projects,investment\n"


def read(folder: Path, text: str, encoding: str = "utf-8", **options):
    (folder / "t.csv").write_bytes(text.encode(encoding))
    return read_table(folder / "t.csv", key="district", columns=UNITS, **options)


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(MapError) as error:
        read(folder, text)
    return str(error.value).replace(f"{folder}/", "")


def test_a_table_keeps_values_states_resolutions_and_lines(tmp_path: Path):
    text = HEADER + "奎文区,16,81.8\n\n潍城区,—,78\n坊子区,0,不适用\n"
    frame = read(tmp_path, text).frame
    assert list(frame["key"]) == ["奎文区", "潍城区", "坊子区"]
    assert list(frame["row"]) == [2, 4, 5]
    assert frame["projects"].tolist()[::2] == [16, 0]
    assert frame["projects"].isna().tolist() == [False, True, False]
    assert list(frame["projects:state"]) == ["value", "missing", "value"]
    assert list(frame["investment:state"]) == ["value", "value", "inapplicable"]
    assert frame["investment:resolution"].tolist()[:2] == [0.1, 1.0]
    assert np.isnan(frame["investment:resolution"].iloc[2])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_makes_no_difference(tmp_path: Path, encoding: str):
    text = HEADER + "奎文区,16,81.8\n潍城区,15,84.5\n"
    assert read(tmp_path, text, encoding).frame.equals(read(tmp_path, text).frame)


def test_full_width_digits_and_the_columns_own_unit_are_read(tmp_path: Path):
    frame = read(tmp_path, HEADER + "奎文区,１６个,８１．８亿元\n潍城区,15,8450万元\n").frame
    assert frame["projects"].tolist() == [16, 15]
    assert frame["investment"].tolist() == [81.8, 0.845]


def test_all_problems_of_a_file_are_reported_at_once_in_the_order_of_its_rows(tmp_path: Path):
    text = HEADER + (
        "奎文区,16,12O.5\n潍城区,-3,84.5\n坊子区,15\n,16,64.2\n奎文区,20,78.6万美元\n"
        "诸城市,∞,1e400\n"
    )
    assert refusal(tmp_path, text) == (
        "t.csv, row 2: investment '12O.5' is not a number. Write it in 亿元, for example 120.5.\n"
        "t.csv, row 3: projects '-3' is negative. "
        "Correct it, or set allow_negative for the measure.\n"
        "t.csv, row 4: has 2 cells, the header has 3. A separator is missing or too many; "
        "put cells that contain one in quotation marks.\n"
        "t.csv, row 5: district is blank. Name the district or drop the row.\n"
        "t.csv, row 6: district '奎文区' is in row 2 already. "
        "Keep one of the two rows, or add them up.\n"
        "t.csv, row 6: investment '78.6万美元' is in 万美元, not in 亿元. "
        "Write it in 亿元, for example 120.5.\n"
        "t.csv, row 7: projects '∞' is infinite. Correct it, or leave the cell empty.\n"
        "t.csv, row 7: investment '1e400' is infinite. Correct it, or leave the cell empty."
    )


def test_a_column_without_unit_takes_plain_numbers_only(tmp_path: Path):
    (tmp_path / "t.csv").write_text("district,a\n奎文区,3个\n", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_table(tmp_path / "t.csv", key="district", columns={"a": ""})
    assert str(error.value).replace(f"{tmp_path}/", "") == (
        "t.csv, row 2: a '3个' is in 个, but the column has no unit. Write only the number."
    )


def test_negative_numbers_pass_where_the_spec_allows_them(tmp_path: Path):
    text = HEADER + "奎文区,16,-3.5\n潍城区,15,−1\n"
    frame = read(tmp_path, text, allow_negative={"investment"}).frame
    assert frame["investment"].tolist() == [-3.5, -1]


def test_the_first_maps_table_sums_to_what_its_source_says(root: Path):
    frame = read_table(root / "data" / "projects.csv", key="district", columns=UNITS).frame
    assert (len(frame), frame["projects"].sum()) == (16, 264)
    assert sum(Decimal(repr(v)) for v in frame["investment"]) == Decimal("1480.6")
    assert frame.loc[frame["key"] == "高新区", "investment"].item() == 196.7


def test_a_frame_is_a_table_too():
    frame = pd.DataFrame({"name": ["奎文区 ", 370702], "v": [1, None]})
    table = table_from_frame(frame, key="name", columns=["v"])
    assert list(table.frame["key"]) == ["奎文区", "370702"]
    assert list(table.frame["v:state"]) == ["value", "missing"]
    assert list(table.frame["row"]) == [1, 2]


def test_a_frame_is_checked_like_a_file():
    frame = pd.DataFrame({"name": ["奎文区", None, "奎文区"], "v": [np.inf, "x", 1]})
    with pytest.raises(MapError) as error:
        table_from_frame(frame, key="name", columns=["v"])
    assert str(error.value) == (
        "data, row 1: v 'inf' is not a finite number. Convert the column to numbers.\n"
        "data, row 2: name is blank. Name the district or drop the row.\n"
        "data, row 2: v 'x' is not a finite number. Convert the column to numbers.\n"
        "data, row 3: name '奎文区' is in row 1 already. "
        "Keep one of the two rows, or add them up."
    )


def test_an_empty_frame_is_refused():
    with pytest.raises(MapError) as error:
        table_from_frame(pd.DataFrame({"name": [], "v": []}), key="name", columns=["v"])
    assert str(error.value) == "data: is empty. Give one row a district."


def test_a_quotient_is_rounded_half_up_as_statisticians_do():
    """0.125 and 0.375 are exact halves; binary rounding to even would give 0.12 and 0.38."""
    values, states = derive([1, 3, -1, 81.8], [8, 8, 8, 16], 2)
    assert values.tolist() == [0.13, 0.38, -0.13, 5.11]
    assert states == ("value",) * 4


def test_decimal_halves_are_halves_although_binary_ones_are_not():
    """2.675 is 2.67499… as a double."""
    assert derive([2.675], [1], 2)[0].tolist() == [2.68]


def test_a_zero_denominator_makes_a_ratio_inapplicable_and_a_missing_number_makes_it_missing():
    values, states = derive([1, np.nan, 1, 0, np.nan], [0, 2, np.nan, 2, 0], 1)
    assert states == ("inapplicable", "missing", "missing", "value", "inapplicable")
    assert np.isnan(values[[0, 1, 2, 4]]).all()
    assert values[3] == 0


def test_a_quotient_too_large_for_decimals_stays_as_it_is():
    assert derive([1e300], [1e-5], 2)[0].tolist() == [1e305]


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 6))
def test_rounding_moves_a_quotient_by_half_a_digit_at_most(above: int, below: int, decimals: int):
    (value,), _ = derive([above], [below], decimals)
    exact = Decimal(above) / Decimal(below)
    assert abs(Decimal(repr(float(value))) - exact) <= Decimal("0.5").scaleb(-decimals) + Decimal(
        "1e-9"
    )
