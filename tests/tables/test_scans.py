"""How DuckDB reads files of records."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from geo.tables.counted import Measure
from geo.tables.question import Question
from geo.tables.scans import figure, scan

ASKED = Question("code", measures=(Measure("sum", "price"),))


@pytest.mark.parametrize(
    ("cell", "whole"),
    [("0.12345678", 12345678), ("9000000.12345678", 900000012345678), (" -2 ", -200000000),
     ("", None), ("9000000.123456789", "doubt"), ("0.123456789", "doubt")],
)  # fmt: skip
def test_a_figure_is_the_whole_number_that_was_written_or_in_doubt(tmp_path: Path, cell, whole):
    """9000000.123456789 has the double of 9000000.12345679, which it is not."""
    path = str(tmp_path / "r.csv")
    Path(path).write_text(f"code;price\na;0.12345678\na;{cell}\n", encoding="utf-8")
    with duckdb.connect() as database:
        read = scan(database, path, ASKED)
        assert read is not None
        price = figure(read, "price")
        sql = f"select {price.value}, {price.doubts} from {read.source} offset 1"
        number, doubt = database.execute(sql, [path]).fetchall()[0]
    assert ("doubt" if doubt else number) == whole


@pytest.mark.parametrize(
    ("name", "data"),
    [("r*.csv", b"code,price\na,1\n"), ("r.csv", b"code,price\n\"a\",1\n"), ("r.csv", b"code\na\n"),
     ("r.csv", "code,price\n甲,1\n".encode("gb18030")), ("r.csv", b"")],
)  # fmt: skip
def test_patterns_quotes_other_encodings_and_empty_files_are_read_elsewhere(
    tmp_path: Path, name, data
):
    (tmp_path / name).write_bytes(data)
    with duckdb.connect() as database:
        assert scan(database, str(tmp_path / name), ASKED) is None
