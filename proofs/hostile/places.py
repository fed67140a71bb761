"""A small map whose every text field can hold a hostile string; its files as bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from proofs.hostile.squares import Texts

Field = Callable[[str, str], str]
"""Field name and harmless text to what stands there: the hostile string, or the harmless text."""

#: Every field that takes text. Those of `ALONE` exclude one another, or refuse almost everything:
#: they are checked one by one, and what passes is built with the others.
TOGETHER = (
    "spec title", "spec dek", "spec source", "spec note", "spec approval", "measure label",
    "measure unit", "measure description", "measure id", "point label", "point text",
    "point fact", "embed path", "embed provider", "plate title", "plate dek", "alias",
    "allowed row", "boundaries code column", "table key column", "table column",
    "table unmatched key", "polygon name", "polygon name_en", "polygon code", "polygon kind",
    "polygon host", "polygon alias", "zone code", "zone name", "zone name_en", "zone full name",
    "zone source", "totals label", "totals type", "totals batch", "totals column",
)  # fmt: skip
ALONE = (
    "embed url", "embed host", "basemap key", "file name", "spec key", "polygon crs",
    "boundaries file", "zone file", "page circles", "palette", "atlas code", "point district",
    "plate name", "plate font", "table cell", "totals value", "totals unit", "totals scope",
    "zone direction",
)  # fmt: skip
RELEASE = (
    "release title", "release sentence", "release name", "release unit", "release number",
    "release heading", "release end",
)  # fmt: skip
PLACES = TOGETHER + ALONE + RELEASE


def field(texts: Texts) -> Field:
    """Return the function that says what stands in a field."""
    return texts.get


def toml(text: str) -> str:
    """Return a TOML string; what TOML forbids stays as it is, to be refused."""
    safe = (
        c
        if (c.isprintable() and c not in '"\\') or 0xD800 <= ord(c) < 0xE000
        else f"\\U{ord(c):08x}"
        for c in text
    )
    return f'"{"".join(safe)}"'


def spec_file(at: Field) -> str:
    """Return the spec: two measures, a point, a plate, an embed with an address."""
    q = toml
    url = at("embed url", "https://maps.example/" + at("embed path", "district"))
    if at("embed host", ""):
        url = "https://maps.example" + at("embed host", "")
    crs = f"crs = {q(at('polygon crs', ''))}\n" if at("polygon crs", "") else ""
    key = f"{q(at('spec key', ''))} = 1\n" if at("spec key", "") else ""
    tiles = at("basemap key", "")
    basemap = f'[page.basemap]\nprovider = "tianditu"\nkey = {q(tiles)}\n' if tiles else ""
    polygons = f'file = {q(at("boundaries file", "polygons.geojson"))}\nzones = "zones.csv"\n'
    if at("atlas code", ""):
        polygons = f"code = {q(at('atlas code', ''))}\n"
    return f"""{_head(at)}{key}[boundaries]
{polygons}{crs}code_column = {q(at("boundaries code column", "code"))}
[table]
file = "table.csv"
key = {q(at("table key column", "district"))}
totals = "totals.csv"
allow_rows = [{q(at("allowed row", "合计"))}, {q(at("table unmatched key", "合计"))}]
[aliases]
"丙县" = [{q(at("alias", "丙丙"))}]
[page]
circles = {q(at("page circles", at("measure id", "m")))}
{basemap}[embed]
url = {q(url)}
provider = {q(at("embed provider", "报社"))}
{_measures(at)}{_marks(at)}"""


def _head(at: Field) -> str:
    q = toml
    return f"""title = {q(at("spec title", "一二三"))}
dek = {q(at("spec dek", "一二三"))}
source = {q(at("spec source", "统计局"))}
notes = [{q(at("spec note", "注"))}]
approval = {q(at("spec approval", "鲁SG1"))}
outputs = ["html", "embed", "png", "svg", "pdf", "data"]
"""


def _measures(at: Field) -> str:
    q = toml
    return f"""[[measures]]
id = {q(at("measure id", "m"))}
label = {q(at("measure label", "投资"))}
unit = {q(at("measure unit", "亿元"))}
kind = "total"
column = {q(at("table column", "figure"))}
palette = {q(at("palette", "default"))}
description = {q(at("measure description", "说明"))}
[[measures]]
id = "rate"
label = "每个"
unit = "亿元/个"
kind = "rate"
numerator = {q(at("table column", "figure"))}
denominator = "count"
"""


def _marks(at: Field) -> str:
    q = toml
    return f"""[[points]]
label = {q(at("point label", "项目"))}
district = {q(at("point district", "乙区"))}
text = {q(at("point text", "公司"))}
facts = [{q(at("point fact", "事实"))}]
[[plates]]
name = {q(at("plate name", ""))}
title = {q(at("plate title", ""))}
dek = {q(at("plate dek", ""))}
font = {q(at("plate font", ""))}
formats = ["png", "svg", "pdf"]
dpi = 72
"""


def table_file(at: Field) -> str:
    """Return the table: a row a district, one for the zone, one that matches nothing."""
    rows = [
        [at("table key column", "district"), at("table column", "figure"), "count"],
        [at("polygon name", "甲区"), at("table cell", "81.8"), "16"],
        ["乙区", "84.5", "15"],
        [at("alias", "丙丙"), "74.4", "7"],
        ["丁市", "—", "9"],
        [at("zone name", "新区"), "12.1", "3"],
        [at("table unmatched key", "合计"), "—", "50"],
    ]
    return _csv(rows)


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
        "table.csv": table_file(at),
        "totals.csv": totals_file(at),
        "zones.csv": zones_file(at),
        "polygons.geojson": polygons_file(at),
        "release.txt": release_file(at),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
    return stem


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()
