"""One cause of many unmatched rows is one message; few rows have one each."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.tables.join import join
from tests.frames import districts, table

NAMES = {"110101": "东城区", "110102": "西城区", "110105": "朝阳区", "110106": "丰台区"}


def refusal(*keys: str, names=NAMES) -> str:
    with pytest.raises(MapError) as error:
        join(table(**dict.fromkeys(keys, 1)), districts(names), {}, allow_districts=list(names))
    return str(error.value)


def test_a_district_of_another_city_says_where_the_maps_is():
    assert refusal("长春市朝阳区", "东城区") == (
        "t.csv, row 2: '长春市朝阳区' matches no district: 朝阳区 (110105) is in 北京市, "
        "not in 长春市. Correct it, add an alias, or list it in allow_rows."
    )


def test_many_rows_of_one_other_city_are_one_problem():
    assert refusal("上海市朝阳区", "上海市东城区", "上海市西城区", "丰台区") == (
        "t.csv, row 2: 3 rows name 上海市, from '上海市朝阳区' on, but the map's districts of "
        "these names are in 北京市. Is this another area's table?"
    )


def test_lost_zeros_are_put_back_and_said_once():
    codes = {f"0{n}": f"county {n}" for n in range(1001, 1007)}
    keys = ("1001", "1002", "1003.0", "1004", "01005", "1006")
    joined = join(table(**dict.fromkeys(keys, 1)), districts(codes), {})
    assert [m.code for m in joined.matches] == list(codes)
    assert [str(note) for note in joined.notes] == [
        "t.csv: 5 of 6 keys lost the leading zeros of the codes. "
        "They were put back: '1001' is '01001'. Format the column as text to keep them."
    ]


def test_codes_of_several_lengths_are_not_what_lost_its_zeros():
    assert "'1' matches no district" in refusal("1", "02", "100", names={"01": "a", "100": "b"})


def test_a_table_of_which_no_row_matches_is_one_problem():
    assert refusal("奎文区", "潍城区", "坊子区", "合计") == (
        "t.csv: none of 3 rows matches a district, from '奎文区' on. "
        "Is this another area's table? The map has 东城区, 西城区, 朝阳区 …."
    )


def test_two_rows_have_a_message_each():
    assert len(refusal("上海市朝阳区", "上海市东城区", "丰台区").splitlines()) == 2


def test_districts_without_a_row_are_not_listed_beside_the_cause_of_all():
    with pytest.raises(MapError) as error:
        join(table(奎文区=1, 潍城区=1, 坊子区=1), districts(NAMES), {})
    assert len(error.value.problems) == 1


def test_a_key_that_is_a_text_is_cut_in_the_message():
    text = "POLYGON ((6.37 50.32, 6.38 50.33, 6.39 50.34))" * 50
    assert refusal(text, "东城区").startswith(f"t.csv, row 2: '{text[:80]}…' matches no district")
