"""What a spec names arrives as frames; zones are carved where lacking, releases checked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from geo.base.errors import MapError
from geo.choropleth.inputs import column_units, load_districts, load_table, names_of
from geo.spec.boundaries import BoundariesSpec
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from tests.weifang import weifang

ROOT = Path(__file__).resolve().parents[2]
ZONES = ROOT / "data" / "boundaries" / "zones.csv"
FILE = ROOT / "data" / "boundaries" / "weifang.geojson"
TEXT = "奎文区16个，总投资81.8亿元；潍城区15个，总投资84.5亿元。全市31个项目，总投资166亿元。"


def a_spec(release: Path, *, column: str = "investment", unit: str = "亿元") -> MapSpec:
    measure = MeasureSpec(id="m", label="投资", unit=unit, kind="total", column=column)
    table = TableSpec(release=release)
    return MapSpec(title="t", source="s", table=table, measures=(measure,))


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def message(spec: MapSpec) -> str:
    with pytest.raises(MapError) as error:
        load_table(spec, weifang().districts)
    return str(error.value)


def test_zones_that_the_atlas_lacks_are_carved_and_those_a_file_has_are_not():
    from_atlas = load_districts(BoundariesSpec(code="370700", zones=ZONES)).districts
    from_file = load_districts(BoundariesSpec(file=FILE, zones=ZONES)).districts
    assert list(from_atlas["code"]) == list(from_file["code"])
    carved = load_districts(BoundariesSpec(code="370700", zones=ZONES)).carved
    assert set(carved) == set(from_atlas["code"][from_atlas["approximate"]])
    assert load_districts(BoundariesSpec(file=FILE, zones=ZONES)).carved == ()
    assert from_atlas.geometry.geom_equals(from_file.geometry).all()


def test_zones_of_another_city_stay_out():
    names = load_districts(BoundariesSpec(code="370200", zones=ZONES)).districts["name"]
    assert len(names) == 10
    assert "滨海区" not in set(names)


def test_the_figures_and_totals_of_a_release_are_the_table(release: Path):
    table, stated = load_table(a_spec(release), weifang().districts)
    assert table.keys == ("奎文区", "潍城区")
    assert table.columns["investment"].numbers == (Decimal("81.8"), Decimal("84.5"))
    assert [(s.column, float(s.figure.value)) for s in stated] == [
        ("projects", 31), ("investment", 166)
    ]  # fmt: skip


def test_a_release_in_another_unit_than_the_spec_is_refused(release: Path):
    assert message(a_spec(release, unit="万元")) == (
        f"{release}: investment is in 亿元, but the spec has it in 万元. "
        'Write unit = "亿元" in the spec.'
    )


def test_a_release_without_a_column_of_the_spec_is_refused(release: Path):
    assert message(a_spec(release, column="invested")) == (
        f"{release}: states no 'invested' of districts. Did you mean investment?"
    )


def test_a_release_that_contradicts_itself_is_refused(release: Path):
    release.write_text(TEXT + "奎文区16个，总投资91.8亿元。", encoding="utf-8")
    assert message(a_spec(release)) == (
        f"{release}: states 81.8亿元 and 91.8亿元 for 奎文区, investment. "
        "Correct the text, or extract a table and edit it."
    )


def test_a_district_has_the_other_names_of_its_file_and_of_the_spec():
    frame = pd.DataFrame({"name": ["滨海区", "奎文区"], "aliases": ["滨海开发区; 滨海", ""]})
    names, others = names_of(frame, {"滨海区": ("滨海经开区",)})
    assert names == ("滨海区", "奎文区")
    assert others == {"滨海区": ("滨海开发区", "滨海", "滨海经开区"), "奎文区": ()}


def test_a_column_that_is_shown_has_its_measures_unit_and_one_in_a_ratio_none():
    units = column_units(weifang().spec.measures)
    assert units == {"investment": "亿元", "projects": "个"}
    assert column_units(weifang().spec.measures[2:]) == {"investment": "", "projects": ""}
