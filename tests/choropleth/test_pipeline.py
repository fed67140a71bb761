"""The whole way: the figures of Weifang arrive as published."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Polygon, box

from geo.base.errors import MapError
from geo.choropleth.pipeline import build, generalized
from tests.weifang import weifang

PUBLISHED = {
    "奎文区": (16, 81.8), "潍城区": (15, 84.5), "坊子区": (15, 74.4), "寒亭区": (16, 64.2),
    "青州市": (20, 78.6), "诸城市": (20, 151.1), "寿光市": (20, 116.6), "安丘市": (18, 85.1),
    "高密市": (20, 78), "昌邑市": (18, 122.4), "临朐县": (20, 97.6), "昌乐县": (18, 78.9),
    "高新区": (20, 196.7), "滨海区": (20, 144.5), "保税区": (3, 19.3), "峡山区": (5, 6.9),
}  # fmt: skip


def test_every_district_has_the_published_figures():
    m = weifang()
    found = {
        name: (m.measure("projects").values[i], m.measure("investment").values[i])
        for i, name in enumerate(m.districts["name"])
    }
    assert found == PUBLISHED


def test_the_sums_are_those_of_the_release():
    assert weifang().measure("projects").total == 264
    assert weifang().measure("investment").total == Decimal("1480.6")


def test_investment_per_project_and_per_area_of_a_district_computed_by_hand():
    m = weifang()
    i = list(m.districts["name"]).index("高新区")
    assert m.measure("per_project").values[i] == 9.84  # 196.7 / 20 = 9.835, half up
    assert m.measure("density").values[i] == pytest.approx(196.7e4 / 99, rel=0.01)


def test_the_four_zones_are_approximate_and_say_whose_district_they_lie_in():
    zones = weifang().districts.query("approximate")
    assert dict(zip(zones["name"], zones["host"], strict=True)) == {
        "滨海区": "寒亭区", "峡山区": "坊子区", "高新区": "奎文区", "保税区": "高新区"
    }  # fmt: skip


def test_the_areas_add_up_to_the_city():
    """Published totals differ by source, 15,859 to 16,143 km2; these polygons give 16,041."""
    assert weifang().districts["area_km2"].sum() == pytest.approx(16_041, rel=0.001)


def test_stated_totals_agree_within_rounding():
    checks = {(c.label, c.column): c for c in weifang().checks}
    assert all(c.ok for c in checks.values())
    city = next(c for c in checks.values() if c.column == "investment" and c.count == 16)
    assert (float(city.parts_sum), float(city.stated), float(city.slack)) == (1480.6, 1480, 1.3)


def test_two_builds_give_equal_data():
    from geo.choropleth.datafiles import to_csv, to_geojson

    again = build(weifang().spec, name="weifang")
    assert to_csv(again) == to_csv(weifang())
    assert to_geojson(again) == to_geojson(weifang())


def test_a_star_allows_every_district_to_have_no_row(tmp_path):
    table = tmp_path / "few.csv"
    table.write_text("district,projects,investment\n奎文区,16,81.8\n潍城区,15,84.5\n", "utf-8")
    spec = weifang().spec
    few = spec.table.model_copy(update={"file": table, "totals": None})
    with pytest.raises(MapError, match="坊子区"):
        build(spec.model_copy(update={"table": few}))
    allowed = few.model_copy(update={"allow_districts": ("*",)})
    built = build(spec.model_copy(update={"table": allowed}))
    assert built.measure("investment").states.count("missing") == 14
    assert len(built.joined.unmatched_districts) == 14


def test_areas_are_those_before_a_map_across_the_180th_meridian_was_generalized():
    """A bump of 1 km on one side of it goes; the area is the one with the bump."""
    bumped = Polygon([(177, -18), (178, -18.01), (180, -18), (180, -17), (177, -17)])
    districts = gpd.GeoDataFrame(geometry=[bumped, box(-180, -18, -179, -17)], crs=4326)
    exact, drawn = (generalized(districts, t) for t in (0, 20_000))
    assert drawn["area_km2"].tolist() == exact["area_km2"].tolist()
    assert [len(shape.exterior.coords) for shape in exact.geometry] == [6, 5]
    assert [len(shape.exterior.coords) for shape in drawn.geometry] == [5, 5]


def test_very_fine_outlines_are_generalized_and_the_report_says_so(monkeypatch):
    """Unless the spec says that all vertices are kept; areas are those of all of them."""
    spec = weifang().spec
    monkeypatch.setattr("geo.choropleth.pipeline._VERY_FINE", 100)
    monkeypatch.setattr("geo.choropleth.pipeline._SHOWN", 1 / 200)
    whole = spec.boundaries.model_copy(update={"tolerance_m": 0})
    kept = build(spec.model_copy(update={"boundaries": whole}))
    coarse = build(spec)
    before, after = (m.districts.geometry.count_coordinates().sum() for m in (kept, coarse))
    assert after < before / 2
    assert coarse.districts["area_km2"].tolist() == kept.districts["area_km2"].tolist()
    assert kept.tolerance_m == 0
    assert [p for p in kept.read if "generalized" in p.what] == []
    assert str(coarse.read[-1]) == (
        f"{spec.boundaries.file}: {before:,} vertices, generalized with a tolerance of "
        f"{coarse.tolerance_m:,.0f} m. tolerance_m = 0 keeps all of them."
    )


def test_a_misspelt_palette_names_the_map_and_the_measure():
    spec = weifang().spec
    first, *rest = spec.measures
    measures = (first.model_copy(update={"palette": "Bleus"}), *rest)
    with pytest.raises(MapError) as error:
        build(spec.model_copy(update={"measures": measures}), name="weifang")
    assert str(error.value) == (
        f"weifang, measure {first.id}, palette: no palette is named 'Bleus'. Did you mean Blues?"
    )


def test_a_wrong_spec_does_not_hide_what_is_wrong_with_its_files(tmp_path: Path):
    (tmp_path / "p.geojson").write_text("{}", encoding="utf-8")
    (tmp_path / "t.csv").write_text("district,m\n甲,12O.5\n", encoding="utf-8")
    (tmp_path / "x.toml").write_text(
        'title = "t"\n[boundaries]\nfile = "p.geojson"\n[table]\nfile = "t.csv"\n[[measures]]\n'
        'id = "m"\nlabel = "投资"\nunit = "亿元"\nkind = "total"\ncolumn = "m"\n',
        encoding="utf-8",
    )
    with pytest.raises(MapError) as error:
        build(tmp_path / "x.toml")
    assert str(error.value).replace(f"{tmp_path}/", "") == (
        "x.toml, source: is missing. Add the key 'source'.\n"
        "p.geojson: is not a .geojson file with polygons. "
        "Open it in QGIS to see what it is, or export it again.\n"
        "t.csv, row 2: m '12O.5' is not a number. Write it in 亿元, for example 120.5."
    )
