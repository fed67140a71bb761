"""What a clause without figures announces."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


@pytest.mark.parametrize(
    ("lead", "column"),
    [
        ("本次集中签约，", "projects"),
        ("各县（市、区）项目数依次为：", "projects"),
        ("总投资同比增长5%，", ""),
    ],
)
def test_a_lead_says_what_bare_counts_are(lead, column):
    rows = extract(f"{lead}坊子区16个、寒亭区15个。").rows
    assert {cell.column for row in rows for cell in row.cells} == ({column} if column else set())


def test_bare_sums_are_of_the_measure_that_is_announced():
    rows = extract("总投资：坊子区16亿元、寒亭区15亿元。").rows
    assert [(row.name, row.cells[0].column) for row in rows] == [
        ("坊子区", "investment"),
        ("寒亭区", "investment"),
    ]
