"""What was done to projects: several acts of one count, those begun of the counted, since when."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.words.numbers import plain

#: Text, and its totals: event, column, value.
TOTALS = {
    "集中签约、开工、投产项目共计124个。": "签约开工投产 projects 124",
    "全市新开工、复工亿元以上工业项目873项。": "新开工复工 projects 873",
    "签约和开工项目分别为12个、9个。": "",
    "全市重点项目按照形象进度累计完成投资283亿元。": " completed 283",
    "181项重点项目已实现开复工项目173项。": "列入 projects 181; 开工复工 projects 173",
    "两年来累计开工项目931个，总投资4077亿元。": "两年来 projects 931; 两年来 investment 4077",
    "预计全年实施项目总数240个，总投资860亿元。": "全年 projects 240; 全年 investment 860",
    "预计上半年实施项目总数240个。": "",
}


@pytest.mark.parametrize(("text", "expected"), TOTALS.items(), ids=list(TOTALS))
def test_totals_have_their_acts(text, expected):
    found = extract(text)
    told = [
        f"{found.events[t.event]} {t.reading.column} {plain(t.reading.figure.value)}"
        for t in found.stated
    ]
    assert "; ".join(told) == expected


def test_a_unit_s_count_of_two_acts_is_of_neither_alone():
    found = extract("奎文区签约、开工项目12个。")
    assert [found.events[row.event] for row in found.rows] == ["签约开工"]


def test_the_occasion_before_an_act_chooses_no_projects():
    found = extract("奎文区第六期项目建设活动集中开工项目5个。潍城区开工项目9个。")
    assert [row.name for row in found.rows] == ["奎文区", "潍城区"]


@pytest.mark.parametrize(
    "text",
    [
        "安丘市93个新开工重点项目已有52个开工。",
        "安丘市93个新开工重点项目中有52个项目实现开工，开工率51%。",
        "安丘市93个新开工重点项目共有52个已开工。",
    ],
)
def test_an_act_behind_the_count_of_those_counted_before_is_that_count_s(text):
    found = extract(text)
    told = {found.events[row.event]: row.cells[0].printed for row in found.rows}
    assert told == {"列入": "93个", "开工": "52个"}
    assert [text[c.start : c.end] for row in found.rows for c in row.cells] == ["93个", "52个"]


def test_projects_of_two_acts_may_have_their_count_before_them():
    text = "全区续建项目11个。15个续建及竣工项目，完成投资8亿元。"
    found = extract(text)
    assert found.conflicts == ()
    assert [found.events[t.event] for t in found.stated] == ["续建", "续建竣工", "续建竣工"]
