"""The files of a release: a table, its totals, and everything with its place."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from geo.release.files import as_printed, event_label, to_csv, to_json, totals_csv
from geo.release.words.readings import Conflict, Total, Unused
from geo.tables.printed import Printed
from tests.release.readings import reading, release, row

KUIWEN = row("奎文区", reading("projects", "16"), reading("investment", "81.80", "亿元"))
WEICHENG = row("潍城区", reading("projects", "15"))


def test_a_table_has_the_columns_that_are_stated_and_figures_as_printed():
    assert to_csv(release(KUIWEN, WEICHENG)) == (
        "district,projects,investment\n奎文区,16,81.80\n潍城区,15,\n"
    )


def test_rows_of_several_events_say_of_which_and_one_event_need_not():
    made = release(KUIWEN, WEICHENG._replace(event=1), events=("今年", ""))
    assert to_csv(made).splitlines()[1:] == ["奎文区,今年,16,81.80", "潍城区,2,15,"]
    assert to_csv(made, event=1) == "district,projects\n潍城区,15\n"


def test_a_name_that_is_a_formula_to_a_spreadsheet_is_text():
    assert to_csv(release(row("=1+1", reading("projects", "16")))).splitlines()[1] == "'=1+1,16"


def test_totals_are_those_of_the_event():
    totals = (
        Total("event", "全市", 0, reading("projects", "264")),
        Total("event", "全市", 1, reading("investment", "1480.6", "亿元")),
    )
    made = release(KUIWEN, totals=totals, events=("今年", "去年"))
    head = "scope,label,column,value,unit\n"
    assert totals_csv(made, event=0) == f"{head}event,全市,projects,264,个\n"
    # The table has rows of this year alone: nothing in it adds up to last year's total.
    assert totals_csv(made).splitlines() == [
        "scope,label,column,value,unit,event",
        "event,全市,projects,264,个,",
        "event,全市,investment,1480.6,亿元,去年",
    ]
    both = replace(made, rows=(*made.rows, WEICHENG._replace(event=1)))
    assert totals_csv(both).splitlines()[1] == "event,全市,projects,264,个,今年"


@pytest.mark.parametrize(
    ("value", "resolution", "written"),
    [
        ("81.8", "0.1", "81.8"),
        ("13000", "1000", "1.3万亿"),  # the digits tell that it is rounded to 1000
        ("13000", "1", "13000"),
    ],
)
def test_a_value_is_written_so_that_its_digits_tell_its_rounding(value, resolution, written):
    figure = Printed(Decimal(value), Decimal(resolution))
    assert as_printed(reading("investment", "1", "亿元")._replace(figure=figure)) == written


def test_an_event_without_a_name_is_called_by_its_number():
    made = release(events=("今年春季", ""))
    assert [event_label(made, event) for event in (0, 1)] == ["今年春季", "2"]


def test_json_has_every_number_with_its_place():
    made = release(
        row("奎文区", reading("projects", "16", at=3, hedge="约")),
        unused=(Unused("26", 10, 12, (9, 20), "date"),),
        conflicts=(Conflict("潍城区, projects", 0, (reading("projects", "15"),)),),
    )
    read = json.loads(to_json(made))
    cell = read["rows"][0]["cells"]["projects"]
    assert (cell["value"], cell["span"], cell["approximate"]) == ("16", [3, 5], "约")
    assert read["unused"][0] == {
        "printed": "26", "span": [10, 12], "sentence": [9, 20], "reason": "date",
        "of_district": False,
    }  # fmt: skip
    assert read["numbers"] == [
        {"printed": "16", "span": [3, 5], "cells": [[0, "奎文区", "projects"]], "totals": []},
        {"printed": "26", "span": [10, 12], "reason": "date"},
    ]
    assert read["conflicts"][0]["what"] == "潍城区, projects"
