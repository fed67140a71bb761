"""Of which act the figures of a statement are."""

from __future__ import annotations

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


def acts(text: str, *measures: str) -> list[tuple[str, str, str]]:
    """Write a text's cells: event, unit, number as printed."""
    found = extract(text, measures=read_measures(measures))
    return [(found.events[r.event], r.name, c.printed) for r in found.rows for c in r.cells]


def test_units_have_the_act_of_their_sentence_under_a_heading_of_another():
    text = (
        "全市签约项目情况如下：\n全市新签约项目43个，奎文区签约23个；潍城区20个。\n"
        "全市新开工项目33个，其中奎文区17个、潍城区16个。"
    )
    assert acts(text) == [
        ("签约", "奎文区", "23个"), ("签约", "潍城区", "20个"),
        ("新开工", "奎文区", "17个"), ("新开工", "潍城区", "16个"),
    ]  # fmt: skip


def test_a_numbered_heading_in_the_line_of_its_figures_names_their_act():
    text = "一、签约情况。奎文区项目23个。\n二、竣工情况。其中奎文区7个、潍城区6个。"
    assert acts(text) == [
        ("竣工", "奎文区", "7个"), ("竣工", "潍城区", "6个"), ("签约", "奎文区", "23个"),
    ]  # fmt: skip


def test_cases_behind_two_sorts_are_of_both_together():
    text = "全市昨日新增61例本土确诊病例和5例无症状感染者：奎文区44例、潍城区22例。"
    both = "昨日本土确诊病例和无症状感染者"
    assert acts(text, "cases") == [(both, "奎文区", "44例"), (both, "潍城区", "22例")]
    assert all(check.ok for check in extract(text, measures=read_measures(["cases"])).checks)


def test_units_listed_behind_a_colon_have_the_act_of_the_part_before_it():
    text = "全市开竣工项目共58个。其中开工31个、总投资86亿元：奎文区16个，潍城区15个。"
    assert acts(text) == [("开工", "奎文区", "16个"), ("开工", "潍城区", "15个")]
    open_ = "全市项目共58个。其中开工31个、竣工27个：奎文区16个，潍城区15个。"
    assert {event for event, _, _ in acts(open_)} == {""}


def test_what_is_to_be_completed_in_a_year_is_planned():
    text = (
        "奎文区安排项目16个，年度计划完成建设投资70亿元；潍城区安排项目15个，完成建设投资60亿元。"
    )
    found = extract(text)
    assert [(r.name, c.column) for r in found.rows for c in r.cells][1::2] == [
        ("奎文区", "planned"), ("潍城区", "completed"),
    ]  # fmt: skip


def test_a_year_s_projects_and_those_begun_of_them_contradict_nothing():
    text = (
        "2024年项目开复工率达96%\n"
        "全市计划实施项目163个，已开复工157个。奎文区计划实施16个，已开复工15个。"
    )
    found = extract(text)
    assert found.conflicts == ()
    assert [t.reading.printed for t in found.stated] == ["163个", "157个"]
    assert [c.printed for r in found.rows for c in r.cells] == ["16个", "15个"]


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


def test_the_act_of_the_sentence_before_is_that_of_its_parts_whatever_the_heading():
    text = (
        "（一）开工情况。全市新开工项目286个。其中：巩义市68个。\n"
        "（二）竣工情况。全市竣工97个。其中：巩义市23个。"
    )
    release = extract(text)
    found = [(row.cells[0].printed, release.events[row.event]) for row in release.rows]
    assert found == [("68个", "新开工"), ("23个", "竣工")]


def test_what_was_begun_of_a_sort_is_of_that_sort_unless_it_is_more():
    text = "奎文区省重点项目11个；已开工6个。潍城区省重点项目9个；已开工{}个。"
    assert [printed for _, _, printed in acts(text.format(4))] == ["11个", "9个", "6个", "4个"]
    assert "6个" not in [printed for _, _, printed in acts(text.format(40))]


def test_sorts_in_brackets_behind_an_act_are_of_those_acted_on():
    release = extract("奎文区开工17项（新建6项，续建11项）。")
    found = [(row.cells[0].printed, release.events[row.event]) for row in release.rows]
    assert found == [("17项", "开工"), ("6项", "开工（新建）"), ("11项", "开工（续建）")]
