"""Investment in fixed assets beside that in projects."""

from __future__ import annotations

from geo.release.extract import extract

FIXED = "全县固定资产投资完成35.7亿元。"


def stated(text: str) -> list[tuple[str, str]]:
    found = extract(text)
    assert found.conflicts == ()
    return [(found.events[total.event], total.reading.printed) for total in found.stated]


def test_the_two_are_no_contradiction():
    assert stated(FIXED + "全县重点项目42个，完成投资17.9亿元。") == [
        ("固定资产投资", "35.7亿元"), ("", "42个"), ("", "17.9亿元"),
    ]  # fmt: skip


def test_alone_it_is_the_investment_that_was_completed():
    assert stated(FIXED + "全县重点项目42个。") == [("", "35.7亿元"), ("", "42个")]
