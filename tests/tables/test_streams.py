"""Files of records are told apart by their content and read in batches."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pandas as pd
import pytest

from geo.base.errors import MapError
from geo.tables.streams import batches, is_stream

FRAME = pd.DataFrame({"code": ["01", "02"], "year": ["2020", "2021"], "other": ["a", "b"]})
TEXT = "code,year,other\n01,2020,a\n02,2021,b\n"


def read(*paths: Path) -> list[list[str]]:
    found = batches(paths, ["code", "year"])
    return [list(row.values()) for batch in found for row in batch.table.to_pylist()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.csv").write_bytes(TEXT.encode())
    (tmp_path / "bom.txt").write_bytes(TEXT.replace(",", ";").encode("utf-8-sig"))
    (tmp_path / "wide.tsv").write_bytes(TEXT.replace(",", "\t").encode("utf-16"))
    (tmp_path / "r.csv.gz").write_bytes(gzip.compress(TEXT.encode()))
    FRAME.to_parquet(tmp_path / "r.parquet")
    FRAME.to_feather(tmp_path / "r.arrow")
    (tmp_path / "p.gz").write_bytes(gzip.compress((tmp_path / "r.parquet").read_bytes()))
    return tmp_path


def test_every_format_gives_the_same_records(folder: Path):
    """A code keeps its zero: text is read as text."""
    for path in folder.iterdir():
        assert read(path) == [["01", "2020"], ["02", "2021"]], path.name
    assert len(read(*folder.iterdir())) == 14


def test_standard_input_is_a_file_too(folder: Path, monkeypatch):
    for name in ("r.csv.gz", "r.parquet"):
        stdin = io.BytesIO((folder / name).read_bytes())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stdin)))
        assert read(Path("-")) == [["01", "2020"], ["02", "2021"]]


def test_only_one_text_file_is_a_small_table(folder: Path):
    """Of 64 MB at most."""
    with (folder / "large.csv").open("wb") as file:
        file.write(TEXT.encode())
        file.truncate(2**26 + 1)
    assert is_stream([folder / "large.csv"])
    assert [is_stream([folder / n]) for n in ("r.csv", "wide.tsv", "r.csv.gz", "r.parquet")] == [
        False, False, True, True,
    ]  # fmt: skip
    assert is_stream([Path("-")])
    assert is_stream([folder / "r.csv"] * 2)


@pytest.mark.parametrize(("data", "said"), [
    ("code,jahr\n1,2\n", "r: has no column 'year'. Its columns are code, jahr."),
    ("code,year\n1\n", "r: a row has 1 cells, the header has 2. A separator is missing or too "
                       "many. It is '1'."),
])  # fmt: skip
def test_what_cannot_be_read_is_named(tmp_path: Path, data, said):
    (tmp_path / "r").write_text(data, encoding="utf-8")
    with pytest.raises(MapError) as error:
        read(tmp_path / "r")
    assert str(error.value).replace(f"{tmp_path}/", "") == said
