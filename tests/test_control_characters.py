"""Control characters in any input leave no trace in any output: fonts, XML and scripts trip."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from geo.choropleth.pipeline import build
from geo.export import render

SPEC = """
title = "ti{0}tle"
dek = "d{0}ek"
source = "s{0}s"
notes = ["no{0}te"]
approval = "a{0}a"
[boundaries]
file = "m.geojson"
[table]
file = "m.csv"
key = "name"
[[measures]]
id = "a"
label = "l{0}l"
unit = "u{0}u"
kind = "total"
column = "a"
[[points]]
label = "p{0}p"
district = "C"
text = "t{0}t"
"""


@pytest.fixture(params=["\n", "\r", "\r\n", "\t", "\x00", "\x1b", "\x85", "\u2028", "\ufffe"])
def files(request, tmp_path: Path) -> dict[str, bytes]:
    """The files of a map with a character inside every text of spec, table and polygons."""
    char = request.param
    toml = char if char.isprintable() else f"\\u{ord(char[0]):04x}"
    (tmp_path / "m.toml").write_text(SPEC.replace("{0}", toml), encoding="utf-8")
    rows = [[f"A{char}A", "1"], [f"B{char}a\u0301\u0301", "2"], ["C", "3"]]
    table = io.StringIO()
    csv.writer(table).writerows([["name", "a"], *rows])
    cells = table.getvalue().replace("\x00", " ")  # a file with NUL is no text
    (tmp_path / "m.csv").write_text(cells, encoding="utf-8", newline="")
    # GDAL, which reads what has half a character in it, ends a text at NUL.
    half = "" if char == "\x00" else "\ud800"
    features = [
        {
            "type": "Feature",
            "properties": {"name": name, "code": f"3{char}{i}", "name_en": f"e{char}" + half},
            "geometry": {"type": "Polygon", "coordinates": [
                [[i, 36], [i + 1, 36], [i + 1, 37], [i, 37], [i, 36]]]},
        }
        for i, (name, _) in enumerate(rows, start=119)
    ]  # fmt: skip
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (tmp_path / "m.geojson").write_text(text, encoding="utf-8")
    return render(build(tmp_path / "m.toml"), ["html", "embed", "svg", "png", "data"])


def test_no_output_has_a_control_character(files: dict[str, bytes]):
    ElementTree.fromstring(files["m.svg"].decode())
    for name in ("m.html", "m-embed.html", "m-embed.txt", "m.svg", "m.geojson", "m.csv"):
        text = files[name].decode()
        bad = {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160} - {"\n", "\r"}
        assert not bad, name
    for row in csv.reader(io.StringIO(files["m.csv"].decode("utf-8-sig"))):
        assert all(cell.isprintable() for cell in row)
    for feature in json.loads(files["m.geojson"])["features"]:
        assert all(str(cell).isprintable() for cell in feature["properties"].values())
