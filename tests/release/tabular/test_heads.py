"""What the heads of a table say of its columns."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import lexicon_of, read_measures
from geo.release.tabular.heads import caption, columns_of, title_of
from geo.release.text.lines import read_lines
from tests.release.readings import cells


def columns(*heads: str, common: str = "", lexicon=None) -> list[str]:
    lines = [line for head in heads for line in read_lines(head)]
    found = columns_of(lines, [0], common, lexicon)
    return [f"{c.at} {c.act} {c.column} {c.noted or c.unit}".replace("  ", " ") for c in found]


def test_a_cell_over_several_is_said_of_each():
    above, below = "地区\t新开工\t\t竣工\t", "\t项目数\t投资额（亿元）\t项目数\t投资额（亿元）"
    assert columns(above, below) == [
        "1 新开工 projects 个",
        "2 新开工 investment 亿元",
        "3 竣工 projects 个",
        "4 竣工 investment 亿元",
    ]


@pytest.mark.parametrize(
    "head", ["总投资增长", "总投资（%）", "总投资占比（%）", "投资额位次", "项目数增速"]
)
def test_rates_ranks_and_shares_are_no_figures_of_the_measure_that_they_are_of(head):
    assert columns(f"地区\t{head}\t项目数", common="万元") == ["2 projects 个"]


def test_a_unit_above_holds_for_money_without_one():
    assert columns("地区\t项目数\t总投资", common=caption(["单位：个、万元"])) == [
        "1 projects 个", "2 investment 万元",
    ]  # fmt: skip


def test_two_columns_for_one_figure_give_none():
    assert columns("地区\t项目数\t项目个数\t总投资（亿元）") == ["3 investment 亿元"]


def test_a_kind_of_projects_is_no_count_of_all():
    assert columns("地区\t产业类项目数\t亿元以上项目数") == []


def test_a_measure_of_the_user_has_the_unit_of_its_head():
    lexicon = lexicon_of(read_measures(["population=常住人口:人"]))
    assert columns("地区\t常住人口（万人）\t比重（%）", lexicon=lexicon) == ["1 population 万人"]


def test_what_a_unit_counts_is_told_apart_by_its_heads():
    lexicon = lexicon_of(read_measures(["cases=例"]))
    heads = "区县\t确诊病例数（例）\t无症状感染者（例）\t检测（人次）"
    assert columns(heads, lexicon=lexicon) == ["1 确诊 cases 例", "2 无症状感染者 cases 例"]
    common = caption(["单位：例"], lexicon)
    assert columns("区县\t病例数", common=common, lexicon=lexicon) == ["1 cases 例"]


def test_of_a_table_only_what_was_asked_for_is_read():
    text = (
        "区县\t签约项目（个）\t总投资（亿元）\t面积（亩）\n奎文区\t12\t38.2\t31\n潍城区\t9\t27\t16"
    )
    rows = extract(text, measures=read_measures(["area=面积:亩"])).rows
    assert [[cell.column for cell in row.cells] for row in rows] == [["area"], ["area"]]


def test_an_act_of_one_count_is_not_that_of_another():
    table = "县市\t在库项目数\t新入库项目数\n奎文区\t186\t43\n潍城区\t142\t36"
    found = extract(table)
    assert {(found.events[r.event], r.cells[0].printed) for r in found.rows} == {
        ("", "186"), ("", "142"), ("入库", "43"), ("入库", "36"),
    }  # fmt: skip


def test_counts_of_what_is_planned_stand_beside_counts_of_what_is_begun():
    table = "单位\t计划项目数\t已开工数\n奎文区\t34\t33\n潍城区\t31\t30"
    found = extract(table)
    cells = {(found.events[r.event], r.name): r.cells[0].printed for r in found.rows}
    assert cells == {
        ("计划开工", "奎文区"): "34", ("计划开工", "潍城区"): "31",
        ("开工", "奎文区"): "33", ("开工", "潍城区"): "30",
    }  # fmt: skip


def test_what_a_head_over_several_is_about_tells_the_act_and_the_unit_alone():
    above = "市\t项目总数（个）\t开工情况\t\t投资情况（亿元）\t"
    below = "\t\t已开工（个）\t开工率（%）\t年度计划投资\t累计完成投资"
    assert columns(above, below) == [
        "1 projects 个",
        "2 开工 projects 个",
        "4 开工 planned 亿元",
        "5 开工 completed 亿元",
    ]


def test_behind_a_sum_of_acts_nothing_is_of_the_last_act():
    assert columns("地区\t新开工\t竣工\t合计\t总投资（亿元）") == [
        "1 新开工 projects 个",
        "2 竣工 projects 个",
        "3 projects 个",
        "4 investment 亿元",
    ]
    assert columns("地区\t竣工\t总投资（亿元）") == ["1 竣工 projects 个", "2 竣工 investment 亿元"]


def test_a_note_of_several_units_may_part_them_by_a_comma():
    assert caption(["下达情况（单位：个，万元）"]) == caption(["单位：个、万元"]) == "万元"


def test_a_head_that_counts_something_else_is_none_of_projects():
    table = "区县\t新开工{}（个）\n奎文区\t16\n潍城区\t15\n"
    assert cells(table.format("项目数")) == {"奎文区 projects 16", "潍城区 projects 15"}
    assert cells(table.format("小区数")) == set()


def test_two_columns_of_a_measure_are_told_apart_by_the_times_of_their_heads():
    lexicon = lexicon_of(read_measures(["p=常住人口:万人"]))
    lines = [line for head in ("地区\t2019年常住人口\t常住人口",) for line in read_lines(head)]
    found = columns_of(lines, [0], "", lexicon)
    assert [[time.text for time in column.times] for column in found] == [["2019年"], []]
    alone = columns_of(read_lines("地区\t2019年常住人口"), [0], "", lexicon)
    assert [column.times for column in alone] == [()]


def test_heads_that_are_but_times_are_of_what_the_title_names():
    lexicon = lexicon_of(read_measures(["p=常住人口:万人"]))
    title = title_of(["各区常住人口（万人）"], lexicon)
    found = columns_of(read_lines("地区\t2019\t1-5月\t增速"), [0], "", lexicon, title)
    assert [(column.at, column.times[0].text) for column in found] == [(1, "2019年"), (2, "1-5月")]
    assert title_of(["各区常住人口与户籍人口"], lexicon_of(read_measures(["population"]))) == ""


def test_what_is_aimed_at_is_planned():
    assert columns("区县\t投资目标（亿元）\t完成投资（亿元）") == columns(
        "区县\t年度计划投资（亿元）\t完成投资（亿元）"
    )


def test_a_time_in_the_brackets_of_a_head_is_no_unit():
    table = "县市\t人口数量（2023年）\n奎文区\t4.1\n潍城区\t3.2"
    rows = extract(table, measures=read_measures(["p=人口数量:万人"])).rows
    assert [(row.name, row.cells[0].printed) for row in rows] == [
        ("奎文区", "4.1"),
        ("潍城区", "3.2"),
    ]
