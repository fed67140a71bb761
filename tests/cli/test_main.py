"""The command line: exit status, one message, nothing written when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CSV = "district,projects,investment\n"


def geo(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "geo", *map(str, words)],
        cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Path:
    """A folder laid out like the project, with a copy of the map of Weifang in it."""
    for name in ("maps/weifang.toml", "data/projects.csv", "data/totals.csv",
                 "data/boundaries/zones.csv",
                 "data/boundaries/weifang.geojson"):  # fmt: skip
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((root / name).read_bytes())
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(desk: Path) -> set[str]:
    return {path.name for path in (desk / "maps").iterdir()}


def test_help_is_instant_because_nothing_heavy_is_imported(tmp_path: Path):
    heavy = [
        "numpy",
        "pandas",
        "geopandas",
        "matplotlib",
        "folium",
        "mapclassify",
        "rich",
        "pydantic",
        "lark",
    ]
    code = f"import sys, geo.cli.main; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_check_prints_the_report_and_writes_nothing(desk: Path):
    done = geo("check", "maps/weifang.toml", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert "16 of 16 districts matched" in done.stdout
    assert "1480.6" in done.stdout
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


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "maps/weifan.toml"],
         "maps/weifan.toml: no such file. Did you mean weifang.toml?"),
        (["build", "--only", "html,pgn"],
         "--only: unknown output 'pgn'. Allowed: html, embed, png, svg, pdf, tiff, data."),
        (["build", "--release", "relese.txt"],
         "--release: no such file 'relese.txt'. Check the path."),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line_is_one_message(desk: Path, words, message):
    done = geo(*words, cwd=desk)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if not line.startswith("…")] == [message]


def test_a_folder_that_does_not_exist_is_no_place_to_write(desk: Path):
    done = geo("build", "--only", "data", "--out", "mpas/new", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "mpas/new: no such folder; its parent mpas is missing too. Create it first."
    )


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


def test_a_place_that_cannot_be_written_is_one_message(desk: Path):
    done = geo("build", "--only", "data", "--out", "x" * 300, cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(": cannot be written: File name too long.")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_a_terminal_without_utf_8_stops_no_command(desk: Path, encoding: str):
    change(desk / "maps/weifang.toml", 'title = "', 'title = "é×−🙂')
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for words, status in ((["build", "--only", "data"], 0), (["check", "maps/缺.toml"], 2)):
        done = subprocess.run([sys.executable, "-m", "geo", *words], cwd=desk, env=env,
                              capture_output=True, check=False)  # fmt: skip
        assert (done.returncode, b"Traceback" in done.stderr) == (status, False), done.stderr
    assert "weifang.csv" in files(desk)


def test_data_on_standard_output_are_utf_8_on_any_terminal(desk: Path):
    (desk / "records.csv").write_text("district\n奎文区\n", encoding="utf-8")
    words = ["aggregate", "records.csv", "--boundaries", "data/boundaries/weifang.geojson",
             "--key", "district"]  # fmt: skip
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "geo", *words], cwd=desk, env=env,
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "奎文区" in done.stdout.decode()


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_log_is_one_message(desk: Path):
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "geo", "check", "maps/weifang.toml"]
        done = subprocess.run(words, cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode != 0
