import geopandas as gpd
import pytest
import shapely

from geo.districts.parents import parents, shown_names


def frame(codes, names, lon=-100.0, lat=35.0, **columns):
    boxes = [shapely.box(lon + i, lat, lon + i + 1, lat + 1) for i in range(len(codes))]
    cells = {"code": codes, "name": names, "name_en": "", **columns}
    return gpd.GeoDataFrame(cells, geometry=boxes, crs=4326)


def test_counties_of_one_name_have_their_state_behind_it_and_others_nothing():
    counties = frame(["48113", "19049", "48001"], ["Dallas", "Dallas", "Anderson"])
    assert shown_names(counties, "en") == ("Dallas (Texas)", "Dallas (Iowa)", "Anderson")


def test_a_county_and_a_city_of_one_state_have_their_codes():
    twins = frame(["24005", "24510"], ["Baltimore", "Baltimore"])
    assert shown_names(twins, "en") == (
        "Baltimore (Maryland, 24005)", "Baltimore (Maryland, 24510)")  # fmt: skip


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ("朝阳区（北京市）", "朝阳区（吉林省长春市）")),
        ("en", ("朝阳区 (Beijing)", "朝阳区 (Changchun)")),
    ],
)
def test_chinese_districts_have_province_and_city(language, names):
    districts = frame(["110105", "220104"], ["朝阳区", "朝阳区"], 116, 39)
    assert shown_names(districts, language) == names


def test_the_files_own_column_goes_first():
    districts = frame(["1", "2"], ["Rhön", "Rhön"], parent=["Bayern", "Hessen"])
    assert shown_names(districts, "de") == ("Rhön (Bayern)", "Rhön (Hessen)")


def test_french_communes_are_no_counties_of_america():
    assert parents(frame(["01004", "48095"], ["a", "b"], 5, 46), "fr") == ["", ""]


def test_names_of_unknown_parents_have_their_codes():
    assert shown_names(frame(["x1", "x2"], ["A", "A"]), "en") == ("A (x1)", "A (x2)")


def test_english_readers_see_latin_letters_where_the_data_have_them():
    districts = frame(["1", "2"], ["甲县", "乙县"]).assign(name_en=["Jia", ""])
    assert shown_names(districts, "en") == ("Jia", "乙县")
    assert shown_names(districts, "zh") == ("甲县", "乙县")


def test_names_in_letters_that_readers_read_stay():
    """A German paper's file says Niedersachsen; its English names are for English maps."""
    names = ["Niedersachsen", "北京", "الرياض"]
    districts = frame(["1", "2", "3"], names).assign(name_en=["Lower Saxony", "Beijing", "Riyadh"])
    assert shown_names(districts, "de") == ("Niedersachsen", "Beijing", "Riyadh")
    assert shown_names(districts, "ar") == ("Lower Saxony", "Beijing", "الرياض")
    assert shown_names(districts, "en") == ("Lower Saxony", "Beijing", "Riyadh")
