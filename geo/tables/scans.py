"""How DuckDB reads a file of records, and its columns of figures to the last digit."""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.tables.delimited import read_head
from geo.tables.question import Question
from geo.tables.sources import SAMPLE, kind_of, opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_INTEGERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"}
#: Records that tell how many digits there are behind the point.
_FIRST = 1000
#: Digits behind the point: those that money has, at least; as many as `geo.tables.cells` looks for.
_FEWEST, _MOST = 2, 8
#: A text of so many characters has at most 15 digits, or is 1e15 and more: see `figure`.
_LONGEST = 16
_LARGEST = 10**13


class Scan(NamedTuple):
    """How DuckDB reads a file: the words after ``from``, and what it calls each column asked for.

    `records` is about how many it has; `suspect` what a cell may hold that DuckDB takes for part of
    a number, and nobody else.
    """

    path: str
    source: str
    records: int
    columns: dict[str, str]
    kinds: dict[str, str]
    places: dict[str, int]
    suspect: str = ""


@dataclass(frozen=True)
class Figure:
    """A column that is added up.

    Attributes
    ----------
    value : str
        Its whole number, in SQL.
    doubts : str
        What is true of a cell that may be another number, or none, in SQL.
    places : int
        Digits behind the point: 123 with 1 is 12.3.
    """

    value: str
    doubts: str
    places: int


def scan(database: DuckDBPyConnection, path: str, question: Question) -> Scan | None:
    """Return how a file is read; None if it is not one that can be counted here."""
    if any(sign in path for sign in "*?[{"):  # DuckDB would take it for a pattern
        return None
    with opened(path) as file:
        sample = file.peek(SAMPLE)[:SAMPLE]
    kind = kind_of(sample[:8])
    if kind == "parquet":
        return _parquet(database, path, question)
    return _text(path, sample, question) if kind == "text" else None


def _parquet(database: DuckDBPyConnection, path: str, question: Question) -> Scan | None:
    source = "read_parquet(?, hive_partitioning = false)"
    query = f"describe select * from {source}"  # noqa: S608 - our own words
    about = database.execute(query, [path]).fetchall()
    kinds = {name: str(kind) for name, kind, *_ in about}
    names = list(question.wanted.columns)
    # DuckDB does not tell Price from price.
    low = [name.lower() for name in kinds]
    if any(name not in kinds or low.count(name.lower()) > 1 for name in names):
        return None
    words = {question.key, *question.group_by}
    fits = all(kinds[name] in _INTEGERS | {"VARCHAR"} for name in words)
    fits &= all(kinds[name] in _INTEGERS | {"DOUBLE"} for name in question.figures)
    if not fits:
        return None
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in names}
    places = {}
    for name in (n for n in question.figures if kinds[n] == "DOUBLE"):
        query = f"select {quoted[name]} from {source} limit {_FIRST}"  # noqa: S608 - quoted
        first = database.execute(query, [path])
        places[name] = _places(str(row[0]) for row in first.fetchall() if row[0] is not None)
    count = "select sum(num_rows)::bigint from parquet_file_metadata(?)"
    (records,) = database.execute(count, [path]).fetchall()[0]
    return Scan(path, source, records, quoted, kinds, places)


def _text(path: str, sample: bytes, question: Question) -> Scan | None:
    with opened(path) as file:
        head = read_head(file, question.wanted.columns)
    names = question.wanted.columns
    if head.encoding != "utf-8" or any(head.names.count(name) != 1 for name in names):
        return None
    with Path(path).open("rb") as raw, mmap.mmap(raw.fileno(), 0, access=mmap.ACCESS_READ) as data:
        # Quoted cells may hold separators and line breaks: those are read elsewhere.
        if data.find(b'"', head.length) >= 0:
            return None
        suspect = "_" if data.find(b"_", head.length) >= 0 else ""  # 1_000
    lines = sample[head.length :].decode("utf-8", "ignore").split("\n")[:_FIRST]
    # The sample may end within a line.
    rows = [line.split(head.delimiter) for line in lines[:-1]]
    at = {name: head.names.index(name) for name in names}
    places = {
        name: _places(row[at[name]] for row in rows if len(row) == len(head.names))
        for name in question.figures
    }
    cells = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(head.names)))
    # DuckDB passes over a cell too many if it is null; no cell is a quote, so none is null.
    source = (f"read_csv(?, columns = {{{cells}}}, auto_detect = false, header = false, skip = 1, "
              f"delim = '{head.delimiter}', quote = '', escape = '', nullstr = '\"', "
              "hive_partitioning = false)")  # fmt: skip
    records = Path(path).stat().st_size * sample.count(b"\n") // len(sample)
    return Scan(path, source, records, {name: f"c{i}" for name, i in at.items()},
                 dict.fromkeys(names, "VARCHAR"), places, suspect)  # fmt: skip


def _places(cells: Iterable[str]) -> int:
    digits = [len(cell.partition(".")[2].strip()) for cell in cells]
    return min(max(digits, default=0), _MOST)


def figure(file: Scan, name: str) -> Figure:
    """Return a column as whole numbers of its last place, and when such a number is in doubt.

    A decimal of 15 digits or fewer is the only one of its length that its double stands for: a
    double that is such a decimal is the number that was written, if that has no more digits.
    """
    cell, kind = file.columns[name], file.kinds[name]
    if kind in _INTEGERS:
        return Figure(cell, f"abs({cell}::bigint) >= {_LARGEST}", 0)
    places = max(file.places[name], _FEWEST)
    scale = f"1e{places}::double"
    text = kind == "VARCHAR"
    double = f"nullif({cell}, '')::double" if text else f"{cell}::double"
    whole = f"round({double} * {scale})"
    most = min(10**15, _LARGEST * 10**places)
    doubts = f"not ({whole} / {scale} = {double} and abs({whole}) < {most})"
    if text:
        doubts += f" or strlen({cell}) > {_LONGEST}"
        # 1e-400 is no double but 0.
        doubts += f" or case when {whole} = 0 then contains({cell}, '-') else false end"
        doubts += f" or contains({cell}, '{file.suspect}')" if file.suspect else ""
    return Figure(whole, doubts, places)
