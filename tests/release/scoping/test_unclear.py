"""What is not understood loosens the bond to the subject, or breaks it: one clause, its scope."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.hierarchy import Levels
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.parsing.clauses import split_clauses
from geo.release.parsing.measures import read_measures
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from geo.release.scoping.scopes import Scope
from geo.release.scoping.unclear import not_understood
from geo.release.text.lines import read_lines
from tests.release.readings import cells

#: A clause, and what it leaves: who is spoken of, how firmly, what is announced.
CLAUSES = {
    "亮点纷呈": ("", "loose", ""),
    "奎文区聚焦主业": ("place", "loose", ""),
    "奎文区携手潍城区": ("place", "broken", ""),
    "某某镇抓住机遇": ("", "broken", ""),
    "城市面貌焕然一新": ("", "loose", ""),
    "某公司发力": ("", "broken", ""),
    "磁悬浮项目进展顺利": ("", "broken", ""),
    # a clause that begins with a unit and has figures: what 其中 divides is that unit's
    "奎文区全力以赴9个项目开工": ("part", "broken", ""),
    "潍坊市全力以赴9个项目开工": ("", "broken", "projects"),
    # lists that an office gives out
    "市发展改革委公布2024年全市重点项目名单": ("", "loose", ""),
    "省政府办公厅印发今年重点工程清单": ("", "loose", ""),
    "某公司发布新项目清单": ("", "broken", ""),
    "某某镇公布喜讯": ("", "broken", ""),
    # what announces the figures of units
    "潍坊市各区签约项目数": ("event", "loose", "projects"),
    "各区签约项目如下": ("", "broken", "projects"),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.items(), ids=list(CLAUSES))
def test_a_clause_that_says_nothing_leaves_its_scope(text, expected):
    line = next(iter(read_lines(text)))
    tokens = settle(scan(line.text, list(find_places(line.text, names_for(text, (), {})))))
    clause = next(split_clauses(line, 0, tokens))
    scope = not_understood(Scope(Levels(frozenset({"潍坊市"}))), clause)
    subject = scope.sentence.subject
    found = (subject.role if subject else "", scope.clause.bond.state, scope.sentence.lead)
    assert found == expected


@pytest.mark.parametrize("out", ["除外", "未计入", "不计算在内", "未列入"])
def test_who_is_left_out_has_none_of_the_figures(out):
    assert extract(f"奎文区{out}，开工项目43个。").rows == ()


def test_talk_of_projects_in_general_leaves_the_next_count_to_the_whole():
    told = "市重点项目办对各县区项目开工情况进行了梳理。一季度开工项目132个。"
    assert [t.reading.printed for t in extract(told).stated] == ["132个"]
    assert extract(told.replace("各县区", "尧沟镇")).stated == ()


def test_another_measure_before_the_one_asked_for_takes_nothing_from_it():
    text = (
        "奎文区接待游客213.5万人次，旅游收入13.8亿元；潍城区接待游客178.2万人次，旅游收入11.4亿元。"
    )
    found = extract(text, measures=read_measures(["income=旅游收入:亿元"]))
    assert [(r.name, r.cells[0].printed) for r in found.rows] == [
        ("奎文区", "13.8亿元"), ("潍城区", "11.4亿元"),
    ]  # fmt: skip


def test_a_measure_that_grew_names_the_sum_behind_its_rate():
    text = "1-7月，全市固定资产投资同比增长9.3%，总量达867.4亿元。奎文区固定资产投资12亿元。"
    found = extract(text, measures=read_measures(["invest=固定资产投资:亿元"]))
    assert [t.reading.printed for t in found.stated] == ["867.4亿元"]


def test_what_is_divided_anew_has_none_of_the_acts_told_before():
    text = "全年安排项目528个。按建设阶段分，新开工项目173个、竣工项目114个；{}，天河区86个。"
    for told in ("按行政区域分", "分县区看"):
        release = extract(text.format(told))
        assert [release.events[row.event] for row in release.rows] == ["全年"]
        assert not [check for check in release.checks if not check.ok]
    release = extract("全市新开工项目173个；按行政区域分，天河区86个。")
    assert [release.events[row.event] for row in release.rows] == ["新开工"]


def test_a_part_by_a_name_nobody_knows_is_a_part():
    # whose the eleven are is not said: hardly those of the last part
    assert cells("我县新引进项目17个，其中城关镇5个，经开区9个。已开工11个。") == {
        "经开区 projects 9"
    }


def test_where_most_are_is_told_of_the_projects_counted_before():
    text = "全省新设项目718个。主要集中在南昌、九江两市，分别为213个和126个。"
    assert cells(text) == {"南昌 projects 213", "九江 projects 126"}
    text = "全省新设项目718个。医院主要集中在南昌、九江两市，分别为213个和126个。"
    assert cells(text) == set()


def test_where_a_meeting_was_held_is_not_whose_the_projects_are():
    text = "投资推介会昨日在珠海举行，现场签约项目共41个。"
    assert cells(text) == set()
    assert [total.reading.printed for total in extract(text).stated] == ["41个"]
    assert not extract("珠海某企业年会昨日在珠海举行，现场签约项目共41个。").stated


@pytest.mark.parametrize(
    "before",
    [
        "汕头市接连举办两场签约活动。",
        "全州12县市同步举行开工活动，",
        "市政府组织开展重点项目观摩。",
    ],
)
def test_what_is_told_of_the_occasion_hides_no_total(before):
    text = f"{before}签约项目31个，其中澄海区9个。"
    assert [total.reading.printed for total in extract(text).stated] == ["31个"]


def test_an_area_between_a_count_and_its_sum_hides_neither():
    text = "全市项目34个、面积186万平方米、总投资49.3亿元，其中富平县8个、42万平方米、11.6亿元。"
    assert cells(text) == {"富平县 projects 8", "富平县 investment 11.6"}


def test_whom_the_mayor_leads_is_no_unit():
    text = "市长率团赴日韩招商，共签约项目23个。"
    assert [total.reading.printed for total in extract(text).stated] == ["23个"]


@pytest.mark.parametrize("lead", ["医院床位方面", "新增公园方面"])
def test_figures_of_another_topic_are_none_of_the_projects_told_before(lead):
    assert cells(f"全市集中开工项目86个。{lead}，长寿区22个，璧山区20个。") == set()
    read = cells("全市集中开工项目86个。区域分布方面，长寿区22个，璧山区20个。")
    assert read == {"长寿区 projects 22", "璧山区 projects 20"}


@pytest.mark.parametrize(
    ("before", "read"),
    [
        ("重大项目集中开工活动举行，", ["21个"]),
        ("主会场设在奎文区科技新城，", []),
        ("城东镇项目集中开工活动举行，", []),
        ("华明公司项目开工仪式举行，", []),
    ],
)
def test_an_occasion_has_no_projects_of_its_own(before, read):
    found = extract(f"7月13日，{before}共开工项目21个。")
    assert [total.reading.printed for total in found.stated] == read


def test_all_units_are_spoken_of_and_not_the_one_before_them():
    text = "奎文区项目进展顺利。各县（市、区）、开发区投资增速趋缓，其中，临朐县完成投资15.3亿元。"
    assert cells(text) == {"临朐县 completed 15.3"}


def test_several_orders_of_a_kind_are_not_all_that_a_unit_signed():
    told = "白银市在洽谈会上，签约项目17个。白银市此次接下了多个文旅大单，签约项目6个。"
    assert cells(told) == {"白银市 projects 17"}


def test_how_the_projects_are_divided_may_be_said_behind_their_count():
    found = extract("全市安排重点项目31项，总投资64亿元，按进度分，续建项目13项，总投资24亿元。")
    assert [total.reading.printed for total in found.stated] == ["31项", "64亿元", "13项", "24亿元"]


def test_where_the_main_venue_is_says_not_whose_the_projects_are():
    told = "9月13日，集中开工活动举行，主会场在{}中银大厦，集中开工项目共51个。"
    assert [t.reading.printed for t in extract(told.format("某州新区")).stated] == ["51个"]
    other = told.replace("主会场在", "走进").format("某州新区")
    assert extract(other).stated == ()
