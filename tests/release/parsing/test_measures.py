"""Measures of the user: any figure per district."""

# ruff: noqa: E501 - a sentence and its label stay on one line
from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.release.extract import extract
from geo.release.parsing.measures import Measure, read_measures
from geo.release.words.numbers import plain

#: Measures, a text, and the cells in it.
READ = [
    ("cases=例", "全市新增病例31例，其中奎文区16例、潍城区15例。", "奎文区 cases 16; 潍城区 cases 15"),
    ("cases", "全省新增确诊病例79例，广州报告1例，深圳报告75例。", "广州 cases 1; 深圳 cases 75"),
    ("cases", "新增确诊病例4例（南京市3例、苏州市1例），含2例由无症状感染者转为确诊病例（南京市2例）。", "南京市 cases 3; 苏州市 cases 1"),
    ("gdp=地区生产总值:亿元", "全市地区生产总值733.7亿元，增长5.6%。奎文区地区生产总值432.1亿元，增长6.1%；潍城区301.6亿元，增长5.2%。", "奎文区 gdp 432.1; 潍城区 gdp 301.6"),
    ("gdp", "2023年各区GDP：福田区5000.2亿元，同比增长6.1%；南山区8000.5亿元，同比增长5.8%。", "福田区 gdp 5000.2; 南山区 gdp 8000.5"),
    ("gdp", "奎文区、潍城区地区生产总值分别为432.1亿元、301.6亿元。", "奎文区 gdp 432.1; 潍城区 gdp 301.6"),
    ("gdp=地区生产总值:亿元", "奎文区地区生产总值4321000万元。", "奎文区 gdp 432.1000"),
    ("population=常住人口:万人", "奎文区常住人口58.3万人，占6.2%；潍城区常住人口472000人。", "奎文区 population 58.3; 潍城区 population 47.2000"),
    ("population", "全市常住人口为1055312人。其中：奎文区583002人，潍城区472310人。", "奎文区 population 583002; 潍城区 population 472310"),
    ("population=常住人口:人", "地区\t常住人口（万人）\t比重（%）\n奎文区\t58.3\t6.21\n潍城区\t47.2\t5.03", "奎文区 population 583000; 潍城区 population 472000"),
    ("area", "奎文区面积188平方公里，潍城区面积289.6平方公里。", "奎文区 area_km2 188; 潍城区 area_km2 289.6"),
    ("area", "奎文区完成造林面积1200亩，潍城区完成造林面积800亩。", "奎文区 area_mu 1200; 潍城区 area_mu 800"),
    ("jobs", "奎文区城镇新增就业8200人，潍城区城镇新增就业6100人。", "奎文区 jobs 8200; 潍城区 jobs 6100"),
    ("output", "奎文区规上工业总产值320.5亿元，同比增长8.1%；潍城区规上工业总产值210.2亿元，下降2.3%。", "奎文区 output 320.5; 潍城区 output 210.2"),
    ("gdp population", "奎文区地区生产总值432.1亿元，常住人口583002人。", "奎文区 gdp 432.1; 奎文区 population 583002"),
    ("gdp", "奎文区开工项目16个，总投资81.8亿元。", ""),
    ("gdp", "奎文区地区生产总值增长6.1%，人均5.2万元。", ""),
    ("cases", "奎文区、潍城区共报告病例31例。", ""),
    ("projects", "奎文区开工项目16个，病例3例。", "奎文区 projects 16"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "text", "expected"), READ, ids=[t[:30] for _, t, _ in READ])
def test_a_text_gives_the_cells_of_a_measure(given, text, expected):
    release = extract(text, measures=read_measures(given.split()))
    cells = [f"{r.name} {c.column} {c.figure.value:f}" for r in release.rows for c in r.cells]
    assert "; ".join(cells) == expected


def test_two_things_that_are_counted_alike_are_two_events():
    text = "全省新增确诊病例3例，南京市报告3例。新增无症状感染者5例，南京市报告5例。"
    release = extract(text, measures=read_measures(["cases"]))
    assert [(release.events[r.event], int(r.cells[0].figure.value)) for r in release.rows] == [
        ("确诊病例", 3), ("无症状感染者", 5),
    ]  # fmt: skip
    assert all(check.ok for check in release.checks)


def test_several_words_are_parted_by_a_slash():
    assert read_measures(["gdp=地区生产总值/GDP:亿元"]) == (
        Measure("gdp", "亿元", ("地区生产总值", "GDP")),
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("cases", "--measure: cases is given twice. Give each name once."),
        (
            "人口=",
            "--measure: '人口=' is no measure. Write cases=例, gdp=地区生产总值:亿元, or one of "
            "gdp, population, area, output, cases, jobs, projects.",
        ),
    ],
)
def test_what_is_no_measure_is_refused(given, message):
    with pytest.raises(MapError) as error:
        read_measures(["cases=例", given])
    assert str(error.value) == message


def measured(text: str, *measures: str) -> set[str]:
    """Write what is read from a text: unit or total, event, column, value."""
    found = extract(text, measures=read_measures(measures))
    rows = {f"{r.name} {found.events[r.event]} {c.column} {plain(c.figure.value)}"
            for r in found.rows for c in r.cells}  # fmt: skip
    totals = (
        f"{t.label} {found.events[t.event]} {plain(t.reading.figure.value)}" for t in found.stated
    )
    return rows | set(totals)


def test_what_a_semicolon_begins_anew_is_the_whole_s_and_not_the_last_unit_s():
    text = "全省确诊病例9例，其中济南市5例、青岛市4例；无症状感染者20例，其中青岛市16例。"
    assert measured(text, "cases") == {
        "济南市 确诊病例 cases 5",
        "青岛市 确诊病例 cases 4",
        "青岛市 无症状感染者 cases 16",
        "全省 确诊病例 9",
        "全省 无症状感染者 20",
    }


def test_of_several_units_without_a_whole_it_is_nobody_s():
    text = "奎文区确诊病例3例，潍城区确诊病例2例；治愈出院8例。"
    assert measured(text, "cases") == {"奎文区 确诊病例 cases 3", "潍城区 确诊病例 cases 2"}


def test_residents_and_registered_people_are_two_columns():
    text = "奎文区常住人口58.2万人，户籍人口42.7万人。"
    assert measured(text, "population") == {
        "奎文区  population 582000",
        "奎文区  registered 427000",
    }


def test_a_second_kind_of_case_is_of_the_same_unit_but_a_place_nobody_knows_is_not():
    text = "奎文区新增确诊病例2例、无症状感染者6例；潍城区新增确诊病例3例，某地报告1例。"
    assert measured(text, "cases") == {
        "奎文区 确诊病例 cases 2",
        "奎文区 无症状感染者 cases 6",
        "潍城区 确诊病例 cases 3",
    }


def test_letters_may_follow_a_name():
    text = "全省GDP总量达到10265.8亿元。昆明GDP为1823.4亿元，怒江州GDP最低，为58.7亿元。"
    assert measured(text, "gdp") == {
        "昆明  gdp 1823.4",
        "怒江州  gdp 58.7",
        "全省  10265.8",
    }


def test_a_unit_by_a_name_nobody_knows_takes_its_figure_from_the_unit_before():
    text = "奎文区、潍城区GDP分别为67.9亿元和59.2亿元；某某州GDP最低，为58.7亿元。"
    assert measured(text, "gdp") == {"奎文区  gdp 67.9", "潍城区  gdp 59.2"}


def test_heads_of_a_table_tell_what_is_counted():
    text = "区县\t确诊（例）\t无症状（例）\n渝北区\t12\t48\n沙坪坝区\t9\t37\n合计\t21\t85"
    assert measured(text, "cases=例") == {
        "渝北区 确诊 cases 12",
        "渝北区 无症状 cases 48",
        "沙坪坝区 确诊 cases 9",
        "沙坪坝区 无症状 cases 37",
        "合计 确诊 21",
        "合计 无症状 85",
    }


def test_what_comes_to_a_head_is_not_the_measure():
    text = "人均地区生产总值：江阴市27.6万元，张家港市24.1万元。江阴市地区生产总值4960.5亿元。"
    assert measured(text, "gdp") == {"江阴市  gdp 4960.5"}
    assert measured("江阴市人均GDP27.6万元。", "gdp") == set()


@pytest.mark.parametrize("lead", ["。{}中，", "；{}中，", "。其中{}：", "；{}："])
def test_a_lead_tells_which_cases_the_units_figures_are(lead):
    text = f"全省确诊病例94例、无症状感染者82例{lead.format('确诊病例')}三亚市21例、东方市8例"
    text += f"{lead.format('无症状感染者').replace('其中', '')}三亚市55例、东方市7例。"
    assert measured(text, "cases") == {
        "三亚市 确诊病例 cases 21",
        "东方市 确诊病例 cases 8",
        "三亚市 无症状感染者 cases 55",
        "东方市 无症状感染者 cases 7",
        "全省 确诊病例 94",
        "全省 无症状感染者 82",
    }


def test_the_whole_has_no_total_of_what_was_not_asked_for():
    text = "全市接待游客486万人次，实现旅游收入32.8亿元。奎文区接待游客98万人次，"
    text += "潍城区接待游客62万人次。"
    found = {"全市  486", "奎文区  visitors 98", "潍城区  visitors 62"}
    assert measured(text, "visitors=接待游客:万人次") == found


def test_what_is_counted_may_be_named_behind_the_count():
    text = "海淀区新增7例确诊病例、3例无症状感染者；朝阳区新增2例确诊病例。"
    assert measured(text, "cases") == {
        "海淀区 确诊病例 cases 7",
        "海淀区 无症状感染者 cases 3",
        "朝阳区 确诊病例 cases 2",
    }


def test_a_year_in_a_head_makes_it_no_row():
    text = "地区\t常住人口（人）\t2010年占比（%）\n奎文区\t488211\t8.12\n潍城区\t409123\t7.31"
    assert measured(text, "population=常住人口:人") == {
        "奎文区  population 488211",
        "潍城区  population 409123",
    }


def test_what_some_of_a_unit_s_cases_are_is_not_what_the_next_unit_s_are():
    text = "历城区新增9例，其中社会面1例；槐荫区新增11例，其中社会面2例。"
    assert measured(text, "cases") == {
        "历城区  cases 9",
        "历城区 社会面 cases 1",
        "槐荫区  cases 11",
        "槐荫区 社会面 cases 2",
    }


@pytest.mark.parametrize(
    ("end", "read"), [("；", ["奎文区", "潍城区"]), ("。另据了解，", ["奎文区"])]
)
def test_a_sentence_that_names_the_measure_lends_it_to_its_other_units(end, read):
    text = f"核算显示，奎文区地区生产总值242.9亿元{end}潍城区367.4亿元。"
    rows = extract(text, measures=read_measures(["gdp"])).rows
    assert [row.name for row in rows] == read


def test_sums_of_several_sizes_are_each_in_the_unit_of_their_measure():
    text = "奎文区地区生产总值242.9亿元，人均可支配收入52163元；潍城区地区生产总值201亿元，人均可支配收入4.9万元。"
    asked = read_measures(["gdp", "income=人均可支配收入:元"])
    rows = extract(text, measures=asked).rows
    assert [[(c.column, c.unit, plain(c.figure.value)) for c in row.cells] for row in rows] == [
        [("gdp", "亿元", "242.9"), ("income", "元", "52163")],
        [("gdp", "亿元", "201"), ("income", "元", "49000")],
    ]
