"""Units of one name in several cities."""

from __future__ import annotations

from geo.release.extract import extract
from geo.release.names.homonyms import told_apart
from geo.release.names.places import Place


def counts(text: str, **given) -> dict[str, str]:
    release = extract(text, **given)
    assert not release.conflicts
    return {row.name: str(row.cells[0].figure.value) for row in release.rows}


def test_zones_of_two_cities_are_two_units():
    text = "济南高新区开工18个项目；青岛高新区开工12个项目；烟台市开工20个项目。"
    assert counts(text) == {"济南高新区": "18", "青岛高新区": "12", "烟台市": "20"}


def test_so_are_districts_of_one_name_however_their_city_is_written():
    text = "江苏省南京市鼓楼区开工18个项目；徐州市鼓楼区开工12个项目。南京鼓楼区签约3个项目。"
    release = extract(text)
    assert {row.name for row in release.rows} == {"南京市鼓楼区", "徐州市鼓楼区"}


def test_of_one_city_the_name_alone_is_enough():
    places = (Place(0, 6, "鼓楼区", ("南京市",)),)
    again = (Place(0, 5, "鼓楼区", ("南京",)),)
    lines = [("南京市鼓楼区", places), ("南京鼓楼区", again)]
    assert told_apart(lines, ()) == [places, again]


def test_a_name_of_the_map_stays():
    text = "南京市鼓楼区开工18个项目，徐州市鼓楼区开工12个项目。"
    assert "鼓楼区" in counts(text, names=("鼓楼区", "玄武区"))
