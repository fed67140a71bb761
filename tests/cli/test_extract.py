"""`geo extract`: which files it writes, and what it refuses."""

# ruff: noqa: E501 - a text and its message stay on one line
from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.extract import extract_command


@pytest.fixture
def path(root):
    return root / "data" / "releases" / "weifang-2024-02-26.txt"


def run(*arguments) -> tuple[int, str, str]:
    result = CliRunner().invoke(extract_command, [str(a) for a in arguments])
    if isinstance(result.exception, MapError):
        return 2, "", str(result.exception)  # as the command line reports it
    return result.exit_code, result.stdout, result.stderr


def test_the_command_writes_table_totals_and_review(path, tmp_path, root):
    polygons = root / "data" / "boundaries" / "weifang.geojson"
    files = ("-o", tmp_path / "p.csv", "--review", tmp_path / "r.html")
    code, out, _ = run(path, *files, "--boundaries", polygons)
    assert code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.csv", "p.totals.csv", "r.html"]
    assert (tmp_path / "p.csv").read_bytes() == (root / "data" / "projects.csv").read_bytes()
    assert "16 rows, 16 stated totals, 11 numbers unused" in out


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


def test_one_event_of_several_can_be_written_alone(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区签约16个，开工10个；潍城区签约15个。", encoding="utf-8")
    run(article, "-o", tmp_path / "all.csv")
    run(article, "-o", tmp_path / "two.csv", "--event", "2")
    assert (
        tmp_path / "all.csv"
    ).read_text() == "district,event,projects\n奎文区,签约,16\n潍城区,签约,15\n奎文区,开工,10\n"
    assert (tmp_path / "two.csv").read_text() == "district,projects\n奎文区,10\n"


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


def test_json_takes_the_place_of_the_report(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("奎文区16个项目。", encoding="utf-8")
    code, out, _ = run(article, "--json")
    assert (code, json.loads(out)["rows"][0]["district"]) == (0, "奎文区")


def test_totals_go_beside_the_table_or_where_they_are_wanted(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("全市开工16个项目。奎文区16个项目。", encoding="utf-8")
    run(article, "-o", tmp_path / "one.csv")
    run(article, "-o", tmp_path / "two.csv", "--totals", tmp_path / "sums.csv")
    names = {made.name for made in tmp_path.iterdir()}
    assert names == {"a.txt", "one.csv", "one.totals.csv", "two.csv", "sums.csv"}
    assert (tmp_path / "sums.csv").read_bytes() == (tmp_path / "one.totals.csv").read_bytes()


def test_the_article_is_not_written_over(tmp_path):
    article = tmp_path / "a.csv"
    article.write_text("奎文区16个项目。", encoding="utf-8")
    code, _, error = run(article, "-o", article)
    assert (code, error) == (
        2,
        f"{article}: is read, and would be written over. "
        "Write to another file, or rename the input.",
    )
    assert article.read_text(encoding="utf-8") == "奎文区16个项目。"
