"""Specs as files: paths relative to the file, every problem at once, a schema that is current."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.spec.file import json_schema, polygons_at, read_spec, readable_parts

GOOD = """
title = "t"
source = "s"
[boundaries]
file = "b.geojson"
[table]
file = "t.csv"
[[measures]]
id = "m"
label = "投资"
unit = "亿元"
kind = "total"
column = "m"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.geojson").write_text("{}")
    (tmp_path / "t.csv").write_text("")
    return tmp_path


def read(folder: Path, text: str):
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    return read_spec(path)


def message(folder: Path, text: str) -> str:
    with pytest.raises(MapError) as error:
        read(folder, text)
    return str(error.value).replace(str(folder) + "/", "")


def test_paths_are_relative_to_the_spec(folder: Path):
    assert read(folder, GOOD).table.file == folder / "t.csv"


def test_unknown_keys_wrong_types_and_missing_keys_are_reported_together(folder: Path):
    text = GOOD.replace('source = "s"', 'sources = "s"').replace('"total"', '"sum"')
    assert message(folder, text) == (
        "x.toml, source: is missing. Add the key 'source'.\n"
        "x.toml, measures[1].kind: 'sum' is not one of 'total', 'rate', 'bivariate'.\n"
        "x.toml, sources: unknown key 'sources'. Did you mean source?"
    )


def test_an_unknown_key_in_a_table_is_compared_with_that_tables_keys(folder: Path):
    assert message(folder, GOOD + 'palete = "Blues"\n') == (
        "x.toml, measures[1].palete: unknown key 'palete'. Did you mean palette?"
    )


def test_files_that_do_not_exist_are_reported_together_with_what_is_near(folder: Path):
    text = GOOD.replace("b.geojson", "c/b.geojson").replace("t.csv", "tt.csv")
    assert message(folder, text) == (
        "x.toml, boundaries.file: no such file 'c/b.geojson'. The folder c does not exist.\n"
        "x.toml, table.file: no such file 'tt.csv'. Did you mean t.csv?"
    )


def test_a_wrong_key_does_not_hide_that_a_file_is_missing(folder: Path):
    text = GOOD.replace('source = "s"', "").replace("t.csv", "tt.csv")
    assert message(folder, text) == (
        "x.toml, source: is missing. Add the key 'source'.\n"
        "x.toml, table.file: no such file 'tt.csv'. Did you mean t.csv?"
    )


def test_the_parts_of_a_wrong_spec_that_are_right_can_be_read(folder: Path):
    wrong = GOOD.replace("b.geojson", "c.geojson") + '[[measures]]\nid = "n"\n'
    message(folder, wrong)
    parts = readable_parts(folder / "x.toml")
    assert (parts.boundaries.file, parts.table.file) == (None, folder / "t.csv")
    assert [measure.id for measure in parts.measures] == ["m"]
    message(
        folder, GOOD.replace('file = "t.csv"', "file = 1").replace("[[measures]]", "[measures]")
    )
    parts = readable_parts(folder / "x.toml")
    assert (parts.boundaries.file, parts.table.file) == (folder / "b.geojson", None)
    assert parts.measures == ()
    (folder / "x.toml").write_text("title = ")
    assert readable_parts(folder / "x.toml") is None


@pytest.mark.parametrize("area", ["370700", "潍坊", "全国"])
def test_polygons_are_those_of_a_code_or_a_name(area: str):
    assert polygons_at(area) == {"file": None, "code": area}


def test_polygons_are_those_of_a_file_whatever_it_is_called(folder: Path, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "潍坊").write_text("{}")
    assert polygons_at("潍坊") == {"file": folder / "潍坊", "code": ""}
    for path in ("b.geo", "maps/潍坊"):
        with pytest.raises(MapError, match="Or give a code such as 370700, or a name"):
            polygons_at(path)


def test_a_spec_without_inputs_says_what_to_add(folder: Path):
    text = GOOD.replace('[boundaries]\nfile = "b.geojson"\n[table]\nfile = "t.csv"\n', "")
    assert message(folder, text) == (
        "x.toml, boundaries: names no polygons. Add `file` or `code` to [boundaries].\n"
        "x.toml, table: names no figures. Add `file` or `release` to [table]."
    )


def test_broken_toml_is_one_message_with_its_line(folder: Path):
    assert message(folder, "title = ") == (
        "x.toml: is not valid TOML: Invalid value (at end of document). See https://toml.io."
    )


def test_a_sheet_in_place_of_a_spec_is_called_one(tmp_path: Path):
    (sheet := tmp_path / "figures.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(MapError) as error:
        read_spec(sheet)
    what = "is no spec, which is a .toml file. geo new"
    assert str(error.value) == f"{sheet}: {what} {sheet} writes one for it."


def test_a_spec_that_is_not_there(tmp_path: Path):
    (tmp_path / "weifang.toml").write_text("")
    with pytest.raises(MapError) as error:
        read_spec(tmp_path / "weifan.toml")
    assert (
        str(error.value)
        == f"{tmp_path}/weifan.toml: no such file. Did you mean {tmp_path}/weifang.toml?"
    )


def test_the_committed_schema_is_what_the_models_say(root: Path):
    """Renew it with `geo schema -o docs/spec.schema.json`."""
    committed = json.loads((root / "docs" / "spec.schema.json").read_text(encoding="utf-8"))
    assert committed == json_schema()


def test_the_profile_of_a_plate_is_relative_to_the_spec_too(folder: Path):
    plate = '[[plates]]\nformats = ["pdf"]\ncolor = "cmyk"\nprofile = "press.icc"\n'
    assert message(folder, GOOD + plate) == (
        "x.toml, plates[1].profile: no such file 'press.icc'. Check the path."
    )
    (folder / "press.icc").write_bytes(b"")
    assert read(folder, GOOD + plate).plates[0].profile == folder / "press.icc"


def test_tiles_of_ones_own_are_relative_to_the_spec_too(folder: Path):
    tiles = '[cartogram]\ntiles = "tiles.csv"\n'
    assert message(folder, GOOD + tiles) == (
        "x.toml, cartogram.tiles: no such file 'tiles.csv'. Did you mean t.csv?"
    )
    (folder / "tiles.csv").write_bytes(b"")
    assert read(folder, GOOD + tiles).cartogram.tiles == folder / "tiles.csv"


def test_every_key_of_a_spec_is_explained(root: Path):
    texts = (root / "docs" / name for name in ("spec.md", "style.md"))
    words = "".join(text.read_text(encoding="utf-8") for text in texts)
    keys = {key for part in json_schema()["$defs"].values() for key in part["properties"]}
    keys |= set(json_schema()["properties"])
    explained = {word.rpartition(".")[2] for word in re.findall(r"`\[*([a-z_.]+)\]*`", words)}
    assert keys - explained - {"page", "provider"} == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a = " + "[" * 3000, "nested too deep"),
        ("a = " + "1" * 5000, "Exceeds the limit"),
        ("a = ", "Invalid value"),
    ],
)
def test_what_no_parser_takes_is_no_toml(folder: Path, text: str, what: str):
    with pytest.raises(MapError) as error:
        read(folder, text)
    assert str(error.value).startswith(f"{folder}/x.toml: is not valid TOML: {what}")
    assert str(error.value).endswith("See https://toml.io.")


@pytest.mark.parametrize("name", ["a\\u0000b", "x" * 300, "loop"])
def test_a_file_that_the_system_refuses_is_not_there(folder: Path, name: str):
    (folder / "loop").symlink_to("loop")
    with pytest.raises(MapError) as error:
        read(folder, GOOD.replace("t.csv", name))
    (message,) = str(error.value).splitlines()
    assert message.startswith(f"{folder}/x.toml, table.file: no such file '")


def test_a_link_to_what_is_no_address_is_named_with_its_place(tmp_path):
    spec = tmp_path / "a.toml"
    spec.write_text(
        'title = "t"\nsource = "[s](javascript:x)"\nnotes = ["n", "[n](https://a b)"]\n'
        '[[measures]]\nid = "a"\nlabel = "A"\nunit = ""\nkind = "rate"\ncolumn = "a"\n',
        encoding="utf-8",
    )
    with pytest.raises(MapError) as error:
        read_spec(spec)
    advice = (
        "Write one such as https://maps.example.org/2024/ or ../maps/, without spaces; other "
        "letters than those of English are percent-encoded, a host is in punycode"
    )
    assert str(error.value).splitlines() == [
        f"{spec}, source: 'javascript:x' is not an address. {advice}.",
        f"{spec}, notes[2]: 'https://a b' is not an address. {advice}.",
    ]
