"""A style is named in the spec, lies beside it, or stands in it; what it lacks is said at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.spec.dressing import read_style, style_schema
from geo.spec.file import read_spec

ROOT = Path(__file__).resolve().parents[2]
SPEC = """
title = "t"
source = "s"
{}
[boundaries]
file = "b.geojson"
[table]
file = "t.csv"
[[measures]]
id = "a"
label = "A"
unit = ""
kind = "rate"
column = "a"
[[measures]]
id = "b"
label = "B"
unit = ""
kind = "rate"
column = "b"
palette = "default"
"""


@pytest.fixture
def read(tmp_path):
    for name in ("b.geojson", "t.csv"):
        (tmp_path / name).touch()

    def with_line(line="", **files):
        for name, text in files.items():
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        (tmp_path / "map.toml").write_text(SPEC.format(line), encoding="utf-8")
        return read_spec(tmp_path / "map.toml")

    return with_line


def test_a_style_is_put_on_what_the_spec_leaves_open(read):
    """The second measure names the default palette itself; credit of the spec goes first."""
    desk = 'palette = "YlOrBr"\ncredit = "**Desk**"\nradius = 4\n'
    spec = read('style = "desk.toml"', desk=desk)
    assert [m.palette for m in spec.measures] == ["YlOrBr", "default"]
    assert (spec.credit, spec.credit.written, spec.house.radius) == ("Desk", "**Desk**", 4)
    assert read('style = "desk.toml"\ncredit = "Li"').credit == "Li"


def test_a_style_beside_the_spec_is_found_and_one_in_it_needs_no_file(read):
    assert read(style="radius = 6").house.radius == 6
    assert read("[house]\nradius = 7").house.radius == 7


def test_a_style_that_is_not_there_or_given_twice_is_an_error(read, tmp_path):
    with pytest.raises(MapError) as error:
        read('style = "dsk.toml"')
    assert str(error.value).startswith(f"{tmp_path}/map.toml, style: no such file 'dsk.toml'")
    with pytest.raises(MapError) as error:
        read('style = "desk.toml"\n[house]\nradius = 7', desk="")
    assert str(error.value) == (
        f"{tmp_path}/map.toml, style: is given twice, as `style` and as [house]. Keep one of them."
    )


def test_every_mistake_of_a_style_is_named_with_what_was_meant(tmp_path):
    path = tmp_path / "style.toml"
    path.write_text(
        'raduis = 2\nradius = 40\n[colors]\naccent = "teal"\nbackgrund = "#ffffff"\n', "utf-8"
    )
    with pytest.raises(MapError) as error:
        read_style(path)
    assert sorted(str(error.value).splitlines()) == [
        f"{path}, colors.accent: 'teal' is not a colour such as #1f6f78. Write #008080.",
        f"{path}, colors.backgrund: unknown key 'backgrund'. Did you mean background?",
        f"{path}, radius: 40 has to be at most 16.",
        f"{path}, raduis: unknown key 'raduis'. Did you mean radius?",
    ]


def test_files_of_a_style_are_sought_beside_it(tmp_path):
    path = tmp_path / "style.toml"
    path.write_text('logo = "l.svg"\n[fonts]\ntext_file = "f.otf"\n', "utf-8")
    (tmp_path / "l.svg").touch()
    with pytest.raises(MapError) as error:
        read_style(path)
    assert str(error.value).startswith(f"{path}, fonts.text_file: no such file 'f.otf'")
    (tmp_path / "f.otf").touch()
    assert read_style(path).logo == tmp_path / "l.svg"


def test_the_committed_schema_is_what_the_model_says():
    committed = json.loads((ROOT / "docs" / "style.schema.json").read_text(encoding="utf-8"))
    assert committed == style_schema()


def test_the_styles_of_the_repository_can_be_read():
    for name in ("ledger", "civic"):
        assert read_style(ROOT / "styles" / f"{name}.toml").logo.name == f"{name}.svg"
