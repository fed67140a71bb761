"""Files are cut at the beginnings of lines and between row groups, and nothing is lost."""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from geo.base.errors import MapError
from geo.tables import pieces as module
from geo.tables.pieces import POINTS, Wanted, chosen, pieces
from geo.tables.streams import batches

ROWS = [{"code": f"{i:03}", "name": "潍城区"} for i in range(50)]
FRAME = pd.DataFrame(ROWS)
TEXT = FRAME.to_csv(index=False)
ASKED = Wanted(("code", "name"))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("size", [1, 15, 64, 10_000])
def test_the_pieces_of_a_text_are_the_text(tmp_path: Path, monkeypatch, encoding, size):
    monkeypatch.setattr(module, "PIECE", size)
    path = tmp_path / "r.csv"
    path.write_bytes(TEXT.encode(encoding))
    cut = pieces([path, path], ASKED)
    n = len(cut) // 2
    assert [piece.follows for piece in cut] == [False, *[True] * (n - 1)] * 2
    assert n == 1 if encoding == "utf-16" or size == 10_000 else n > 1
    read = [row for piece in cut for b in batches(piece, ASKED) for row in b.table.to_pylist()]
    assert read == ROWS * 2
    if encoding != "utf-16":
        head = len("code,name\n")
        assert sum(piece.size for piece in cut) == 2 * (path.stat().st_size - head)


def test_parquet_is_cut_between_row_groups(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(module, "PIECE", 1)
    path = tmp_path / "r.parquet"
    parquet.write_table(pa.Table.from_pandas(FRAME), path, row_group_size=20)
    cut = pieces([path], ASKED)
    assert [(piece.start, piece.stop, piece.follows) for piece in cut] == [
        (0, 1, False), (1, 2, True), (2, 3, True),
    ]  # fmt: skip
    assert abs(sum(piece.size for piece in cut) - path.stat().st_size) < 3
    assert [len(b.rows) for piece in cut for b in batches(piece, ASKED)] == [20, 20, 10]


def test_what_cannot_be_cut_is_one_piece(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(module, "PIECE", 1)
    (tmp_path / "r.gz").write_bytes(gzip.compress(TEXT.encode()))
    FRAME.to_feather(tmp_path / "r.arrow")
    for path in (tmp_path / "r.gz", tmp_path / "r.arrow", "-"):
        (piece,) = pieces([path], ASKED)
        assert (piece.start, piece.stop, piece.head) == (0, 0, None)


@pytest.mark.parametrize(("text", "said"), [
    ("code,nam\n1,2\n", "r: has no column 'name'. Did you mean nam? Its columns are code, nam."),
    ("code,name,name\n", "r: has 'name' twice. Its columns are code, name, name."),
    (None, "r: is not there. Look at its name."),
])  # fmt: skip
def test_columns_are_looked_at_before_anything_is_counted(tmp_path: Path, text, said):
    if text:
        (tmp_path / "r").write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as error:
        pieces([tmp_path / "r"], ASKED)
    assert str(error.value).replace(f"{tmp_path}/", "") == said


def test_geometries_serve_only_where_there_are_no_coordinates():
    asked = Wanted(("lon", "lat", "n"), points=True)
    assert chosen([POINTS, "n"], asked, "r") == [POINTS, "n"]
    assert chosen([POINTS, "n", "lon", "lat"], asked, "r") == ["lon", "lat", "n"]
