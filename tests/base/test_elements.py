"""Open elements are known also in documents that leave some of them open."""

from __future__ import annotations

from geo.base.elements import OpenElements


def test_an_end_tag_closes_what_was_left_open_in_its_element():
    found = OpenElements()
    for tag, note in (("p", "a"), ("b", "b"), ("br", "c")):
        found.open(tag, note)
    assert found.note == "b"  # nothing is in a line break
    found.close("p")
    assert found.note == ""


def test_an_end_tag_of_what_is_not_open_closes_nothing():
    found = OpenElements()
    found.open("p", "a")
    found.close("div")
    assert found.note == "a"
    found.close("p")
    found.close("p")
    assert found.note == ""
