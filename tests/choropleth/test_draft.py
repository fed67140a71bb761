"""A spec to start from builds as it is: of a code, a province, a polygon file, with a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.draft import draft, new
from geo.choropleth.pipeline import build
from geo.districts.boundaries import write_boundaries
from tests.small import squares


def test_a_city_is_drawn_by_its_area_until_the_table_is_filled_in(tmp_path: Path):
    made = build(new("青岛", folder=tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"qingdao.toml", "qingdao-table.csv"}
    assert len(made.names) == 10
    assert (made.measures[0].label, made.measures[0].unit) == ("面积", "km²")
    spec = (tmp_path / "qingdao.toml").read_text(encoding="utf-8")
    _, waiting = spec.split("面积\n# [[measures]]")
    filled = spec.split("[[measures]]")[0] + "[[measures]]" + waiting.replace("\n# ", "\n")
    (tmp_path / "qingdao.toml").write_text(filled, encoding="utf-8")
    table = (tmp_path / "qingdao-table.csv").read_text(encoding="utf-8-sig")
    rows = table.replace(",\n", ",12\n")
    (tmp_path / "qingdao-table.csv").write_text(rows, encoding="utf-8")
    assert build(tmp_path / "qingdao.toml").measures[0].text(0) == "12"


def test_a_province_is_made_of_its_cities_and_a_sheet_chooses_counties(tmp_path: Path):
    made = draft("海南省", folder=tmp_path)
    assert {path.name for path in made.files} == {
        "hainan.toml",
        "hainan-table.csv",
        "hainan-boundaries.geojson",
    }
    (tmp_path / "s.csv").write_text("县,个\n秀英区,1\n琼山区,2\n", encoding="utf-8")
    made = draft("海南省", tmp_path / "s.csv", folder=tmp_path)
    assert {path.name for path in made.files} == {"hainan.toml"}
    assert made.notes == (
        "县 names 2 of 26 districts",
        "figures: 个 (no unit, total)",
    )


def test_a_sheet_is_wired_in_with_its_units_and_nothing_of_it_is_code(tmp_path: Path):
    write_boundaries(squares(["A", "B", "C"]), tmp_path / "b.geojson")
    sheet = tmp_path / "s.csv"
    text = '"di""s\ntrict",year,x (%),y\nA,2001,1.5,-1\nA,2002,2.5,-2\nB,2002,3,4\n'
    sheet.write_text(text, encoding="utf-8")
    made = build(new(str(tmp_path / "b.geojson"), sheet, folder=tmp_path))
    assert [m.kind for m in made.measures] == ["rate", "total"]
    assert [[m.text(i) for i in range(2)] for m in made.measures] == [["2.5", "3"], ["−2", "4"]]


def test_a_sheet_with_a_column_for_each_year_becomes_one_map_of_all_years(tmp_path: Path):
    write_boundaries(squares(["A", "B"]), tmp_path / "b.geojson")
    sheet = tmp_path / "s.csv"
    sheet.write_text("place,1990,1995,2000\nA,1,2,3\nB,4,5,6.5\n", encoding="utf-8")
    drafted = draft(str(tmp_path / "b.geojson"), sheet, folder=tmp_path)
    assert "a column for each period: 1990, 1995, 2000" in drafted.notes
    made = build(new(str(tmp_path / "b.geojson"), sheet, folder=tmp_path))
    assert [p.label for p in made.periods] == ["1990", "1995", "2000"]
    assert [p.measures[0].values.tolist() for p in made.periods] == [[1, 4], [2, 5], [3, 6.5]]
    assert made.measures[0].label == "Value"


def test_what_is_there_is_never_written_over(tmp_path: Path):
    (tmp_path / "qingdao.toml").write_text("mine", encoding="utf-8")
    with pytest.raises(MapError) as caught:
        new("青岛", folder=tmp_path)
    path = tmp_path / "qingdao.toml"
    remedy = "Choose another folder with --out, or remove it."
    assert str(caught.value) == f"{path}: is there already. {remedy}"
    assert [file.name for file in tmp_path.iterdir()] == ["qingdao.toml"]


def test_a_name_that_is_a_formula_to_a_spreadsheet_is_text_beside_its_code(tmp_path: Path):
    write_boundaries(squares(["=1+1", "B"]).assign(code=["01", "02"]), tmp_path / "b.geojson")
    made = build(new(str(tmp_path / "b.geojson"), folder=tmp_path))
    assert made.names == ("=1+1", "B")
    table = (tmp_path / "b-table.csv").read_text(encoding="utf-8-sig")
    assert table == "code,district,Value\n01,'=1+1,\n02,B,\n"


def test_areas_of_the_package_are_named_in_the_language_they_are_asked_for_in(tmp_path: Path):
    made = draft("欧洲", folder=tmp_path)
    text = made.files[tmp_path / "europe.toml"].decode()
    assert 'title = "欧洲：面积"' in text
    assert 'code = "europe"\n\n[map]\nprojection = "LAEA Europe"\n\n[table]' in text
    assert "法国" in made.files[tmp_path / "europe-table.csv"].decode("utf-8-sig")
    sheet = tmp_path / "s.csv"
    sheet.write_text("Land,Quote (%)\nBayern,1.5\nHessen,2\nBerlin,3\n", encoding="utf-8")
    german = draft("Germany", sheet, folder=tmp_path)
    assert german.notes[1:3] == ("Land names 3 of 16 districts", "figures: Quote (%, rate)")
    assert build(new("us-states", folder=tmp_path)).names[:2] == ("Alabama", "Alaska")


def test_zero_divides_the_colours_of_gains_and_losses(tmp_path: Path):
    sheet = tmp_path / "s.csv"
    rows = "D.C.,-30\nTexas,20\nOhio,-5\nUtah,7\n"
    sheet.write_text(f"State,Net migration\n{rows}", encoding="utf-8")
    spec = new("us-states", sheet, folder=tmp_path)
    text = spec.read_text(encoding="utf-8")
    assert 'kind = "total"' in text
    assert 'palette = "RdBu"\ncenter = 0\nclasses = 6\n' in text
    assert len(build(spec).measures) == 1  # it builds as it is, the capital matched


def test_rows_of_no_district_are_written_down_so_that_the_map_builds_at_once(tmp_path: Path):
    write_boundaries(squares(["A", "B"]), tmp_path / "b.geojson")
    sheet = tmp_path / "s.csv"
    sheet.write_text("place,n\nA,1\nB,4\nEast Asia & Pacific,9\n", encoding="utf-8")
    spec = new(str(tmp_path / "b.geojson"), sheet, folder=tmp_path)
    assert 'allow_rows = ["East Asia & Pacific"]   # rows of no district' in spec.read_text()
    assert build(spec).measures[0].text(1) == "4"
