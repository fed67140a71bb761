"""Small sound inputs to start from, and the words that a reader looks for."""

from __future__ import annotations

from proofs.hostile import places
from proofs.hostile.strings import all_strings

_PLAIN = places.field({})
_ZONES = "code,name,name_en,full_name,host,direction,area_km2,file\n1-Z,新区,,,1,90,20,\n"
SEEDS: dict[str, tuple[str, ...]] = {
    "spec": (places.spec_file(_PLAIN), 'title = "t"\nsource = "s"\n[[measures]]\nid = "a"\n'),
    "table": ("district,a,b\n甲区,81.8,16\n乙区,1.3万亿,—\n", "district\ta\tb\n甲区\t-1\t不适用\n"),
    "totals": (places.totals_file(_PLAIN), "scope;label;column;value;unit\ntype;x;a;1,480;亿元\n"),
    "zones": (places.zones_file(_PLAIN), _ZONES, _ZONES.partition("\n")[0]),
    "polygons": (places.polygons_file(_PLAIN), '{"type":"FeatureCollection","features":[]}'),
    "release": (
        places.release_file(_PLAIN),
        "奎文区16个，总投资81.8亿元。其中，潍城区、坊子区分别为15个、7个，投资84.5亿元、1.3万亿元。",
        "区县\t项目数（个）\t总投资（亿元）\n奎文区\t16\t81.8\n潍城区\t15\t84.5\n合计\t31\t166.3\n",
    ),
}
_WORDS: dict[str, tuple[str, ...]] = {
    "spec": ("[[measures]]", "[[plates]]", "breaks", "nan", "inf", "1e400", "true", "file", "zones",
             "column", "[", "{", '"""', "\\u0000", "scheme", '"own"', "classes", "decimals"),
    "table": ("district", "亿元", "万", "个", "81.8", "\ufeff", '"', ";", "\t",
              "1e999", "①", "不适用"),
    "totals": ("event", "type", "batch", "portfolio", "scope", "value", "1.3万亿", '"', ";"),
    "zones": ("direction", "area_km2", "file", "datum", "host", "full_name", "nan", "inf", '"'),
    "polygons": (
        '"Polygon"', '"MultiPolygon"', '"coordinates"', '"properties"', '"crs"', "null", "[[",
        "]]", "1e400", "NaN", '"name"', '"code"', '"Feature"', '"GeometryCollection"', "180",
        "[]",
    ),
    "release": ("奎文区", "总投资", "个", "亿元", "分别", "其中", "全市", "合计", "万", "同比",
                "，", "。", "；",
                "、", "第一", "产业类", "2024年", "%", "\ue000", "\t", "|", "<td>", "百", "零"),
}  # fmt: skip


def dictionary(reader: str) -> list[bytes]:
    """Return the words of a reader, and short hostile strings."""
    strings = (text for _, text in all_strings() if len(text) < 12)
    words = (*_WORDS[reader], *strings)
    return [word.encode("utf-8", "surrogatepass") for word in words]
