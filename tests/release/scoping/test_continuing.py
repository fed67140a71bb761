"""What clauses without a name say of the whole's projects, and what stands between."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells

WHOLE = "全市重点项目94项。"


def totals(text: str) -> list[str]:
    return [total.reading.printed for total in extract(text).stated]


@pytest.mark.parametrize(
    "between",
    [
        "1-9月完成投资101.7亿元。",
        "全市重点工程进展顺利，完成投资101.7亿元。",
        "重点项目建设有序推进，完成投资101.7亿元。",
        "其中省级3项、市级6项。完成投资101.7亿元。",
    ],
)
def test_money_after_the_count_of_the_whole_is_the_whole_s(between):
    assert "101.7亿元" in totals(WHOLE + between)


@pytest.mark.parametrize(
    "between",
    [
        "城南大桥进展顺利，完成投资101.7亿元。",
        "全市重点项目城南大桥进展顺利，完成投资101.7亿元。",
        "城东镇实施项目9个，完成投资101.7亿元。",
        "奎文区16项。完成投资101.7亿元。",
        "某公司项目进展顺利，完成投资101.7亿元。",
        "重点项目有序推进，计划投资101.7亿元的大桥完工。",
    ],
)
def test_money_after_another_thing_was_named_is_not(between):
    assert totals(WHOLE + between) == ["94项"]


def test_a_text_may_begin_with_what_key_projects_cost():
    found = extract("截至11月底，省市两级重点工程完成投资249亿元。")
    assert [total.reading.printed for total in found.stated] == ["249亿元"]
    assert extract("截至11月底，高铁项目完成投资249亿元。").stated == ()


def test_how_projects_get_on_changes_nothing_between_a_unit_and_its_figures():
    assert cells("奎文区实施新方案，项目建设亮点纷呈，新开工16个。") == {"奎文区 projects 16"}
    assert cells("奎文区开工重点项目16个，继续保持增长势头，总投资8亿元。") == {
        "奎文区 projects 16",
        "奎文区 investment 8",
    }
    assert cells("奎文区实施新方案，项目建设另有亮点，新开工16个。") == set()


def test_a_kind_that_was_spoken_of_is_counted_next():
    told = "此次开工的项目共37个。其中，文旅项目{}，共8个，总投资12亿元。"
    assert "8个" in [t.reading.printed for t in extract(told.format("占比较高")).stated]
    assert extract("奎文区开工37个，文旅项目占比较高，共8个。").stated == ()
