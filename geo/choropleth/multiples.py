"""Small multiples: one map several times, for its periods or its measures, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.choropleth.facts import facts
from geo.choropleth.periods import at_period, filled
from geo.choropleth.wording import summary, whole_label, with_unit
from geo.spec.multiples import SmallMultiples, shows_measures

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure


@dataclass(frozen=True, eq=False, slots=True)
class SmallMap:
    """One of the small maps.

    Attributes
    ----------
    label : str
        The title over it: a period, or a measure's name.
    measure : Measure
        What it shows, in its period.
    period : str
        Empty on a map of one time.
    whole : str
        The figure of the whole, said: ``Mean 54.9 years``; empty for two measures at once.
    said : str
        The map in words.
    """

    label: str
    measure: Measure
    period: str
    whole: str
    said: str


def small_maps(
    choropleth: Choropleth, chosen: SmallMultiples, measure_id: str = ""
) -> tuple[SmallMap, ...]:
    """Return the small maps that a spec asks for, in its order; none for an empty choice.

    Parameters
    ----------
    choropleth : Choropleth
    chosen : "periods", "measures", or sequence of str
        All of them, or labels of periods, or ids of measures.
    measure_id : str
        What maps of periods show; the first measure for an empty one.

    Raises
    ------
    MapError
        If the map has no such period.
    """
    ids = [m.id for m in choropleth.measures]
    if shows_measures(chosen, ids):
        wanted = ids if isinstance(chosen, str) else chosen
        return tuple(_small_map(choropleth, i, choropleth.measure(i).label) for i in wanted)
    labels = [p.label for p in choropleth.periods] if isinstance(chosen, str) else chosen
    return tuple(
        _small_map(at_period(choropleth, label), measure_id, label) for label in labels if chosen
    )


def _small_map(view: Choropleth, measure_id: str, label: str) -> SmallMap:
    measure, words = view.measure(measure_id), view.words
    figure, said = summary(measure), facts(measure, view.names, words)
    whole = f"{whole_label(measure, words)} {with_unit(figure, measure.unit)}" if figure else ""
    return SmallMap(label, measure, view.period, whole, f"{label}{words['colon']}{said}")


def of_span(choropleth: Choropleth, maps: Sequence[SmallMap]) -> Choropleth:
    """Return the map whose texts name the first and the last of the periods shown.

    Parameters
    ----------
    choropleth : Choropleth
    maps : sequence of SmallMap
    """
    labels = list(dict.fromkeys(one.period for one in maps))
    if choropleth.wording is None or len(labels) < 2:
        return choropleth
    return replace(choropleth, spec=filled(choropleth.wording, f"{labels[0]}–{labels[-1]}"))


def share_a_legend(maps: Sequence[SmallMap]) -> bool:
    """Tell whether one legend serves all: the same classes, unit and colours."""
    legends = {
        (m.unit, tuple(m.symbology.classes.edges), tuple(m.symbology.colors), m.kind)
        for m in (one.measure for one in maps)
    }
    return len(legends) == 1 and not any(one.measure.symbology.grid for one in maps)
