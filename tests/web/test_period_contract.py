"""What is of one period is the same in a measure and in each of its periods."""

from __future__ import annotations

from geo.web.contract import MeasureData
from geo.web.period_contract import FiguresData, PeriodMeasureData


def test_a_period_can_take_the_place_of_everything_that_a_measure_has_of_it():
    own = FiguresData.__annotations__.keys()
    assert own <= MeasureData.__annotations__.keys()
    assert own <= PeriodMeasureData.__annotations__.keys()
    assert {"ranks", "summary"} <= own
