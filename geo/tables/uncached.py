"""Formulas of a workbook whose values its file lacks: programs that write files compute none."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = 26
#: Of archives: damaged ones, encrypted ones, kinds of compression that Python lacks.
_BROKEN = (
    ElementTree.ParseError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def formulas_without_value(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Return the formulas of each sheet that have no value, by row and column from 0.

    Parameters
    ----------
    data : bytes
        Of the file.

    Returns
    -------
    dict of str to dict
        By the sheets' names; empty for a workbook of another kind than .xlsx.
    """
    if not data.startswith(b"PK"):
        return {}
    try:
        return _of_sheets(data)
    except _BROKEN:  # the reader of its cells says what is wrong with it, or reads it all the same
        return {}


def _of_sheets(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not {_BOOK, _LINKS} <= set(archive.namelist()):
            return {}
        # Entities that expand without end are refused by expat itself.
        links = ElementTree.fromstring(archive.read(_LINKS))  # noqa: S314
        book = ElementTree.fromstring(archive.read(_BOOK))  # noqa: S314
        paths = {link.get("Id"): posixpath.join("xl", link.get("Target", "")) for link in links}
        parts = {
            sheet.get("name", ""): paths.get(sheet.get(_LINK), "").removeprefix("xl//")
            for sheet in book.iter(f"{_MAIN}sheet")
        }
        known = set(archive.namelist())
        return {
            name: _without_value(archive.read(part))
            for name, part in parts.items()
            if part in known
        }


def _without_value(sheet: bytes) -> dict[tuple[int, int], str]:
    if b"<f" not in sheet:  # most have none: a large one is not parsed twice
        return {}
    found = {}
    for cell in ElementTree.fromstring(sheet).iter(f"{_MAIN}c"):  # noqa: S314
        formula, place = cell.find(f"{_MAIN}f"), _PLACE.fullmatch(cell.get("r", ""))
        # An empty text is the value of a formula that shows nothing.
        none = cell.get("t") != "str" and not cell.findtext(f"{_MAIN}v")
        if formula is not None and place and none:
            column = 0
            for letter in place[1]:
                column = column * _LETTERS + ord(letter) - ord("A") + 1
            # A formula that is copied along a column is written once.
            found[int(place[2]) - 1, column - 1] = f"={formula.text or '…'}"
    return found
