"""`geo new`: what it writes, and what it says comes next."""

from __future__ import annotations

from click.testing import CliRunner

from geo.cli.new import new_command
from tests.small import squares


def test_a_name_becomes_a_spec_and_a_table(tmp_path):
    ran = CliRunner().invoke(new_command, ["370700", "--out", str(tmp_path)])
    spec, table = tmp_path / "weifang.toml", tmp_path / "weifang-table.csv"
    assert ran.exit_code == 0, ran.output
    assert ran.stdout.splitlines() == [
        f"{table}: {table.stat().st_size} bytes",
        f"{spec}: {spec.stat().st_size} bytes",
        "weifang-table.csv has a row for each of 12 districts: fill in its last column",
        f"next: put title and source right in {spec}, then geo build {spec}",
    ]
    assert table.read_text(encoding="utf-8-sig").splitlines()[:2] == ["district,数值", "潍城区,"]


def test_keys_of_the_polygons_are_given_one_by_one(tmp_path):
    squares(["A", "A", "B", "C"]).assign(state=["X", "X", "X", "Y"]).to_file(tmp_path / "t.geojson")
    given = ["--set", "where.state=X", "--set", "where.state=Y", "--set", "dissolve=true"]
    ran = CliRunner().invoke(
        new_command, [str(tmp_path / "t.geojson"), "--out", str(tmp_path), *given]
    )
    assert ran.exit_code == 0, ran.output
    spec = (tmp_path / "t.toml").read_text(encoding="utf-8")
    assert 'where = { "state" = ["X", "Y"] }' in spec
    assert 'dissolve = "true"' not in spec
    assert "dissolve = true" in spec


def test_a_key_without_a_value_is_refused(tmp_path):
    ran = CliRunner().invoke(new_command, ["World", "--out", str(tmp_path), "--set", "dissolve"])
    assert ran.exit_code == 2
    assert "'dissolve' is not KEY=VALUE" in ran.output
