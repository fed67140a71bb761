"""Streamed records give the table that one small file gives, however they are cut into files."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely import Point

from geo.base.errors import MapError
from geo.tables.aggregate import aggregate
from geo.tables.conditions import read_condition
from geo.tables.counted import Measure
from geo.tables.records import Question, tabulate
from tests.frames import districts

#: Unit squares from 0 to 3 degrees east.
SQUARES = districts({"370702": "潍城区", "370705": "奎文区", "370772": "滨海区"})
HEAD = "lon,lat,district,kind,year,price\n"
ROWS = [
    "0.5,0.5,潍城区,工业,2020,0.1", "0.6,0.5,370702,工业,2021,0.2", "1,0.5,潍城区,商业,2020,3",
    "1.5,0.5,奎文区,工业,2020,", "1.5,0.6,奎文,工业,2020,12.75", "1.6,0.6,奎文区,商业,2021,1.25万",
]  # fmt: skip
ASKED = tuple(Measure(way, "price") for way in ("sum", "mean", "median", "min", "max", "distinct"))


def files(folder: Path, rows, cuts=()) -> list[Path]:
    edges = [0, *sorted(cuts), len(rows)]
    paths = []
    for i, (a, b) in enumerate(itertools.pairwise(edges)):
        paths.append(folder / f"{i}.csv")
        paths[-1].write_text(HEAD + "".join(f"{row}\n" for row in rows[a:b]), encoding="utf-8")
    return paths


def test_every_statistic_is_exact(tmp_path: Path):
    """0.1 and 0.2 and 3; nothing for a blank; 1.25万 is 12500."""
    frame = tabulate(files(tmp_path, ROWS), SQUARES, Question(measures=ASKED)).frame
    wanted = [
        ["潍城区", "370702", 3, "3.3", "1.1", "0.2", "0.1", "3", 3],
        ["奎文区", "370705", 3, "12512.75", "6256.375", "6256.375", "12.75", "12500", 2],
        ["滨海区", "370772", 0, None, None, None, None, None, 0],
    ]
    told = [[str(c) if isinstance(c, Decimal) else c for c in row] for row in frame.to_numpy()]
    assert [[None if pd.isna(c) else c for c in row] for row in told] == wanted


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(ROWS), st.lists(st.integers(0, len(ROWS)), max_size=3), st.booleans())
def test_any_order_and_any_split_give_the_same_numbers(tmp_path: Path, rows, cuts, coded):
    question = Question("district" if coded else "", measures=ASKED, group_by=("kind", "year"))
    whole = tabulate(files(tmp_path, ROWS), SQUARES, question).frame
    parts = tabulate(files(tmp_path, rows, cuts), SQUARES, question).frame
    assert parts.to_csv() == whole.to_csv()
    assert whole["count"].sum() == len(ROWS)
    assert whole[["kind", "year"]].to_numpy().tolist()[:2] == [["商业", "2020"], ["商业", "2021"]]


def test_one_small_table_and_a_stream_of_it_agree(tmp_path: Path):
    (path,) = files(tmp_path, ROWS)
    for key in ("", "district"):
        small = aggregate(path, SQUARES, key=key, sums={"price": ""}).frame
        asked = Question(key, measures=(Measure("sum", "price"),))
        streamed = tabulate([path], SQUARES, asked).frame
        assert small["count"].tolist() == streamed["count"].tolist()
        assert small["price"].tolist()[:2] == streamed["price"].tolist()[:2]


def test_only_records_that_meet_a_condition_count(tmp_path: Path):
    where = read_condition('year >= 2021 and kind == "工业"')
    report = tabulate(files(tmp_path, ROWS), SQUARES, Question(where=where))
    assert (report.records, report.chosen, report.frame["count"].tolist()) == (6, 1, [1, 0, 0])


def test_records_outside_are_refused_or_counted_and_named(tmp_path: Path):
    (path,) = files(tmp_path, [*ROWS, "9,9,泰山区,x,2020,1", ",,,x,2020,1"])
    with pytest.raises(MapError) as error:
        tabulate([path], SQUARES, Question())
    assert str(error.value).replace(str(path), "r.csv") == (
        "r.csv, row 8: the point (9, 9) is in no district. Correct it, or allow records outside: "
        "they are then listed and not counted.\n"
        "r.csv, row 9: has no coordinates. Correct it, or allow records outside: they are then "
        "listed and not counted."
    )
    report = tabulate([path], SQUARES, Question("district"), allow_outside=True, keep_outside=True)
    assert (report.outside, report.frame["count"].sum()) == (2, 6)
    assert [(row, why) for _, row, why in report.left] == [
        (8, "'泰山区' matches no district"), (9, "district is blank"),
    ]  # fmt: skip


def test_thousands_of_bad_cells_give_a_summary(tmp_path: Path):
    (path,) = files(tmp_path, [f"0.5,0.5,潍城区,x,2020,O{i}" for i in range(3_000)])
    with pytest.raises(MapError) as error:
        tabulate([path], SQUARES, Question(measures=(Measure("sum", "price", "亿元"),)))
    lines = str(error.value).replace(str(path), "r.csv").splitlines()
    assert lines[0] == (
        "r.csv, row 2: price 'O0' is not a number: 'O' is in the way. Write only the number."
    )
    assert len(lines) < 30
    assert "2,000 more records have such problems" in {p.what for p in error.value.problems}


@pytest.mark.parametrize(("crs", "x", "y"), [
    ("EPSG:3857", 55659.745, 55660.452), ("wgs84", 0.5, 0.5),
])  # fmt: skip
def test_coordinates_may_be_in_any_crs(tmp_path: Path, crs, x, y):
    (path,) = files(tmp_path, [f"{x},{y},,,,"])
    assert tabulate([path], SQUARES, Question(crs=crs)).frame["count"].tolist() == [1, 0, 0]


def test_geometries_of_a_file_bring_their_own_crs(tmp_path: Path):
    points = gpd.GeoDataFrame({"price": [1.5, np.nan]}, geometry=[Point(0.5, 0.5), Point(1.5, 0.5)],
                              crs=4326).to_crs(3857)  # fmt: skip
    points.to_file(tmp_path / "p.fgb")
    points.to_parquet(tmp_path / "p.parquet")
    for name in ("p.fgb", "p.parquet"):
        asked = Question(measures=(Measure("sum", "price"),))
        frame = tabulate([tmp_path / name], SQUARES, asked).frame
        assert frame["count"].tolist() == [1, 1, 0]
        assert frame["price"].tolist()[0] == Decimal("1.5")
