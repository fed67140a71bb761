"""The release of 2024-02-26 in our own words gives exactly the committed table and totals."""

from __future__ import annotations

import json

import pytest

from geo.release.extract import read_release
from geo.release.files import to_csv, to_json, totals_csv
from geo.release.model import release_table
from geo.tables.checks import checks
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
