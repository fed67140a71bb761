"""When a stated total contradicts the rows: all parts were read, or the bound is broken."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


def verdicts(text: str, **given) -> list[tuple]:
    """Write every comparison: label, sum, relation, stated, whether it holds."""
    return [
        (c.label, f"{c.parts_sum:f}", c.relation, f"{c.stated:f}", c.ok)
        for c in extract(text, **given).checks
    ]


SOME = "全市开工{}个。奎文区16个，潍城区15个，均为开工项目。"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (31, ("全市", "31", "=", "31", True)),
        (264, ("全市", "31", "<=", "264", True)),  # others may not be named
        (20, ("全市", "31", "<=", "20", False)),
    ],
)
def test_units_that_are_not_all_are_at_most_the_whole(stated, expected):
    assert verdicts(SOME.format(stated)) == [expected]


def test_all_districts_of_a_city_need_not_be_all_there_is():
    """Zones and the city's own projects are in its total, too."""
    units = ("越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县")
    parts = "；".join(f"{name}开工10个" for name in units)
    assert verdicts(f"全市开工264个。{parts}。") == [("全市", "60", "<=", "264", True)]
    assert verdicts(f"全市开工54个。{parts}。") == [("全市", "60", "<=", "54", False)]


def test_all_given_names_make_the_sum_exact():
    found = verdicts(SOME.format(264), names=("奎文区", "潍城区"))
    assert found == [("全市", "31", "=", "264", False)]


def test_a_number_left_unread_among_the_rows_makes_it_a_bound_again():
    text = "全市开工264个。奎文区16个；某某镇等地开工20个；潍城区15个，均为开工项目。"
    assert verdicts(text, names=("奎文区", "潍城区")) == [("全市", "31", "<=", "264", True)]


def test_a_row_of_totals_closes_its_table():
    text = "县市区\t项目数\n奎文区\t16\n潍城区\t15\n合计\t30"
    assert verdicts(text) == [("合计", "31", "=", "30", False)]


def test_types_that_are_not_all_contradict_nothing():
    text = "全市开工264个。从类型看，产业类项目219个，平台类项目11个。"
    assert verdicts(text) == []


def test_a_part_that_is_more_than_the_whole_contradicts_it():
    text = "全市开工31个，其中省级重点项目70个。"
    assert verdicts(text) == [("省级重点 ≤ 全市", "70", "<=", "31", False)]


def test_a_batch_of_another_sentence_may_be_of_other_projects():
    assert verdicts("全市280个市级重点项目开工。全市计划新开工项目130个。") == []


def test_totals_that_need_not_agree_are_kept_from_the_table():
    assert [s.figure.value for s in extract(SOME.format(264)).totals] == []
    assert len(extract(SOME.format(264)).stated) == 1
    assert [int(s.figure.value) for s in extract(SOME.format(31)).totals] == [31]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [("以上合计", "31", "=", "31", True)]),
        # other units beside those that were summed up contradict nothing
        ("坊子区开工20个。", []),
        # what the whole has goes before
        ("全市共开工31个。", [("全市", "31", "=", "31", True)]),
    ],
)
def test_what_units_of_a_sentence_amount_to_is_compared_with_no_others(more, expected):
    assert verdicts(f"奎文区开工16个、潍城区开工15个，合计31个。{more}") == expected


def test_a_mean_of_the_whole_is_no_sum_of_its_parts():
    measures = read_measures(["income=居民人均可支配收入:元", "total=财政收入:元"])
    told = "全市{0}24316元。奎文区{0}38214元，潍城区{0}33125元。"
    assert extract(told.format("居民人均可支配收入"), measures=measures).checks == ()
    release = extract(told.format("居民人均可支配收入"), measures=measures)
    assert (len(release.stated), release.totals) == (1, ())
    assert len(extract(told.format("财政收入"), measures=measures).checks) == 1


def test_a_part_of_what_was_read_in_part_contradicts_nothing():
    units = "奎文区60个，开工12个；潍城区30个，开工18个。"
    told = "全市实施项目90个。其中：{}48个新建项目开工28个。" + units
    assert verdicts(told.format("42个续建项目35个复工；"))[1:] == []
    assert not all(v[-1] for v in verdicts("全市实施项目90个，开工28个。" + units))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市开工20个。越城区开工16个，柯桥区开工15个。", True),
        ("全市开工20个。越城区开工16个，鹿城区开工15个。", False),  # of two cities
        ("绍兴市开工20个。越城区开工16个，柯桥区开工15个。", True),
        ("温州市开工20个。越城区开工16个，柯桥区开工15个。", False),
        ("全国开工20个。浙江省开工16个，湖南省开工15个。", True),
    ],
)
def test_a_whole_is_contradicted_by_units_that_are_in_it(text, told):
    assert [not check.ok for check in extract(text).checks] == [told] * told
