"""Records as text: one header line, no line breaks in cells; read in blocks of whole lines."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.base.errors import Problem
from geo.tables.sources import SAMPLE

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

#: Bytes of text that are read at a time: what a processor keeps near, and soon used again.
BLOCK = 1 << 22
_DELIMITERS = ",\t;|"
#: Ragged rows that are named in a block; of more, their number.
_NAMED = 20


@dataclass(frozen=True)
class Head:
    """What the first line and the bytes of a text tell.

    Attributes
    ----------
    names : tuple of str
    delimiter : str
    encoding : {"utf-8", "gb18030", "utf-16"}
    length : int
        Bytes up to the first record; 0 for UTF-16, which is read from its beginning only.
    """

    names: tuple[str, ...]
    delimiter: str
    encoding: str
    length: int


def read_head(file: io.BufferedReader, columns: Sequence[str]) -> Head:
    """Look at the start of a text, which stays to be read.

    Parameters
    ----------
    file : BufferedReader
        At its beginning.
    columns : sequence of str
        Those asked for: they decide between two delimiters.

    Raises
    ------
    UnicodeError
        If its first line is in no encoding that is read.
    """
    sample = file.peek(SAMPLE)[:SAMPLE]
    encoding = _encoding(sample)
    line = sample.decode(encoding, "ignore").lstrip("\ufeff").partition("\n")[0].strip("\r")
    delimiter = max(_DELIMITERS, key=lambda d: ({*columns} <= {*_split(line, d)}, line.count(d)))
    length = 0 if encoding == "utf-16" else sample.find(b"\n") + 1 or len(sample)
    return Head(tuple(_split(line, delimiter)), delimiter, encoding, length)


def _split(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _encoding(sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # The sample may end within a character.
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample)
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def blocks(file: io.BufferedReader, head: Head, length: int = -1) -> Iterator[bytes]:
    """Read records in blocks of whole lines, in UTF-8.

    Parameters
    ----------
    file : BufferedReader
        At the first record; at its beginning for UTF-16.
    head : Head
    length : int
        Bytes to read; below 0 for all.

    Raises
    ------
    UnicodeError
        If the bytes are not in the head's encoding.
    """
    decoder = codecs.getincrementaldecoder(head.encoding)()
    kept, skip = b"", head.length == 0
    while True:
        read = file.read(BLOCK if length < 0 else min(BLOCK, length))
        length -= len(read) if length > 0 else 0
        # UTF-8 is looked at by what parses it.
        kept += read if head.encoding == "utf-8" else decoder.decode(read, final=not read).encode()
        if skip and b"\n" in kept:
            kept, skip = kept.partition(b"\n")[2], False
        if not read:
            if kept and not skip:
                yield kept
            return
        upto = 0 if skip else kept.rfind(b"\n") + 1
        if upto:
            yield kept[:upto]
            kept = kept[upto:]


@dataclass(frozen=True)
class Parsed:
    """A block's records.

    Attributes
    ----------
    table : Table
    at : ndarray of int
        Line of each in the block, from 0.
    lines : int
        Of the block, blank ones too; its last may lack a line break.
    ragged : tuple of Problem
        Rows with too few or too many cells; their rows are lines of the block. They are not in the
        table.
    more : int
        How many more there are.
    """

    table: pa.Table
    at: np.ndarray
    lines: int
    ragged: tuple[Problem, ...]
    more: int


def parsed(block: bytes, head: Head, types: dict[str, pa.DataType]) -> Parsed:
    """Read a block.

    Parameters
    ----------
    block : bytes
        Whole lines in UTF-8.
    head : Head
    types : dict of str to DataType
        The columns to read.

    Raises
    ------
    ArrowInvalid
        If a cell is not of its column's type.
    """
    import numpy as np  # what is only looked at needs neither
    import pyarrow as pa
    from pyarrow import csv as arrow

    if not block.strip():
        empty = pa.table({name: pa.array([], kind) for name, kind in types.items()})
        return Parsed(empty, np.empty(0, np.int64), _lines(block), (), 0)
    skipped: list[int] = []
    ragged: list[Problem] = []

    def note(row: arrow.InvalidRow) -> str:
        skipped.append(row.number - 1)
        if len(ragged) < _NAMED:
            what = f"has {row.actual_columns} cells, the header has {row.expected_columns}"
            remedy = f"A separator is missing or too many. It is {row.text[:60]!r}."
            ragged.append(Problem("", what, remedy, row=row.number - 1))
        return "skip"

    table = arrow.read_csv(
        pa.BufferReader(block),
        # One block and one thread: only then are rows numbered.
        read_options=arrow.ReadOptions(use_threads=False, block_size=len(block) + 1,
                                       column_names=_distinct(head.names)),
        parse_options=arrow.ParseOptions(delimiter=head.delimiter, newlines_in_values=False,
                                         invalid_row_handler=note),
        convert_options=arrow.ConvertOptions(include_columns=list(types), column_types=types,
                                             null_values=[""], strings_can_be_null=False),
    )  # fmt: skip
    lines, read = _lines(block), table.num_rows + len(skipped)
    at = np.arange(read)
    if read != lines:  # blank lines are passed over, and count
        at = np.array([i for i, line in enumerate(block.split(b"\n")) if line.strip(b"\r")])
        ragged = [replace(problem, row=int(at[problem.row or 0])) for problem in ragged]
    at = np.delete(at, skipped) if skipped else at
    return Parsed(table, at, lines, tuple(ragged), len(skipped) - len(ragged))


def _lines(block: bytes) -> int:
    return block.count(b"\n") + (not block.endswith(b"\n"))


def _distinct(names: Sequence[str]) -> list[str]:
    """Return names none of which occurs twice: those are not asked for."""
    return [n if names.count(n) == 1 else f"{n}\0{i}" for i, n in enumerate(names)]
