"""`geo new`: what it writes, and what it says comes next."""

from __future__ import annotations

from click.testing import CliRunner

from geo.cli.new import new_command


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
