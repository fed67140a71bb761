"""A sheet whose area nobody has named."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.draft import draft, new
from geo.choropleth.pipeline import build
from geo.districts.boundaries import write_boundaries
from tests.small import squares


def test_a_sheet_alone_says_by_its_names_which_area_it_is_of(tmp_path: Path):
    sheet = tmp_path / "s.csv"
    sheet.write_text("区市,总投资（亿元）\n市南区,3\n崂山区,4\n胶州市,5\n", encoding="utf-8")
    drafted = draft(str(sheet), folder=tmp_path)
    assert drafted.notes[0] == (
        f"3 names of s.csv are of 青岛市; if it is about another area: geo new AREA {sheet}"
    )
    made = build(new(str(sheet), folder=tmp_path))
    assert len(made.districts) == 10
    assert made.measures[0].unit == "亿元"


def test_names_of_countries_in_chinese_make_a_chinese_map(tmp_path: Path):
    sheet = tmp_path / "s.csv"
    sheet.write_text("国家,x\n法国,3\n日本,4\n巴西,5\n", encoding="utf-8")
    spec = draft(str(sheet), folder=tmp_path).files[tmp_path / "world.toml"].decode()
    assert 'language = "zh"' in spec


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            ["s.csv"],
            "s.csv: is a table, and its names are of no area at hand. Name the area or its polygon "
            "file before it: geo new AREA s.csv. Its first column has Foo, Bar, Baz.",
        ),
        (
            ["s.csv", "s.csv"],
            "s.csv: is a table and holds no polygons. Name the area first: geo new AREA s.csv.",
        ),
        (
            ["s.csv", "p.geojson"],
            "s.csv: is a table: the area or its polygons come first. "
            "Write geo new p.geojson s.csv.",
        ),
    ],
)
def test_a_sheet_of_no_area_and_one_in_the_place_of_the_area_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given, message
):
    monkeypatch.chdir(tmp_path)
    Path("s.csv").write_text("place,x\nFoo,3\nBar,4\nBaz,5\n", encoding="utf-8")
    write_boundaries(squares(["Foo", "Bar"]), Path("p.geojson"))
    with pytest.raises(MapError) as refused:
        draft(given[0], Path(given[1]) if given[1:] else None)
    assert str(refused.value) == message
