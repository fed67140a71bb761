"""A run is refused before its first map if a file would be written over that should not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.base.errors import MapError
from geo.cli.build import jobs
from geo.cli.main import cli
from geo.cli.targets import refuse_overwriting, sources
from tests.cli.desks import geo, set_up

SPEC = """
title = "t"
source = "s"
[boundaries]
file = "polygons.geojson"
zones = "zones.csv"
[table]
file = "table.csv"
totals = "totals.csv"
[[measures]]
id = "a"
label = "a"
unit = ""
kind = "total"
column = "a"
[[plates]]
font = "font.otf"
"""
ZONES = "code,name,name_en,full_name,host,direction,area_km2,file\n1,z,,,h,,,outline.geojson\n"
OVER = "is read, and would be written over. Write to another file, or rename the input."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a spec and every file it names, most of them without content."""
    for name in ("polygons.geojson", "table.csv", "totals.csv", "outline.geojson", "font.otf"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "zones.csv").write_text(ZONES, encoding="utf-8")
    (tmp_path / "m.toml").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(*specs: Path, out: Path | None = None) -> str:
    with pytest.raises(MapError) as error:
        refuse_overwriting(jobs(specs, None, None, out), None)
    return str(error.value)


def test_a_map_is_made_from_its_spec_and_every_file_that_it_names(desk: Path):
    found = {path.name for path in sources(jobs([desk / "m.toml"], None, None)[0])}
    assert found == {path.name for path in desk.iterdir()}
    refuse_overwriting(jobs([desk / "m.toml"], None, None), None)


@pytest.mark.parametrize(
    ("source", "stem"),
    [("outline.geojson", "outline"), ("polygons.geojson", "polygons"), ("table.csv", "table")],
)
def test_no_input_is_written_over(desk: Path, source: str, stem: str):
    spec = (desk / "m.toml").rename(desk / f"{stem}.toml")
    assert refusal(spec) == f"{desk}/{source}: {OVER}"
    assert refusal(spec, out=desk / ".." / desk.name) == f"{desk}/../{desk.name}/{source}: {OVER}"


def test_a_map_is_not_written_over_the_input_of_another_of_the_same_run(desk: Path):
    (desk / "other").mkdir()
    text = SPEC
    for name in ("polygons.geojson", "table.csv", "totals.csv", "zones.csv"):
        text = text.replace(name, f"../{name}")
    (desk / "other" / "table.toml").write_text(text, encoding="utf-8")
    assert refusal(desk / "m.toml", desk / "other" / "table.toml", out=desk) == (
        f"{desk}/table.csv: {OVER}"
    )


def test_two_specs_of_one_stem_need_two_folders(desk: Path):
    spec = desk / "m.toml"
    first = refusal(spec, spec, out=desk).splitlines()[0]
    assert first == f"{desk}/m.html: would be written twice. Give each its own file."


@pytest.mark.parametrize("other", ["m-embed", "M"])
def test_two_specs_of_one_run_have_no_file_in_common(desk: Path, other: str):
    (desk / f"{other}.toml").write_text(SPEC, encoding="utf-8")
    assert "would be written twice" in refusal(desk / "m.toml", desk / f"{other}.toml")


def test_a_spec_built_at_another_time_has_no_file_in_common(desk: Path):
    (desk / "m-embed.toml").write_text(SPEC, encoding="utf-8")
    assert refusal(desk / "m.toml") == (
        f"{desk}/m-embed.html: is also a file of the map m-embed.toml. Rename one of the two specs."
    )
    refuse_overwriting(jobs([desk / "m-embed.toml"], None, None), None)


RELEASE = "奎文区16个，总投资81.8亿元；潍城区15个，总投资84.5亿元。全市开工31个。"


@pytest.mark.parametrize(
    "words",
    [
        ["-o", "release.txt"],
        ["-o", "t.csv", "--totals", "release.txt"],
        ["-o", "t.csv", "--review", "./release.txt"],
        ["-o", "t.csv", "--review", "t.csv"],
        ["-o", "t.csv", "--totals", "T.CSV"],
        ["-o", "t.csv", "--review", "t.totals.csv"],
        ["--totals", "t.csv", "--review", "../{0}/t.csv"],
    ],
)
def test_the_files_of_an_extraction_are_apart_from_each_other_and_the_text(
    desk: Path, words: list[str]
):
    (desk / "release.txt").write_text(RELEASE, encoding="utf-8")
    before = set(desk.iterdir())
    done = CliRunner().invoke(
        cli, ["extract", "release.txt", *(word.format(desk.name) for word in words)]
    )
    assert isinstance(done.exception, MapError)
    assert (desk / "release.txt").read_text(encoding="utf-8") == RELEASE
    assert set(desk.iterdir()) == before


@pytest.mark.parametrize("target", ["records.csv", "polygons.geojson"])
def test_counts_are_not_written_over_the_records_or_the_polygons(
    desk: Path, root: Path, target: str
):
    polygons = (root / "data/boundaries/weifang.geojson").read_bytes()
    (desk / "polygons.geojson").write_bytes(polygons)
    (desk / "records.csv").write_text("district\n奎文区\n", encoding="utf-8")
    words = ["aggregate", "records.csv", "--boundaries", "polygons.geojson", "--key", "district"]
    done = CliRunner().invoke(cli, [*words, "-o", target])
    assert str(done.exception) == f"{target}: {OVER}"
    assert (desk / "polygons.geojson").read_bytes() == polygons


def test_polygons_are_not_written_over_the_zones_carved_out_of_them(desk: Path):
    row = "1,z,,,370705,45,20,"
    (desk / "zones.csv").write_text(f"{ZONES.splitlines()[0]}\n{row}\n", encoding="utf-8")
    (desk / "zones.geojson").symlink_to("zones.csv")
    words = ["boundaries", "370700", "--tolerance-m", "500", "--zones", "zones.csv"]
    done = CliRunner().invoke(cli, [*words, "-o", "zones.geojson"])
    assert str(done.exception) == f"zones.geojson: {OVER}"
    assert (desk / "zones.geojson").is_symlink()


def test_the_edition_that_lends_its_breaks_is_an_input_and_is_not_written_over(tmp_path):
    desk = set_up(tmp_path)
    page = desk / "maps" / "weifang.html"
    assert geo("build", "--only", "html", cwd=desk).returncode == 0
    before = page.read_bytes()
    spec = desk / "maps" / "weifang.toml"
    text = spec.read_text(encoding="utf-8")
    decimals = "decimals = 1\n"
    spec.write_text(text.replace(decimals, f'{decimals}breaks_from = "weifang.html"\n', 1), "utf-8")
    ran = geo("build", "--only", "html", cwd=desk)
    assert ran.returncode == 2
    assert "weifang.html" in ran.stderr
    assert page.read_bytes() == before
    assert geo("build", "--only", "html", "--out", "next", cwd=desk).returncode == 0
    assert geo("diff", page, "next/weifang.html", cwd=desk).returncode == 0
