"""Stated totals are read as printed; every problem of the file at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.printed import Printed, Stated
from geo.tables.totals import read_totals

HEADER = "scope,label,column,value,unit\n"


def test_digits_tell_how_far_a_total_was_rounded(tmp_path: Path):
    text = HEADER + "event,全市,investment,1480,亿元\nportfolio,全年,investment,1.3万亿,亿元\n"
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    assert read_totals(tmp_path / "t.csv") == (
        Stated("event", "全市", "investment", Printed(Decimal(1480), Decimal(1)), "亿元"),
        Stated("portfolio", "全年", "investment", Printed(Decimal(13000), Decimal(1000)), "亿元"),
    )


def test_a_total_of_another_event_is_left_out(tmp_path: Path):
    text = "scope,label,column,value,unit,event\n" + (
        "event,全市,projects,264,个,\nevent,全市,projects,189,个,去年开工\n"
    )
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    assert [stated.figure.value for stated in read_totals(tmp_path / "t.csv")] == [264]


def test_the_first_maps_totals_are_those_of_its_source(root: Path):
    found = {
        (s.scope, s.label, s.column): s.figure.value for s in read_totals(root / "data/totals.csv")
    }
    assert found["event", "全市", "projects"] == 264
    assert found["type", "平台类", "investment"] == Decimal("99.2")
    assert found["batch", "省级批次", "planned"] == 214
    assert found["portfolio", "全年", "investment"] == 13000
    assert len(found) == 16


def test_every_problem_is_reported(tmp_path: Path):
    text = HEADER + (
        "evnt,全市,investment,1480,亿元\n"
        "event,,investment,1480,亿元\n"
        "event,全市,investment,一千,亿元\n"
        "event,全市,,,亿元\n"
        "event,全市,projects,264,个\n"
        "event,本市,projects,265,个\n"
        "type,产业类,projects,219,个\n"
        "type,产业类,projects,219,个\n"
    )
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_totals(tmp_path / "t.csv")
    assert str(error.value).replace(f"{tmp_path}/", "") == (
        "t.csv, row 2: scope 'evnt' is unknown. Did you mean event?\n"
        "t.csv, row 3: label is blank. Fill it in.\n"
        "t.csv, row 4: value '一千' is not a number. "
        "Write it as the source prints it, for example 1480 or 1.3万亿.\n"
        "t.csv, row 5: column is blank. Fill it in.\n"
        "t.csv, row 5: value is blank. Write the total or drop the row.\n"
        "t.csv, row 7: projects of event '本市' is already stated. Keep one of the two rows.\n"
        "t.csv, row 9: projects of type '产业类' is already stated. Keep one of the two rows."
    )


def test_a_missing_column_is_named(tmp_path: Path):
    (tmp_path / "t.csv").write_text(
        "scope,label,column,values,unit\nevent,a,b,1,\n", encoding="utf-8"
    )
    with pytest.raises(MapError) as error:
        read_totals(tmp_path / "t.csv")
    assert str(error.value).replace(f"{tmp_path}/", "") == (
        "t.csv: has no column 'value'. Did you mean values? "
        "Its columns are scope, label, column, values, unit."
    )


def test_on_a_map_with_periods_a_total_is_of_one_and_of_the_whole(tmp_path: Path):
    head = "year,scope,label,column,value,unit\n"
    path = tmp_path / "t.csv"
    path.write_text(head + "2023,event,All,x,5,个\n2024,event,All,x,6,个\n", encoding="utf-8")
    assert [(s.period, s.figure.value) for s in read_totals(path, period="year")] == [
        ("2023", 5),
        ("2024", 6),
    ]
    path.write_text(head + "2023,type,Parks,x,5,个\n", encoding="utf-8")
    with pytest.raises(MapError) as error:
        read_totals(path, period="year")
    assert str(error.value) == (
        f"{path}, row 2: scope 'type' has no place on a map with periods. Keep the rows of scope "
        "event."
    )
