"""Polygon files that are fine, and every way in which they are not."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.boundaries import (
    COLUMNS,
    read_boundaries,
    read_districts,
    read_outline,
    write_boundaries,
)
from geo.geometry.datum import wgs84_from_gcj02
from tests.geometry.coverages import districts, wavy_grid

WEST, EAST = shapely.box(119, 36, 119.5, 36.5), shapely.box(119.5, 36, 120, 36.5)
BOWTIE = shapely.Polygon([(119, 36), (119.5, 36.5), (119.5, 36), (119, 36.5)])


def geojson(folder, features, name="d.geojson"):
    """Write features given as (properties, geometry)."""
    path = folder / name
    body = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": None if shape is None else shapely.geometry.mapping(shape),
        }
        for properties, shape in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": body}), encoding="utf-8")
    return path


def refused(path, **options):
    with pytest.raises(MapError) as raised:
        read_boundaries(path, **options)
    return str(raised.value).splitlines()


def test_codes_sort_the_rows_and_missing_columns_are_filled(tmp_path):
    path = geojson(
        tmp_path,
        [({"code": 370705, "name": "奎文区 "}, EAST), ({"code": 370702, "name": "潍城区"}, WEST)],
    )
    frame = read_boundaries(path)
    assert list(frame.columns) == [*COLUMNS, "geometry"]
    assert frame["code"].tolist() == ["370702", "370705"]
    assert frame["name"].tolist() == ["潍城区", "奎文区"]
    assert frame["kind"].tolist() == ["市辖区", "市辖区"]
    assert frame["approximate"].tolist() == [False, False]
    assert frame.index.tolist() == [0, 1]
    assert frame.crs.to_epsg() == 4326
    assert all(polygon.exterior.is_ccw for polygon in frame.geometry)


def test_columns_go_by_the_names_the_spec_gives_them(tmp_path):
    path = geojson(tmp_path, [({"adcode": 7.0, "NAME": "X", "type": "ward"}, WEST)])
    frame = read_boundaries(path, code="adcode", name="NAME", kind="type")
    assert frame.loc[0, ["code", "name", "kind"]].tolist() == ["7", "X", "ward"]


def test_a_file_without_codes_has_its_names_as_codes(tmp_path):
    frame = read_boundaries(geojson(tmp_path, [({"name": "West"}, WEST), ({"name": "East"}, EAST)]))
    assert frame["code"].tolist() == ["East", "West"]


def test_names_may_repeat_where_codes_tell_them_apart(tmp_path):
    chaoyang = [
        ({"code": "110105", "name": "朝阳区"}, WEST),
        ({"code": "220104", "name": "朝阳区"}, EAST),
    ]
    assert len(read_boundaries(geojson(tmp_path, chaoyang))) == 2


def test_heights_are_dropped(tmp_path):
    path = geojson(tmp_path, [({"name": "A"}, shapely.force_3d(WEST, 12.0))])
    assert not read_boundaries(path).geometry[0].has_z


def test_projected_polygons_come_out_in_degrees(tmp_path):
    path = tmp_path / "d.gpkg"
    districts([WEST, EAST]).to_crs(4549).to_file(path)
    frame = read_boundaries(path)
    assert frame.total_bounds == pytest.approx([119, 36, 120, 36.5], abs=1e-9)


def test_gcj02_is_undone(tmp_path):
    path = geojson(tmp_path, [({"name": "A"}, WEST)])
    frame = read_boundaries(path, datum="gcj02")
    corner = [float(n) for n in wgs84_from_gcj02(119, 36)]
    assert corner in shapely.get_coordinates(frame.geometry).tolist()


def test_all_problems_of_a_file_are_reported_at_once(tmp_path):
    path = geojson(
        tmp_path,
        [
            ({"code": "1", "name": "A"}, WEST),
            ({"code": "1", "name": "B"}, EAST),
            ({"code": None, "name": "C"}, shapely.box(119.4, 36, 119.6, 36.2)),
            ({"code": "4", "name": ""}, shapely.box(118, 36, 118.5, 36.2)),
            ({"code": "5", "name": "E"}, BOWTIE),
            ({"code": "6", "name": "F"}, None),
        ],
    )
    assert refused(path) == [
        f"{path}, feature 4: name is empty. Every district needs a name.",
        f"{path}, feature 3 (C): code is empty. Every district needs a code.",
        f"{path}, feature 2 (B): code '1' is already used by feature 1. "
        "Merge the two, with dissolve = true in [boundaries] if they are pieces of one district, "
        "or give each its own.",
        f"{path}, feature 5 (E): polygon is invalid: self-intersection at 119.25 36.25. "
        "Repair it, for example with 'Fix geometries' in QGIS.",
        f"{path}, feature 6 (F): has no geometry. Draw it or drop the feature.",
        f"{path}, feature 1 (A): overlaps feature 3 (C) by 50.0% of the smaller one. "
        "Keep one level of divisions, or cut one polygon from the other.",
        f"{path}, feature 2 (B): overlaps feature 3 (C) by 50.0% of the smaller one. "
        "Keep one level of divisions, or cut one polygon from the other.",
    ]


def test_columns_that_are_not_there_are_named_with_what_there_is(tmp_path):
    path = geojson(tmp_path, [({"adcode": "1", "place": "A"}, WEST)])
    assert refused(path, code="ad_code") == [
        f"{path}: has no column 'ad_code'. Did you mean adcode?",
        f"{path}: has no column 'name'. Allowed: adcode, place. "
        "Write name_column in [boundaries], or rename the right one.",
    ]
    bare = geojson(tmp_path, [({}, WEST)])
    assert refused(bare) == [f"{bare}: has no column 'name'. The features have no columns."]


def test_a_name_twice_is_a_code_twice_where_there_are_no_codes(tmp_path):
    path = geojson(tmp_path, [({"name": "A"}, WEST), ({"name": "A"}, EAST)])
    assert refused(path) == [
        f"{path}, feature 2 (A): name 'A' is already used by feature 1. "
        "Merge the two, with dissolve = true in [boundaries] if they are pieces of one district, "
        "or give each its own."
    ]


def test_a_file_without_features_is_refused(tmp_path):
    path = geojson(tmp_path, [])
    assert f"{path}: holds no features. Export the districts again." in refused(path)


@pytest.mark.filterwarnings("ignore:('crs' was not|Column names|Normalized)")
@pytest.mark.parametrize("ending", ["shp", "gpkg", "fgb"])
def test_polygons_without_crs_are_refused_until_the_spec_names_it(tmp_path, ending):
    path = tmp_path / f"d.{ending}"
    districts([WEST, EAST]).set_crs(None, allow_override=True).to_file(path)
    assert refused(path) == [
        f"{path}: has no CRS. Its coordinates look like longitude and latitude: write "
        'crs = "EPSG:4326".'
    ]
    assert len(read_boundaries(path, crs="EPSG:4326")) == 2


def test_geojson_that_says_its_crs_is_null_has_none(tmp_path):
    path = geojson(tmp_path, [({"name": "A"}, WEST)])
    path.write_text(path.read_text().replace("{", '{"crs": null, ', 1))
    assert refused(path) == [
        f"{path}: has no CRS. Its coordinates look like longitude and latitude: write "
        'crs = "EPSG:4326".'
    ]


def test_a_crs_that_contradicts_the_file_or_does_not_exist_is_refused(tmp_path):
    path = tmp_path / "d.gpkg"
    districts([WEST, EAST]).to_file(path)
    assert refused(path, crs="EPSG:4549") == [
        f"{path}: is in WGS 84, but the spec says EPSG:4549. "
        "Remove crs from the spec, or correct the file."
    ]
    assert refused(path, crs="EPSG:9999999") == [
        f"{path}: unknown CRS 'EPSG:9999999'. Write an EPSG code such as \"EPSG:4326\"."
    ]


@pytest.mark.parametrize(("lon", "lat"), [(119.1, 36.7), (76.0, 39.5)], ids=["Weifang", "Kashgar"])
def test_latitude_before_longitude_is_recognised(tmp_path, lon, lat):
    """Weifang's longitude is no latitude at all; Kashgar's would lie in the Barents Sea."""
    path = geojson(tmp_path, [({"name": "A"}, shapely.box(lat, lon, lat + 0.5, lon + 0.5))])
    first = shapely.get_coordinates(shapely.box(lat, lon, lat + 0.5, lon + 0.5))[0]
    assert refused(path) == [
        f"{path}: axes are swapped: the first vertex is ({first[0]:.7g}, {first[1]:.7g}). "
        "Write longitude, then latitude, for example with 'Swap X and Y coordinates' in QGIS."
    ]


def test_a_crs_that_the_spec_states_is_believed_where_the_place_is_merely_unlikely(tmp_path):
    franz_josef_land = shapely.box(50, 80, 51, 80.5)
    path = geojson(tmp_path, [({"name": "A"}, franz_josef_land)])
    assert "axes are swapped" in refused(path)[0]
    assert len(read_boundaries(path, crs="EPSG:4326")) == 1


def test_northing_before_easting_is_recognised(tmp_path):
    """As Chinese survey sheets have it: X is north."""
    path = tmp_path / "d.gpkg"
    grid = districts([WEST]).to_crs(4549)
    grid.set_geometry(shapely.transform(grid.geometry.array, np.fliplr), crs=4549).to_file(path)
    [message] = refused(path)
    assert message.startswith(f"{path}: axes are swapped: the first vertex is (398")
    assert message.endswith(
        "Write easting, then northing, for example with 'Swap X and Y coordinates' in QGIS."
    )


def test_metres_in_a_file_that_means_degrees_are_recognised(tmp_path):
    path = geojson(tmp_path, [({"name": "A"}, shapely.box(400_000, 4_000_000, 410_000, 4_010_000))])
    assert refused(path) == [
        f"{path}: coordinates such as (410000, 4000000) lie outside the area of EPSG:4326. "
        'Name the true CRS in the spec, for example crs = "EPSG:4549".'
    ]
    assert len(read_boundaries(path, crs="EPSG:4549")) == 1


def test_one_outline_is_read_whatever_its_columns(tmp_path):
    path = geojson(tmp_path, [({}, WEST), ({}, EAST)])
    assert read_outline(path).equals(shapely.box(119, 36, 120, 36.5))


def test_an_outline_is_checked_like_districts(tmp_path):
    path = geojson(tmp_path, [({}, BOWTIE), ({}, shapely.LineString([(0, 0), (1, 1)]))])
    with pytest.raises(MapError) as raised:
        read_outline(path)
    assert str(raised.value).splitlines() == [
        f"{path}, feature 1: polygon is invalid: self-intersection at 119.25 36.25. "
        "Repair it, for example with 'Fix geometries' in QGIS.",
        f"{path}, feature 2: is a LineString, not a polygon. "
        "A choropleth map needs polygons. Drop the feature or turn it into one.",
    ]
    empty = geojson(tmp_path, [])
    with pytest.raises(MapError) as raised:
        read_outline(empty)
    assert str(raised.value) == f"{empty}: holds no features. Export the districts again."


def test_districts_that_fit_are_read_as_they_are(tmp_path):
    made = districts(wavy_grid(3, 2))
    made.to_file(tmp_path / "d.fgb")
    frame = read_boundaries(tmp_path / "d.fgb")
    assert isinstance(frame, gpd.GeoDataFrame)
    assert shapely.equals(frame.geometry.array, made.geometry.array).all()
    assert shapely.coverage_is_valid(frame.geometry.to_numpy())


def test_what_is_known_of_the_borders_is_kept(tmp_path):
    """Those of a grid meet; a corner on a neighbour's side is repaired, and looked at again."""
    districts(wavy_grid(3, 2)).to_file(tmp_path / "fit.fgb")
    squares = [shapely.box(0, 0, 2, 1), shapely.box(0, 1, 1, 2), shapely.box(1, 1, 2, 2)]
    districts(np.array(squares, dtype=object)).to_file(tmp_path / "loose.fgb")
    found = [read_districts(tmp_path / f"{name}.fgb").matched for name in ("fit", "loose")]
    assert found == [True, False]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("full")])
def test_a_full_temporary_folder_is_one_message(tmp_path, monkeypatch, error):
    def full(*_):
        raise error

    monkeypatch.setattr("geo.districts.writers.encoded", full)
    frame = read_boundaries(geojson(tmp_path, [({"name": "A"}, WEST)]))
    with pytest.raises(MapError) as raised:
        write_boundaries(frame, tmp_path / "d.fgb")
    what = "No space left on device" if isinstance(error, OSError) else "full"
    assert str(raised.value) == f"{tmp_path}/d.fgb: cannot be written: {what}."
    assert not (tmp_path / "d.fgb").exists()


def test_labels_and_ways_beside_polygons_are_left_out_and_said(tmp_path):
    """What OpenStreetMap exports: boundaries, their label nodes, and the ways they are made of."""
    path = geojson(
        tmp_path,
        [
            ({"name": "A"}, WEST),
            ({"name": "A"}, WEST.centroid),
            ({"name": ""}, shapely.LineString(WEST.exterior.coords)),
            ({"name": "B"}, shapely.GeometryCollection([EAST, EAST.centroid])),
        ],
    )
    reading = read_districts(path)
    assert reading.districts["name"].tolist() == ["A", "B"]
    assert reading.districts.geometry.iloc[1].equals(EAST)
    assert [str(note) for note in reading.notes[:2]] == [
        f"{path}: 2 of 4 features are no polygons and are not on the map. "
        "They are of LineString and Point: features 2, 3.",
        f"{path}: of collections the polygons alone are on the map: features 4.",
    ]
