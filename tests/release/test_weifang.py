# ruff: noqa: E501 - examples stay on one line
"""The release of 2024-02-26 in our own words gives exactly the committed table and totals."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.extract import extract_command
from geo.release.extract import read_release
from geo.release.files import to_csv, to_json, totals_csv
from geo.release.model import release_table
from geo.tables.reconcile import checks
from geo.tables.totals import read_totals


@pytest.fixture(scope="module")
def path(root):
    return root / "data" / "releases" / "weifang-2024-02-26.txt"


@pytest.fixture(scope="module")
def release(path):
    return read_release(path)


def test_the_rows_are_the_committed_table_to_the_byte(release, root):
    assert to_csv(release).encode() == (root / "data" / "projects.csv").read_bytes()


def test_every_stated_total_is_found(release, root):
    found = {(s.scope, s.column, s.figure.value, s.figure.resolution) for s in release.totals}
    known = read_totals(root / "data" / "totals.csv")
    assert found == {(s.scope, s.column, s.figure.value, s.figure.resolution) for s in known}


def test_every_total_is_reconciled(release):
    assert len(release.checks) == 9
    assert all(check.ok for check in release.checks)
    assert not release.conflicts


def test_no_number_of_the_featured_project_is_in_a_cell(release):
    unused = [u.printed for u in release.unused if u.reason not in ("date", "repeat")]
    assert unused == ["35亿元", "910亩", "61万平方米", "48.2亿元", "5.36亿元", "4.2亿元", "2000人"]


def test_the_totals_file_reads_back_with_the_rounding_of_the_source(release, tmp_path):
    file = tmp_path / "totals.csv"
    file.write_text(totals_csv(release), encoding="utf-8")
    again = read_totals(file)
    assert [(s.label, s.figure) for s in again] == [(s.label, s.figure) for s in release.totals]
    assert all(check.ok for check in checks(release_table(release), again))


def test_the_json_says_where_every_number_is(release):
    data = json.loads(to_json(release))
    cell = data["rows"][0]["cells"]["investment"]
    start, end = cell["span"]
    assert (data["rows"][0]["district"], cell["value"], data["text"][start:end]) == (
        "奎文区",
        "81.8",
        "81.8亿元",
    )
    assert [check["ok"] for check in data["checks"]] == [True] * 9


def run(*arguments) -> tuple[int, str, str]:
    result = CliRunner().invoke(extract_command, [str(a) for a in arguments])
    if isinstance(result.exception, MapError):
        return 2, "", str(result.exception)  # as the command line reports it
    return result.exit_code, result.stdout, result.stderr


def test_the_command_writes_table_totals_and_review(path, tmp_path, root):
    code, out, _ = run(path, "-o", tmp_path / "p.csv", "--review", tmp_path / "r.html", "--boundaries",
                       root / "data" / "boundaries" / "weifang.geojson")  # fmt: skip
    assert code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.csv", "p.totals.csv", "r.html"]
    assert (tmp_path / "p.csv").read_bytes() == (root / "data" / "projects.csv").read_bytes()
    assert "16 rows, 16 stated totals, 11 numbers unused" in out


def test_the_command_reports_a_contradiction_with_status_1_and_writes_what_was_said(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(
        "全市开工30个。奎文区16个，潍城区15个。潍城区14个项目开工。", encoding="utf-8"
    )
    code, out, _ = run(article, "-o", tmp_path / "a.csv")
    assert code == 1
    assert "CONTRADICTION 潍城区, projects: 15个 (line 1) ≠ 14个 (line 1); neither is taken" in out
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "district,projects\n奎文区,16\n"


def test_an_unknown_name_is_reported_with_status_1(tmp_path, root):
    article = tmp_path / "a.txt"
    article.write_text("奎文区16个，总投资81.8亿元；云山县15个，总投资84.5亿元。", encoding="utf-8")
    code, out, _ = run(article, "--boundaries", root / "data" / "boundaries" / "weifang.geojson")
    assert code == 1
    assert "not among the districts: 云山县" in out


@pytest.mark.parametrize(
    ("text", "arguments", "message"),
    [
        ("今天天气很好。", (), "states no figures of districts. Expected, for example: 奎文区16个，总投资81.8亿元."),
        ("奎文区16个项目。", ("--event", "2"), "has no event 2. It has 1."),
    ],
)  # fmt: skip
def test_bad_input_is_one_message_and_nothing_is_written(tmp_path, text, arguments, message):
    article = tmp_path / "a.txt"
    article.write_text(text, encoding="utf-8")
    code, _, error = run(article, "-o", tmp_path / "a.csv", *arguments)
    assert (code, error) == (2, f"{article}: {message}")
    assert not (tmp_path / "a.csv").exists()


def test_no_cell_is_a_formula_to_a_spreadsheet(release):
    from dataclasses import replace

    row = replace(release.rows[0], name="=HYPERLINK(0)")
    text = to_csv(replace(release, rows=(row,)))
    assert list(csv.reader(text.splitlines()))[1][0] == "'=HYPERLINK(0)"


def test_one_event_of_several_can_be_written_alone(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区签约16个，开工10个；潍城区签约15个。", encoding="utf-8")
    run(article, "-o", tmp_path / "all.csv")
    run(article, "-o", tmp_path / "two.csv", "--event", "2")
    assert (
        tmp_path / "all.csv"
    ).read_text() == "district,event,projects\n奎文区,签约,16\n潍城区,签约,15\n奎文区,开工,10\n"
    assert (tmp_path / "two.csv").read_text() == "district,projects\n奎文区,10\n"
