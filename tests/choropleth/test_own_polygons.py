"""A polygon file for a new spec, and the keys it needs."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.choropleth.draft import draft, new
from geo.choropleth.own_polygons import own_polygons
from geo.choropleth.pipeline import build
from tests.small import squares

HOW = "geo new: Keys of [boundaries] are given as --set KEY=VALUE, such as --set dissolve=true."


def shapefile(folder, frame, crs=None):
    path = folder / "towns.shp"
    frame.set_crs(crs, allow_override=True).to_file(path)
    return path


@pytest.mark.filterwarnings("ignore:'crs' was not")
def test_a_file_without_a_crs_is_tried_in_degrees_and_the_spec_says_so(tmp_path):
    path = shapefile(tmp_path, squares(["A", "B"]).assign(people=[5, 7]))
    read = own_polygons(path, {})
    assert read.keys == {"crs": "EPSG:4326"}
    assert read.notes == (
        f"{path} names no CRS; its numbers fit degrees, so the spec says EPSG:4326: "
        "check where the map lies",
    )
    made = build(new(str(path), path, folder=tmp_path))
    assert [made.measures[0].text(i) for i in range(2)] == ["5", "7"]


@pytest.mark.filterwarnings("ignore:'crs' was not")
def test_metres_without_a_crs_are_refused_with_the_way_to_name_it(tmp_path):
    path = shapefile(tmp_path, squares(["A", "B"]).to_crs(4549))
    with pytest.raises(MapError) as refused:
        own_polygons(path, {})
    assert str(refused.value).splitlines() == [
        f'{path}: has no CRS. Name the true CRS in the spec, for example crs = "EPSG:4549".',
        HOW,
    ]
    assert len(own_polygons(path, {"crs": "EPSG:4549"}).reading.districts) == 2


def test_numbers_of_the_polygons_are_said_where_no_sheet_is_given(tmp_path):
    path = tmp_path / "towns.geojson"
    squares(["A", "B"]).assign(people=[5, 7], mayor=["x", "y"]).to_file(path)
    said = (
        "towns.geojson has numbers of its own (people); to map them, name the file as the sheet, "
        f"too: geo new {path} {path}"
    )
    assert said in draft(str(path), folder=tmp_path).notes
    assert said not in draft(str(path), path, folder=tmp_path).notes


def test_part_of_a_file_whose_pieces_are_united_builds_at_once(tmp_path):
    frame = squares(["A", "A", "B", "C"]).assign(state=["X", "X", "X", "Y"])
    frame.to_file(tmp_path / "towns.geojson")
    keys = {"where": {"state": ("X",)}, "dissolve": "true"}
    spec = new(str(tmp_path / "towns.geojson"), folder=tmp_path, keys=keys)
    assert build(spec).names == ("A", "B")


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"disolve": "true"}, "--set, disolve: unknown key 'disolve'. Did you mean dissolve?"),
        ({"dissolve": "maybe"}, "--set, dissolve: 'maybe' has to be true or false."),
        ({"zones": "z.csv"}, "--set: zones is for the spec alone. Write it there afterwards."),
    ],
)
def test_keys_that_are_none_are_refused(tmp_path, keys, message):
    path = tmp_path / "towns.geojson"
    squares(["A"]).to_file(path)
    with pytest.raises(MapError) as refused:
        own_polygons(path, keys)
    assert str(refused.value) == message


def test_an_area_of_the_atlas_has_no_such_keys(tmp_path):
    with pytest.raises(MapError) as refused:
        new("370700", folder=tmp_path, keys={"crs": "EPSG:4326"})
    assert str(refused.value) == (
        "--set: crs: a key for a polygon file, and 370700 is none. Leave it out, or name the file."
    )
