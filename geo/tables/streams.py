"""Pieces of files as batches of columns: no file is ever wholly in memory."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from geo.base.errors import Problem
from geo.tables.delimited import Head, blocks, parsed, read_head
from geo.tables.pieces import POINTS, Piece, Wanted, chosen, require
from geo.tables.sources import STDIN, is_remote, kind_of, named, opened, readable, unpacked

if TYPE_CHECKING:
    import pyarrow as pa

#: Rows of formats other than text that are read at a time.
_ROWS = 1 << 19


class Batch(NamedTuple):
    """Some records of a piece.

    Attributes
    ----------
    source : str
        The file, for messages.
    rows : ndarray of int
        Row of each record, counted as if the piece began its file: text counts its header, so that
        records begin at 2; other formats begin at 1.
    table : Table
        The columns asked for, and `POINTS` where the file has geometries.
    delimiter : str
        Of text; empty for other formats.
    crs : str
        Of `POINTS`; empty if the file names none.
    size : int
        Bytes of the file that it took; 0 if nobody knows.
    lines : int
        Of the file: its records and what are none.
    wrong : tuple of Problem
        Rows that could not be read.
    more : int
        How many more there are.
    """

    source: str
    rows: np.ndarray
    table: pa.Table
    delimiter: str = ""
    crs: str = ""
    size: int = 0
    lines: int = 0
    wrong: tuple[Problem, ...] = ()
    more: int = 0


def batches(piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    """Read the records of a piece.

    Parameters
    ----------
    piece : Piece
        Of text (UTF-8, UTF-16, GB18030; comma, tab, semicolon or bar; one header line), Parquet,
        GeoParquet, Arrow or Feather, FlatGeobuf; each also by gzip.
    wanted : Wanted

    Raises
    ------
    MapError
        If the file cannot be read, or lacks a column.
    """
    with readable(piece.location), opened(piece.location) as file:
        if piece.head:
            file.seek(piece.start)
            yield from _text(file, piece, wanted, piece.head)
        elif piece.stop:
            yield from _parquet(file, piece, wanted)
        else:
            yield from _whole(file, piece, wanted)


def _whole(packed: io.BufferedReader, piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    file = unpacked(packed)
    kind = kind_of(file.peek(8)[:8])
    if kind == "text":
        head = read_head(file, wanted.columns)
        require(head.names, wanted.columns, piece.location)
        file.read(head.length)
        done = 0
        for batch in _text(file, replace(piece, start=0, stop=-1), wanted, head):
            # Of a packed file, what was taken of it.
            now = packed.tell() if piece.size else 0
            yield batch._replace(size=now - done)
            done = now
        return
    # These formats have their index at the end: what cannot be sought is read first.
    seekable = file is packed and piece.location != STDIN and file.seekable()
    whole: io.BufferedReader = file
    if not seekable:
        whole = io.BufferedReader(cast("io.RawIOBase", io.BytesIO(file.read())))
    read = {"parquet": _parquet, "arrow": _arrow, "arrows": _arrow_stream, "fgb": _features}[kind]
    yield from read(whole, piece, wanted)


def _text(file: io.BufferedReader, piece: Piece, wanted: Wanted, head: Head) -> Iterator[Batch]:
    import pyarrow as pa

    plain = dict.fromkeys(wanted.columns, pa.string())
    # A word is looked up once, not once a record.
    plain |= dict.fromkeys(wanted.words, pa.dictionary(pa.int32(), pa.string()))
    exact = plain | dict.fromkeys(wanted.figures, pa.decimal128(38, 18))
    types = exact | dict.fromkeys(wanted.angles, pa.float64())
    first, source = 2, named(piece.location)
    for block in blocks(file, head, piece.stop - piece.start if piece.stop > 0 else -1):
        try:
            read = parsed(block, head, types)
        except pa.ArrowInvalid:
            # Figures such as 1,480 or 3.5万, here and probably further down: `figures` reads them.
            types = plain
            read = parsed(block, head, types)
        wrong = [replace(p, where=source, row=(p.row or 0) + first) for p in read.ragged]
        yield Batch(source, read.at + first, read.table, head.delimiter, "", len(block), read.lines,
                    tuple(wrong), read.more)  # fmt: skip
        first += read.lines


def _parquet(file: io.BufferedReader, piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    import json

    from pyarrow import parquet

    opened_file = parquet.ParquetFile(file, read_dictionary=list(wanted.words))
    names, crs = opened_file.schema_arrow.names, ""
    if geo := (opened_file.schema_arrow.metadata or {}).get(b"geo"):
        said = json.loads(geo)
        told = said.get("columns", {}).get(said.get("primary_column"), {}).get("crs")
        crs = json.dumps(told) if told else ""
    groups = range(piece.start, piece.stop or opened_file.num_row_groups)
    rows = sum(opened_file.metadata.row_group(i).num_rows for i in groups)
    read = opened_file.iter_batches(
        _ROWS, row_groups=list(groups), columns=chosen(names, wanted, piece.location),
        use_threads=False,
    )  # fmt: skip
    yield from _numbered(read, piece, crs, rows)


def _numbered(
    parts: Iterable[pa.RecordBatch], piece: Piece, crs: str = "", rows: int = 0
) -> Iterator[Batch]:
    """Give the rows of a format without a header numbers, and each part its share of bytes."""
    import pyarrow as pa

    first = 1
    for batch in parts:
        n = batch.num_rows
        size = round(piece.size * n / rows) if rows else 0
        yield Batch(named(piece.location), np.arange(first, first + n),
                    pa.Table.from_batches([batch]), "", crs, size, n)  # fmt: skip
        first += n


def _arrow(file: io.BufferedReader, piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    import pyarrow as pa

    reader = pa.ipc.open_file(file)
    columns = chosen(reader.schema.names, wanted, piece.location)
    n = reader.num_record_batches
    parts = (reader.get_batch(i).select(columns) for i in range(n))
    for batch in _numbered(parts, piece):
        yield batch._replace(size=piece.size // n)


def _arrow_stream(file: io.BufferedReader, piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    import pyarrow as pa

    reader = pa.ipc.open_stream(file)
    columns = chosen(reader.schema.names, wanted, piece.location)
    return _numbered((batch.select(columns) for batch in reader), piece)


def _features(file: io.BufferedReader, piece: Piece, wanted: Wanted) -> Iterator[Batch]:
    import pyarrow as pa
    import pyogrio

    # Read from the disk as it goes, if it is on one.
    on_disk = not is_remote(piece.location) and hasattr(file, "name")
    source = piece.location if on_disk else file.read()
    rows = pyogrio.read_info(source, force_feature_count=True)["features"]
    with pyogrio.open_arrow(source, batch_size=_ROWS, use_pyarrow=True) as (meta, reader):
        geometry = meta["geometry_name"] or "wkb_geometry"
        names = [POINTS if n == geometry else n for n in reader.schema.names]
        columns = chosen(names, wanted, piece.location)
        parts = (
            pa.RecordBatch.from_arrays(batch.columns, names).select(columns) for batch in reader
        )
        yield from _numbered(parts, piece, meta["crs"] or "", rows)
