"""Text of records: its head, its blocks of whole lines, and the rows in them."""

from __future__ import annotations

import io

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.tables import delimited
from geo.tables.delimited import Head, blocks, parsed, read_head

ABC = Head(("a", "b", "c"), ",", "utf-8", 6)


def reader(text: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(text))


@pytest.mark.parametrize(("text", "names", "delimiter"), [
    ("code,year\n1,2\n", ("code", "year"), ","), ("code;year,x\n", ("code", "year,x"), ";"),
    ('"code"\t"year, x"\n', ("code", "year, x"), "\t"), ("code", ("code",), ","),
])  # fmt: skip
def test_a_head_has_names_and_a_delimiter(text, names, delimiter):
    head = read_head(reader(text.encode("utf-8-sig")), ["code"])
    assert (head.names, head.delimiter, head.encoding) == (names, delimiter, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_blocks_are_whole_lines_in_any_encoding(monkeypatch, encoding):
    """Also where a block ends within a character; 㐀 is four bytes in GB18030."""
    monkeypatch.setattr(delimited, "BLOCK", 7)
    rows = "".join(f"潍城区㐀,{i}\n" for i in range(9)) + "奎文,9"
    file = reader(f"区县,项目\n{rows}".encode(encoding))
    head = read_head(file, ["区县"])
    file.seek(head.length)
    found = list(blocks(file, head))
    assert b"".join(found).decode() == rows
    assert all(block.endswith(b"\n") for block in found[:-1])
    assert len(found) > 5


@given(st.lists(st.sampled_from(["1,x,3", "", "\r", "4,5", "6,y,7", "8"]), min_size=1))
def test_every_record_keeps_its_line(lines):
    """Blank lines and rows with too few cells count as lines and are no records."""
    block = "\n".join(lines).encode() + b"\n"
    read = parsed(block, ABC, {"a": pa.decimal128(38, 18)})
    whole = [i for i, line in enumerate(lines) if line.count(",") == 2]
    assert read.at.tolist() == whole
    assert [int(a) for a in read.table["a"].to_pylist()] == [int(lines[i][0]) for i in whole]
    assert read.lines == len(lines)
    short = [i for i, line in enumerate(lines) if line in {"4,5", "8"}]
    assert [problem.row for problem in read.ragged] == short[:20]
    assert read.more == max(0, len(short) - 20)


def test_a_column_that_is_there_twice_is_no_matter_unless_it_is_asked_for():
    head = Head(("a", "x", "x"), ",", "utf-8", 6)
    assert parsed(b"1,2,3\n", head, {"a": pa.string()}).table.to_pylist() == [{"a": "1"}]
