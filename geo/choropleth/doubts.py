"""Which districts of a map rounding could move to another class, and how that is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.base.text import normalize
from geo.choropleth.periods import over_all
from geo.choropleth.wording import legend_scale
from geo.symbology.figures import with_areas
from geo.symbology.intervals import interval
from geo.symbology.robustness import Alternative, Doubt, alternatives, doubts
from geo.tables.arithmetic import rounded

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.measure import MeasureSpec
    from geo.symbology.measures import Measure
    from geo.tables.table import Column

#: Digits of the ends of an interval beyond those of the measure.
_MORE_DIGITS = 2


def doubts_of(choropleth: Choropleth, measure: Measure) -> tuple[Doubt, ...]:
    """Return the districts of a measure that rounding of the source could move to another class."""
    if measure.symbology.unclassed or measure.kind == "bivariate":
        return ()  # the figures of a bivariate measure are those of its two
    spec = _spec(choropleth, measure)
    known = interval(spec, _times(choropleth, spec))
    return () if known is None else doubts(measure.symbology.own_classes, known)


def alternatives_of(choropleth: Choropleth, measure: Measure) -> tuple[Alternative, ...]:
    """Return how a measure would look in other classes; over all periods, as it was classified."""
    if measure.symbology.unclassed or measure.kind == "bivariate":
        return ()
    spec = _spec(choropleth, measure)
    # A change is the same whichever period is in view.
    every = (measure,) if spec.change else over_all(choropleth, measure.id)
    values = np.concatenate([m.values for m in every])
    ids = [class_id for m in every for class_id in m.symbology.own_classes.ids]
    return alternatives(spec, values, ids, len(measure.symbology.own_classes.counts))


def doubt_texts(choropleth: Choropleth) -> dict[int, list[str]]:
    """Return a sentence for each doubt, by the district's number."""
    found: dict[int, list[str]] = {}
    for measure in choropleth.measures:
        for doubt in doubts_of(choropleth, measure):
            found.setdefault(doubt.district, []).append(doubt_text(choropleth, measure, doubt))
    return found


def doubt_text(choropleth: Choropleth, measure: Measure, doubt: Doubt) -> str:
    """Return what rounding leaves open for a district: between which values, in which classes."""
    words = choropleth.words
    scale = legend_scale(measure, words)
    digits = measure.decimals + _MORE_DIGITS
    low, high = (
        words.numerals.number(rounded(end, digits), digits) for end in (doubt.low, doubt.high)
    )
    return words.say(
        "doubt",
        measure=measure.label,
        low=low,
        high=high,
        other=words["list_comma"].join(scale.span(i) for i in doubt.others),
    )


def _spec(choropleth: Choropleth, measure: Measure) -> MeasureSpec:
    return next(m for m in choropleth.spec.measures if m.id == measure.id)


def _times(choropleth: Choropleth, spec: MeasureSpec) -> list[dict[str, Column]]:
    """Return the columns that a measure is made of: of the period in view, or of a change both."""
    areas = choropleth.districts["area_km2"].to_numpy()
    joined = {period.label: period.joined for period in choropleth.periods}
    if spec.change:
        until = normalize(spec.change.until) or [*joined][-1]
        labels = [normalize(spec.change.since), until]
        return [with_areas(joined[label].columns, areas, [spec]) for label in labels]
    own = joined.get(choropleth.period, choropleth.joined)
    return [with_areas(own.columns, areas, [spec])]
