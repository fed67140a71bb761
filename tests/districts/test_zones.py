"""Zones carved out of their hosts: published areas, true outlines, and one coverage."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.atlas import atlas_boundaries
from geo.districts.boundaries import read_boundaries, write_boundaries
from geo.districts.zones import carve, read_zones
from geo.geometry.coverage import simplify
from geo.geometry.projection import areas_km2, polygon_km2
from tests.geometry.coverages import districts, wavy_grid

HEADER = "code,name,name_en,full_name,host,direction,area_km2,file,source\n"


def table(folder, *rows):
    path = folder / "zones.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def weifang(root):
    zones = read_zones(root / "data/boundaries/zones.csv")
    return carve(atlas_boundaries("370700"), zones).set_index("code", drop=False)


@pytest.mark.parametrize(
    ("code", "published", "within"),
    [
        ("370772", 677, 1e-3),  # 滨海区
        ("370704-XS", 483, 1e-3),  # 峡山区
        ("370705-BS", 20, 1e-3),  # 保税区
        ("370705-GX", 119 - 20, 1e-3),  # 高新区 without 保税区
        ("370703", 628, 0.01),  # what remains of 寒亭区
        ("370705", 57.6, 0.01),  # of 奎文区
        ("370704", 412, 0.015),  # of 坊子区
    ],
)
def test_zones_and_what_remains_have_their_published_areas(weifang, code, published, within):
    area = areas_km2(weifang)[weifang.index.get_loc(code)]
    assert area == pytest.approx(published, rel=within)


def test_the_sixteen_polygons_are_a_coverage_of_the_city(weifang):
    shapes = weifang.geometry.to_numpy()
    assert len(shapes) == 16
    assert shapely.coverage_is_valid(shapes)
    assert {shape.geom_type for shape in shapes} == {"Polygon"}
    whole = areas_km2(atlas_boundaries("370700", level="city", tolerance_m=0)).sum()
    assert areas_km2(weifang).sum() == pytest.approx(whole, rel=1e-3)


def test_carved_zones_survive_a_further_simplification(weifang):
    assert shapely.coverage_is_valid(simplify(weifang, 500).geometry.to_numpy())


def test_only_zones_are_approximate_and_name_their_host(weifang):
    zones = weifang[weifang["approximate"]]
    assert zones["host"].to_dict() == {
        "370704-XS": "坊子区",
        "370705-BS": "高新区",
        "370705-GX": "奎文区",
        "370772": "寒亭区",
    }
    assert set(zones["kind"]) == {"功能区"}
    assert zones["aliases"]["370772"] == "潍坊滨海经济技术开发区"
    assert set(weifang["host"][~weifang["approximate"]]) == {""}


def test_zones_lie_on_the_side_they_are_said_to(weifang):
    centre = weifang.geometry.to_crs(4549).centroid
    assert centre["370772"].y > centre["370703"].y
    assert centre["370705-GX"].x > centre["370705"].x
    assert centre["370704-XS"].x > centre["370704"].x
    assert centre["370704-XS"].y < centre["370704"].y
    assert centre["370705-BS"].x > centre["370705-GX"].x
    assert centre["370705-BS"].y > centre["370705-GX"].y


def test_the_committed_file_is_what_the_command_makes(weifang, root, tmp_path):
    made = tmp_path / "weifang.geojson"
    write_boundaries(weifang.reset_index(drop=True), made)
    assert made.read_bytes() == (root / "data/boundaries/weifang.geojson").read_bytes()


def test_a_true_outline_replaces_the_sketch_and_is_not_approximate(tmp_path):
    """The outline lies across three of four districts; each loses what it covers."""
    hosts = districts(wavy_grid(2, 2))
    true = shapely.box(119.05, 36.05, 119.15, 36.12)
    gpd.GeoDataFrame(geometry=[true], crs=4326).to_file(tmp_path / "zone.geojson")
    zones = read_zones(table(tmp_path, "Z,Zone,,Full zone,A,,,zone.geojson,"))
    carved = carve(hosts, zones).set_index("code")
    assert carved.geometry["Z"].symmetric_difference(true).area < 1e-6
    assert not carved["approximate"].any()
    assert carved["host"]["Z"] == "A"
    assert shapely.coverage_is_valid(carved.geometry.to_numpy())
    assert areas_km2(carved).sum() == pytest.approx(areas_km2(hosts).sum(), rel=1e-5)


def test_a_true_outline_in_gcj02_is_shifted(tmp_path):
    square = shapely.box(119.05, 36.02, 119.06, 36.03)
    gpd.GeoDataFrame(geometry=[square], crs=4326).to_file(tmp_path / "zone.geojson")
    path = tmp_path / "zones.csv"
    path.write_text(HEADER.strip() + ",datum\nZ,Zone,,,A,,,zone.geojson,,gcj02\n", encoding="utf-8")
    carved = carve(districts(wavy_grid(2, 2)), read_zones(path)).set_index("code")
    west = carved.geometry["Z"].bounds[0]
    assert (119.05 - west) * 111_320 * 0.809 == pytest.approx(530, abs=15)


def test_slivers_between_two_drawings_of_one_border_go_to_the_zone_and_islands_do_not(tmp_path):
    """The zone's western border follows the district's 2 m inside it; a small island lies apart."""
    island = shapely.box(118.9, 36, 118.901, 36.001)
    host = shapely.MultiPolygon([shapely.box(119, 36, 119.1, 36.1), island])
    true = shapely.box(119.00002, 35.99, 119.05, 36.11)
    gpd.GeoDataFrame(geometry=[true], crs=4326).to_file(tmp_path / "zone.geojson")
    zones = read_zones(table(tmp_path, "Z,Zone,,,A,,,zone.geojson,"))
    carved = carve(districts([host]), zones).set_index("code")
    assert carved.geometry["Z"].bounds[0] == 119
    assert carved.geometry["1"].equals(
        shapely.MultiPolygon([shapely.box(119.05, 36, 119.1, 36.1), island])
    )


def test_an_outline_that_swallows_a_district_is_refused(tmp_path):
    hosts = districts([shapely.box(119, 36, 119.1, 36.1), shapely.box(119.1, 36, 119.2, 36.1)])
    gpd.GeoDataFrame(geometry=[shapely.box(118, 35, 119.15, 37)], crs=4326).to_file(
        tmp_path / "zone.geojson"
    )
    with pytest.raises(MapError) as raised:
        carve(hosts, read_zones(table(tmp_path, "Z,Zone,,,A,,,zone.geojson,")))
    assert str(raised.value) == (
        "zone Zone: its outline covers all of A. "
        "Check the file and its datum, or drop that district first."
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "Z,Zone,,,Q,0,10,,",
            "zone Zone: host 'Q' is no district. Allowed: 1, 2, 3, 4, A, B, C, D.",
        ),
        (
            "Z,Zone,,,A,0,900,,",
            "zone Zone: area_km2 900 is not less than its host's {area:.1f}. "
            "Check the area and the host.",
        ),
        (
            "2,Zone,,,A,0,10,,",
            "zone Zone: code '2' is already used by a district. "
            "Take another, or drop the zone's row.",
        ),
        (
            "Z,B,,,A,0,10,,",
            "zone B: name 'B' is already used by a district. Take another, or drop the zone's row.",
        ),
    ],
)
def test_zones_that_do_not_fit_the_districts_are_refused(tmp_path, row, message):
    hosts = districts(wavy_grid(2, 2))
    with pytest.raises(MapError) as raised:
        carve(hosts, read_zones(table(tmp_path, row)))
    assert str(raised.value) == message.format(area=polygon_km2(hosts.geometry[0]))


def test_every_wrong_cell_of_the_table_is_reported_at_once(tmp_path):
    path = table(
        tmp_path, "Z,,,,A,north,1O0,,", "Z,Y,,,A,0,-5,,", "X,W,,,A,,,none.geojson,", "V,U,,,A,0,,,"
    )
    with pytest.raises(MapError) as raised:
        read_zones(path)
    assert str(raised.value).splitlines() == [
        f"{path}, row 2: name is empty. Every zone needs one.",
        f"{path}, row 2: direction 'north' is not a number. "
        "Give direction and area_km2 as numbers, or a file.",
        f"{path}, row 2: area_km2 '1O0' is not a number. "
        "Give direction and area_km2 as numbers, or a file.",
        f"{path}, row 3: area_km2 -5 is not above 0. Write the zone's area in km2.",
        f"{path}, row 4: no such file 'none.geojson'. Check the path.",
        f"{path}, row 5: area_km2 '' is not a number. "
        "Give direction and area_km2 as numbers, or a file.",
        f"{path}, row 3: 'Z' appears twice. Keep one.",
    ]


def test_an_unknown_datum_is_refused(tmp_path):
    path = tmp_path / "zones.csv"
    path.write_text(HEADER.strip() + ",datum\nZ,Y,,,A,0,5,,,gcj2\n", encoding="utf-8")
    with pytest.raises(MapError) as raised:
        read_zones(path)
    assert str(raised.value) == (
        f"{path}, row 2: unknown datum 'gcj2'. Allowed: wgs84, gcj02, bd09."
    )


def test_missing_columns_are_named(tmp_path):
    path = tmp_path / "zones.csv"
    path.write_text("code,name,name_en,full_name,direction,file\n", encoding="utf-8")
    with pytest.raises(MapError) as raised:
        read_zones(path)
    known = "The columns are code, name, name_en, full_name, host, direction, area_km2, file."
    assert str(raised.value).splitlines() == [
        f"{path}: has no column 'host'. {known}",
        f"{path}: has no column 'area_km2'. {known}",
    ]


def test_the_result_is_read_back_as_it_was_written(weifang, tmp_path):
    path = tmp_path / "w.fgb"
    frame = weifang.reset_index(drop=True)
    write_boundaries(frame, path)
    back = read_boundaries(path)
    columns = [c for c in frame.columns if c != "geometry"]
    assert back[columns].equals(frame[columns])
    assert shapely.equals(back.geometry.to_numpy(), frame.geometry.to_numpy()).all()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ": is empty. The columns are "
             "code, name, name_en, full_name, host, direction, area_km2, file."),
        (HEADER.strip() + "\nZ,Y,,,A,0,5,,,more\n",
         ", row 2: has 10 cells, the header has 9. "
         "Put cells that contain a comma in quotation marks."),
        (HEADER.strip() + "\nZ,Y\n", ", row 2: has 2 cells, the header has 9. "
                                     "Put cells that contain a comma in quotation marks."),
        (HEADER.strip() + '\n"Z,Y', ": cannot be read: unexpected end of data. "
                                    "Look for a quotation mark that is never closed."),
    ],
)  # fmt: skip
def test_a_table_without_shape_is_one_message(tmp_path, text, message):
    path = tmp_path / "zones.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as raised:
        read_zones(path)
    assert str(raised.value) == f"{path}{message}"


def test_names_of_zones_are_read_like_those_of_districts(tmp_path):
    path = tmp_path / "zones.csv"
    path.write_text(HEADER.strip() + '\n１,"＝a\nb\x01",e\u0301,,A,0,5,,\n', encoding="utf-8")
    zone = read_zones(path).iloc[0]
    assert (zone["code"], zone["name"], zone["name_en"]) == ("1", "=a b", "é")
