"""Parts against totals by interval arithmetic; the figures are those of the first map."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.printed import Printed, Stated, read_figure
from geo.tables.reconcile import Check, checks, contradiction, reconcile
from geo.tables.table import Table, read_table
from geo.tables.totals import read_totals
from tests.frames import table

UNITS = {"projects": "个", "investment": "亿元"}


def figures(*texts: str, unit: str = "亿元") -> list[Printed]:
    return [figure for text in texts if (figure := read_figure(text, unit))]


def figure(text: str, unit: str = "亿元") -> Printed:
    return figures(text, unit=unit)[0]


def stated(scope: str, label: str, column: str, text: str, unit: str) -> Stated:
    return Stated(scope, label, column, figure(text, unit), unit)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def projects(root: Path) -> Table:
    return read_table(root / "data" / "projects.csv", key="district", columns=UNITS)


@pytest.fixture(scope="module")
def weifang(root: Path, projects: Table) -> dict[tuple[str, str], Check]:
    found = checks(projects, read_totals(root / "data" / "totals.csv"))
    assert len({(c.label, c.column) for c in found}) == len(found)
    return {(c.label, c.column): c for c in found}


TYPES = "产业类 + 平台类 + 社会事业类 + 基础设施类 = 全市"


@pytest.mark.parametrize(
    ("label", "column", "expected"),
    [
        ("全市", "projects", ("264", "264", "0", 16, "=")),
        ("全市", "investment", ("1480.6", "1480", "1.3", 16, "=")),
        (TYPES, "projects", ("264", "264", "0", 4, "=")),
        (TYPES, "investment", ("1480.3", "1480", "0.7", 4, "=")),
        ("省级批次 ≤ 全市", "projects", ("70", "264", "0", 1, "<=")),
        ("省级批次 ≤ 全市", "planned", ("214", "552", "1", 1, "<=")),
        ("全年 ≥ 全市", "investment", ("13000", "1480", "500.5", 1, ">=")),
    ],
)
def test_the_first_maps_totals_agree_with_its_table(weifang, label: str, column: str, expected):
    check = weifang[label, column]
    total, whole, slack, count, relation = expected
    assert check.ok
    assert (check.parts_sum, check.stated, check.slack) == tuple(
        map(Decimal, (total, whole, slack))
    )
    assert (check.count, check.relation) == (count, relation)


def test_the_first_map_has_nine_checks(weifang):
    assert len(weifang) == 9


@pytest.mark.parametrize(("total", "ok"), [("1479.3", True), ("1481.9", True), ("1479.2", False)])
def test_the_slack_is_inclusive(total: str, ok: bool):
    """Sixteen parts printed to 0.1 add 0.8, a total printed to 1 adds 0.5."""
    parts = [Printed(Decimal("92.5375"), Decimal("0.1"))] * 16  # 1480.6 in sum
    whole = Printed(Decimal(total), Decimal(1))
    assert reconcile(parts, whole, "全市", "investment", "亿元").ok is ok


def test_counts_are_exact():
    parts = figures("131", "132", unit="个")
    check = reconcile(parts, figure("264", "个"), "全市", "projects", "个")
    assert (check.ok, check.slack) == (False, 0)


def test_counts_in_tens_of_thousands_are_rounded():
    """1.2万人 and 1.3万人 are within 2.6万人."""
    check = reconcile(figures("1.2万", "1.3万", unit="人"), figure("2.6万", "人"), "", "", "人")
    assert (check.ok, check.slack) == (True, 1500)


def test_whole_numbers_of_money_are_rounded_too():
    check = reconcile(figures("10", "20"), figure("31"), "", "", "亿元")
    assert (check.ok, check.slack) == (True, Decimal("1.5"))


def test_a_zero_dropped_from_one_part_does_not_widen_the_slack():
    """78 among 81.8 and 84.5 is 78.0."""
    check = reconcile(figures("81.8", "78", "84.5"), figure("244.3"), "", "", "亿元")
    assert check.slack == Decimal("0.20")


def test_an_exact_part_does_not_make_the_others_exact():
    parts = [Printed(Decimal(10)), *figures("81.8", "78")]
    assert reconcile(parts, Printed(Decimal(170)), "", "", "亿元").slack == Decimal("0.1")


def test_a_part_printed_in_a_larger_unit_keeps_its_own_rounding():
    check = reconcile(figures("1.3万亿", "81.8"), figure("13081.8"), "", "", "亿元")
    assert check.slack == Decimal("500.10")


@pytest.mark.parametrize(
    ("relation", "part", "ok"),
    [("<=", "265", False), ("<=", "264", True), (">=", "264", True), (">=", "263", False)],
)
def test_a_bound_is_broken_on_one_side_only(relation, part: str, ok: bool):
    whole = figure("264", "个")
    assert reconcile(figures(part, unit="个"), whole, "", "", "个", relation).ok is ok


def test_a_total_in_a_multiple_of_the_columns_unit_is_brought_to_it(projects: Table):
    (check,) = checks(projects, [stated("event", "全市", "investment", "0.148", "万亿元")])
    assert (check.stated, check.unit) == (1480, "亿元")
    assert check.slack == Decimal("5.8")


def test_a_total_in_another_unit_is_an_error(projects: Table):
    with pytest.raises(MapError) as error:
        checks(projects, [stated("event", "全市", "investment", "205", "亿美元")])
    assert str(error.value) == (
        "totals, 全市: investment is stated in 亿美元, the table is in 亿元. State it in 亿元."
    )


def test_a_missing_part_leaves_only_an_upper_bound():
    mine = table(奎文区=None, 潍城区=2)
    (enough,) = checks(mine, [stated("event", "全市", "v", "3", "个")])
    assert (enough.relation, enough.count, enough.ok) == ("<=", 1, True)
    (short,) = checks(mine, [stated("event", "全市", "v", "1", "个")])
    assert not short.ok


@pytest.mark.parametrize("key", ["合计", "全市", "Total", "全部项目"])
def test_a_row_of_totals_is_no_part(key: str):
    mine = table(**{"奎文区": 1, "潍城区": 2, key: 3})
    found = checks(mine, [stated("event", "全部项目", "v", "3", "个")])
    assert {(check.count, check.ok) for check in found} == {(2, True)}


def test_without_an_event_the_districts_sum_takes_its_place():
    mine = table(奎文区=1, 潍城区=2)
    totals = [stated("type", "甲", "v", "1", "个"), stated("type", "乙", "v", "1", "个")]
    (check,) = checks(mine, totals)
    assert (check.label, check.stated, check.ok) == ("甲 + 乙 = ∑", 3, False)


def test_totals_of_a_column_that_the_table_lacks_are_compared_with_one_another(projects: Table):
    totals = [stated("event", "全市", "planned", "552", "亿元"),
              stated("batch", "省级", "planned", "600", "亿元")]  # fmt: skip
    (check,) = checks(projects, totals)
    assert (check.label, check.ok) == ("省级 ≤ 全市", False)


def test_many_types_are_listed_by_the_first_and_the_last():
    totals = [stated("type", t, "v", "1", "个") for t in "甲乙丙丁戊"]
    (check,) = checks(table(奎文区=5), totals)
    assert check.label == "甲 + … + 戊 = ∑"


def test_a_contradiction_shows_both_numbers_and_what_rounding_explains():
    parts = figures("81.8", "84.5")
    check = reconcile(parts, figure("1480"), "全市", "investment", "亿元")
    assert str(contradiction(check, "weifang")) == (
        "weifang, 全市: investment adds up to 166.3 亿元, but 1,480 亿元 is stated; "
        "rounding explains 0.6 亿元. Correct the table or the stated total."
    )


def test_a_broken_bound_is_told_as_one():
    check = reconcile(figures("300", unit="个"), figure("264", "个"), "省级 ≤ 全市", "projects",
                      "个", "<=")  # fmt: skip
    assert str(contradiction(check, "weifang")) == (
        "weifang, 省级 ≤ 全市: projects is 300 个, but at most 264 个 is stated. "
        "Correct the table or the stated total."
    )
    turned = dataclasses.replace(check, relation=">=", label="全年 ≥ 全市")
    assert "but at least 264 个 is stated" in str(contradiction(turned, "weifang"))


@pytest.mark.parametrize("key", ["合计", "总 计", "Total", "全市", "潍坊市"])
def test_a_row_of_totals_is_compared_with_the_sum_at_once(key: str):
    mine = table(**{key: 99_999, "奎文区": "81.8", "潍城区": "84.5"})
    (check,) = checks(mine, [], total_rows=["潍坊市"])
    assert (check.label, check.ok, check.parts_sum) == (key, False, Decimal("166.3"))
    assert checks(mine, [], total_rows=["潍坊市"], rates=["v"]) == ()


def test_a_total_cannot_be_bounded_where_a_missing_part_could_be_negative():
    assert checks(table(奎文区="-5", 潍城区=None, 合计="-9"), []) == ()


def test_one_negative_part_beside_a_missing_one_leaves_no_bound():
    assert checks(table(奎文区="-5", 坊子区="3", 潍城区=None, 合计="-9"), []) == ()


def test_parts_of_zero_beside_a_missing_one_are_at_most_the_total():
    (check,) = checks(table(奎文区="0", 潍城区=None, 合计="1"), [])
    assert (check.relation, check.ok) == ("<=", True)


@pytest.mark.parametrize(
    ("text", "unit", "whole", "slack"),
    [
        ("1.3万亿", "亿元", "13166.3", "500.15"),  # to the nearest 1000 亿元
        ("8180", "万元", "167.2", "0.15005"),
        ("0.082", "千亿元", "248.3", "0.65"),  # 82 亿元 to the nearest 0.001 千亿元
    ],
)
def test_a_type_stated_in_another_unit_keeps_its_own_rounding(text, unit, whole, slack):
    other = Stated("type", "甲", "v", figure(text, unit), unit)
    totals = [stated("event", "全市", "v", whole, "亿元"), other,
              stated("type", "乙", "v", "81.8", "亿元"),
              stated("type", "丙", "v", "84.5", "亿元")]  # fmt: skip
    check = checks(table(全市=whole), totals)[-1]
    assert (check.label, check.ok) == ("甲 + 乙 + 丙 = 全市", True)
    assert check.slack == Decimal(slack)


def test_a_figure_printed_in_a_smaller_unit_does_not_sharpen_the_others():
    """奎文区 81.8亿元, 潍城区 84.5亿元, 坊子区 8180万元: 167.2 is 0.082 off and explained."""
    parts = figures("81.8", "84.5", "8180万元")
    check = reconcile(parts, figure("167.2"), "全市", "investment", "亿元")
    assert (check.ok, check.slack) == (True, Decimal("0.15005"))


@pytest.mark.parametrize(
    ("texts", "slack"),
    [
        (["81.8", "78", "84.5"], "0.15"),  # a dropped zero
        (["81.8", "78"], "0.10"),
        (["81.8", "78", "84"], "1.05"),  # two of three: each has its own
        (["81.8", "78.0", "84"], "0.60"),  # zeros are not dropped here
        (["8.18", "7.8", "84.52", "9.47", "6.31"], "0.025"),
        (["8.18", "7.8", "84"], "0.555"),
        (["1200", "78", "81.8"], "1.05"),
        (["81.8", "80", "84.5"], "0.15"),  # 80.0: its last zero is among those dropped
        (["1.5e3", "1200"], "50.5"),  # whole numbers do not sharpen one another
        (["1.1"] * 84 + ["2"] * 16, "5"),  # 10 and two standard deviations of 3
        (["1.1"] * 83 + ["2"] * 17, "12.65"),
    ],
)
def test_zeros_were_dropped_only_where_chance_explains_how_many(texts: list[str], slack: str):
    whole = Printed(Decimal(0), Decimal(0))
    assert reconcile(figures(*texts), whole, "", "", "亿元").slack == Decimal(slack)
