"""Figures of some of a unit's projects, and when those are what a release is about."""

from __future__ import annotations

from geo.release.extract import extract
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.result.rows import Event, Found
from geo.release.result.subsets import drop_subsets
from tests.release.readings import cells, reading
from tests.release.result.test_rows import claim, event


def test_a_unit_s_subset_is_dropped_unless_every_unit_has_just_that_one():
    whole = claim("奎文区", reading("projects", "16", at=3))
    part = claim("奎文区", reading("projects", "5", at=30), subset="亿元以上")
    other = claim("潍城区", reading("projects", "4", at=50), subset="亿元以上")
    mixed, all_same, found = event(whole, part), event(part, other), Found()
    drop_subsets([mixed, all_same], found)
    assert mixed.rows == {"奎文区": [whole]}
    assert all_same.rows == {"奎文区": [part], "潍城区": [other]}
    assert found.reasons == {30: "subset"}


def test_what_the_whole_is_all_of_is_no_subset_of_a_unit_either():
    """省重点项目 of one unit, where the text is about the province's 省重点项目."""
    part, made = claim("奎文区", reading("projects", "5", at=30), subset="省重点"), Event(Times())
    made.rows = {"奎文区": [part]}
    whole = Statement(Subject("portfolio", "2024年"), 0, Times(), subset="省重点")
    made.totals = [(whole, reading("projects", "833", at=3))]
    found = Found()
    drop_subsets([made], found)
    assert [c.readings for c in made.rows["奎文区"]] == [part.readings]
    assert found.reasons == {}


def test_those_of_the_only_city_of_a_text_are_what_it_is_about():
    told = "潍坊市今年共安排省市重点项目50项，总投资416.3亿元。"
    assert cells(told) == {"潍坊市 projects 50", "潍坊市 investment 416.3"}
    assert cells("奎文区今年共安排省市重点项目50项，总投资416.3亿元。") == set()


def test_a_kind_of_which_alone_the_whole_is_told_is_no_part_of_a_unit_s():
    told = "全省新开工产业项目143个，产业项目超过20个的州（市）有昆明、曲靖，其中曲靖项目34个。"
    assert cells(told) == {"曲靖 projects 34"}
    assert cells("全省新开工项目300个。" + told) == set()


def test_the_sorts_of_a_unit_s_projects_are_not_all_beside_which_they_are_some():
    told = "{}实施亿元以上项目{}项（新建9项，续建14项），开工17项。"
    found = cells(told.format("奎文区", 23) + told.format("潍城区", 23))
    assert {"奎文区 projects 23", "潍城区 projects 23"} < found


def test_kinds_of_a_unit_s_projects_that_are_joined_are_not_all_of_them():
    told = "云州40个省重点项目、310个市重点项目分别完成投资24亿元、190亿元。"
    assert cells(told) == set()


def test_nor_is_what_was_done_of_one_kind():
    told = "奎文区16个市级重点项目已开工13个，完成投资7.4亿元。潍城区开工项目9个。"
    assert cells(told) == {"潍城区 projects 9"}


def test_a_count_above_that_of_a_kind_is_none_of_that_kind():
    told = "本次开工项目90个。其中，省市重点项目{}个。今年，潍坊市确定省市重点项目50项。"
    assert cells(told.format(20)) == {"潍坊市 projects 50"}
    assert cells(told.format(60)) == set()


def test_one_side_of_what_a_city_does_is_not_all_of_it():
    found = extract("安康市实施项目27个。安康市“五大行动”方面共投入项目31个，总投资93亿元。")
    assert [cell.printed for row in found.rows for cell in row.cells] == ["27个"]
    alone = extract("安康市“五大行动”方面共投入项目31个，总投资93亿元。")
    assert not alone.rows
    assert [number.reason for number in alone.unused] == ["subset", "subset"]


def test_the_size_that_projects_are_counted_from_is_all_of_the_only_unit():
    for size, left in (("亿元以上", ["16个"]), ("500万元以上", ["16个"]), ("10亿元以上", [])):
        found = extract(f"2022年奎文区计划实施{size}重点项目16个。")
        assert [c.printed for r in found.rows for c in r.cells] == left
