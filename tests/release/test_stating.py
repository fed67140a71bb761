"""Of which act the figures of a statement are."""

from __future__ import annotations

from geo.release.extract import extract
from geo.release.measures import read_measures


def acts(text: str, *measures: str) -> list[tuple[str, str, str]]:
    """Write a text's cells: event, unit, number as printed."""
    found = extract(text, measures=read_measures(measures))
    return [(found.events[r.event], r.name, c.printed) for r in found.rows for c in r.cells]


def test_units_have_the_act_of_the_projects_that_they_divide():
    text = (
        "1-9月，全市430个重点项目完成投资712.6亿元。其中，奎文区完成投资98.3亿元。"
        "1-9月全市新开工项目103个，其中奎文区19个、潍城区17个。"
    )
    release = extract(text)
    found = {cell.printed: release.events[row.event] for row in release.rows for cell in row.cells}
    assert found == {"98.3亿元": "1-9月", "19个": "1-9月新开工", "17个": "1-9月新开工"}


def test_what_one_unit_did_is_not_the_next_one_s_plan():
    text = "全市实施240个。其中，邹城市计划实施38个，已开工35个；曲阜市计划实施25个，已开工20个。"
    release = extract(text)
    found = {cell.printed: release.events[row.event] for row in release.rows for cell in row.cells}
    assert (found["38个"], found["25个"]) == ("", "")
    assert (found["35个"], found["20个"]) == ("开工", "开工")
