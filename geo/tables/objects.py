"""Tables as programs hand them out: records in JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from geo.base.errors import MapError, Problem
from geo.base.files import read_text
from geo.tables.workbook import cell_text

#: Endings of JSON, of one value or of a value a line.
LINES = frozenset({".jsonl", ".ndjson"})
RECORDS = LINES | {".json"}
#: What the files of polygons are, by their own word.
_POLYGONS = frozenset({"FeatureCollection", "Feature", "Topology", "GeometryCollection"})
#: Digits that a number of double precision has: further ones are noise of arithmetic.
_DIGITS = 15
#: Services wrap their records: {"result": {"records": […]}}.
_DEPTH = 4

Row = tuple[int, tuple[str, ...]]


def is_table(path: Path) -> bool:
    """Tell whether a JSON file holds records and no polygons."""
    try:
        return _records_in(_parsed(path, read_text(path))) is not None
    except MapError:
        return False


def record_rows(path: Path, text: str) -> list[Row] | None:
    """Return the names of the columns, then a row a record, numbered as a spreadsheet does.

    Parameters
    ----------
    path : Path
        Its ending says whether every line is a record.
    text : str
        Records as objects (nested ones give columns like ``country.value``), lists under a first
        list of names, objects by key, or columns; wherever they lie in what a service wraps
        around them.

    Returns
    -------
    list of (int, tuple of str) or None
        Numbers as they are written, without the noise behind their 15th digit. None if the file
        holds polygons.

    Raises
    ------
    MapError
        If it is no JSON, or there are no records in it.
    """
    value = _parsed(path, text)
    if isinstance(value, dict) and value.get("type") in _POLYGONS:
        return None
    records = _records_in(value)
    if records is None:
        what = "is JSON without a list of records"
        remedy = "Records are objects in a list, such as [{...}, {...}], one a district."
        raise MapError(Problem(str(path), what, remedy))
    return list(enumerate(_table(records), start=1))


def _parsed(path: Path, text: str) -> Any:  # noqa: ANN401 - JSON is anything
    # Figures keep the digits they are written with, as those of a .csv do.
    numbers: dict[str, Any] = {"parse_int": str, "parse_float": _written, "parse_constant": _none}
    try:
        if path.suffix.lower() in LINES:
            return [json.loads(line, **numbers) for line in text.splitlines() if line.strip()]
        return json.loads(text, **numbers)
    except json.JSONDecodeError as error:
        what = f"is not valid JSON: {error.msg}"
        raise MapError(Problem(str(path), what, row=error.lineno)) from None
    except RecursionError:
        raise MapError(Problem(str(path), "is nested too deeply to be a table")) from None


def _written(number: str) -> str:
    digits = number.lower().partition("e")[0].replace(".", "").lstrip("-0")
    plain = len(digits) <= _DIGITS and "e" not in number.lower()
    value = float(number)
    return number if plain or not math.isfinite(value) else cell_text(value)


def _none(_: str) -> None:
    """Return nothing for NaN and Infinity, which programs write where there is no figure."""


def _records_in(value: object, depth: int = 0) -> list[Any] | None:
    """Return the longest list of records in a value."""
    if isinstance(value, dict) and value.get("type") in _POLYGONS:
        return None
    if isinstance(value, list) and _is_records(value):
        return value
    if depth == 0 and isinstance(value, dict) and (made := _by_key(value)):
        return made
    if depth == _DEPTH or not isinstance(value, dict | list):
        return None
    within = value.values() if isinstance(value, dict) else value
    found = [f for part in within if (f := _records_in(part, depth + 1)) is not None]
    return max(found, key=len, default=None)


def _is_records(value: Sequence[Any]) -> bool:
    """Tell whether a list is of objects, or of lists whose first has the names."""
    if not value:
        return False
    if all(isinstance(record, dict) for record in value):
        return True
    rows = all(isinstance(row, list) and len(row) == len(value[0]) for row in value)
    return rows and len(value) > 1 and all(isinstance(name, str) for name in value[0])


def _by_key(value: Mapping[str, Any]) -> list[Any] | None:
    """Return the records of an object of columns, or of an object of objects by their key."""
    parts = list(value.values())
    if not parts:
        return None
    if all(isinstance(part, list) and len(part) == len(parts[0]) for part in parts):
        flat = not any(isinstance(cell, dict | list) for cell in chain.from_iterable(parts))
        return [list(value), *map(list, zip(*parts, strict=True))] if flat else None
    if not all(isinstance(part, dict) and part for part in parts):
        return None
    same = all(list(part) == list(parts[0]) for part in parts)
    if same and all(key.isdigit() for key in parts[0]):  # the columns of a frame, by its index
        return [list(value), *([part[i] for part in parts] for i in parts[0])]
    if any(isinstance(cell, dict | list) for part in parts for cell in part.values()):
        return None
    return [{"key": key, **part} for key, part in value.items()]


def _table(records: Sequence[Any]) -> Iterator[tuple[str, ...]]:
    """Yield the names of the columns and the cells of each record."""
    if isinstance(records[0], list):
        yield from (tuple(map(_cell, row)) for row in records)
        return
    flat = [dict(_flat(record)) for record in records]
    names = tuple(dict.fromkeys(chain.from_iterable(flat)))
    yield names
    yield from (tuple(_cell(record.get(name)) for name in names) for record in flat)


def _flat(record: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """Yield the cells of a record, those of an object in it under both names."""
    for name, cell in record.items():
        if isinstance(cell, dict) and before.count(".") < _DEPTH:
            yield from _flat(cell, f"{before}{name}.")
        elif not isinstance(cell, dict | list):
            yield f"{before}{name}", cell


def _cell(cell: object) -> str:
    return "" if cell is None or isinstance(cell, dict | list) else cell_text(cell)
