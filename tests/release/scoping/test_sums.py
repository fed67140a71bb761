# ruff: noqa: E501 - an example and what is read of it stay on one line
"""Whose money is that stands behind counts."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from tests.release.readings import cells

COUNTS = {"奎文区 projects 4", "奎文区 projects 2"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # the next sentence goes on about the count, if that is all the last one said
        ("奎文区开工项目8个。项目总投资26亿元。", {"奎文区 projects 8", "奎文区 investment 26"}),
        ("奎文区开工项目8个。总投资26亿元的项目落户。", {"奎文区 projects 8"}),
        ("奎文区开工8个，潍城区开工5个。总投资26亿元。", {"奎文区 projects 8", "潍城区 projects 5"}),
        ("奎文区开工8个，其中产业类6个。总投资26亿元。", {"奎文区 projects 8"}),
        ("奎文区开工8个。\n总投资26亿元。", {"奎文区 projects 8"}),
        ("各区开工项目及投资：奎文区8个26亿元。", {"奎文区 projects 8", "奎文区 investment 26"}),
        # money behind two acts is of neither, but a semicolon parts them
        ("奎文区开工4个、竣工2个，总投资9亿元。", COUNTS),
        ("奎文区开工4个、竣工2个，年度计划投资9亿元。", COUNTS),
        ("奎文区开工4个；竣工2个，总投资9亿元。", {*COUNTS, "奎文区 investment 9"}),
        ("奎文区开工4个，总投资8亿元，竣工2个，总投资9亿元。",
            {*COUNTS, "奎文区 investment 8", "奎文区 investment 9"}),
    ],
)  # fmt: skip
def test_money_is_whose_it_is_for_certain(text, read):
    assert cells(text) == read


def test_a_heading_s_act_is_not_that_of_projects_of_which_some_were_begun():
    release = extract("全市重大项目集中开工\n奎文区12个重点项目已开工9个。潍城区8个项目已竣工2个。")
    found = {(release.events[r.event], r.name): str(r.cells[0].figure.value) for r in release.rows}
    assert release.conflicts == ()
    told = extract("潍坊市集中开工\n\n全市开工9个。\n\n奎文区开工3个。\n\n潍城区8个项目已开工2个。")
    assert told.conflicts == ()
    assert found == {
        ("列入", "奎文区"): "12",
        ("开工", "奎文区"): "9",
        ("列入", "潍城区"): "8",
        ("竣工", "潍城区"): "2",
    }


def test_what_was_completed_is_of_all_acts_together():
    release = extract("奎文区45个重点项目已开工41个，竣工9个，完成投资126亿元。")
    found = {
        (release.events[row.event], cell.column): str(cell.figure.value)
        for row in release.rows
        for cell in row.cells
    }
    assert found == {
        ("列入", "projects"): "45",
        ("列入", "completed"): "126",
        ("开工", "projects"): "41",
        ("竣工", "projects"): "9",
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("奎文区59个，潍城区48个；完成投资分别为86.4亿元、71.3亿元。", {"86.4", "71.3"}),
        ("奎文区59个，潍城区48个；完成投资分别为86.4亿元、71.3亿元、55.8亿元。", set()),
        ("奎文区59个，潍城区48个，奎文区高新区3个；完成投资分别为86.4亿元、71.3亿元。", set()),
        ("奎文区59个，奎文区5个；完成投资分别为86.4亿元、71.3亿元。", set()),
    ],
)
def test_sums_of_each_are_those_of_all_units_named_before(text, read):
    found = {cell for cell in cells(f"各区开工项目：{text}") if "completed" in cell}
    assert {cell.split()[-1] for cell in found} == read


def test_units_parted_by_a_bracket_are_counted_together():
    assert cells("奎文区（不含新区）、潍城区共有43个项目。") == set()
    each = {"奎文区 projects 12", "潍城区 projects 9"}
    assert cells("奎文区（含新区）、潍城区分别开工12个、9个。") == each
    assert cells("各区开工项目：奎文区（12个）、潍城区（9个）。") == each


def test_funds_behind_a_semicolon_are_those_of_the_only_unit():
    text = "奎文区签约41个，比上年多9个；到位资金87.6亿元。潍城区签约52个；到位资金112.3亿元。"
    assert {cell for cell in cells(text) if "到位资金" in cell} == {
        "奎文区 到位资金 87.6", "潍城区 到位资金 112.3"
    }  # fmt: skip
    text = "奎文区签约41个，潍城区签约52个；到位资金87.6亿元。坊子区签约1个；到位资金2亿元。"
    assert {cell for cell in cells(text) if "到位资金" in cell} <= {"坊子区 到位资金 2"}


@pytest.mark.parametrize(
    "text",
    [
        "奎文区（含高新区）、潍城区同时举行开工仪式，开工项目43个。",
        "奎文区、潍城区（不含新区）和坊子区联合签约，43个项目开工，总投资211亿元。",
        "潍城区等地共开工43个。",
        "潍城区等地，开工项目43个。",
        "除奎文区（开工5个）外，潍城区等地共开工43个。",
    ],
)
def test_what_several_have_together_is_no_cell_of_the_last(text):
    assert cells(text) == set()


def test_sums_of_the_units_of_the_sentence_before_are_theirs():
    text = "开工项目中，奎文区16个，潍城区15个。总投资分别为81.8亿元、84.5亿元。"
    assert cells(text) == {
        "奎文区 projects 16", "潍城区 projects 15",
        "奎文区 investment 81.8", "潍城区 investment 84.5",
    }  # fmt: skip
    assert "潍城区 investment 84.5" not in cells(
        text.replace("潍城区15个", "潍城区15个，坊子区9个")
    )


@pytest.mark.parametrize("these", ["这16个项目", "上述16个项目", "16个项目", "这批项目"])
def test_the_money_of_the_projects_just_counted_is_their_units(these):
    text = f"奎文区开工16个项目。{these}总投资81.8亿元。"
    assert cells(text) == {"奎文区 projects 16", "奎文区 investment 81.8"}
    assert not extract(text).stated


def test_the_money_of_another_count_is_not():
    assert cells("奎文区开工16个项目。这12个项目总投资81.8亿元。") == {"奎文区 projects 16"}


def test_a_unit_s_funds_may_come_before_its_projects():
    text = "淅川县：到位省外资金58.3亿元，新签约项目34个；西峡县：到位省外资金54.7亿元，新签约项目31个。"
    assert "淅川县 projects 34" in cells(text)
    assert "西峡县 到位省外资金 54.7" in cells(text)


def read_by_event(text):
    """Write the counts that are read of each unit, by event."""
    found = extract(text)
    return {
        f"{found.events[row.event]} {row.name} {cell.printed}"
        for row in found.rows
        for cell in row.cells
    }


def test_acts_behind_semicolons_are_of_each_unit_in_turn():
    text = "奎文区开工16个；竣工7个；潍城区开工15个；竣工9个；"
    read = {"开工 奎文区 16个", "竣工 奎文区 7个", "开工 潍城区 15个", "竣工 潍城区 9个"}
    assert read_by_event(text) == read == read_by_event(text.replace("潍城区", "\n潍城区"))
    both = "奎文区完成投资8亿元；开工16个；竣工7个；潍城区完成投资6亿元；开工15个；竣工9个。"
    assert read_by_event(both) == read | {"开工 奎文区 8亿元", "开工 潍城区 6亿元"}


def test_an_act_that_was_not_told_of_the_first_unit_or_comes_too_early_is_nobodys():
    """Behind a name that is not understood they are perhaps that one's."""
    told = {"开工 奎文区 16个", "开工 潍城区 15个"}
    assert read_by_event("奎文区开工16个；潍城区开工15个；竣工24个。") == told
    told |= {"竣工 奎文区 7个", "竣工 潍城区 9个"}
    first = "奎文区开工16个；竣工7个；潍城区开工15个；竣工9个；"
    assert read_by_event(f"{first}某某园开工5个；竣工3个。") == told
    lacking = "奎文区开工16个；竣工7个；潍城区开工15个；\n某某园：；竣工3个。"
    assert "竣工 潍城区 3个" not in read_by_event(lacking)


def test_what_is_planned_behind_both_figures_is_that_of_the_unit_the_line_is_about():
    planned = "奎文区：46个项目开工，总投资263亿元。2023年{}完成投资87亿元。"
    assert "奎文区 planned 87" in cells(planned.format("计划"))
    assert "奎文区 planned 87" not in cells(planned.format("预计"))
    assert "奎文区 planned 87" not in cells(f"其中，{planned.format('计划')}")


def test_a_sum_behind_units_without_any_is_not_the_last_one_s_if_the_whole_has_none():
    text = "潍坊市签约项目28个，其中奎文区6个，潍城区9个，坊子区3个，{}134亿元。"
    for measure in ("协议投资总额", "总投资"):
        assert not any("investment" in cell for cell in cells(text.format(measure)))


def test_money_right_behind_a_count_is_of_that_count():
    found = extract("全市开复工项目共63个，其中新开工24个项目总投资147亿元。")
    assert [t.reading.printed for t in found.stated] == ["63个", "24个", "147亿元"]


PARTS = (
    "临朐县安排项目79个，总投资313亿元。其中，新建项目43个{}，续建项目36个，年度计划投资64亿元。"
)


def test_money_behind_kinds_without_any_is_not_the_last_one_s():
    assert not any("planned" in cell for cell in cells(PARTS.format("")))
    assert "临朐县 planned 64" in cells(PARTS.format("，总投资90亿元"))


@pytest.mark.parametrize("whose", ["", "这", "上述"])
def test_a_count_may_be_repeated_in_the_next_line(whose):
    text = "临朐县34个项目集中开工。\n{}{}个项目总投资66亿元。"
    assert "临朐县 investment 66" in cells(text.format(whose, 34))
    assert "临朐县 investment 66" not in cells(text.format(whose, 35))
    assert "临朐县 investment 66" not in cells(text.format("某某公司的", 34))


@pytest.mark.parametrize(
    ("units", "stated"), [("等6县市区", ["890公顷"]), ("", []), ("等受灾", [])]
)
def test_units_that_a_text_begins_with_are_all_there_are_if_it_counts_them(units, stated):
    text = f"洪水造成奎文区、潍城区、寒亭区{units}，受灾面积890公顷。"
    found = extract(text, measures=read_measures(["area=受灾面积:公顷"]))
    assert [total.reading.printed for total in found.stated] == stated
    assert not found.rows
