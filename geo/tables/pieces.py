"""Files of records cut into pieces that any thread or machine can read alone."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geo.base.errors import MapError, Problem, nearest, offer
from geo.tables.delimited import Head, read_head
from geo.tables.sources import STDIN, Location, kind_of, named, opened, readable, size_of

#: Bytes of a piece: what a worker reads in a second or two, and starts anew if it dies.
PIECE = 1 << 26
#: The column with points in well-known binary that a file of geometries gives.
POINTS = "geometry"


@dataclass(frozen=True)
class Wanted:
    """What is read of records.

    Attributes
    ----------
    columns : tuple of str
        Those that have to be there, those of the place first.
    points : bool
        Geometries will do instead of the first two columns, the coordinates.
    figures, angles, words : frozenset of str
        Of the columns, those that are read exactly, as degrees, and as a few different texts.
        A column that is asked for in two ways is in none of them, but text.
    """

    columns: tuple[str, ...]
    points: bool = False
    figures: frozenset[str] = field(default_factory=frozenset)
    angles: frozenset[str] = field(default_factory=frozenset)
    words: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Piece:
    """Part of a file.

    Attributes
    ----------
    location : str
    size : int
        Its bytes; 0 if nobody knows.
    start, stop : int
        Bytes of a text, from the beginning of a line to that of another; row groups of Parquet;
        both 0 for a whole file.
    follows : bool
        It goes on with the file of the piece before it.
    head : Head, optional
        Of a text; without one and without row groups, whoever reads the file looks what it is.
    """

    location: str
    size: int = 0
    start: int = 0
    stop: int = 0
    follows: bool = False
    head: Head | None = None


def pieces(locations: Sequence[Location], wanted: Wanted) -> list[Piece]:
    """Cut files.

    Parameters
    ----------
    locations : sequence of str or Path
        Text and Parquet is cut; a file in another format, one that is packed, and standard input
        are one piece each.
    wanted : Wanted

    Returns
    -------
    list of Piece
        In the order of the files and of what is in them.

    Raises
    ------
    MapError
        If a file cannot be read, or lacks a column.
    """
    found: list[Piece] = []
    for location in locations:
        with readable(location):
            found += _cut(str(location), wanted)
    return found


def _cut(location: str, wanted: Wanted) -> list[Piece]:
    if location == STDIN:  # it can be read only once
        return [Piece(location)]
    size = size_of(location) or 0
    with opened(location) as file:
        kind = kind_of(file.peek(8)[:8])
        if not size or not file.seekable() or kind not in {"text", "parquet"}:
            return [Piece(location, size)]
        if kind == "parquet":
            return _groups(location, size, file, wanted)
        head = read_head(file, wanted.columns)
        require(head.names, wanted.columns, location)
        if head.encoding == "utf-16":  # a byte 10 in it may be half a character
            return [Piece(location, size)]
        ends = [*_lines(file, head.length, size), size]
    starts = [head.length, *ends[:-1]]
    return [
        Piece(location, stop - start, start, stop, follows=i > 0, head=head)
        for i, (start, stop) in enumerate(zip(starts, ends, strict=True))
    ]


def _lines(file: io.BufferedReader, start: int, size: int) -> Iterator[int]:
    """Yield the beginnings of lines that lie about a piece apart."""
    while start + PIECE < size:
        file.seek(start + PIECE)
        file.readline()
        start = file.tell()
        if start < size:
            yield start


def _groups(location: str, size: int, file: io.BufferedReader, wanted: Wanted) -> list[Piece]:
    from pyarrow import parquet

    about = parquet.ParquetFile(file).metadata
    chosen(about.schema.to_arrow_schema().names, wanted, location)
    sizes = [about.row_group(i).total_byte_size for i in range(about.num_row_groups)]
    whole = sum(sizes) or 1
    found: list[Piece] = []
    start = held = 0
    for i, bytes_ in enumerate(sizes):
        held += bytes_
        if held >= PIECE or i == len(sizes) - 1:
            share = round(size * held / whole)
            found.append(Piece(location, share, start, i + 1, follows=bool(found)))
            start, held = i + 1, 0
    return found


def chosen(names: Sequence[str], wanted: Wanted, source: str) -> list[str]:
    """Return the columns to read: geometries only where the coordinates are no columns.

    Raises
    ------
    MapError
        If a column is missing.
    """
    columns = wanted.columns
    if wanted.points and POINTS in names and not {*columns[:2]} <= {*names}:
        columns = (POINTS, *columns[2:])
    require(names, columns, source)
    return list(columns)


def require(names: Sequence[str], columns: Sequence[str], source: str) -> None:
    """Refuse columns that are missing or there twice.

    Raises
    ------
    MapError
        With every one of them.
    """
    problems = []
    for name in columns:
        if names.count(name) != 1:
            hint = offer(nearest(name, names)) if name not in names else ""
            what = f"has no column {name!r}" if name not in names else f"has {name!r} twice"
            remedy = f"{hint} Its columns are {', '.join(names)}.".lstrip()
            problems.append(Problem(named(source), what, remedy))
    if problems:
        raise MapError(problems)
