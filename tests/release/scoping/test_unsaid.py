"""Figures before which no name stands."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from tests.release.readings import cells


def totals(text: str, *measures: str) -> list[str]:
    found = extract(text, measures=read_measures(measures))
    return [t.reading.printed for t in found.stated]


def test_a_measure_that_a_text_begins_with_is_the_whole_s():
    told = "全年实现零售总额1283.5亿元，增长7.8%。奎文区零售总额286.4亿元。"
    assert totals(told, "retail=零售总额:亿元") == ["1283.5亿元"]
    later = "奎文区零售总额286.4亿元。市场运行平稳。全年实现零售总额1283.5亿元。"
    assert totals(later, "retail=零售总额:亿元") == []


def test_projects_of_all_kinds_follow_those_of_one():
    text = (
        "全市新落地10亿元以上制造业项目5个（奎文区2个、潍城区3个），"
        "新落地亿元以上项目31个（奎文区16个、潍城区15个）。"
    )
    found = extract(text)
    assert [c.printed for r in found.rows for c in r.cells] == ["16个", "15个"]
    assert "31个" in totals(text)


def test_a_sum_that_describes_counted_projects_is_theirs():
    assert totals("总投资86亿元的12个项目开工。") == ["86亿元", "12个"]
    assert totals("全市开工40个。总投资86亿元的12个项目开工。") == ["40个"]


def test_a_count_behind_a_time_opens_a_text():
    assert totals("截至9月底，181项重点项目已开工173项。") == ["181项", "173项"]


def test_what_was_done_so_far_is_of_whom_the_sentence_before_spoke_alone():
    told = "奎文区实施项目17项。截至目前，{}。"
    assert "奎文区 projects 13" in cells(told.format("开工13项"))
    assert "奎文区 completed 26" in cells(told.format("累计完成投资26亿元"))
    # sorts, of which each has its own acts behind it
    assert cells(told.format("续建9项，开工8项；新建6项，开工5项")) == {"奎文区 projects 17"}
    assert len(cells("潍城区实施项目19项，" + told.format("开工13项"))) == 2


def test_sentences_that_begin_with_the_next_act_go_on_about_their_unit():
    text = "{}签约项目54个，总投资21亿元。开工项目45个，总投资17亿元。投产项目34个。"
    found = extract(text.format("诸城市") + text.format("安丘市"))
    assert found.conflicts == ()
    assert found.stated == ()
    assert {(row.name, found.events[row.event], row.cells[0].printed) for row in found.rows} == {
        (name, act, printed)
        for name in ("诸城市", "安丘市")
        for act, printed in (("签约", "54个"), ("开工", "45个"), ("投产", "34个"))
    }


def test_where_one_such_sentence_is_nobody_s_so_is_the_next():
    found = extract("诸城市实施项目54个。今年复工项目45个。投产项目34个。")
    assert [row.cells[0].printed for row in found.rows] == ["54个"]
    assert found.stated == ()


def test_what_was_done_on_a_day_is_of_the_unit_that_planned_it():
    plan = "2022年，奎文区计划开工重点项目46个。"
    done = "4月7日，集中开工重点项目29个，总投资38亿元。"
    assert "奎文区 projects 29" in cells(plan + done)
    assert "奎文区 projects 29" not in cells(f"{plan}各地忙于施工，{done}")


def test_a_kind_beside_those_that_are_known_is_one_by_any_name():
    text = "全市开工71个。其中，产业项目27个，总投资80亿元；民宿改造项目{}个，总投资9亿元。"
    assert "44个" in totals(text.format(44))
    assert "44个" not in totals(text.replace("民宿改造", "某镇").format(44))


def test_a_sum_behind_units_figures_of_a_user_s_measure_is_of_them_all():
    text = "奎文区遇难7人、潍城区2人、寒亭区0人，共遇难9人。"
    found = extract(text, measures=read_measures(["dead=遇难:人"]))
    assert [(row.name, row.cells[0].printed) for row in found.rows] == [
        ("奎文区", "7人"), ("潍城区", "2人"), ("寒亭区", "0人"),
    ]  # fmt: skip
    assert [total.reading.printed for total in found.stated] == ["9人"]


@pytest.mark.parametrize(("what", "lost"), [("失联", ["12人", "7人"]), ("失踪", []), ("受困", [])])
def test_parts_of_what_was_counted_last_are_none_of_what_was_read_before(what, lost):
    text = f"遇难9人，其中潍坊市遇难5人，烟台市遇难4人。另有19人{what}，其中奎文区12人，芝罘区7人。"
    found = extract(text, measures=read_measures(["dead=遇难:人", "lost=失联:人"]))
    told = [(cell.column, cell.printed) for row in found.rows for cell in row.cells]
    assert told == [("lost", count) for count in lost]
    text = "遇难9人，其中奎文区遇难5人，潍城区遇难4人。19人受困，其中寒亭区12人，坊子区7人。"
    rows = extract(text, measures=read_measures(["dead=遇难:人", "lost=失联:人"])).rows
    assert [row.name for row in rows] == ["奎文区", "潍城区"]
