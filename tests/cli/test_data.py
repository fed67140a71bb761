"""`geo boundaries`, `geo aggregate` and `geo schema`: the files they write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.data import boundaries_command, schema_command
from geo.cli.records import aggregate_command
from geo.districts.boundaries import write_boundaries
from geo.spec.file import json_schema
from tests.small import squares


def test_records_are_counted_into_a_table_that_a_spec_can_name(tmp_path: Path):
    write_boundaries(squares(["A", "B", "C"]), tmp_path / "b.geojson")
    (tmp_path / "r.csv").write_text(
        "x,y,v\n119.05,36.05,1.5\n119.25,36.05,2\n9,9,1\n", encoding="utf-8"
    )
    files = [str(tmp_path / name) for name in ("r.csv", "b.geojson", "o.csv")]
    words = f"{files[0]} --boundaries {files[1]} --lon x --lat y --sum v=亿元 --allow-outside"
    ran = CliRunner().invoke(aggregate_command, [*words.split(), "-o", files[2]])
    assert ran.exit_code == 0, ran.output
    table = (tmp_path / "o.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "district,code,count,v"
    assert [line.split(",")[::2] for line in table[1:]] == [["A", "1"], ["B", "0"], ["C", "1"]]
    assert "the point (9, 9) is in no district" in ran.output
    assert "2 of 3 records in 3 districts" in ran.output


def test_without_a_file_the_table_goes_to_standard_output(tmp_path: Path):
    write_boundaries(squares(["A", "B"]), tmp_path / "b.geojson")
    (tmp_path / "r.csv").write_text("区县\nB\nB\nA\n", encoding="utf-8")
    words = [str(tmp_path / "r.csv"), "--boundaries", str(tmp_path / "b.geojson"), "--key", "区县"]
    ran = CliRunner().invoke(aggregate_command, words)
    assert (ran.exit_code, ran.stdout.splitlines()[1:]) == (0, ["A,A,1", "B,B,2"])


def test_the_counties_of_a_city_are_written_beside_the_caller(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(boundaries_command, ["370700", "--tolerance-m", "2000"])
    assert ran.exit_code == 0, ran.output
    read = json.loads((tmp_path / "370700.geojson").read_text(encoding="utf-8"))
    assert len(read["features"]) == 12
    assert "370700.geojson: 12 districts" in ran.stdout


def test_a_code_that_is_none_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(boundaries_command, ["379900"])
    assert isinstance(ran.exception, MapError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [[], ["-o", "schema.json"]])
def test_the_schema_is_printed_or_written(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(schema_command, words)
    text = (tmp_path / "schema.json").read_text(encoding="utf-8") if words else ran.stdout
    assert json.loads(text) == json_schema()


def test_areas_and_their_units_are_listed(tmp_path: Path):
    listed = CliRunner().invoke(boundaries_command, ["--list"]).output
    assert "  world          World, 世界: countries\n" in listed
    assert "  FR             France, 法国: regions\n" in listed
    assert "  US-TX          Texas, 得克萨斯州: counties\n" in listed
    assert "  370000         山东省\n" in listed
    inside = CliRunner().invoke(boundaries_command, ["us-states", "--list"])
    assert inside.stdout.splitlines()[:2] == ["01  Alabama", "02  Alaska"]
    assert not list(tmp_path.iterdir())
    ran = CliRunner().invoke(boundaries_command, [])
    assert ran.exit_code == 2
    assert "Missing argument 'CODE'. `geo boundaries --list` names them." in ran.output
