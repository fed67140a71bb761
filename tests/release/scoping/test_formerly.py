"""Times told behind a unit's figures."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "奎文区完成投资14亿元，去年同期完成12亿元，潍城区完成投资13亿元，去年同期完成11亿元。",
            "奎文区 14亿元; 潍城区 13亿元; 去年同期 奎文区 12亿元; 去年同期 潍城区 11亿元",
        ),
        (
            "奎文区完成投资14亿元，去年同期为12亿元，潍城区完成投资13亿元。",
            "奎文区 14亿元; 潍城区 13亿元",
        ),
        (
            "奎文区完成投资14亿元，2018年为7个，潍城区完成投资13亿元。",
            "奎文区 14亿元; 潍城区 13亿元",
        ),
        ("奎文区去年开工14个，潍城区13个。", "去年 奎文区 14个; 去年 潍城区 13个"),
        (
            "今年奎文区开工14个、潍城区13个，去年奎文区12个、潍城区11个。",
            "今年开工 奎文区 14个; 今年开工 潍城区 13个; 去年 奎文区 12个; 去年 潍城区 11个",
        ),
    ],
)
def test_a_year_behind_a_unit_s_figures_is_not_the_next_unit_s(text, rows):
    found = extract(text)
    told = [
        f"{found.events[row.event]} {row.name} {cell.printed}".strip()
        for row in found.rows
        for cell in row.cells
    ]
    assert "; ".join(told) == rows
