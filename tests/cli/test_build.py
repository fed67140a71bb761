"""`geo build` and `geo check`: what is written, what is refused, and which exit status says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desks import change, files, geo, set_up


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return set_up(tmp_path)


def test_check_prints_the_report_and_writes_nothing(desk: Path):
    done = geo("check", "maps/weifang.toml", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert "16 of 16 districts matched" in done.stdout
    assert "1480.6" in done.stdout
    assert "\n  总投资最高为高新区" in done.stdout.split("What the map says")[1]
    assert files(desk) == {"weifang.toml"}


def test_data_files_are_built_beside_the_default_spec(desk: Path):
    done = geo("build", "--only", "data", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert files(desk) == {"weifang.toml", "weifang.csv", "weifang.geojson"}
    assert "weifang.geojson" in done.stdout
    assert geo("build", "--only", "data", "--check", cwd=desk).returncode == 0


def test_a_changed_figure_makes_the_built_files_stale(desk: Path):
    geo("build", "--only", "data", cwd=desk)
    change(desk / "data/projects.csv", "81.8", "81.7")
    done = geo("build", "--only", "data", "--check", cwd=desk)
    assert done.returncode == 1
    assert "stale: maps/weifang.geojson" in done.stdout
    assert "stale: maps/weifang.csv" in done.stdout


def test_a_total_that_contradicts_the_sum_is_shown_with_both_numbers(desk: Path):
    change(desk / "data/projects.csv", "奎文区,16", "奎文区,17")
    for words in (["check", "maps/weifang.toml"], ["build"]):
        done = geo(*words, cwd=desk)
        assert done.returncode == 1
        assert "projects adds up to 265 个, but 264 个 is stated" in done.stderr
    assert files(desk) == {"weifang.toml"}


def test_a_misspelt_district_is_named_with_its_row_and_the_nearest_name(desk: Path):
    change(desk / "data/projects.csv", "寿光市", "寿广市")
    done = geo("build", cwd=desk)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "data/projects.csv, row 8" in done.stderr
    assert "寿广市" in done.stderr
    assert "寿光市" in done.stderr
    assert files(desk) == {"weifang.toml"}


def test_publishing_without_approval_number_is_refused(desk: Path):
    done = geo("build", "--publish", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "weifang, approval: no map approval number (审图号). "
        "Write the approved map's number into the spec."
    )
    assert files(desk) == {"weifang.toml"}


def test_with_an_approval_number_publishing_passes(desk: Path):
    change(desk / "maps/weifang.toml", 'approval = ""', 'approval = "鲁SG（2024）001号"')
    assert geo("build", "--publish", "--only", "data", cwd=desk).returncode == 0


def test_two_specs_are_built_in_one_call_and_one_bad_one_is_seen(desk: Path):
    (desk / "maps/other.toml").write_bytes((desk / "maps/weifang.toml").read_bytes())
    done = geo("build", "maps/weifang.toml", "maps/other.toml", "--only", "data", cwd=desk)
    assert done.returncode == 0
    assert {"weifang.csv", "other.csv"} <= files(desk)


def test_a_release_and_a_code_go_from_prose_to_page_in_one_command(desk: Path, root: Path):
    text = (root / "data/releases/weifang-2024-02-26.txt").read_bytes()
    (desk / "news.txt").write_bytes(text)
    words = ["build", "--release", "news.txt", "--boundaries", "370700", "--only", "html,data"]
    done = geo(*words, cwd=desk)
    assert done.returncode == 0, done.stderr
    assert "16 of 16 districts matched" in done.stdout
    assert (desk / "news.html").is_file()
    assert (desk / "news.csv").is_file()


def test_a_release_can_stand_in_for_the_table_of_a_spec(desk: Path, root: Path):
    text = (root / "data/releases/weifang-2024-02-26.txt").read_text(encoding="utf-8")
    (desk / "news.txt").write_text(text, encoding="gb18030")
    built = geo("build", "--only", "data", cwd=desk)
    again = geo("build", "--only", "data", "--release", "news.txt", "--check", cwd=desk)
    assert (built.returncode, again.returncode) == (0, 0), again.stderr + again.stdout


def test_a_table_named_like_its_spec_is_not_written_over(desk: Path):
    table = (desk / "data/projects.csv").read_bytes()
    (desk / "maps/weifang.csv").write_bytes(table)
    change(desk / "maps/weifang.toml", "../data/projects.csv", "weifang.csv")
    done = geo("build", "--only", "data", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "maps/weifang.csv: is read, and would be written over. "
        "Write to another file, or rename the input."
    )
    assert (desk / "maps/weifang.csv").read_bytes() == table
    assert "weifang.geojson" not in files(desk)


def test_problems_of_polygons_table_and_totals_are_reported_in_one_run(desk: Path):
    change(desk / "data/projects.csv", "81.8", "8l.8")
    change(desk / "data/totals.csv", "264", "26x")
    polygons = desk / "data/boundaries/weifang.geojson"
    change(polygons, '"code": "370702"', '"code": ""')
    done = geo("check", "maps/weifang.toml", cwd=desk)
    assert done.returncode == 2
    named = [line.partition(",")[0].rpartition("/")[2] for line in done.stderr.splitlines()]
    assert named[0] == "weifang.geojson"
    assert {"weifang.geojson", "projects.csv", "totals.csv"} == set(named)


def test_problems_of_two_specs_are_reported_in_one_run(desk: Path):
    done = geo("build", "maps/a.toml", "maps/b.toml", cwd=desk)
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "maps/a.toml", "maps/b.toml"
    ]  # fmt: skip


def test_a_check_says_that_a_build_would_write_over_an_input(desk: Path):
    (desk / "maps" / "weifang.csv").write_bytes((desk / "data" / "projects.csv").read_bytes())
    change(desk / "maps" / "weifang.toml", "../data/projects.csv", "weifang.csv")
    built = geo("build", "maps/weifang.toml", "--only", "data", cwd=desk)
    done = geo("check", "maps/weifang.toml", cwd=desk)
    assert (built.returncode, done.returncode) == (2, 1)
    assert done.stderr == built.stderr


def test_a_release_whose_names_match_nothing_says_how_to_go_on(tmp_path: Path):
    (tmp_path / "news.txt").write_text(
        "市南区16个项目，崂山区12个项目，西海岸新区9个项目。", encoding="utf-8"
    )
    done = geo("build", "--release", "news.txt", "--boundaries", "370200", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "news: has no spec, in which aliases and allow_rows have their place. Make one that you "
        "can write into: geo extract news.txt -o table.csv, then geo new 370200 table.csv."
    )


def test_a_release_without_polygons_says_to_add_them(tmp_path: Path):
    (tmp_path / "release.txt").write_text("奎文区16个", encoding="utf-8")
    done = geo("build", "--release", "release.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "--release: has no polygons without a spec. "
        "Add --boundaries with a code such as 370700 or a polygon file, or name a spec.\n",
    )


def test_a_check_finishes_what_a_killed_build_left(desk: Path):
    """Half of a set is new: the check compares whole sets, and says that nothing is stale."""
    geo("build", "--only", "data", cwd=desk)
    maps = desk / "maps"
    stage = maps / ".geo-writing-1-left"
    stage.mkdir()
    (maps / "weifang.csv").rename(stage / "0.new")
    (maps / "weifang.csv").write_bytes(b"old")
    notes = {"stages": [stage.name], "steps": [[f"{stage.name}/0.new", "weifang.csv"]]}
    (stage / "steps.json").write_text(json.dumps(notes), encoding="ascii")
    assert geo("build", "--only", "data", "--check", cwd=desk).returncode == 0
    assert not stage.exists()


def test_polygons_are_named_as_well_as_coded(desk: Path):
    done = geo("build", "--only", "data", "--boundaries", "潍坊", cwd=desk)
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (0, ["… weifang.geojson"])
    done = geo("build", "--only", "data", "--boundaries", "潍纺", cwd=desk)
    assert done.stderr.splitlines()[-1] == (
        "atlas: no area is called '潍纺'. Codes have 6 digits, such as 370700. "
        "`geo boundaries --list` names the areas beyond China."
    )
