"""What page and embed have of each period: a slider, and everything that it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geo.choropleth.doubts import doubt_texts
from geo.choropleth.fields import own_lines
from geo.choropleth.periods import at_period, change_span, is_change
from geo.tables.periods import is_dated, span_of
from geo.web.figures import figures_data, short
from geo.web.legend import bin_heights, counted_blocks
from geo.web.map import alternative
from geo.web.period_contract import PeriodData, PeriodMeasureData, PeriodsData

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth, Period
    from geo.symbology.measures import Measure


@dataclass(frozen=True, slots=True)
class SliderView:
    """The slider: names of the first and the last period, which is in view, and its last step."""

    first: str
    last: str
    steps: int


def slider(choropleth: Choropleth) -> SliderView | None:
    """Return the slider; None where there is nothing to slide to."""
    if not has_slider(choropleth):
        return None
    labels = [period.label for period in choropleth.periods]
    return SliderView(labels[0], labels[-1], len(labels) - 1)


def has_slider(choropleth: Choropleth) -> bool:
    """Whether readers can choose among periods."""
    return len(choropleth.periods) > 1


def moments(labels: Sequence[str]) -> tuple[float, ...]:
    """Return where periods lie between the first, 0, and the last, 1.

    By the days on which they end, so that lines rise as fast as what they show did; at equal steps
    where the form of one is not known.
    """
    if not is_dated(labels):
        return tuple(i / (len(labels) - 1) for i in range(len(labels)))
    days = [_ordinal(label) for label in labels]
    # `or 1`: periods that end on one day, such as 3月 and 一季度.
    length = (days[-1] - days[0]) or 1
    return tuple(round((day - days[0]) / length, 4) for day in days)


def _ordinal(label: str) -> int:
    span = span_of(label)
    assert span is not None, "is_dated has found when each is"  # noqa: S101
    year, month, _ = span.last
    return date(year or 1, month, 28).toordinal()


def period_data(choropleth: Choropleth) -> PeriodsData:
    """Return what the script swaps when readers choose a period; nothing without a slider."""
    if not has_slider(choropleth):
        return {}
    labels = [period.label for period in choropleth.periods]
    pairs = zip(choropleth.periods, moments(labels), strict=True)
    # Two measures at once make no line.
    lines = [
        m for m in choropleth.measures if not (is_change(choropleth, m) or m.kind == "bivariate")
    ]
    return {
        "periods": [_period(at_period(choropleth, p.label), p, place) for p, place in pairs],
        "reaches": {m.id: (short(float(m.reach[0])), short(float(m.reach[1]))) for m in lines},
        "spans": {
            m.id: change_span(m.change, labels) for m in choropleth.spec.measures if m.change
        },
    }


def _period(view: Choropleth, period: Period, place: float) -> PeriodData:
    every = range(len(view.names))
    data: PeriodData = {
        "label": period.label,
        "at": place,
        "said": {m.id: alternative(view, m.id) for m in view.measures},
        "measures": {m.id: _measure(view, m) for m in view.measures if not is_change(view, m)},
    }
    if view.spec.page.tooltip:
        data["tips"] = [list(own_lines(view, i)) for i in every]
    if view.spec.page.doubts:
        texts = doubt_texts(view)
        data["doubts"] = [texts.get(i, []) for i in every]
    return data


def _measure(view: Choropleth, measure: Measure) -> PeriodMeasureData:
    every, symbology = range(len(measure.figures)), measure.symbology
    data: PeriodMeasureData = {
        **figures_data(measure, view.words),
        "values": [
            short(float(measure.values[i])) if measure.states[i] == "value" else None for i in every
        ],
        "classes": list(symbology.classes.ids),
        "blocks": [
            {"key": block.key, "count": block.count, "said": block.said, "px": px}
            for block, px in counted_blocks(view, measure)
        ],
    }
    if "inapplicable" in measure.states:
        data["states"] = ["" if state == "value" else state for state in measure.states]
    if symbology.unclassed:
        data["fills"] = list(symbology.fills)
        data["bins"] = [round(px, 1) for px in bin_heights(view, measure)]
    return data
