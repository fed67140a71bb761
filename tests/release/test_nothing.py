# ruff: noqa: E501 - a text stays on one line
"""Texts that must give no row and no total: a wrong cell is a defect, an unfilled one is reported."""

from __future__ import annotations

import sys

import pytest

from geo.release.extract import extract

NOTHING = (
    "潍坊队3比2战胜青岛队，奎文区选手得到16分，位列小组第2。",
    "奖牌榜：奎文区16枚，潍城区15枚。金牌榜：奎文区16个，潍城区15个。",
    "2024年2月26日15时30分，会议在奎文区召开，联系电话0536-8236123、13812345678，邮编261041。",
    "寿光市蔬菜每公斤5.2元，奎文区房价每平方米8100元，门票60元/人。",
    "奎文区新增病例16例，潍城区15例，累计报告120例。",
    "高新区天瑞重工有限公司总投资35亿元的磁悬浮项目开工。",
    "磁悬浮项目落户高新区，总投资35亿元，占地910亩。",
    "在高新区投资35亿元，建设磁悬浮项目。",
    "高新区磁悬浮智能制造产业化项目总投资35亿元。",
    "位于高新区的磁悬浮项目由天瑞重工建设，总投资35亿元。",
    "高新区16个社区、3家医院完成改造。",
    "奎文区3个项目获评优秀，潍城区2个项目入围。",
    "奎文区比潍城区多3个项目，总投资增加5亿元。",
    "奎文区、潍城区共31个项目，总投资166.3亿元。",
    "奎文区、潍城区开工16个项目。",
    "奎文区、潍城区分别16个、15个、20个项目。",
    "奎文区开工16至20个项目，总投资60—80亿元。",
    "奎文区16个，总投资1.3亿美元。",
    "奎文区东关街道开工3个项目，总投资5亿元。",
    "寿光市蔬菜产业项目5个，总投资20亿元。",
    "奎文区第16个项目开工，总投资3亿元。",
    "奎文区财政投入5亿元，改造16个小区。",
    "诸城市总投资5200万元修建公路16条。",
    "省委在潍坊调研时指出，要抓好16个方面工作，用好3个月时间。",
    "奎文区A16地块、5G项目、G20高速12O.5公里。",
    "奎文区开工三四个项目，总投资百亿元。",
    "奎文区地区生产总值增长5.2%，一般公共预算收入增长3个百分点。",
    "16个项目集中开工的场面十分壮观，总投资亦创新高。现场有3家媒体。",
    "县市区\t完成率\t得分\n奎文区\t98.5%\t88\n潍城区\t97%\t87",
    "峡山区抢抓机遇，集中开工项目1个。",
    "三市共签约158个项目。",
    "奎文区、潍城区等地共开工31个项目。",
    "奎文区总投资10亿元以上项目4个、5—10亿元项目6个，潍城区总投资10亿元以上项目5个、5—10亿元项目7个。",
    "全市签约项目中，工业项目41个，其中奎文区11个、总投资68亿元，潍城区9个、总投资51亿元。",
    "固定资产投资目标：奎文区210亿元，潍城区195亿元。1-9月分别完成158亿元、143亿元。",
    "全市平均每个县区开工项目12个，奎文区平均每家企业签约项目3个。",
    "奎文区开工项目12.6个。",
    "粤港澳大湾区开工项目31个，总投资150亿元。",
)


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_without_districts_figures_gives_no_rows(text):
    assert extract(text).rows == ()


@pytest.mark.parametrize("text", NOTHING[:14])
def test_it_gives_no_totals_either(text):
    assert extract(text).stated == ()


def test_every_number_that_is_not_used_is_listed_with_its_reason():
    text = (
        "2月26日，奎文区比潍城区多3个，占12%，拨打0536-8236123，每公斤5元，第3名，2亿美元，910亩。"
    )
    assert [(u.printed, u.reason) for u in extract(text).unused] == [
        ("2月26日", "date"), ("3个", "unclear"), ("12%", "percent"), ("0536-8236123", "code"), ("5元", "unclear"),
        ("第3", "ordinal"), ("2亿美元", "currency"), ("910亩", "unclear"),
    ]  # fmt: skip


def test_a_bare_count_after_unknown_words_is_no_row_though_projects_were_spoken_of():
    release = extract("坊子区开工5个项目，总投资20亿元。金牌榜：奎文区16个，潍城区15个。")
    assert [r.name for r in release.rows] == ["坊子区"]


def test_what_is_said_of_one_project_ends_the_statement():
    release = extract("高新区，项目总投资35亿元，计划总投资40亿元。")
    assert release.rows == ()
    assert [u.reason for u in release.unused] == ["project", "project"]


def test_an_unknown_unit_takes_nothing_from_the_one_before():
    release = extract(
        "坊子区总投资84.5亿元，某某镇抢抓机遇，集中开工项目9个；峡山镇抢抓机遇，集中开工项目1个。"
    )
    assert [(r.name, [c.column for c in r.cells]) for r in release.rows] == [
        ("坊子区", ["investment"])
    ]


SLOW = (
    "奎文区16个，总投资81.8亿元；", "奎文区16个，总投资81.8亿元。", "奎文区16个\n", "1", "一", "9,999 ", "1.1", "1-1", "奎", "投资", "、", "区",
    "奎文区、", "其中", "(", "16个", "纳入全省", "2024年", "奎文区\t16\t81.8\n", "约", "亿元以上", "项目类", "。", "第3批奎文区1个。",
)  # fmt: skip


@pytest.mark.parametrize("unit", SLOW)
def test_the_work_grows_no_faster_than_the_text(unit):
    """Twice the text takes at most about twice the calls; a regular expression hides none: all are bounded."""
    work(unit * 400)  # caches
    once, twice = work(unit * 400), work(unit * 800)
    assert twice < 2.3 * once + 2000


def work(text: str) -> int:
    calls = 0

    def count(_frame, event, _arg):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return calls
