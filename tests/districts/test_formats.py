"""The formats: the same districts out of each, and a message for what is none of them."""

from __future__ import annotations

import os
import shutil
import sys

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.boundaries import read_boundaries, write_boundaries
from geo.districts.formats import READABLE, load, plain_geojson
from tests.geometry.coverages import districts, wavy_grid

MADE = districts(wavy_grid(2, 2)).assign(
    name=["潍城区", "奎文区", "Zoë", 'a"b\\c'], approximate=[True, False, True, False]
)


def refused(action, *arguments):
    with pytest.raises(MapError) as raised:
        action(*arguments)
    return str(raised.value)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "d.geojson"
    path.write_text("old")

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_boundaries(MADE, path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["d.geojson"]


def test_unknown_endings_are_refused_with_those_allowed(tmp_path):
    path = tmp_path / "d.dwg"
    assert refused(write_boundaries, MADE, path) == (
        f"{path}: unknown ending '.dwg'. Allowed: .geojson, .fgb, .gpkg, .parquet, .topojson."
    )
    assert refused(load, path) == (
        f"{path}: unknown ending '.dwg'. "
        "Allowed: .geojson, .json, .fgb, .gpkg, .parquet, .topojson, .shp, .zip, "
        ".kml, .kmz, .tab, .gml, .geojsonl, .geojsons."
    )


def test_a_folder_whose_parent_is_missing_is_named(tmp_path):
    path = tmp_path / "maps" / "out" / "d.geojson"
    assert refused(write_boundaries, MADE, path) == (
        f"{path.parent}: no such folder; its parent {tmp_path / 'maps'} is missing too. "
        "Create it first."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path):
    path = tmp_path / "d.geojson"
    path.mkdir()
    assert refused(write_boundaries, MADE, path) == f"{path}: is a folder. Name a file."


@pytest.mark.parametrize("ending", READABLE)
def test_no_such_file_is_said_of_every_format(tmp_path, ending):
    path = tmp_path / f"weifang{ending}"
    (tmp_path / f"weifamg{ending}").touch()
    assert refused(load, path) == f"{path}: no such file. Did you mean {tmp_path}/weifamg{ending}?"


@pytest.mark.parametrize("ending", READABLE)
def test_content_that_is_something_else_is_refused(tmp_path, ending):
    path = tmp_path / f"d{ending}"
    path.write_text("Not polygons at all")
    assert refused(load, path) == (
        f"{path}: is not a {ending} file with polygons. "
        "Open it in QGIS to see what it is, or export it again."
    )


def test_a_table_without_geometry_is_refused(tmp_path):
    path = tmp_path / "d.gpkg"
    MADE.drop(columns="geometry").pipe(gpd.GeoDataFrame).pipe(_write_plain_table, path)
    assert refused(load, path) == f"{path}: holds no geometry. Name the file with the polygons."


def _write_plain_table(frame, path):
    import pyogrio

    pyogrio.write_dataframe(frame, path, driver="GPKG")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_geojson_is_read_in_the_encodings_offices_send(tmp_path, encoding):
    path = tmp_path / "d.geojson"
    write_boundaries(MADE.assign(name=["潍城区", "奎文区", "坊子区", "寒亭区"]), path)
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert read_boundaries(path)["name"].tolist() == ["潍城区", "奎文区", "坊子区", "寒亭区"]


def as_gdal_reads(text):
    import io

    import pyogrio

    return pyogrio.read_dataframe(io.BytesIO(text.encode()))


def test_plain_geojson_is_read_as_gdal_reads_it(tmp_path):
    """With texts, flags, whole numbers, gaps in each; polygons and a multipolygon."""
    two = shapely.MultiPolygon([shapely.box(120, 36, 121, 37), shapely.box(122, 36, 123, 37)])
    made = MADE.assign(n=[1, 2, 3, 4], x=[1.5, None, 2, 3], kind=["市辖区", None, "县", "县"])
    path = tmp_path / "d.geojson"
    write_boundaries(made.set_geometry([*made.geometry[:3], two], crs=4326), path)
    text = path.read_text(encoding="utf-8")
    ours, gdals = plain_geojson(text), as_gdal_reads(text)
    assert list(ours.columns) == list(gdals.columns)
    assert ours.crs == gdals.crs
    for column in ours.columns.drop("geometry"):
        pairs = zip(ours[column], gdals[column], strict=True)
        assert all(a == b or (pd.isna(a) and pd.isna(b)) for a, b in pairs), column
    assert shapely.equals_exact(ours.geometry.array, gdals.geometry.array).all()


SQUARE = '{"type":"Polygon","coordinates":[[[119,36],[120,36],[120,37],[119,36]]]}'
FEATURE = '{"type":"Feature","properties":{"name":"A"},"geometry":' + SQUARE + "}"


@pytest.mark.parametrize(
    "special",
    [
        FEATURE.replace('"A"', '{"zh":"A"}'),
        FEATURE.replace('"A"', '["A"]'),
        FEATURE.replace('"type":"Feature"', '"type":"Feature","id":"7"'),
        FEATURE.replace('"name"', '"id"'),
        FEATURE.replace('{"name":"A"}', "null"),
        FEATURE.replace(SQUARE, "null"),
        FEATURE.replace(SQUARE, '{"type":"Point","coordinates":[119,36]}'),
        FEATURE.replace("[119,36]", '["119",36]'),
        "7",
    ],
)
def test_what_is_special_in_geojson_is_left_to_gdal(special):
    """So is another CRS, and text that is no GeoJSON."""
    collection = '{"type":"FeatureCollection","features":[%s]}'
    assert plain_geojson(collection % FEATURE) is not None
    assert plain_geojson(collection % f"{FEATURE},{special}") is None


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", FEATURE, '{"type":"FeatureCollection","features":[]}',
        '{"type":"FeatureCollection","crs":null,"features":[' + FEATURE + "]}",
        '{"type":"Topology","objects":{}}',
    ],
)  # fmt: skip
def test_documents_that_are_no_plain_collection_are_left_to_gdal(text):
    assert plain_geojson(text) is None


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030"])
@pytest.mark.parametrize("zipped", [False, True])
def test_a_shapefile_that_names_no_encoding_is_read_all_the_same(tmp_path, encoding, zipped):
    folder = tmp_path / "shape"
    folder.mkdir()
    MADE[["code", "geometry"]].assign(name="潍城区").to_file(folder / "d.shp", encoding=encoding)
    (folder / "d.cpg").unlink()
    path = folder / "d.shp"
    if zipped:
        path = tmp_path / "d.zip"
        shutil.make_archive(str(path.with_suffix("")), "zip", folder)
    assert read_boundaries(path)["name"].tolist() == ["潍城区"] * 4


@pytest.mark.parametrize(("ending", "driver"), [("kml", "KML"), ("kmz", "LIBKML"),
                                                ("tab", "MapInfo File")])  # fmt: skip
def test_files_of_google_earth_and_mapinfo_are_read(tmp_path, ending, driver):
    path = tmp_path / f"d.{ending}"
    MADE[["name", "geometry"]].rename(columns={"name": "Name"}).to_file(path, driver=driver)
    assert sorted(read_boundaries(path)["name"]) == sorted(MADE["name"])


@pytest.mark.filterwarnings("ignore:(Column names longer|Normalized)")
def test_a_shapefile_keeps_which_districts_are_approximate(tmp_path):
    MADE.to_file(tmp_path / "d.shp")
    assert read_boundaries(tmp_path / "d.shp")["approximate"].tolist() == [True, False, True, False]


@pytest.mark.parametrize(
    ("ending", "module"), [(".parquet", "pyarrow.parquet"), (".topojson", "topojson")]
)
def test_a_missing_package_is_named_with_the_extra_that_brings_it(
    tmp_path, monkeypatch, ending, module
):
    path = tmp_path / f"d{ending}"
    monkeypatch.setitem(sys.modules, module, None)
    assert refused(write_boundaries, MADE, path) == (
        f"{path}: needs the package {module.partition('.')[0]}, which is not installed. "
        'Install the extra: pip install "geo-choropleth[formats]".'
    )
    assert list(tmp_path.iterdir()) == []


def test_reading_parquet_without_its_package_says_the_same(tmp_path, monkeypatch):
    path = tmp_path / "d.parquet"
    path.touch()
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert refused(load, path) == (
        f"{path}: needs the package pyarrow, which is not installed. "
        'Install the extra: pip install "geo-choropleth[formats]".'
    )


@pytest.mark.parametrize(("ending", "driver"), [(".gml", "GML"), (".geojsonl", "GeoJSONSeq")])
def test_gml_and_geojson_by_lines_are_read(tmp_path, ending, driver):
    path = tmp_path / f"d{ending}"
    MADE.to_file(path, driver=driver)
    assert read_boundaries(path)["name"].tolist() == MADE["name"].tolist()
