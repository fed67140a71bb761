"""The joined data as files for other tools: CSV for spreadsheets, GeoJSON for GIS."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from geo.base.text import escape_formula
from geo.districts.formats import geojson
from geo.geometry.generalize import tidy

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


def to_csv(choropleth: Choropleth) -> bytes:
    """Return the joined data as CSV.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, without which Excel shows Chinese as noise. One row a
        district; every measure has a column ``id`` and one ``id_class`` (from 1; empty: no data).
    """
    columns = ["code", "name", "kind", "approximate", "host", "area_km2"]
    columns += [c for m in choropleth.measures for c in (m.id, f"{m.id}_class")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for record in _records(choropleth):
        cells = (record[column] for column in columns)
        writer.writerow(
            [escape_formula(c) if isinstance(c, str) else "" if c is None else c for c in cells]
        )
    return out.getvalue().encode("utf-8-sig")


def to_geojson(choropleth: Choropleth) -> bytes:
    """Return the joined districts as GeoJSON (RFC 7946): WGS 84, right-hand rule, six decimals."""
    records = _records(choropleth)
    return geojson(
        tidy(choropleth.districts.geometry.to_numpy()),
        records,
        name=choropleth.name,
        ids=[record["code"] for record in records],
    )


def _records(choropleth: Choropleth) -> list[dict[str, Any]]:
    """Return one flat record a district; whole numbers are written without a point."""
    records = []
    for i, row in choropleth.districts.iterrows():
        record = {key: row[key] for key in ("code", "name", "name_en", "kind", "host")}
        record["approximate"] = bool(row["approximate"])
        record["area_km2"] = round(float(row["area_km2"]), 1)
        for m in choropleth.measures:
            value = round(float(m.values[i]), m.decimals) if m.states[i] == "value" else None
            number = m.symbology.classes.ids[i]
            record[m.id] = int(value) if value is not None and m.decimals == 0 else value
            record[f"{m.id}_class"] = None if number is None else number + 1
            record[f"{m.id}_color"] = m.symbology.fills[i]
        records.append(record)
    return records
