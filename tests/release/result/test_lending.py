"""What the statement before lends: the measure of a sum, the kind or the noun of a count."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("全市新增入选企业68家。其中，南湖区新增9家。", {"南湖区 companies 9"}),
        ("全市规上企业68家，总数达到241家，其中南湖区签约9家。", {"南湖区 companies 9"}),
        ("全市签约项目68家，其中南湖区9家。", {"南湖区 projects 9"}),
        ("全市企业68家。全市签约项目31个，其中南湖区9家。", {"南湖区 projects 9"}),
    ],
)
def test_firms_counted_before_are_what_is_counted_by_their_counter(text, read):
    assert cells(text) == read


def test_another_count_of_the_same_firms_is_listed():
    unused = extract("全市新增入选企业68家，总数达到241家。").unused
    assert [(number.printed, number.reason) for number in unused] == [("241家", "unclear")]


def test_a_size_is_that_of_the_next_unit_too():
    read = cells("奎文区10亿元以上项目达8个，潍城区11个；坊子区开工项目7个，寒亭区开工9个。")
    assert read == {"坊子区 projects 7", "寒亭区 projects 9"}


def test_sums_of_units_are_called_as_that_of_the_whole():
    text = "全州项目736个，资金总规模41.8亿元。其中，西昌市42个项目、2.6亿元；会理市39个、2.1亿元。"
    assert {cell for cell in cells(text) if "projects" not in cell} == {
        "西昌市 资金总规模 2.6",
        "会理市 资金总规模 2.1",
    }
