"""A small map whose every text field can hold a hostile string; its files as bytes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from proofs.hostile.spec_text import Field, in_workbook, spec_file, style_file
from proofs.hostile.squares import Texts
from tests.tables.books import xlsx

#: Every field that takes text. Those of `ALONE` exclude one another, or refuse almost everything:
#: they are checked one by one, and what passes is built with the others.
TOGETHER = (
    "spec title", "spec dek", "spec source", "spec note", "spec approval", "spec byline",
    "spec credit", "spec link", "spec units", "spec own text", "measure label", "measure unit",
    "measure description", "measure title", "measure dek", "measure note", "measure id",
    "page tooltip", "point label", "point text", "point fact", "annotation", "embed path",
    "embed provider", "plate title", "plate dek", "style credit", "style logo text", "alias",
    "allowed row", "boundaries code column", "table key column", "table column",
    "table unmatched key", "polygon name", "polygon name_en", "polygon code", "polygon kind",
    "polygon host", "polygon alias", "zone code", "zone name", "zone name_en", "zone full name",
    "zone source", "totals label", "totals type", "totals batch", "totals column",
)  # fmt: skip
ALONE = (
    "embed url", "embed host", "basemap key", "file name", "spec key", "spec link address",
    "spec own key", "style file", "style font", "style font file", "style logo", "style key",
    "polygon crs", "boundaries file", "boundaries layer", "map projection", "map outline",
    "inset name", "zone file", "page circles", "page card", "page url", "tooltip field",
    "palette", "measure formula", "atlas code", "point district", "annotation district",
    "plate name", "plate font", "plate profile", "table sheet", "table where", "workbook sheet",
    "workbook head", "workbook title", "workbook cell", "table cell", "totals value",
    "totals unit", "totals scope", "zone direction",
)  # fmt: skip
RELEASE = (
    "release title", "release sentence", "release name", "release unit", "release number",
    "release heading", "release end",
)  # fmt: skip
PLACES = TOGETHER + ALONE + RELEASE


_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def field(texts: Texts) -> Field:
    """Return the function that says what stands in a field."""
    return texts.get


def table_file(at: Field) -> str:
    """Return the table: a row a district, one for the zone, one that matches nothing."""
    return _csv(_rows(at))


def workbook_file(at: Field) -> bytes:
    """Return the table as a sheet of a workbook, under a title."""
    head, first, *others = _rows(at)
    rows = [
        [at("workbook title", "一季度")],
        [*head, at("workbook head", "备注")],
        [*first, at("workbook cell", "")],
        *others,
    ]
    return xlsx({at("workbook sheet", "各县区"): rows})


def _rows(at: Field) -> list[list[str]]:
    return [
        [at("table key column", "district"), at("table column", "figure"), "count"],
        [at("polygon name", "甲区"), at("table cell", "81.8"), "16"],
        ["乙区", "84.5", "15"],
        [at("alias", "丙丙"), "74.4", "7"],
        ["丁市", "—", "9"],
        [at("zone name", "新区"), "12.1", "3"],
        [at("table unmatched key", "合计"), "—", "50"],
    ]


def totals_file(at: Field) -> str:
    """Return the stated totals: the event's, two types', a batch's."""
    column, unit = at("totals column", at("table column", "figure")), at("measure unit", "亿元")
    rows = [
        ["scope", "label", "column", "value", "unit"],
        ["event", at("totals label", "全市"), column, at("totals value", "252.8"), unit],
        [at("totals scope", "type"), at("totals type", "产业类"), column, "252.8",
         at("totals unit", unit)],
        ["batch", at("totals batch", "省级"), column, "52.8", unit],
    ]  # fmt: skip
    return _csv(rows)


def zones_file(at: Field) -> str:
    """Return a zone of the first district, in the direction of the east."""
    host = at("polygon code", "370701")
    rows = [
        ["code", "name", "name_en", "full_name", "host", "direction", "area_km2", "file", "source"],
        [at("zone code", "370701-Z"), at("zone name", "新区"), at("zone name_en", "New"),
         at("zone full name", "新新区"), host,
         "" if at("zone file", "") else at("zone direction", "90"),
         "" if at("zone file", "") else "20", at("zone file", ""), at("zone source", "年鉴")],
    ]  # fmt: skip
    return _csv(rows)


def polygons_file(at: Field) -> str:
    """Return four squares beside one another; ASCII, so that a lone surrogate can be written."""
    names = (at("polygon name", "甲区"), "乙区", "丙县", "丁市")
    features = []
    for i, name in enumerate(names):
        x, y = 119 + i % 2 / 10, 36 + i // 2 / 10
        ring = [[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]
        first = i == 0
        properties = {
            "code": at("polygon code", "370701") if first else f"37070{i + 1}",
            "name": name,
            "name_en": at("polygon name_en", "Jia") if first else "",
            "kind": at("polygon kind", "市辖区") if first else "市辖区",
            "host": at("polygon host", "") if first else "",
            "aliases": at("polygon alias", "") if first else "",
        }
        if at("boundaries code column", "code") != "code":
            properties[at("boundaries code column", "")] = properties.pop("code")
        features.append(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
    return json.dumps({"type": "FeatureCollection", "features": features})


def release_file(at: Field) -> str:
    """Return a press release whose districts are those of the polygons."""
    unit = at("release unit", "亿元")
    return f"""{at("release title", "全市集中开工40个项目")}

{at("release heading", "一、开工情况")}
{at("release sentence", "全市重大项目集中开工。")}\
{at("release name", "甲区")}16个，总投资81.8{unit}；\
乙区15个，总投资{at("release number", "84.5")}亿元；丙县9个，总投资74.4亿元。
{at("release end", "（完）")}
"""


def write_sources(folder: Path, texts: Texts) -> str:
    """Write the files of the map into a folder; return the stem of its spec."""
    at = field(texts)
    stem = at("file name", "map")
    files = {
        f"{stem}.toml": spec_file(at),
        "style.toml": style_file(at),
        "logo.svg": _LOGO,
        "table.csv": table_file(at),
        "totals.csv": totals_file(at),
        "zones.csv": zones_file(at),
        "polygons.geojson": polygons_file(at),
        "release.txt": release_file(at),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    if in_workbook(at):
        (folder / "table.xlsx").write_bytes(workbook_file(at))
    return stem


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()
