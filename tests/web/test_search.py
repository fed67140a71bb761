"""The words that a district is found by."""

from __future__ import annotations

from geo.web.search import search_words


def test_a_district_is_found_by_alias_pinyin_and_initials():
    assert search_words("潍城区", ("Weicheng",)) == "WeiChengQu"
    assert search_words("滨海区", ("潍坊滨海经济技术开发区", "")) == (
        "潍坊滨海经济技术开发区 BinHaiQu"
    )
