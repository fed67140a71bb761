"""What is written is read back, and is the same bytes every time."""

from __future__ import annotations

import json
import resource

import pytest
import shapely

from geo.districts.boundaries import read_boundaries, write_boundaries
from geo.districts.writers import WRITABLE, encoded, geojson
from tests.geometry.coverages import districts, wavy_grid

MADE = districts(wavy_grid(2, 2)).assign(
    name=["潍城区", "奎文区", "Zoë", 'a"b\\c'], approximate=[True, False, True, False]
)


@pytest.mark.parametrize("ending", WRITABLE)
def test_what_is_written_is_read_back(tmp_path, ending):
    path = tmp_path / f"d{ending}"
    write_boundaries(MADE, path)
    back = read_boundaries(path)
    columns = [c for c in MADE.columns if c != "geometry"]
    assert back[columns].astype(object).equals(MADE[columns].astype(object))
    assert shapely.equals_exact(
        back.geometry.array, MADE.geometry.array, 1e-6, normalize=True
    ).all()
    assert shapely.coverage_is_valid(back.geometry.to_numpy())


@pytest.mark.parametrize("ending", WRITABLE)
def test_the_same_frame_gives_the_same_bytes(tmp_path, ending):
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        write_boundaries(MADE, folder / f"d{ending}")
    assert (first / f"d{ending}").read_bytes() == (second / f"d{ending}").read_bytes()


def test_geojson_has_one_feature_a_line_in_6_decimals_and_no_crs_member(tmp_path):
    path = tmp_path / "d.geojson"
    square = shapely.Polygon([(119, 36), (119, 36.12345678), (119.5, 36)])
    write_boundaries(districts([square])[["code", "name", "geometry"]], path)
    assert path.read_text(encoding="utf-8") == (
        '{"type":"FeatureCollection","features":[\n'
        '{"type":"Feature","properties":{"code": "1", "name": "A"},"geometry":{"type":"Polygon",'
        '"coordinates":[[[119.0,36.0],[119.5,36.0],[119.0,36.123457],[119.0,36.0]]]}}\n]}\n'
    )


def test_a_collection_may_have_a_name_and_its_features_ids():
    text = geojson(MADE.geometry[:1], [{"a": 0.5, "b": None}], name="潍坊", ids=["370702"]).decode()
    head, feature, _ = text.splitlines()
    assert head == '{"type":"FeatureCollection","name":"潍坊","features":['
    assert feature.startswith(
        '{"type":"Feature","id":"370702","properties":{"a":0.5,"b":null},"geometry":{"type":"Polygon"'
    )


def test_missing_values_are_null_in_geojson(tmp_path):
    write_boundaries(MADE.assign(share=[0.5, float("nan"), 1, 2]), tmp_path / "d.geojson")
    features = json.loads((tmp_path / "d.geojson").read_text(encoding="utf-8"))["features"]
    assert [f["properties"]["share"] for f in features] == [0.5, None, 1, 2]


def test_a_geopackage_that_has_no_room_for_its_index_is_refused():
    whole = encoded(MADE, ".gpkg")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(len(whole) * 0.98), limits[1]))
    try:
        with pytest.raises(OSError, match="No space left on device"):
            encoded(MADE, ".gpkg")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
