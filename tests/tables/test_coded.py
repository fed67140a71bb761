"""DuckDB counts what is clear, as the other way does, and leaves the rest to it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geo.tables.coded import count_codes
from geo.tables.counted import Measure, Statistic
from geo.tables.question import Question
from geo.tables.records import tabulate
from tests.frames import districts

SQUARES = districts({"370702": "潍城区", "370705": "奎文区"})
WAYS: tuple[Statistic, ...] = ("sum", "mean", "min", "max")
ASKED = Question("code", measures=tuple(Measure(way, "price") for way in WAYS), group_by=("kind",))
ROWS = ["370702,0.1,工业", "潍城区,0.2,工业", "370705,-12.755,商业", "370702,,", "奎文,3e2, x"]


def text(folder: Path, rows, name: str = "r.csv", end: str = "\n") -> Path:
    path = folder / name
    path.write_bytes("".join(f"{row}{end}" for row in ("code,price,kind", *rows)).encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_counted_as_the_other_way_counts_it(tmp_path: Path, end):
    """Of two files, 0.1 and 0.2 are 0.3, a blank is no figure, a blank line no record."""
    question = Question("code", measures=ASKED.measures)
    rows = [*ROWS, "", "370705,900719925474.25,y"]
    paths = [text(tmp_path, rows, end=end), text(tmp_path, ROWS[:2], "s.csv", end)]
    report = count_codes(paths, SQUARES, question, 2)
    assert report is not None
    assert report.columns == tabulate(paths, SQUARES, question).columns
    assert (report.records, report.chosen, report.outside) == (8, 8, 0)
    assert str(report.columns["price"][0]) == "0.6"


def test_parquet_is_counted_by_group_as_the_other_way_counts_it(tmp_path: Path):
    frame = pd.DataFrame({
        "code": [370702, 370705, 370705], "kind": ["a", None, "a"], "price": [0.1, None, 0.25],
        "Price\" of": [1, 2, 3], "one": [1.0, 2.0, 1e14],
    })  # fmt: skip
    frame.to_parquet(tmp_path / "r.parquet")
    measures = (*ASKED.measures, Measure("sum", 'Price" of'))
    question = Question("code", measures=measures, group_by=("kind",))
    report = count_codes([tmp_path / "r.parquet"], SQUARES, question)
    assert report is not None
    assert report.columns == tabulate([tmp_path / "r.parquet"], SQUARES, question).columns
    assert report.columns["kind"] == ["", "a", "", "a"]
    unclear = Question("code", measures=(Measure("sum", "one"),))
    assert count_codes([tmp_path / "r.parquet"], SQUARES, unclear) is None


@pytest.mark.parametrize(
    "row",
    [
        "370799,1,x",  # no district
        ",1,x",
        "370702,1_000,x",
        "370702,1.25万,x",
        "370702,９,x",
        "370702,0.123,x",  # a place more than the first figures have
        "370702,10000000000000,x",
        "370702,inf,x",
        "370702,nan,x",
        "370702,1",
        "370702,1,x,y",
        "370702,1,x,",
        "370702,1e-400,x",  # too small for a double
        '370702,1,"x"',
        "370702,1,x ",  # a group's name without its blank
    ],
)  # fmt: skip
def test_what_is_unclear_is_left_to_the_other_way(tmp_path: Path, row):
    rows = ["370702,1.5,x"] * 1001
    assert count_codes([text(tmp_path, rows)], SQUARES, ASKED) is not None
    assert count_codes([text(tmp_path, [*rows, row])], SQUARES, ASKED) is None


def test_a_quote_or_a_lone_carriage_return_anywhere_leaves_all_to_the_other_way(tmp_path: Path):
    """Its line is one record and two to one who takes quotes for letters."""
    question, many = Question("code", measures=ASKED.measures), ["370702,1.5,x"] * 9000
    for row in ('370702,1,"a\n370702,1,b"', "370702,1,x\r370705,2,y"):
        for rows in ([row, *many], [*many, row]):
            assert count_codes([text(tmp_path, rows)], SQUARES, question) is None


def test_what_it_does_not_count_is_left_to_the_other_way(tmp_path: Path):
    path = text(tmp_path, ROWS[:3])
    medians = Question("code", measures=(Measure("median", "price"),))
    for paths, question in (([path], medians), (["-"], ASKED), (["https://a.cn/r.csv"], ASKED),
                            ([path], Question("code", decimal=",")), ([path], Question()),
                            ([path], Question("Code"))):  # fmt: skip
        assert count_codes(paths, SQUARES, question) is None


def test_progress_adds_up_to_the_files(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("geo.tables.coded._EVERY", 0.0)
    told: list[tuple[int, float | None]] = []
    path = text(tmp_path, ["370702,1.5,x"] * 300_000)
    report = count_codes([path], SQUARES, ASKED, 1, lambda *gained: told.append(gained))
    assert report is not None
    assert report.records == 300_000
    assert told
    assert 0 <= sum(n for n, _ in told) <= 300_001
    assert 0 <= sum(share or 0 for _, share in told) <= 1
