"""Labels without room become numbers with a key, and are named in the report."""

from __future__ import annotations

import pytest
import shapely

from geo.plate.compose import compose
from geo.plate.keys import MOST_NUMBERS, are_too_few, key_text, leading, numbered, remarks_on
from geo.plate.plates import plate_problems, plates
from geo.plate.sheet import Disc, Words
from geo.plate.subject import Label, subject_of
from geo.spec.plate import PlateSpec
from tests.plate.marks.hand_made import town
from tests.plate.plates import outside, overlapping, with_plates
from tests.small import map_of


def crowd(n: int, **plate: object):
    """One county, and n crumbs of 0.02 degrees in rows of ten through its middle."""
    corners = [(118.1 + 0.18 * (k % 10), 36.3 + 0.15 * (k // 10)) for k in range(n)]
    crumbs = [shapely.box(x, y, x + 0.02, y + 0.02) for x, y in corners]
    land = shapely.box(118, 36, 120, 37) - shapely.union_all(crumbs)
    names = ["大县", *(f"经济技术开发新区{k}" for k in range(n))]
    made = map_of([land, *crumbs], range(1, n + 2), names=names)
    return with_plates(made, PlateSpec(inset=False, bars=False, formats=("svg",), **plate))


def drawn(choropleth):
    plate = choropleth.spec.plates[0]
    return compose(subject_of(choropleth, plate, "plates[1]"))


def test_numbers_are_counted_in_the_order_of_the_districts_whenever_they_came():
    made = town((0.2, 0.5), (0.5, 0.5), (0.8, 0.5))
    once = numbered(made, [3])
    twice = numbered(once, [1])
    assert [label for label in twice.labels if label.numbered] == [
        Label("1", "", numbered=True), Label("2", "", numbered=True),
    ]  # fmt: skip
    assert key_text(twice) == "图中编号：1 开发新区0 2；2 开发新区2 4"
    assert key_text(made) == ""


def test_every_district_without_room_has_its_number_on_the_map_and_a_line_in_the_key():
    """Thirty crumbs: more than leader lines are drawn for."""
    sheet = drawn(crowd(30, size="column"))
    discs = [(mark.x, mark.y) for mark in sheet.marks if isinstance(mark, Disc) and mark.stroke]
    numbers = [w for w in sheet.words if w.text.isdigit() and w.ink == "#ffffff"]
    key = "".join(w.text for w in sheet.words)
    assert len(discs) == len(numbers) >= 25
    assert sorted(int(w.text) for w in numbers) == list(range(1, len(numbers) + 1))
    for number, (x, y) in zip(numbers, discs, strict=True):
        assert number.x + number.width / 2 == pytest.approx(x)
        assert number.y - number.middle == pytest.approx(y)
    assert "图中编号：1" in key
    for k in range(30):
        assert f"经济技术开发新区{k}" in key
    assert outside(sheet) == []
    assert overlapping([*numbers]) == []
    (remark,) = sheet.remarks
    assert remark.startswith("plates[1]: 经济技术开发新区")
    assert remark.endswith(f"and {len(numbers) - 12} more had no room for a label and stand in "
                           "the key")  # fmt: skip


def test_a_district_without_data_takes_no_number_and_the_report_names_it():
    """Two crumbs far from the coast: one has a figure, of the other nothing is known."""
    corners = [(118.9, 36.5), (119.1, 36.5)]
    crumbs = [shapely.box(x, y, x + 0.02, y + 0.02) for x, y in corners]
    land = shapely.box(118, 36, 120, 37) - shapely.union_all(crumbs)
    made = map_of([land, *crumbs], [9, 4, float("nan")], names=["大县", "新区", "飞地经济区"])
    made = with_plates(made, PlateSpec(inset=False, bars=False, size="column", formats=("svg",)))
    sheet = drawn(made)
    assert len([mark for mark in sheet.marks if isinstance(mark, Disc) and mark.stroke]) == 1
    assert sheet.remarks == (
        "plates[1]: 新区 had no room for a label and stand in the key",
        "plates[1]: no room for the names of 飞地经济区, which have no data",
    )


def test_where_there_would_be_too_many_numbers_the_report_names_the_labels_without_room():
    made = crowd(MOST_NUMBERS + 1, size="column")
    sheet = drawn(made)
    assert not [w for w in sheet.words if w.ink == "#ffffff" and w.text.isdigit()]
    subject = subject_of(made, made.spec.plates[0], "plates[1]")
    (remark,) = remarks_on(subject, range(1, 42))
    assert remark.startswith("plates[1]: no room for the labels of 经济技术开发新区0, ")
    assert remark.endswith(" and 29 more. Choose a larger size, or bars = true for a list.")


def test_of_dozens_of_labels_of_which_one_has_room_those_of_the_highest_values_are_set():
    made = crowd(MOST_NUMBERS + 1, size="column")
    subject = subject_of(made, made.spec.plates[0], "plates[1]")
    assert are_too_few(subject, range(1, 42))
    assert not are_too_few(subject, range(1, 36))
    set_apart = {label.name for label in leading(subject).labels} - {""}
    highest = sorted(range(42), key=lambda i: -made.measures[0].values[i])[:12]
    assert set_apart == {made.names[i] for i in highest}

    sheet = drawn(made)
    said = {w.text for w in sheet.words} & set(made.names)
    assert said
    assert said <= set_apart
    listed = ", ".join(name for name in made.names if name in said)
    assert sheet.remarks == (
        f"plates[1]: of 42 labels only those of the highest values are on the map: {listed}. "
        "Choose a larger size, or bars = true for a list.",
    )


def test_a_number_without_room_is_told_from_those_on_the_map():
    made = numbered(town((0.2, 0.5), (0.5, 0.5)), [1, 2])
    assert remarks_on(made, [2]) == (
        "plates[1]: 开发新区0 had no room for a label and stand in the key",
        "plates[1]: in the key, but no room for the number: 开发新区1. Choose a larger size, or "
        "bars = true for a list.",
    )


def test_a_plate_with_room_for_all_has_neither_key_nor_remark():
    sheet = compose(town())  # one large district
    assert sheet.remarks == ()
    assert not any(isinstance(m, Words) and "图中编号" in m.text for m in sheet.marks)


def test_remarks_reach_whoever_makes_or_checks_the_plates():
    made, checked = list[str](), list[str]()
    choropleth = crowd(30, size="column")
    plates(choropleth, remark=made.append)
    assert plate_problems(choropleth, checked.append) == []
    assert made == checked == list(drawn(choropleth).remarks)
