"""Features of a file to districts: which count, which are pieces of one, which are none."""

import geopandas as gpd
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.features import chosen_features, dissolved, polygons_only, without_nameless


def features(*rows, **columns):
    """A square a feature, side by side; rows of code and name, or whole columns."""
    if rows:
        columns = {"code": [code for code, _ in rows], "name": [name for _, name in rows]}
    n = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=[shapely.box(i, 0, i + 1, 1) for i in range(n)])


def said(problems):
    return [str(problem) for problem in problems]


ISLANDS = features(("1", "Mainland"), ("2", "Isles"), ("2", "Isles"), ("3", "Cape"))


def test_features_of_one_code_and_name_are_one_district_of_all_their_ground():
    found = dissolved(ISLANDS, "d.shp", "code", asked=False)
    assert found.frame["name"].tolist() == ["Mainland", "Isles", "Cape"]
    assert found.frame.geometry.area.tolist() == [1, 2, 1]
    assert found.frame.index.tolist() == [0, 1, 3]  # numbers of features in later messages
    assert said(found.notes) == [
        "d.shp: 4 features make 3 districts: those of one code and name are pieces of one, "
        "as 2 and 3 (Isles)."
    ]


def test_one_code_under_two_names_is_told_whoever_asks():
    two = features(("1", "Cork"), ("1", "Cork City"))
    assert "feature 2 (Cork City): code '1' is already used by feature 1. Merge the two" in str(
        dissolved(two, "d", "code", asked=False).problems[0]
    )
    assert said(dissolved(two, "d", "code", asked=True).problems) == [
        "d, feature 2 (Cork City): code '1' is already used by feature 1. "
        "They differ in name or parent: give both the same, or each its own."
    ]


def test_names_alone_are_united_only_where_the_map_maker_says_so():
    """Galway is a county and a city: two districts, for which a table may have one row."""
    names = features(("Galway", "Galway"), ("Galway", "Galway"), ("Mayo", "Mayo"))
    refused = dissolved(names, "d", "name", asked=False)
    assert len(refused.problems) == 1
    assert len(dissolved(names, "d", "name", asked=True).frame) == 2


def test_one_name_in_two_states_stays_two_districts():
    both = features(code=["Dallas"] * 2, name=["Dallas"] * 2, parent=["Texas", "Iowa"])
    assert len(dissolved(both, "d", "name", asked=True).problems) == 1


KNOT = shapely.Polygon([(0, 0), (4, 0), (4, 4), (2, 4), (2, 0), (2, 4), (0, 4)])
BOWTIE = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])


@pytest.mark.parametrize(("piece", "valid"), [(KNOT, True), (BOWTIE, False)])
def test_pieces_that_overlap_are_united_and_broken_ones_are_not_lost(piece, valid):
    pieces = features(("1", "A"), ("1", "A")).set_geometry([shapely.box(0, 0, 8, 1), piece])
    (united,) = dissolved(pieces, "d", "code", asked=False).frame.geometry
    assert united.is_valid == valid
    assert united.area == (20 if valid else 8)  # the two triangles of the bow tie cancel out


def test_a_label_point_beside_its_polygon_is_not_lost_in_the_union():
    pieces = features(("1", "A"), ("1", "A")).set_geometry(
        [shapely.box(0, 0, 2, 1), shapely.Point(9, 9)]
    )
    (united,) = dissolved(pieces, "d", "code", asked=False).frame.geometry
    assert united.geom_type == "GeometryCollection"  # which the checks refuse, with its number


def test_features_with_neither_name_nor_code_are_left_out_and_named():
    lakes = features(("1", "A"), ("", ""), ("2", "B"), ("", ""), ("3", "C"))
    found = without_nameless(lakes, "d.shp")
    assert found.frame["name"].tolist() == ["A", "B", "C"]
    assert said(found.notes) == [
        "d.shp, features 2, 4: have neither name nor code and are not on the map. "
        "Give it a name in the file if it is a district."
    ]
    # Where most have none, it is the wrong column, not lakes.
    assert len(without_nameless(features(("", ""), ("", ""), ("1", "A")), "d").frame) == 3


def test_the_features_of_one_state_are_taken_from_a_file_of_the_country():
    raw = features(STATE=["Texas", "Iowa", "Texas"], FIPS=[48, 19, 48.0])
    assert len(chosen_features(raw, {"STATE": ("Texas",)}, "d")) == 2
    assert len(chosen_features(raw, {"STATE": ("Texas", "Iowa"), "FIPS": ("48",)}, "d")) == 2


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"STTE": ("Texas",)}, "d.shp: has no column 'STTE'. Did you mean STATE?"),
        ({"STATE": ("Texs",)}, "d.shp: no feature has STATE 'Texs'. Did you mean Texas?"),
    ],
)
def test_a_condition_that_no_feature_meets_is_refused(where, message):
    raw = features(STATE=["Texas", "Iowa"])
    with pytest.raises(MapError) as refused:
        chosen_features(raw, where, "d.shp")
    assert str(refused.value).startswith(message)


def test_a_file_without_polygons_and_one_of_polygons_alone_stay_as_they_are():
    """Of the former the message says what it holds."""
    points = features(("1", "A"), ("2", "B")).set_geometry([shapely.Point(1, 2)] * 2)
    areas = features(("1", "A"), ("2", "B"))
    for frame in (points, areas):
        found = polygons_only(frame, "d.shp")
        assert found.frame is frame
        assert found.notes == ()


def test_a_feature_without_a_geometry_is_left_to_the_checks():
    frame = features(("1", "A"), ("2", "B"), ("3", "C"))
    frame = frame.set_geometry([frame.geometry[0], None, shapely.Point(1, 2)])
    assert polygons_only(frame, "d.shp").frame["name"].tolist() == ["A", "B"]
