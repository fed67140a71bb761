"""From prose to a map without a spec: the release gives title, columns and figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.choropleth.from_release import spec_for_release
from geo.choropleth.pipeline import build

ROOT = Path(__file__).resolve().parents[2]
WEIFANG = ROOT / "data" / "releases" / "weifang-2024-02-26.txt"
ZONES = ROOT / "data" / "boundaries" / "zones.csv"


def test_a_release_and_a_code_make_the_map_of_weifang():
    m = build(spec_for_release(WEIFANG, "370700", zones=ZONES))
    assert m.spec.title == "潍坊264个重大项目集中开工"
    assert m.spec.source == WEIFANG.name
    assert [x.id for x in m.measures] == ["projects", "investment", "per_project"]
    assert (m.measure("projects").total, m.measure("investment").total) == (
        264,
        Decimal("1480.6"),
    )
    assert all(check.ok for check in m.checks)
    assert len(m.districts) == 16


def test_a_file_of_polygons_serves_as_well():
    area = str(ROOT / "data" / "boundaries" / "weifang.geojson")
    assert len(build(spec_for_release(WEIFANG, area)).districts) == 16


def test_a_text_without_figures_of_districts_makes_no_map(tmp_path: Path):
    path = tmp_path / "sport.txt"
    path.write_text("昨晚，鲁能以2比1战胜对手。", encoding="utf-8")
    with pytest.raises(MapError) as error:
        spec_for_release(path, "370700")
    assert str(error.value) == (
        f"{path}: states no figures of districts. Look at it with `geo extract --review`."
    )


def test_polygons_that_are_not_there_are_named():
    with pytest.raises(MapError) as error:
        spec_for_release(WEIFANG, "weifang.geojson")
    assert str(error.value) == (
        "--boundaries: no such file 'weifang.geojson'. Check the path. "
        "Or give a code such as 370700, or a name."
    )
