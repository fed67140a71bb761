"""The joined data as files for other tools: CSV for spreadsheets, GeoJSON for GIS."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from geo.base.text import escape_formula
from geo.choropleth.periods import at_period, over_all
from geo.districts.parents import parents
from geo.districts.writers import geojson
from geo.geometry.coverage import tidy
from geo.spec.model import DISTRICT_COLUMNS, SUFFIXES

if TYPE_CHECKING:
    from decimal import Decimal

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

    Tails = Mapping[str, tuple[str, ...]]


def to_csv(choropleth: Choropleth) -> bytes:
    """Return the joined data as CSV.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, without which Excel shows Chinese as noise. One row a
        district; every measure has a column ``id`` with the table's own digits, ``id_text`` with
        the rounded figure of the map if some differ, and ``id_class`` (from 1; empty: no data). A
        bivariate one has only its class, ``x3y1``.
        Of a map with periods one row a district and period, which has a column: a table that a
        spec can be written for again.
    """
    tails = _tails(choropleth)
    columns = ["code", "name", "kind", "approximate", "host", "area_km2"]
    if _names_repeat(choropleth):
        columns.insert(2, "parent")
    columns += ["period"] if choropleth.periods else []
    for m in choropleth.measures:
        columns += [*_own(m, m.id)]
        columns += [f"{m.id}{t}" for t in tails[m.id] if t != "_color"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for record in _rows(choropleth, tails):
        cells = (record[column] for column in columns)
        writer.writerow(
            # Text only: an escaped negative number would be text to a spreadsheet.
            [escape_formula(c) if isinstance(c, str) else "" if c is None else c for c in cells]
        )
    return out.getvalue().encode("utf-8-sig")


def to_geojson(choropleth: Choropleth) -> bytes:
    """Return the joined districts as GeoJSON (RFC 7946): WGS 84, right-hand rule, six decimals.

    Of a map with periods the properties ``id`` are those of the latest, and ``id_2007``,
    ``id_2007_class``, ``id_2007_color`` those of each.
    """
    tails = _tails(choropleth)
    known = enumerate(_records(choropleth, tails))
    records = [record | _of_periods(choropleth, i, tails) for i, record in known]
    return geojson(
        tidy(choropleth.districts.geometry.to_numpy()),
        records,
        name=choropleth.name,
        ids=[record["code"] for record in records],
    )


def _names_repeat(choropleth: Choropleth) -> bool:
    return bool(choropleth.districts["name"].duplicated().any())


def _tails(choropleth: Choropleth) -> Tails:
    """Return what is appended to each measure's id; the text only where the map rounds a figure."""
    found = {}
    for measure in choropleth.measures:
        # Two columns of equal figures make a reader look for a difference.
        rounds = any(m.exact != m.figures for m in over_all(choropleth, measure.id))
        suffixes = (f"_{suffix}" for suffix in SUFFIXES if suffix != "text" or rounds)
        crossed = measure.kind == "bivariate"
        found[measure.id] = ("_class", "_color") if crossed else tuple(suffixes)
    return found


def _rows(choropleth: Choropleth, tails: Tails) -> list[dict[str, Any]]:
    """Return one record a district, or a district and period, those of a period together."""
    if not choropleth.periods:
        return _records(choropleth, tails)
    views = [at_period(choropleth, period.label) for period in choropleth.periods]
    return [record | {"period": view.period} for view in views for record in _records(view, tails)]


def _records(choropleth: Choropleth, tails: Tails) -> list[dict[str, Any]]:
    """Return one flat record a district: `DISTRICT_COLUMNS`, then those of every measure."""
    records = []
    above = parents(choropleth.districts, choropleth.spec.language)
    repeat = _names_repeat(choropleth)
    for i, row in choropleth.districts.iterrows():
        record = {column: row[column] for column in DISTRICT_COLUMNS}
        record["approximate"] = bool(row["approximate"])
        if repeat:
            record["parent"] = above[i]
        # To 0.1 km²: outlines drawn for maps are not surer than that.
        record["area_km2"] = round(float(row["area_km2"]), 1)
        for m in choropleth.measures:
            record |= _cells(m, i, m.id, tails[m.id])
        records.append(record)
    return records


def _of_periods(choropleth: Choropleth, i: int, tails: Tails) -> dict[str, Any]:
    own: dict[str, Any] = {}
    for period in choropleth.periods:
        for m in period.measures:
            own |= _cells(m, i, f"{m.id}_{period.label}", tails[m.id])
    return own


def _cells(measure: Measure, i: int, head: str, tails: tuple[str, ...]) -> dict[str, Any]:
    cells = {
        "_text": measure.text(i),
        "_class": _class(measure, i),
        "_color": measure.symbology.fills[i],
    }
    own = {f"{head}{tail}": cells[tail] for tail in tails}
    return {**{column: _plain(measure.exact[i]) for column in _own(measure, head)}, **own}


def _own(measure: Measure, head: str) -> tuple[str, ...]:
    """Return the column of a measure's figures; a bivariate one has those of its two."""
    return () if measure.kind == "bivariate" else (head,)


def _class(measure: Measure, i: int) -> int | str | None:
    """Return a district's class, from 1: most of those who open the file do not program.

    ``x3y1`` of a bivariate measure is the third class of x and the first of y: spreadsheets take
    3-1 for a date. What only fades has the class of its value.
    """
    class_id, grid = measure.symbology.classes.ids[i], measure.symbology.grid
    if class_id is None or grid is None:
        return None if class_id is None else class_id + 1
    column, row = grid.place(class_id)
    return column + 1 if grid.alpha else f"x{column + 1}y{row + 1}"


def _plain(exact: Decimal | None) -> int | float | None:
    """Return a number that JSON and CSV write with its own digits; a whole one without a point."""
    if exact is None:
        return None
    # 264.0 would look measured to a tenth.
    return int(exact) if exact == exact.to_integral_value() else float(exact)
