"""Names that are spread over the width of a column by blanks."""

from __future__ import annotations

from geo.release.extract import extract

HEAD = "县  区\t开工项目（个）\t备 注"


def test_a_name_spread_by_blanks_is_that_name_and_a_head_is_none():
    release = extract(f"{HEAD}\n北 京\t16\t\n黑 龙 江\t15\t含 省 直\n")
    assert [(row.name, row.printed) for row in release.rows] == [
        ("北京", "北 京"),
        ("黑龙江", "黑 龙 江"),
    ]


def test_words_apart_in_a_sentence_are_no_name():
    assert extract("北 京开工16个项目，黑 龙 江开工15个。").rows == ()
