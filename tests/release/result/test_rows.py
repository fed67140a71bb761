"""What was said of an event as rows and totals: what is kept, contradicts, or is dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest

from geo.release.extract import extract
from geo.release.names.places import Place
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.result.rows import (
    Claim,
    Event,
    Found,
    rows_of,
    totals_of,
)
from geo.release.words.readings import Reading
from tests.release.readings import cells, reading

TEXT = "奎文区\n潍城区\n"
PLACES = {"奎文区": Place(0, 3, "奎文区", known=True), "潍城区": Place(4, 7, "潍城区", known=True)}


def claim(name: str, *read: Reading, order: int = 0, **said) -> Claim:
    place = PLACES[name]
    statement = Statement(Subject("place", places=(place,)), 0, Times(), **said)
    columns = {r.column: r for r in read}
    return Claim(place, (place.start, place.end), statement, columns, order)


def event(*claims: Claim) -> Event:
    made = Event(Times())
    for each in claims:
        made.rows.setdefault(each.place.name, []).append(each)
    return made


def rows(made: Event, found: Found) -> list[tuple]:
    return [
        (r.name, r.line, [c.printed for c in r.cells])
        for r in rows_of(made, 0, TEXT, [0, 4, 8], found)
    ]


def test_what_several_statements_say_of_a_unit_is_one_row():
    made = event(
        claim("潍城区", reading("projects", "15")),
        claim("潍城区", reading("investment", "84.5", "亿元", at=9)),
    )
    assert rows(made, Found()) == [("潍城区", 2, ["15", "84.5"])]


def test_a_figure_at_a_distance_gives_way_to_one_right_beside_the_name():
    found = Found()
    near = claim("奎文区", reading("projects", "16", at=3))
    far = claim("奎文区", reading("projects", "18", at=30), distant=True)
    same = claim("奎文区", reading("projects", "16", at=40), distant=True)
    assert rows(event(far, near, same), found) == [("奎文区", 1, ["16"])]
    assert found.reasons == {30: "other", 40: "repeat"}


def test_two_figures_equally_near_contradict_each_other():
    found = Found()
    two = [claim("奎文区", reading("projects", n, at=at)) for n, at in (("16", 3), ("18", 30))]
    assert rows(event(*two), found) == [("奎文区", 1, [])]
    assert [conflict.name for conflict in found.conflicts] == ["奎文区, projects"]
    assert found.reasons == {3: "conflict", 30: "conflict"}


def total_of(subject: Subject, read: Reading, **said) -> tuple[Statement, Reading]:
    return Statement(subject, 0, Times(), **said), read


def test_of_a_kind_what_is_said_of_most_projects_is_its_total():
    """工业项目 219, among which some from elsewhere; and two that tell nothing of each other."""
    kind, made, found = Subject("type", "工业"), Event(Times()), Found()
    made.totals = [
        total_of(kind, reading("projects", "219", at=3), subset="亿元以上"),
        total_of(kind, reading("projects", "58", at=20), subset="外来亿元以上"),
    ]
    assert [t.reading.printed for t in totals_of(made, 0, found)] == ["219"]
    assert (found.reasons, found.conflicts) == ({20: "subset"}, [])
    made.totals[0] = total_of(kind, reading("projects", "219", at=3), subset="新")
    assert list(totals_of(made, 0, found)) == []
    assert (found.reasons, found.conflicts) == ({3: "subset", 20: "subset"}, [])


def test_totals_of_the_whole_share_the_label_that_most_of_them_have():
    found, made = Found(), Event(Times())
    for at, (label, column, value) in enumerate(
        [("全市", "projects", "31"), ("全市", "investment", "166"), ("", "projects", "31")]
    ):
        said = Statement(Subject("event", label), 0, Times())
        made.totals.append((said, reading(column, value, at=at)))
    assert [(t.label, t.reading.column) for t in totals_of(made, 0, found)] == [
        ("全市", "projects"),
        ("全市", "investment"),
    ]
    assert found.reasons == {2: "repeat"}


def test_totals_that_contradict_each_other_are_both_left_out():
    found, made = Found(), Event(Times())
    said = Statement(Subject("event", "全市"), 0, Times())
    made.totals += [(said, reading("projects", n, at=at)) for n, at in (("31", 0), ("32", 9))]
    assert list(totals_of(made, 0, found)) == []
    assert found.conflicts[0].readings[1].figure.value == Decimal(32)


def test_totals_of_other_months_are_left_out_and_contradict_nothing():
    found, made = Found(), Event(Times())
    for label, number, at in (("今年以来", "31", 0), ("", "32", 9)):
        said = Statement(Subject("event", "全市"), 0, Times(label=label))
        made.totals.append((said, reading("projects", number, at=at)))
    assert list(totals_of(made, 0, found)) == []
    assert found.conflicts == []
    assert found.reasons == {0: "unclear", 9: "unclear"}


def test_a_table_s_total_without_a_time_contradicts_that_of_the_text():
    found, made = Found(), Event(Times())
    for label, time, number, at in (("全市", "一季度", "63", 0), ("合计", "", "61", 9)):
        said = Statement(Subject("event", label), 0, Times(label=time))
        made.totals.append((said, reading("projects", number, at=at)))
    assert list(totals_of(made, 0, found, "注：含高新区。")) == []
    assert [r.printed for r in found.conflicts[0].readings] == ["63", "61"]
    assert found.reasons == {0: "conflict", 9: "conflict"}
    found = Found()
    assert list(totals_of(made, 0, found, "注：表中不含功能区。")) == []
    assert (found.conflicts, found.reasons) == ([], {0: "unclear", 9: "unclear"})


def test_a_named_programme_chooses_some_of_a_units_projects():
    assert cells("全市“四化”项目31个，其中奎文区16个，潍城区15个。") == {
        "奎文区 projects 16",
        "潍城区 projects 15",
    }
    assert cells("奎文区开工16个，潍城区“两高”项目5个。") == {"奎文区 projects 16"}


@pytest.mark.parametrize(
    ("sizes", "told"),
    [(("亿元以上", "5亿元以上"), ["217个"]), (("3亿元以上", "5亿元以上"), []),
     (("亿元以上", "千万元以上"), [])],
)  # fmt: skip
def test_of_two_sizes_the_one_that_is_counted_from_is_the_whole_s(sizes, told):
    text = "全市{}投资项目217个，同比增长11%；{}项目58个，同比增长9%。".format(*sizes)
    assert [t.reading.printed for t in extract(text).stated] == told


def test_what_is_called_a_part_of_the_same_act_contradicts_nothing():
    told = "全市储备项目302项。其中，新谋划项目{}项。"
    assert len(extract(told.format(127)).stated) == 1
    assert extract(told.format(127)).conflicts == ()
    assert extract(told.format(427)).conflicts
