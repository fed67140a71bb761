"""Cells to numbers with unit and rounding; every problem of a file at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geo.base.errors import MapError
from geo.tables.layout import Layout
from geo.tables.printed import Printed
from geo.tables.reader import read_table, table_from_frame
from geo.tables.table import Column, Table

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
    one, tenth = Decimal(1), Decimal("0.1")
    assert read(tmp_path, text) == Table(
        ("奎文区", "潍城区", "坊子区"),
        (2, 4, 5),
        {
            "projects": Column(
                "个",
                (Printed(Decimal(16), one), None, Printed(Decimal(0), one)),
                ("value", "missing", "value"),
            ),
            "investment": Column(
                "亿元",
                (Printed(Decimal("81.8"), tenth), Printed(Decimal(78), one), None),
                ("value", "value", "inapplicable"),
            ),
        },
        str(tmp_path / "t.csv"),
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_makes_no_difference(tmp_path: Path, encoding: str):
    text = HEADER + "奎文区,16,81.8\n潍城区,15,84.5\n"
    assert read(tmp_path, text, encoding) == read(tmp_path, text)


def test_full_width_digits_and_the_columns_own_unit_are_read(tmp_path: Path):
    columns = read(tmp_path, HEADER + "奎文区,１６个,８１．８亿元\n潍城区,15,8450万元\n").columns
    assert columns["projects"].numbers == (16, 15)
    assert columns["investment"].numbers == (Decimal("81.8"), Decimal("0.845"))


def test_all_problems_of_a_file_are_reported_at_once_in_the_order_of_its_rows(tmp_path: Path):
    text = HEADER + (
        "奎文区,16,12O.5\n潍城区,-3,84.5\n坊子区,15\n,16,64.2\n奎文区,20,78.6万美元\n"
        "诸城市,∞,1e400\n"
    )
    assert refusal(tmp_path, text) == (
        "t.csv, row 2: investment '12O.5' is not a number. Write it in 亿元, for example 120.5.\n"
        "t.csv, row 3: projects '-3' is negative. "
        "Correct it, or set allow_negative = true for the measure.\n"
        "t.csv, row 4: has 2 cells, the header has 3. A separator is missing or too many; "
        "put cells that contain one in quotation marks.\n"
        "t.csv, row 5: district is blank. Name the district or drop the row.\n"
        "t.csv, row 6: district '奎文区' is already in row 2. "
        "Keep one of the two rows, or add them up.\n"
        "t.csv, row 6: investment '78.6万美元' is in 万美元, not in 亿元. "
        "Write it in 亿元, for example 120.5.\n"
        "t.csv, row 7: projects '∞' is infinite. Correct it, or leave the cell empty.\n"
        "t.csv, row 7: investment '1e400' is too large. Figures reach to 1e+24 at most."
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
    table = read(tmp_path, text, allow_negative={"investment"})
    assert table.columns["investment"].numbers == (Decimal("-3.5"), -1)


def test_the_first_maps_table_sums_to_what_its_source_says(root: Path):
    table = read_table(root / "data" / "projects.csv", key="district", columns=UNITS)
    assert (len(table.keys), sum(table.columns["projects"].numbers)) == (16, 264)
    investment = table.columns["investment"].numbers
    assert sum(investment) == Decimal("1480.6")
    assert investment[table.keys.index("高新区")] == Decimal("196.7")


def test_a_frame_is_a_table_too():
    frame = pd.DataFrame({"name": ["奎文区 ", 370702], "v": [0.1, None]})
    figures = Column("亿元", (Printed(Decimal("0.1")), None), ("value", "missing"))
    assert table_from_frame(frame, key="name", columns={"v": "亿元"}) == Table(
        ("奎文区", "370702"), (1, 2), {"v": figures}, "data"
    )


def test_a_frame_is_checked_like_a_file():
    frame = pd.DataFrame({"name": ["奎文区", None, "奎文区"], "v": [np.inf, "x", 1]})
    with pytest.raises(MapError) as error:
        table_from_frame(frame, key="name", columns={"v": ""})
    assert str(error.value) == (
        "data, row 1: v 'inf' is not a number up to 1e+24. Convert the column to numbers.\n"
        "data, row 2: name is blank. Name the district or drop the row.\n"
        "data, row 2: v 'x' is not a number up to 1e+24. Convert the column to numbers.\n"
        "data, row 3: name '奎文区' is already in row 1. "
        "Keep one of the two rows, or add them up."
    )


def test_an_empty_frame_is_refused():
    with pytest.raises(MapError) as error:
        table_from_frame(pd.DataFrame({"name": [], "v": []}), key="name", columns={"v": ""})
    assert str(error.value) == "data: is empty. Give one row a district."


def test_how_to_allow_negative_figures_is_said_once_a_column(tmp_path: Path):
    text = HEADER + "奎文区,16,-1\n潍城区,-3,-2\n坊子区,-4,-3\n"
    remedy = " Correct it, or set allow_negative = true for the measure."
    assert refusal(tmp_path, text) == (
        f"t.csv, row 2: investment '-1' is negative.{remedy}\n"
        f"t.csv, row 3: projects '-3' is negative.{remedy}\n"
        "t.csv, row 3: investment '-2' is negative.\n"
        "t.csv, row 4: projects '-4' is negative.\n"
        "t.csv, row 4: investment '-3' is negative."
    )


def test_a_district_twice_in_one_period_is_an_error_that_names_both_rows(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("name,year,x\nA,2001,1\nA,2002,2\nA,2001,3\nB,,4\n", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_table(path, key="name", columns={"x": ""}, layout=Layout(period="year"))
    assert str(error.value).splitlines() == [
        f"{path}, row 4: name 'A' with year '2001' is already in row 2. Keep one of the two rows, "
        "or add them up.",
        f"{path}, row 5: year is blank. Write the period or drop the row.",
    ]
    path.write_text("name,year,x\nA,2001,1\nA,2002,2\n", encoding="utf-8")
    found = read_table(path, key="name", columns={"x": ""}, layout=Layout(period="year"))
    assert (found.keys, found.periods) == (("A", "A"), ("2001", "2002"))
