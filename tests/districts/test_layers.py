import json

import geopandas as gpd
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.boundaries import read_districts
from geo.districts.formats import load

BOXES = [shapely.box(i, 0, i + 1, 1) for i in range(3)]
COUNTIES = gpd.GeoDataFrame({"name": ["a", "b", "c"]}, geometry=BOXES, crs=4326)


@pytest.fixture
def package(tmp_path):
    path = tmp_path / "d.gpkg"
    COUNTIES.iloc[:1].to_file(path, layer="nation")
    COUNTIES.to_file(path, layer="counties")
    COUNTIES.set_geometry(COUNTIES.boundary).to_file(path, layer="rivers")
    return path


def test_of_several_layers_the_one_with_most_polygons_is_taken_and_said(package):
    frame, notes = load(package)
    assert len(frame) == 3
    assert [str(note) for note in notes] == [
        f"{package}: the layer 'counties' was taken: it has most polygons. The others are nation, "
        "rivers. To choose another, write layer in [boundaries]."
    ]


def test_a_layer_is_taken_by_its_name_and_an_unknown_one_is_refused(package):
    frame, notes = load(package, "nation")
    assert (len(frame), notes) == (1, ())
    with pytest.raises(MapError) as error:
        load(package, "county")
    assert str(error.value) == f"{package}: has no layer 'county'. Did you mean counties?"


def test_objects_of_a_topojson_file_are_layers_and_libraries_say_nothing(tmp_path, recwarn):
    arcs = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], [[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]
    shapes = [{"type": "Polygon", "arcs": [[i]], "properties": {"name": n}} for i, n in
              enumerate("xy")]  # fmt: skip
    objects = {
        "nation": {"type": "GeometryCollection", "geometries": shapes[:1]},
        "states": {"type": "GeometryCollection", "geometries": shapes},
    }
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"type": "Topology", "objects": objects, "arcs": arcs}))
    assert read_districts(path).districts["name"].tolist() == ["x", "y"]
    assert read_districts(path, layer="nation").districts["name"].tolist() == ["x"]
    assert not recwarn.list


@pytest.mark.parametrize("name", ["Andalucía", "Île-de-France", "Thüringen", "Málaga"])
def test_a_shapefile_in_latin_1_without_a_word_of_it_has_no_chinese_letters(tmp_path, name):
    """Its bytes are valid GB18030, too: Andaluc韆."""
    path = tmp_path / "d.shp"
    COUNTIES.assign(name=[name, "b", "c"]).to_file(path, encoding="ISO-8859-1")
    path.with_suffix(".cpg").unlink()
    frame, notes = load(path)
    assert frame["name"].tolist() == [name, "b", "c"]
    assert [str(note) for note in notes] == [
        f"{path}: names no encoding (no .cpg beside it); its text was read as Western European. "
        "See whether names with accents are right, or add the .cpg."
    ]
