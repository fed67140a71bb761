"""`geo aggregate` on many files: the tables and lists it writes."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.records import aggregate_command
from geo.districts import boundaries
from tests.frames import districts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    squares = districts({"370702": "潍城区", "370705": "奎文区"})
    squares.to_file(tmp_path / "b.geojson")
    head = "lon,lat,kind,year,price\n"
    (tmp_path / "1.csv").write_text(f"{head}0.5,0.5,a,2020,0.1\n9,9,=a,2020,1\n", encoding="utf-8")
    (tmp_path / "2.csv").write_text(f"{head}0.6,0.5,a,2021,0.2\n1.5,0.5,b,2020,3\n", "utf-8")
    return tmp_path


def run(folder: Path, *words: str):
    words = (str(folder / "?.csv"), "--boundaries", str(folder / "b.geojson"), *words)
    return CliRunner().invoke(aggregate_command, words, catch_exceptions=True)


def test_a_pattern_of_files_makes_a_long_table_and_a_list_of_those_outside(folder: Path):
    ran = run(folder, "--group-by", "year", "--sum", "price", "--mean", "price", "--where",
              'kind != "b"', "--outside", str(folder / "out.txt"),
              "-o", str(folder / "t.csv"))  # fmt: skip
    assert ran.exit_code == 0, ran.output
    assert (folder / "t.csv").read_text("utf-8") == (
        "district,code,year,count,price,price_mean\n"
        "潍城区,370702,2020,1,0.1,0.1\n潍城区,370702,2021,1,0.2,0.2\n"
        "奎文区,370705,2020,0,,\n奎文区,370705,2021,0,,\n"
    )
    listed = f'{folder / "1.csv"},3,"the point (9, 9) is in no district"'
    assert (folder / "out.txt").read_text("utf-8").replace('"', "") == (
        f"file,row,reason\n{listed}\n".replace('"', "")
    )
    assert ran.stdout.endswith("t.csv: 2 of 4 records in 2 districts; 1 do not meet --where\n")


def test_a_condition_that_is_none_is_refused(folder: Path):
    ran = run(folder, "--where", "__import__('os')")
    assert isinstance(ran.exception, MapError)
    assert str(ran.exception) == (
        "--where: \"__import__('os')\" is no condition. Compare columns with numbers or "
        '"texts", joined by and, or, not.'
    )


def test_names_are_kept_and_taken_while_the_polygons_are_the_same(folder: Path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "caches"))
    monkeypatch.setattr("geo.districts.kept._LEAST", 0)
    read, reads = boundaries.read_boundaries, []
    monkeypatch.setattr(boundaries, "read_boundaries", lambda p: (reads.append(p), read(p))[1])
    (folder / "c.csv").write_text("at,price\n潍城,0.1\n370702,0.2\n奎文区,3\n", encoding="utf-8")
    asked = ("--key", "at", "--sum", "price", "--threads", "1")
    words = (str(folder / "c.csv"), "--boundaries", str(folder / "b.geojson"), *asked)

    def table(*more: str) -> str:
        ran = CliRunner().invoke(aggregate_command, [*words, *more], catch_exceptions=False)
        return ran.stdout

    first = table()
    assert first == "district,code,count,price\n潍城区,370702,2,0.3\n奎文区,370705,1,3\n"
    assert (table(), len(reads)) == (first, 1)
    assert (table("--no-cache"), len(reads)) == (first, 2)
    districts({"370702": "潍城区", "370705": "奎文"}).to_file(folder / "b.geojson")
    assert (table(), len(reads)) == (first.replace("奎文区", "奎文"), 3)


def test_one_thread_and_four_write_the_same_bytes(folder: Path, monkeypatch):
    """In pieces of a line or two."""
    monkeypatch.setattr("geo.tables.pieces.PIECE", 1)
    written = []
    for threads in ("1", "4"):
        table, list_ = folder / f"{threads}.csv.out", folder / f"{threads}.txt"
        ran = run(folder, "--group-by", "kind,year", "--sum", "price", "--threads", threads,
                  "--outside", str(list_), "-o", str(table))  # fmt: skip
        assert ran.exit_code == 0, ran.output
        written.append((table.read_bytes(), list_.read_bytes()))
    assert written[0] == written[1]
    assert b"0.1" in written[0][0]
    assert b",3," in written[0][1]


def test_an_address_needs_no_file_here(folder: Path):
    """What is written is protected from being what is read, where that is a file."""
    fsspec.filesystem("memory").pipe("/cli/1.csv", (folder / "1.csv").read_bytes())
    table = folder / "t.out"
    words = ("memory://cli/*.csv", "--boundaries", str(folder / "b.geojson"), "--allow-outside")
    ran = CliRunner().invoke(aggregate_command, (*words, "-o", str(table)))
    assert ran.exit_code == 0, ran.output
    assert table.read_text("utf-8") == "district,code,count\n潍城区,370702,1\n奎文区,370705,0\n"


def test_workers_are_told_where_files_are_from_the_root(folder: Path, monkeypatch):
    """They stand in folders of their own; addresses and standard input are no such files."""
    asked: list[str] = []

    def stop(paths, *_, **how):
        asked.extend([*paths, how["scheduler"]])
        raise KeyboardInterrupt

    monkeypatch.setattr("geo.tables.records.tabulate", stop)
    monkeypatch.chdir(folder)
    words = ("1.csv", "s3://b/c", "--boundaries", "b.geojson", "--scheduler", "tcp://h:1")
    assert CliRunner().invoke(aggregate_command, words).exit_code != 0
    assert asked == [str(folder / "1.csv"), "s3://b/c", "tcp://h:1"]
