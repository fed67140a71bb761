# ruff: noqa: E501 - a sentence and its label stay on one line
"""Totals with their scope, events kept apart, contradictions shown, names matched with the map's."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.words.numbers import plain

#: Text, and the totals in it: scope, label, column, value.
TOTALS = {
    "全市264个重大项目集中开工，总投资1480亿元，年度计划投资552亿元。":
        "event 全市 projects 264; event 全市 investment 1480; event 全市 planned 552",
    "264个重大项目集中开工，总投资1480亿元。": "event 合计 projects 264; event 合计 investment 1480",
    "此次共开工项目264个，总投资1480亿元，其中年度计划投资552亿元。":
        "event 此次 projects 264; event 此次 investment 1480; event 此次 planned 552",
    "潍坊市共开工项目264个，其中奎文区16个、潍城区15个。": "event 潍坊市 projects 264",
    "全市开工264个，其中，省级重点项目70个，总投资615亿元。":
        "event 全市 projects 264; batch 省级重点 projects 70; batch 省级重点 investment 615",
    "全市开工264个。其中，纳入全省春季集中开工的项目70个，总投资615亿元。":
        "event 全市 projects 264; batch 纳入全省春季集中开工 projects 70; batch 纳入全省春季集中开工 investment 615",
    "从类型看，产业类项目219个，总投资1143亿元；平台类11个，总投资99.2亿元。":
        "type 产业类 projects 219; type 产业类 investment 1143; type 平台类 projects 11; type 平台类 investment 99.2",
    "全市264个项目中，产业类219个、社会事业类21个。":
        "event 全市 projects 264; type 产业类 projects 219; type 社会事业类 projects 21",
    "产业项目219个，总投资1143亿元；基础设施项目13个，总投资157.6亿元。":
        "type 产业 projects 219; type 产业 investment 1143; type 基础设施 projects 13; type 基础设施 investment 157.6",
    "2024年，全市计划实施重点项目1527个，总投资1.3万亿元。":
        "portfolio 2024年 projects 1527; portfolio 2024年 investment 13000",
    "今年，全市共安排省市重点项目1527个。": "portfolio 今年 projects 1527",
    "合计：264个项目，总投资1480亿元。": "event 合计 projects 264; event 合计 investment 1480",
    "县市区\t项目数\t总投资（亿元）\n奎文区\t16\t81.8\n潍城区\t15\t84.5\n合计\t31\t166.3":
        "event 合计 projects 31; event 合计 investment 166.3",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOTALS.items(), ids=list(TOTALS))
def test_a_text_gives_its_totals(text, expected):
    found = extract(text).stated
    assert (
        "; ".join(
            f"{t.scope} {t.label} {t.reading.column} {plain(t.reading.figure.value)}" for t in found
        )
        == expected
    )


def rows(release) -> list[tuple]:
    columns = ("projects", "investment")
    return [
        (
            r.event,
            r.name,
            *(plain(c.figure.value) if (c := r.cell(column)) else None for column in columns),
        )
        for r in release.rows
    ]


def test_two_times_are_two_events():
    release = extract(
        "今年春季，全市开工31个：奎文区16个，潍城区15个。去年同期，全市开工22个：奎文区12个，潍城区10个。"
    )
    assert release.events == ("今年春季", "去年同期")
    assert rows(release) == [
        (0, "奎文区", "16", None),
        (0, "潍城区", "15", None),
        (1, "奎文区", "12", None),
        (1, "潍城区", "10", None),
    ]
    assert [(t.event, plain(t.reading.figure.value)) for t in release.stated] == [
        (0, "31"),
        (1, "22"),
    ]
    assert all(check.ok for check in release.checks)


def test_two_acts_are_two_events():
    release = extract(
        "奎文区签约16个，总投资81.8亿元，开工10个，总投资50亿元；潍城区签约15个，总投资84.5亿元。"
    )
    assert release.events == ("签约", "开工")
    assert rows(release) == [
        (0, "奎文区", "16", "81.8"),
        (0, "潍城区", "15", "84.5"),
        (1, "奎文区", "10", "50"),
    ]


def test_headings_tell_events_apart():
    release = extract(
        "一、签约情况\n奎文区16个，总投资81.8亿元；潍城区15个，总投资84.5亿元。\n\n二、开工情况\n奎文区10个，总投资50亿元。"
    )
    assert release.events == ("签约", "开工")
    assert rows(release)[2] == (1, "奎文区", "10", "50")


def test_last_year_never_fills_this_years_table():
    release = extract(
        "去年，高新区开工12个，总投资60亿元。\n今年春季，奎文区开工16个，总投资81.8亿元；潍城区开工15个，总投资84.5亿元。"
    )
    assert [(r.name, release.events[r.event]) for r in release.rows] == [
        ("奎文区", "今年春季"),
        ("潍城区", "今年春季"),
        ("高新区", "去年"),
    ]


def test_different_figures_for_one_cell_are_a_contradiction_and_neither_is_taken():
    release = extract("奎文区16个，总投资81.8亿元。奎文区18个，总投资81.8亿元。")
    assert rows(release) == [(0, "奎文区", None, "81.8")]
    assert [(c.name, [r.printed for r in c.readings]) for c in release.conflicts] == [
        ("奎文区, projects", ["16个", "18个"])
    ]


def test_a_contradicted_total_is_shown_with_both_sides():
    release = extract(
        "全市开工30个，总投资166亿元。奎文区16个，总投资81.8亿元；潍城区15个，总投资84.5亿元。"
    )
    shown = [(c.label, c.column, plain(c.parts_sum), plain(c.stated), c.ok) for c in release.checks]
    assert shown == [
        ("全市", "projects", "31", "30", False),
        ("全市", "investment", "166.3", "166", True),
    ]


def test_a_column_of_one_unit_among_three_is_what_was_said_of_something_in_it():
    counts = "奎文区16个，总投资81.8亿元{}；潍城区15个，总投资84.5亿元{}；坊子区15个{}。"
    one = extract(counts.format("，用地910亩", "", ""))
    assert list(one.columns()) == ["projects", "investment"]
    assert [(u.printed, u.reason) for u in one.unused] == [("910亩", "partial")]
    two = extract(counts.format("，用地910亩", "，用地80亩", ""))
    assert two.columns() == {"projects": "个", "investment": "亿元", "用地": "亩"}


NAMES = ("奎文区", "潍城区", "滨海区", "高新区")
ALIASES = {"滨海区": ("潍坊滨海经济技术开发区", "滨海")}


@pytest.mark.parametrize("printed", ["奎文区", "奎文", "潍坊市奎文区", "山东省潍坊市奎文区"])
def test_a_given_name_is_matched_long_and_short(printed):
    release = extract(f"{printed}16个，总投资81.8亿元。", names=NAMES)
    assert [(r.name, r.known) for r in release.rows] == [("奎文区", True)]


@pytest.mark.parametrize("printed", ["滨海区", "滨海", "潍坊滨海经济技术开发区"])
def test_an_alias_is_matched(printed):
    release = extract(f"{printed}20个，总投资144.5亿元。", names=NAMES, aliases=ALIASES)
    assert [(r.name, r.printed) for r in release.rows] == [("滨海区", printed)]


@pytest.mark.parametrize("printed", ["滨海开发区", "新城区", "青州市"])
def test_an_unknown_name_is_kept_and_reported_never_bent(printed):
    release = extract(f"{printed}20个，总投资144.5亿元。", names=NAMES, aliases=ALIASES)
    assert release.unknown == (printed,)
    assert release.missing == NAMES


def test_every_figure_is_where_its_span_says():
    text = "全市开工31个。\n奎文区１６个，总投资约８１．８亿元；\n潍城区十五个，总投资84.5亿元。"
    release = extract(text)
    assert [text[r.start : r.end] for r in release.figures] == [
        "31个",
        "１６个",
        "约８１．８亿元",
        "十五个",
        "84.5亿元",
    ]
    assert text[slice(*release.figures[2].sentence)] == "奎文区１６个，总投资约８１．８亿元；"
    assert all(text[u.start : u.end] == u.printed for u in release.unused)


def test_of_several_kinds_told_side_by_side_none_is_the_whole_s():
    found = extract("我市引进电子信息项目4个，钨加工项目7个，纺织服装项目5个。")
    assert (found.stated, found.conflicts) == ((), ())


def test_a_share_of_something_else_takes_nothing_back():
    share = "全省新开工项目99项，年度投资计划206.8亿元，占全省{}541亿元的38%。"
    assert len(extract(share.format("固定资产投资计划")).stated) == 2
    assert extract(share.format("年度投资计划")).stated == ()
