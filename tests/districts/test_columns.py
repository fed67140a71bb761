from dataclasses import replace

import geopandas as gpd
import shapely

from geo.districts.columns import choose, table


def frame(**columns):
    n = len(next(iter(columns.values())))
    return gpd.GeoDataFrame(columns, geometry=[shapely.box(i, 0, i + 1, 1) for i in range(n)])


def chosen(raw, **named):
    return choose(raw, *(named.get(key, "") for key in ("code", "name", "kind", "parent")))


def test_the_columns_of_census_files_are_found_and_said():
    raw = frame(STATE_NAME=["Texas", "Texas", "Iowa"], GEOID=["48113", "48001", "19049"],
                NAME=["Dallas", "Anderson", "Dallas"])  # fmt: skip
    columns = chosen(raw)
    assert (columns.code, columns.name, columns.parent) == ("GEOID", "NAME", "STATE_NAME")
    assert [str(note) for note in columns.notes("d.shp")] == [
        "d.shp: columns were guessed: name from 'NAME', code from 'GEOID', parent from "
        "'STATE_NAME'. To choose others, write name_column, code_column or parent_column."
    ]


def test_of_gadm_the_lowest_level_is_taken_and_the_one_above_it_is_the_parent():
    raw = frame(GID_0=["FRA"] * 3, GID_1=["FRA.1", "FRA.2", "FRA.3"], NAME_0=["France"] * 3,
                NAME_1=["Bretagne", "Corse", "Centre"])  # fmt: skip
    columns = chosen(raw)
    assert (columns.code, columns.name) == ("GID_1", "NAME_1")
    assert columns.parent == ""  # one country above all tells none apart


def test_running_numbers_and_repeated_ids_are_no_codes():
    assert chosen(frame(id=["1", "2", "3"], name=["a", "b", "c"])).code == ""
    assert chosen(frame(id=["x1", "x1", "x2"], name=["a", "b", "c"])).code == ""
    assert chosen(frame(id=["x1", "x2", "x3"], name=["a", "b", "c"])).code == "id"
    # Under one name they are pieces of one district.
    assert chosen(frame(id=["x1", "x1", "x2"], name=["a", "a", "b"])).code == "id"


def test_a_few_features_without_a_guessed_code_have_their_names_instead():
    """world-atlas has no number for Kosovo."""
    raw = frame(id=["004", "008", "012", "024", ""], name=["Afghanistan", "Albania", "Algeria",
                "Angola", "Kosovo"])  # fmt: skip
    one_each = table(raw, "d", chosen(raw))
    found, problems = one_each.frame, one_each.problems
    assert found["code"].tolist() == ["004", "008", "012", "024", "Kosovo"]
    assert problems == ()


def test_a_file_of_codes_alone_has_them_as_names():
    raw = frame(id=["01001", "01003"])
    one_each = table(raw, "d", chosen(raw))
    found, problems = one_each.frame, one_each.problems
    assert found["name"].tolist() == ["01001", "01003"]
    assert problems == ()


def test_names_under_an_unknown_head_are_found_by_what_they_are():
    # A text for every feature, none twice; running numbers and repeated kinds are no names.
    only = frame(OBJECTID=[1, 2, 3], Quarter=["Mitte", "Nord", "O'Brien"], kind=["q", "q", "q"])
    assert chosen(only).name == "Quarter"
    said = frame(Kürzel=["M", "N", "O"], Bezirksname=["Mitte", "Nord", "Ost"])
    assert chosen(said).name == "Bezirksname"
    unclear = frame(one=["M", "N", "O"], two=["Mitte", "Nord", "Ost"])
    assert chosen(unclear).name == "name"  # which is missing, and said so


def test_a_column_that_is_named_is_taken_and_not_said():
    raw = frame(name=["a", "b"], other=["c", "d"], id=["x", "y"])
    columns = chosen(raw, name="other", code="id")
    assert columns.name == "other"
    assert columns.notes("d") == []


def test_columns_called_after_their_level_are_told_apart_by_how_many_names_they_have():
    """Files of Taiwan, of the United Kingdom: 中正區 is in Taipei and in Keelung."""
    raw = frame(
        COUNTYNAME=["台北市", "台北市", "基隆市", "基隆市"],
        COUNTYCODE=["63", "63", "10", "10"],
        TOWNNAME=["中正區", "大同區", "中正區", "七堵區"],
        TOWNCODE=["6301", "6302", "1001", "1002"],
    )
    columns = chosen(raw)
    assert (columns.code, columns.name, columns.parent) == ("TOWNCODE", "TOWNNAME", "COUNTYNAME")


def test_of_towns_that_are_to_become_counties_their_own_names_are_no_parent():
    raw = frame(COUNTYNAME=["A", "A", "B", "B"], COUNTYCODE=["1", "1", "2", "2"],
                TOWNNAME=["x", "y", "x", "y"])  # fmt: skip
    columns = replace(chosen(raw, code="COUNTYCODE", name="COUNTYNAME"), dissolve=True)
    assert columns.parent == ""
    assert table(raw, "d", columns).frame["name"].tolist() == ["A", "B"]


def test_a_code_beside_names_that_nobody_listed_does_not_hide_them():
    raw = frame(id=["10014", "10018"], COUNTYNAME=["台東縣", "新竹市"])
    assert (chosen(raw).code, chosen(raw).name) == ("id", "COUNTYNAME")
    # Names of what is above are none of the districts'.
    raw = frame(GEOID=["48113", "48001", "19049"], STATE_NAME=["Texas", "Texas", "Texas"])
    assert (chosen(raw).code, chosen(raw).name) == ("GEOID", "name")


def test_a_file_of_running_numbers_alone_is_known_by_them():
    raw = frame(id=[1, 2, 3])
    assert table(raw, "d", chosen(raw)).frame["name"].tolist() == ["1", "2", "3"]


def test_of_a_file_without_names_codes_that_repeat_are_pieces_of_one_district():
    raw = frame(id=["22051", "22051", "22053", "22055"])
    assert table(raw, "d", chosen(raw)).frame["code"].tolist() == ["22051", "22053", "22055"]
    assert chosen(frame(id=["x", "x", "x", "y"])).code == ""  # a kind, no code
