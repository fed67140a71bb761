"""The figures of a measure for the scripts: numbers as JSON, texts as readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.choropleth.wording import (
    CircleStep,
    blanks,
    circle_steps,
    difference_text,
    legend_scale,
    share_text,
    summary,
    whole_label,
)
from geo.web.contract import CircleStepData, MeasureData
from geo.web.grid_data import grid_data
from geo.web.period_contract import FiguresData

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.symbology.measures import Measure


def measure_data(measure: Measure, words: Catalogue) -> MeasureData:
    """Return a measure of the period in view."""
    symbology, scale = measure.symbology, legend_scale(measure, words)
    edges = [short(edge) for edge in symbology.classes.edges]
    data: MeasureData = {
        "id": measure.id,
        "label": measure.label,
        "unit": measure.unit,
        "kind": measure.kind,
        "edges": edges,
        "colors": list(symbology.colors),
        "circle_steps": [
            *map(_step, circle_steps(measure, words) if measure.kind == "total" else ()),
        ],
        "extent": extent(measure),
        "digits": (measure.decimals if measure.fixed else 0, measure.decimals),
        **figures_data(measure, words),
    }
    if list(scale.breaks) != [str(edge) for edge in edges]:
        data["breaks"] = list(scale.breaks)
    if symbology.unclassed:
        data["unclassed"] = True
    if scale.unit != measure.unit:
        data["break_unit"] = scale.unit
    return data


def figures_data(measure: Measure, words: Catalogue) -> FiguresData:
    """Return what is of one period in a measure."""
    every = range(len(measure.figures))
    data: FiguresData = {
        "ranks": list(measure.ranks),
        "ranked": measure.ranked,
        "differences": [difference_text(measure, i, words) for i in every],
        "summary": summary(measure),
        "whole": whole_label(measure, words),
    }
    if crossed := grid_data(measure, words):
        data["grid"] = crossed
    # Left out rather than full of empty texts: there is one for each district of the country.
    if any(shares := [share_text(measure, i, words) for i in every]):
        data["shares"] = shares
    if any(ends := blanks(measure)):
        data["blanks"] = list(ends)
    if any(texts := [_other_text(measure, i) for i in every]):
        data["texts"] = texts
    return data


def own_figures(measure: Measure, words: Catalogue) -> bool:
    """Whether a script would write a measure's figures otherwise, or a class has an open end."""
    data = measure_data(measure, words)
    written = "texts" in data or "break_unit" in data or "" in data.get("breaks", ())
    return written or any("text" in step for step in data["circle_steps"])


def _step(step: CircleStep) -> CircleStepData:
    value = short(step.value)
    return {"value": value} if step.text == str(value) else {"value": value, "text": step.text}


def _other_text(measure: Measure, i: int) -> str:
    """Return a district's value as readers see it, if a browser writes the number otherwise."""
    figure = measure.figures[i]
    if measure.kind == "bivariate":  # two numbers
        return measure.text(i)
    # A browser's minus is a hyphen in some languages, and a mark of direction before it in others.
    return "" if figure is None or figure >= 0 else measure.text(i)


def extent(measure: Measure) -> tuple[float, float]:
    """Return the lowest and the highest value, zero included."""
    # Bars that did not begin at zero would exaggerate small differences.
    low, high = map(float, measure.reach)
    return short(min(0.0, low)), short(max(0.0, high))


def short(value: float) -> float:
    """Return a number as JSON writes it shortest: a whole one without a point."""
    return int(value) if value.is_integer() else value
