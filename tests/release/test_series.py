"""Several releases as one long table."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.series import release_date, to_long_csv


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年2月26日上午，奎文区开工。2023年1月1日", "2024-02-26"),
        ("发布时间：2024-03-05 10:20", "2024-03-05"),
        ("２０２４年３月５日", "2024-03-05"),
        ("2月26日，奎文区开工。", ""),
        ("2024年13月40日", ""),
    ],
)
def test_the_first_day_with_a_year_is_the_date(text, date):
    assert release_date(extract(text)) == date


def test_events_are_told_where_there_are_several():
    lines = to_long_csv([extract("奎文区签约16个，开工10个。", source="a.txt")]).splitlines()
    assert lines[1:] == [
        ",a.txt,签约,奎文区,projects,16,个,",
        ",a.txt,开工,奎文区,projects,10,个,",
    ]


def test_no_cell_is_a_formula():
    assert "'=1+1" in to_long_csv([extract("奎文区开工项目16个。", source="=1+1")])
