"""Every format gives the same records, each with its row."""

from __future__ import annotations

import gzip
import io
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import ipc

from geo.base.errors import MapError
from geo.tables import delimited
from geo.tables.pieces import Wanted, pieces
from geo.tables.streams import batches

FRAME = pd.DataFrame({"code": ["01", "02"], "year": ["2020", "2021"], "other": ["a", "b"]})
TEXT = "code,year,other\n01,2020,a\n02,2021,b\n"
ASKED = Wanted(("code", "year"), words=frozenset({"code"}))


def read(*paths: Path | str, wanted: Wanted = ASKED) -> list[list[str]]:
    found = [batch for piece in pieces(paths, wanted) for batch in batches(piece, wanted)]
    return [list(row.values()) for batch in found for row in batch.table.to_pylist()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.csv").write_bytes(TEXT.encode())
    (tmp_path / "bom.txt").write_bytes(TEXT.replace(",", ";").encode("utf-8-sig"))
    (tmp_path / "wide.tsv").write_bytes(TEXT.replace(",", "\t").encode("utf-16"))
    (tmp_path / "r.csv.gz").write_bytes(gzip.compress(TEXT.encode()))
    FRAME.to_parquet(tmp_path / "r.parquet")
    FRAME.to_feather(tmp_path / "r.arrow")
    table = pa.Table.from_pandas(FRAME)
    with ipc.new_stream(tmp_path / "r.arrows", table.schema) as file:
        file.write_table(table)
    (tmp_path / "p.gz").write_bytes(gzip.compress((tmp_path / "r.parquet").read_bytes()))
    return tmp_path


def test_every_format_gives_the_same_records(folder: Path):
    """A code keeps its zero: text is read as text."""
    for path in folder.iterdir():
        assert read(path) == [["01", "2020"], ["02", "2021"]], path.name
    assert len(read(*folder.iterdir())) == 16


def test_standard_input_is_a_file_too(folder: Path, monkeypatch):
    for name in ("r.csv.gz", "r.parquet"):
        stdin = io.BytesIO((folder / name).read_bytes())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stdin)))
        assert read("-") == [["01", "2020"], ["02", "2021"]]


def test_columns_are_read_as_numbers_until_a_cell_is_none(tmp_path: Path, monkeypatch):
    """Blocks of a line: the third is read as text, and those that follow it."""
    monkeypatch.setattr(delimited, "BLOCK", 4)
    (tmp_path / "r.csv").write_text("year\n2020\n2021\n1,5万\n2022\n".replace(",5", "5"), "utf-8")
    asked = Wanted(("year",), figures=frozenset({"year"}))
    assert read(tmp_path / "r.csv", wanted=asked) == [[Decimal(2020)], [Decimal(2021)], ["15万"],
                                                      ["2022"]]  # fmt: skip


def test_rows_with_too_many_cells_are_named_with_their_rows(tmp_path: Path):
    path = tmp_path / "r.csv"
    path.write_text("code,year\n1,2\n\n1,2,3\n4,5\n", encoding="utf-8")
    (piece,) = pieces([path], ASKED)
    (batch,) = batches(piece, ASKED)
    assert batch.rows.tolist() == [2, 5]
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in batch.wrong] == [
        "r.csv, row 4: has 3 cells, the header has 2. A separator is missing or too many. It is "
        "'1,2,3'."
    ]


def test_a_file_that_is_cut_off_is_named(folder: Path):
    whole = (folder / "r.csv.gz").read_bytes()
    (folder / "r.csv.gz").write_bytes(whole[:-9])
    with pytest.raises(MapError) as error:
        read(folder / "r.csv.gz")
    assert str(error.value).replace(f"{folder}/", "") == (
        "r.csv.gz: cannot be read: Compressed file ended before the end-of-stream marker was "
        "reached. Is it whole? Text is read in UTF-8, UTF-16 and GB18030."
    )


def test_batches_tell_the_bytes_they_took(folder: Path):
    """All of a packed file by its end, though it is read in another size."""
    for name, size in (("r.csv.gz", None), ("r.parquet", None), ("r.csv", len(TEXT) - 16)):
        (piece,) = pieces([folder / name], ASKED)
        taken = sum(batch.size for batch in batches(piece, ASKED))
        assert taken == (size or (folder / name).stat().st_size), name
