"""Whether what is said next may be of an event."""

from __future__ import annotations

from decimal import Decimal

import pytest

from geo.release.extract import extract
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.result.belonging import may_be_of
from geo.release.result.rows import Event


def said(act: str = "", role="event", label: str = "") -> Statement:
    return Statement(Subject(role, label), 0, Times(), act)


def belongs(statement: Statement, event: Event, value: int = 19) -> bool:
    figures = [("", "projects", Decimal(value))]
    return may_be_of(statement, Times(act=statement.act), event, figures)


def test_an_act_of_some_is_none_of_those_counted_before_without_it():
    found = extract(
        "截至8月底，91个基础设施项目累计完成投资463亿元。新开工21个基础设施项目。"
        "153个产业项目累计完成投资829亿元。新开工84个产业项目。"
    )
    assert not found.conflicts
    told = {
        (found.events[t.event], t.label, t.reading.column): t.reading.printed for t in found.stated
    }
    assert told == {
        ("截至8月底", "基础设施", "projects"): "91个",
        ("截至8月底", "基础设施", "completed"): "463亿元",
        ("截至8月底", "产业", "projects"): "153个",
        ("截至8月底", "产业", "completed"): "829亿元",
        ("新开工", "基础设施", "projects"): "21个",
        ("新开工", "产业", "projects"): "84个",
    }


def test_the_same_figure_with_an_act_is_the_one_before_it():
    event = Event(Times(), totals=[(said(), None)], said={("", "projects"): {Decimal(90)}})
    assert belongs(said("新开工"), event, 90)
    assert not belongs(said("新开工"), event, 19)
    assert belongs(said("新开工", "place"), event, 19)
    assert belongs(said("新开工"), Event(Times()), 19)


@pytest.mark.parametrize(("act", "other"), [("续建", ""), ("隔离发现", "")])
def test_a_sort_of_projects_or_a_part_of_cases_is_no_event_of_all(act, other):
    statement = said(act, "place")
    assert belongs(statement, Event(Times(act=act)))
    assert not belongs(statement, Event(Times(act=other)))


def test_another_year_is_another_event():
    assert not may_be_of(said(), Times(year="2024"), Event(Times(year="2023")), [])
