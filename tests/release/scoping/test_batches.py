"""Batches of an occasion for each act."""

from __future__ import annotations

from geo.release.extract import extract

SIGNED = "全省“签约一批”项目61个，其中北京、江苏企业投资项目27个。\n"


def told(text: str) -> dict[tuple[str, str], str]:
    found = extract(text)
    return {(found.events[t.event], t.label): t.reading.printed for t in found.stated}


def test_a_paragraph_s_batch_is_the_whole_s_whoever_was_named_before():
    begun = told(SIGNED + "“开工一批”项目73个。其中，制造业项目32个。")
    assert begun["开工", "全省"] == "73个"
    assert begun["开工", "制造业"] == "32个"


def test_in_the_middle_of_a_paragraph_it_is_nobody_s_for_certain():
    found = extract(SIGNED.strip() + "安丘市观摩。“开工一批”项目73个。")
    assert "73个" in [number.printed for number in found.unused]


def test_a_batch_described_first_is_counted_after_the_comma():
    text = SIGNED + "“投产一批”项目由前期开工项目转化而来，共94个。其中，制造业项目32个。"
    assert told(text)["投产", "全省"] == "94个"
    assert told(text)["投产", "制造业"] == "32个"


def test_words_that_name_a_unit_describe_no_batch():
    assert ("投产", "全省") not in told(SIGNED + "“投产一批”项目由安丘市转化而来，共94个。")
