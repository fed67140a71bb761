"""Read an edition back from the data files of a map, CSV or GeoJSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

# pydantic cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict

from geo.base.errors import MapError, Problem
from geo.base.nice import LARGEST
from geo.base.text import unescape_formula
from geo.choropleth.blocks import REMEDY, checked, parsed
from geo.choropleth.edition import Edition, Figure, Layer, Place


class _Feature(TypedDict):
    properties: dict[str, str | bool | Decimal | None]


class _Collection(TypedDict):
    features: list[_Feature]


class _Row(NamedTuple):
    """A record of a data file, and where it stands."""

    where: str
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        return str(self.cells.get(column, ""))

    def figure(self, measure_id: str) -> Figure:
        value, class_number = (self._number(c) for c in (measure_id, f"{measure_id}_class"))
        # Classes of data files count from 1.
        return Figure(value, None if class_number is None else int(class_number) - 1)

    def _number(self, column: str) -> Decimal | None:
        cell = self.cells.get(column)
        if cell is None or cell == "":
            return None
        try:
            number = Decimal(cell)
        except (InvalidOperation, TypeError, ValueError):
            number = Decimal("NaN")
        if not number.is_finite() or abs(number) > LARGEST:
            what = f"{column} {cell!r} is not a number"
            raise MapError(Problem(self.where, what, REMEDY))
        return number


def of_geojson(text: str, source: str) -> Edition:
    """Return what the GeoJSON file of a map says; `source` is its name, for messages."""
    features = checked(_Collection, parsed(text, source), source)["features"]
    rows = [_Row(f"{source}, feature {n}", f["properties"]) for n, f in enumerate(features, 1)]
    return _edition(rows, source)


def of_csv(text: str, source: str) -> Edition:
    """Return what the CSV file of a map says; `source` is its name, for messages."""
    lines = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        rows = [
            _Row(
                f"{source}, row {n}",
                {key: unescape_formula(cell) for key, cell in line.items() if key and cell},
            )
            for n, line in enumerate(lines, start=2)
        ]
    except csv.Error as error:
        raise MapError(Problem(source, f"cannot be read as CSV: {error}", REMEDY)) from None
    return _edition(rows, source, lines.fieldnames or ())


def _edition(rows: Sequence[_Row], source: str, head: Sequence[str] = ()) -> Edition:
    columns = head or (list(rows[0].cells) if rows else [])
    # A measure's own column has the table's digits, and its class stands in another.
    ids = [column for column in columns if f"{column}_class" in columns]
    if not ids or not {"code", "name"} <= {*columns}:
        raise MapError(Problem(source, "holds no data of a map", REMEDY))
    places = {
        row.text("code"): Place(
            row.text("name"), row.text("kind"), row.text("approximate") == "True"
        )
        for row in rows
    }
    layers = (
        Layer(own, {}, None, (), (), None, {row.text("code"): row.figure(i) for row in some})
        for own, i, some in _series(ids, rows)
    )
    return Edition(source, "", frozenset(), {}, places, tuple(layers))


def _series(ids: Sequence[str], rows: Sequence[_Row]) -> Iterator[tuple[str, str, Sequence[_Row]]]:
    """Yield every measure with its column and rows; of a map with periods first the latest.

    A CSV has a row for each district and period, a GeoJSON columns ``id_2007``: both give the
    latest under the measure's id, and each period under that name.
    """
    periods = dict.fromkeys(row.text("period") for row in rows)
    by_period = {label: [r for r in rows if r.text("period") == label] for label in periods}
    for i in ids:
        yield i, i, by_period[[*periods][-1]] if periods else rows
    for label in filter(None, periods):
        yield from ((f"{i}_{label}", i, by_period[label]) for i in ids)
