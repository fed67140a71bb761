"""Merged cells of OpenDocument sheets, which the reader of workbooks does not tell."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

#: Row and column of the first cell and of the last, from 0.
Span = tuple[tuple[int, int], tuple[int, int]]
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}


def open_spans(data: bytes) -> dict[str, list[Span]]:
    """Return the merged cells of each sheet by its name; none of a workbook of another kind.

    Parameters
    ----------
    data : bytes
        Of the file.
    """
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            return {}
        # Entities that expand without end are refused by expat itself.
        root = ElementTree.fromstring(archive.read("content.xml"))  # noqa: S314
    return {table.get(f"{_TABLE}name", ""): _spans(table) for table in root.iter(f"{_TABLE}table")}


def _spans(table: ElementTree.Element) -> list[Span]:
    found: list[Span] = []
    top = 0
    for row in table.iter(f"{_TABLE}table-row"):
        left = 0
        for cell in (cell for cell in row if cell.tag in _CELLS):
            wide, high = _count(cell, "columns-spanned"), _count(cell, "rows-spanned")
            if wide * high > 1:
                found.append(((top, left), (top + high - 1, left + wide - 1)))
            # Equal cells, and equal rows, are written once with their number.
            left += _count(cell, "columns-repeated")
        top += _count(row, "rows-repeated")
    return found


def _count(element: ElementTree.Element, key: str) -> int:
    return int(element.get(f"{_TABLE}number-{key}", "1"))
