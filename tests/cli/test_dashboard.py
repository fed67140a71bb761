"""`geo dashboard`: what it writes and prints, and its exit status."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from geo.cli.main import cli
from tests.cli.desks import change, set_up

SPEC = """title = "t"
[[pages]]
spec = "weifang.toml"
measure = "projects"
[[pages]]
spec = "weifang.toml"
measure = "density"
"""


def geo(*words: object):
    return CliRunner().invoke(cli, [str(word) for word in words])


def desk(folder: Path) -> Path:
    path = set_up(folder) / "maps" / "two.toml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_page_and_atlas_beside_the_spec_the_same_every_time(tmp_path: Path):
    spec = desk(tmp_path)
    assert geo("dashboard", spec).exit_code == 0
    made = {path.name for path in spec.parent.iterdir()}
    assert made == {"two.toml", "weifang.toml", "two.html", "two.pdf"}
    assert geo("dashboard", spec, "--check").exit_code == 0
    change(tmp_path / "data/projects.csv", "84.5", "84.6")
    stale = geo("dashboard", spec, "--check", "--only", "html")
    assert (stale.exit_code, f"stale: {spec.parent}/two.html" in stale.output) == (1, True)


def test_totals_that_contradict_are_printed_once_and_nothing_is_written(tmp_path: Path):
    spec = desk(tmp_path)
    change(tmp_path / "data/projects.csv", "84.5", "94.5")
    ran = geo("dashboard", spec)
    assert ran.exit_code == 1
    assert not (spec.parent / "two.html").exists()
    assert ran.stderr.count("1,490.6") == 1


def test_no_input_is_written_over(tmp_path: Path):
    spec = desk(tmp_path)
    table = tmp_path / "maps" / "two.html"
    table.write_bytes((tmp_path / "data/projects.csv").read_bytes())
    change(tmp_path / "maps/weifang.toml", "../data/projects.csv", "two.html")
    ran = geo("dashboard", spec)
    assert ran.exception is not None
    assert not table.read_bytes().startswith(b"<!DOCTYPE")


def test_build_takes_it_among_maps_and_refuses_what_is_of_a_map_alone(tmp_path: Path):
    spec = desk(tmp_path)
    ran = geo("build", spec, "--only", "html")
    assert (ran.exit_code, (spec.parent / "two.html").is_file()) == (0, True)
    assert not (spec.parent / "two.pdf").exists()
    assert geo("build", spec, "--only", "html", "--check").exit_code == 0
    assert str(geo("build", spec, "--publish").exception) == (
        f"{spec}: is a dashboard, of maps as they are. Leave out --publish, --archive, --release "
        "and --boundaries."
    )


def test_check_reads_each_of_its_maps_once(tmp_path: Path):
    spec = desk(tmp_path)
    ran = geo("check", spec)
    assert ran.exit_code == 0
    assert ran.output.count("16 of 16 districts matched") == 1
    change(tmp_path / "data/projects.csv", "84.5", "94.5")
    assert geo("check", spec).exit_code == 1
