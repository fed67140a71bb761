"""Fields of a text are known when the spec is read, and what fills them is never read again."""

from __future__ import annotations

from geo.spec.fields import field_names, fields_in, with_fields, wrong_fields


def test_a_district_s_own_fields_and_three_of_each_measure_are_known():
    assert field_names(["a"]) == ("name", "kind", "code", "area", "a", "a_rank", "a_share")


def test_a_field_that_is_none_and_a_brace_alone_are_named():
    assert wrong_fields("page.tooltip", "{name}: {invest} {x", ["investment"]) == [
        "page.tooltip has a field 'invest' that is none. Did you mean investment?",
        "page.tooltip has a brace that is no field's. Write a field as {name}",
    ]
    assert wrong_fields("page.tooltip", "{name} 100 %", []) == []


def test_what_is_filled_in_is_no_field():
    assert with_fields("{name}/{a}", {"name": "{a}", "a": "1"}) == "{a}/1"
    assert fields_in("{name}/{a}") == ("name", "a")
