"""A table against the totals its source states; the figures are those of the first map."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.checks import checks
from geo.tables.printed import Stated
from geo.tables.reader import read_table
from geo.tables.reconcile import Check
from geo.tables.table import Table
from geo.tables.totals import read_totals
from tests.frames import figure, table

UNITS = {"projects": "个", "investment": "亿元"}


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
        (TYPES, "investment", ("1480.3", "1480", "1.15", 4, "=")),
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


def test_a_note_among_the_rows_is_no_part_that_is_missing():
    """Else a total that is too high would pass, since an unknown part might make it up."""
    text = {"Alpha": 1, "Beta": 2, "合计": 9, "2. 初步数": None}
    made = table(**text)
    (open_,) = checks(made, ())
    (closed,) = checks(made, (), outside=["2. 初步数"])
    assert (open_.relation, open_.ok) == ("<=", True)
    assert (closed.relation, closed.ok) == ("=", False)
    (missing,) = checks(table(Alpha=1, Beta=None, 合计=9), (), outside=["2. 初步数"])
    assert missing.relation == "<="  # a district without a figure may make it up
