"""Read an edition back from the data files of a map, CSV or GeoJSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

# pydantic cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict

from geo.base.errors import MapError, Problem
from geo.base.nice import LARGEST
from geo.base.text import unescape_formula
from geo.choropleth.blocks import REMEDY, checked, parsed
from geo.choropleth.edition import Edition, Figure, Layer, Place

#: Names of the periods, and by measure its figures in each; of a map of one time no names, and one.
_Series = tuple[tuple[str, ...], dict[str, list[dict[str, Figure]]]]


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
    timed = "period" in columns and "period" not in ids
    places = {
        row.text("code"): Place(
            row.text("name"), row.text("kind"), row.text("approximate") == "True"
        )
        for row in rows
    }
    labels, series = _by_rows(ids, rows) if timed else _by_columns(ids, rows)
    layers = tuple(_layer(own, labels, every) for own, every in series.items())
    return Edition(source, "", frozenset(), {}, places, layers, labels)


def _by_rows(ids: Sequence[str], rows: Sequence[_Row]) -> _Series:
    """Return the periods of a CSV, which has a row for each district and period."""
    labels = tuple(dict.fromkeys(row.text("period") for row in rows))
    by_period = [[row for row in rows if row.text("period") == label] for label in labels]
    return labels, {i: [_figures(i, some) for some in by_period] for i in ids}


def _by_columns(ids: Sequence[str], rows: Sequence[_Row]) -> _Series:
    """Return the periods of a GeoJSON: its columns are ``a, b, a_1999, b_1999, a_2007, b_2007``.

    On a map of one time, which may have a measure ``a_share`` beside ``a``, there are none.
    """
    found = {i: _figures(i, rows) for i in ids}
    for n in range(1, len(ids)):
        own, rest = ids[:n], ids[n:]
        groups = [rest[at : at + n] for at in range(0, len(rest), n)]
        labels = tuple(group[0].removeprefix(f"{own[0]}_") for group in groups)
        named = [[f"{i}_{label}" for i in own] for label in labels]
        # The columns without a period are those of the latest.
        if groups == named and all(
            found[i] == found[j] for i, j in zip(own, rest[-n:], strict=True)
        ):
            return labels, {i: [found[f"{i}_{label}"] for label in labels] for i in own}
    return (), {i: [figures] for i, figures in found.items()}


def _figures(column: str, rows: Sequence[_Row]) -> dict[str, Figure]:
    return {row.text("code"): row.figure(column) for row in rows}


def _layer(own: str, labels: Sequence[str], series: Sequence[Mapping[str, Figure]]) -> Layer:
    latest = series[-1] if series else {}
    # Files do not say which measures are a change between two periods, the same in all of them.
    timed = any(figures != latest for figures in series)
    periods = dict(zip(labels, series, strict=True)) if timed else {}
    return Layer(own, {}, None, (), (), None, latest, periods)
