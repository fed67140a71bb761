"""Files of records, as batches of columns: no file is ever wholly in memory."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError, Problem, nearest, offer

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import csv

#: Bytes of a text file that is read whole, as tables are; a GB of memory holds it.
_SMALL = 1 << 26
#: Bytes of text, and rows of other formats, that are read at a time.
_BLOCK = 1 << 24
_ROWS = 1 << 18
_DELIMITERS = ",\t;|"
_SAMPLE = 1 << 16
#: The column with points in well-known binary that a file of geometries gives.
POINTS = "geometry"


class Batch(NamedTuple):
    """Some records of a file.

    Attributes
    ----------
    source : str
        The file, for messages.
    first : int
        Row of the first record: text counts its header, so that records begin at 2; other formats
        begin at 1.
    table : Table
        The columns asked for, and `POINTS` where the file has geometries.
    delimiter : str
        Of text; empty for other formats.
    crs : str
        Of `POINTS`; empty if the file names none.
    """

    source: str
    first: int
    table: pa.Table
    delimiter: str = ""
    crs: str = ""


def is_stream(paths: Sequence[Path]) -> bool:
    """Tell whether files have to be streamed: many, large, standard input, no text or workbook."""
    if len(paths) != 1 or str(paths[0]) == "-":
        return True
    try:
        with paths[0].open("rb") as file:
            start = file.read(8)
    except OSError:
        return False  # what reads it says why it cannot
    book = start.startswith((b"PK", b"\xd0\xcf"))
    return _kind(start) != "text" or (not book and paths[0].stat().st_size > _SMALL)


def batches(
    paths: Sequence[Path], columns: Sequence[str], *, points: bool = False
) -> Iterator[Batch]:
    """Read records, file by file.

    Parameters
    ----------
    paths : sequence of Path
        Text (UTF-8, UTF-16, GB18030; comma, tab, semicolon or bar; one header line), Parquet,
        GeoParquet, Arrow or Feather, FlatGeobuf; each also by gzip; ``-`` for standard input.
        Told apart by their content.
    columns : sequence of str
        Those that have to be there.
    points : bool, default False
        Geometries will do instead of the first two columns, the coordinates.

    Raises
    ------
    MapError
        If a file cannot be read, or lacks a column.
    """
    try:
        import pyarrow as pa  # an extra: small tables are read without it
    except ImportError:
        remedy = "Install it with: pip install 'geo-choropleth[formats]'"
        raise MapError(Problem("", "records in this form need pyarrow", remedy)) from None

    for path in paths:
        source = "standard input" if str(path) == "-" else str(path)
        try:
            yield from _of(path, source, list(dict.fromkeys(columns)), points)
        except FileNotFoundError:
            raise MapError(Problem(source, "is not there", "Look at its name.")) from None
        except (OSError, EOFError, UnicodeError, pa.ArrowInvalid) as error:
            what = f"cannot be read: {str(error).splitlines()[0]}"
            remedy = "Is it whole? Text is read in UTF-8, UTF-16 and GB18030."
            raise MapError(Problem(source, what, remedy)) from None


def _kind(start: bytes) -> str:
    for magic, kind in (
        (b"PAR1", "parquet"), (b"ARROW1", "arrow"), (b"\xff\xff\xff\xff", "arrows"),
        (b"fgb", "fgb"), (b"\x1f\x8b", "gzip"),
    ):  # fmt: skip
        if start.startswith(magic):
            return kind
    return "text"


def _of(path: Path, source: str, columns: list[str], points: bool) -> Iterator[Batch]:
    import gzip

    raw: IO[bytes] = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    with raw:
        file = io.BufferedReader(raw, _SAMPLE)  # type: ignore[type-var]
        packed = _kind(file.peek(8)[:8]) == "gzip"
        if packed:
            file = io.BufferedReader(gzip.GzipFile(fileobj=file), _SAMPLE)  # type: ignore[assignment]
        start = file.peek(8)[:8]
        kind = _kind(start)
        if kind == "text":
            yield from _text(file, source, columns)  # type: ignore[arg-type]
            return
        # These formats have their index at the end: what cannot be sought is read first.
        whole = file.read() if packed or str(path) == "-" else path
    read = {"parquet": _parquet, "arrow": _arrow, "arrows": _arrow_stream, "fgb": _features}[kind]
    yield from read(whole, source, columns, points)


def _text(file: io.BufferedReader, source: str, columns: list[str]) -> Iterator[Batch]:
    import pyarrow as pa
    from pyarrow import csv

    sample = file.peek(_SAMPLE)[:_SAMPLE]
    encoding = _encoding(sample)
    head = sample.decode(encoding, "ignore").lstrip("\ufeff").partition("\n")[0].strip("\r")
    delimiter = max(_DELIMITERS, key=lambda d: (set(columns) <= _names(head, d), head.count(d)))
    _require([name.strip('"') for name in head.split(delimiter)], columns, source)
    ragged: list[csv.InvalidRow] = []

    def note(row: csv.InvalidRow) -> str:
        ragged.append(row)
        return "skip"

    reader = csv.open_csv(
        file,
        read_options=csv.ReadOptions(block_size=_BLOCK, encoding=encoding),
        parse_options=csv.ParseOptions(delimiter=delimiter, newlines_in_values=False,
                                       invalid_row_handler=note),
        convert_options=csv.ConvertOptions(
            include_columns=columns, column_types=dict.fromkeys(columns, pa.string()),
            strings_can_be_null=False),
    )  # fmt: skip
    first = 2
    for batch in reader:
        _refuse_ragged(ragged, source)
        yield Batch(source, first, pa.Table.from_batches([batch]), delimiter)
        first += batch.num_rows
    _refuse_ragged(ragged, source)


def _refuse_ragged(ragged: Sequence[csv.InvalidRow], source: str) -> None:
    if ragged:
        row = ragged[0]
        what = f"has {row.actual_columns} cells, the header has {row.expected_columns}"
        more = f"; so have {len(ragged) - 1:,} more rows near it" if len(ragged) > 1 else ""
        remedy = f"A separator is missing or too many. It is {row.text[:60]!r}{more}."
        raise MapError(Problem(source, f"a row {what}", remedy))


def _names(head: str, delimiter: str) -> set[str]:
    return {name.strip('"') for name in head.split(delimiter)}


def _encoding(sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[: len(sample) - 3 if len(sample) >= _SAMPLE - 1 else None].decode("utf-8")
    except UnicodeDecodeError as error:
        # The sample may end within a character.
        return "utf8" if error.start > len(sample) - 8 and len(sample) > 4096 else "gb18030"
    return "utf8"


def _parquet(whole: Path | bytes, source: str, columns: list[str], points: bool) -> Iterator[Batch]:
    import json

    import pyarrow as pa
    from pyarrow import parquet

    file = parquet.ParquetFile(pa.BufferReader(whole) if isinstance(whole, bytes) else whole)
    names, crs = file.schema_arrow.names, ""
    if geo := (file.schema_arrow.metadata or {}).get(b"geo"):
        said = json.loads(geo)
        told = said.get("columns", {}).get(said.get("primary_column"), {}).get("crs")
        crs = json.dumps(told) if told else ""
    chosen = _chosen(names, columns, points, source)
    first = 1
    for batch in file.iter_batches(_ROWS, columns=chosen):
        yield Batch(source, first, pa.Table.from_batches([batch]), crs=crs)
        first += batch.num_rows


def _arrow(whole: Path | bytes, source: str, columns: list[str], points: bool) -> Iterator[Batch]:
    import pyarrow as pa

    reader = pa.ipc.open_file(_mapped(whole))
    parts = map(reader.get_batch, range(reader.num_record_batches))
    return _selected(parts, reader.schema.names, source, columns, points)


def _arrow_stream(
    whole: Path | bytes, source: str, columns: list[str], points: bool
) -> Iterator[Batch]:
    import pyarrow as pa

    reader = pa.ipc.open_stream(_mapped(whole))
    return _selected(reader, reader.schema.names, source, columns, points)


def _mapped(whole: Path | bytes) -> pa.Buffer | pa.MemoryMappedFile:
    import pyarrow as pa

    return pa.py_buffer(whole) if isinstance(whole, bytes) else pa.memory_map(str(whole))


def _selected(
    parts: Iterable[pa.RecordBatch], names: list[str], source: str, columns: list[str], points: bool
) -> Iterator[Batch]:
    import pyarrow as pa

    chosen, first = _chosen(names, columns, points, source), 1
    for batch in parts:
        yield Batch(source, first, pa.Table.from_batches([batch]).select(chosen))
        first += batch.num_rows


def _features(
    whole: Path | bytes, source: str, columns: list[str], points: bool
) -> Iterator[Batch]:
    import pyarrow as pa
    import pyogrio

    with pyogrio.open_arrow(whole, batch_size=_ROWS, use_pyarrow=True) as (meta, reader):
        geometry = meta["geometry_name"] or "wkb_geometry"
        names = [POINTS if n == geometry else n for n in reader.schema.names]
        chosen = _chosen(names, columns, points, source)
        first = 1
        for batch in reader:
            table = pa.Table.from_batches([batch]).rename_columns(names).select(chosen)
            yield Batch(source, first, table, crs=meta["crs"] or "")
            first += batch.num_rows


def _chosen(names: list[str], columns: list[str], points: bool, source: str) -> list[str]:
    """Return the columns to read: geometries only where the coordinates are no columns."""
    if points and POINTS in names and not set(columns[:2]) <= set(names):
        columns = [POINTS, *columns[2:]]
    _require(names, columns, source)
    return columns


def _require(names: list[str], columns: Sequence[str], source: str) -> None:
    problems = []
    for name in columns:
        if names.count(name) != 1:
            hint = offer(nearest(name, names)) if name not in names else ""
            what = f"has no column {name!r}" if name not in names else f"has {name!r} twice"
            remedy = f"{hint} Its columns are {', '.join(names)}.".lstrip()
            problems.append(Problem(source, what, remedy))
    if problems:
        raise MapError(problems)
