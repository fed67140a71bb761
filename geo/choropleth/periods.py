"""Maps with periods: one of them in view, and ``{period}`` in a map-maker's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from geo.base.errors import MapError, Problem
from geo.base.markup import Rich
from geo.spec.measure import ChangeSpec, MeasureSpec
from geo.spec.model import MapSpec
from geo.spec.part import PLACE
from geo.spec.plate import PlateSpec

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

_MARKUP = re.compile(r"([\\*\[\]()])")
_Text = TypeVar("_Text", bound=str)


def at_period(choropleth: Choropleth, label: str) -> Choropleth:
    """Return a map with one of its periods in view; as it is for an empty label.

    Raises
    ------
    MapError
        If it has no such period.
    """
    if not label:
        return choropleth
    found = next((p for p in choropleth.periods if p.label == label), None)
    if found is None:
        raise MapError(
            unknown_period(choropleth.name, label, [p.label for p in choropleth.periods])
        )
    spec = filled(choropleth.wording or choropleth.spec, label)
    return replace(choropleth, spec=spec, measures=found.measures, period=label)


def for_plate(choropleth: Choropleth, plate: PlateSpec) -> tuple[Choropleth, PlateSpec]:
    """Return the map with the period of a plate in view, and the plate with it in its texts."""
    view = at_period(choropleth, plate.period)
    plates = choropleth.spec.plates
    return view, view.spec.plates[plates.index(plate)] if plate in plates else plate


def unknown_period(where: str, label: str, known: Sequence[str]) -> Problem:
    """Say that a map has no such period, and which it has."""
    if not known:
        what = f"there is no period {label!r}: the map has one time"
        return Problem(where, what, "Name the column that says when as period in [table].")
    # The last ones: what a map-maker asks for is mostly recent.
    some = ", ".join(("…", *known[-5:]) if len(known) > 6 else known)
    return Problem(where, f"there is no period {label!r}", f"There are {some}.")


def by_period(choropleth: Choropleth, measure_id: str) -> dict[str, Measure]:
    """Return a measure in every period, by the period's name; empty where the map has one time."""
    return {p.label: next(m for m in p.measures if m.id == measure_id) for p in choropleth.periods}


def over_all(choropleth: Choropleth, measure_id: str) -> tuple[Measure, ...]:
    """Return a measure in every period; alone where the map has one time."""
    every = tuple(by_period(choropleth, measure_id).values())
    return every or (choropleth.measure(measure_id),)


def is_change(choropleth: Choropleth, measure: Measure) -> bool:
    """Whether a measure is of two periods, whichever is in view."""
    return any(m.id == measure.id and m.change for m in choropleth.spec.measures)


def states_of(choropleth: Choropleth, measure: Measure) -> set[str]:
    """Return the states that districts have in a measure, in any period."""
    return {state for m in over_all(choropleth, measure.id) for state in m.states}


def most_in_class(choropleth: Choropleth, measure: Measure) -> int:
    """Return the districts of a measure's largest class, in any period."""
    every = over_all(choropleth, measure.id)
    return max((n for m in every for n in m.symbology.classes.counts), default=0)


def change_span(change: ChangeSpec, labels: Sequence[str]) -> str:
    """Return the two periods of a change as readers see them: ``1952–2007``."""
    return f"{change.since}–{change.until or labels[-1]}"


def prepared(spec: MapSpec, labels: Sequence[str]) -> MapSpec:
    """Return a spec whose every heading has a place for the period, or says of which it is.

    Parameters
    ----------
    spec : MapSpec
    labels : sequence of str
        Of the periods, in their order.
    """
    measures = tuple(_prepared(spec, m, labels) for m in spec.measures)
    plates = tuple(_plate(spec, plate, labels) for plate in spec.plates)
    dek = _with_place(spec.title, spec.dek)
    return spec.model_copy(update={"dek": dek, "measures": measures, "plates": plates})


def _prepared(spec: MapSpec, measure: MeasureSpec, labels: Sequence[str]) -> MeasureSpec:
    own = measure.title or measure.dek is not None
    if not (own or measure.change):
        return measure
    title, dek, notes = spec.heading(measure.id)
    if not measure.change:
        return measure.model_copy(update={"dek": _with_place(title, dek)})
    # It is of two periods, whichever is in view.
    span = change_span(measure.change, labels)
    texts = {
        "title": _fill(title, span),
        "dek": _fill(_with_place(title, dek), span),
        "notes": tuple(_fill(note, span) for note in notes),
    }
    return measure.model_copy(update=texts)


def _plate(spec: MapSpec, plate: PlateSpec, labels: Sequence[str]) -> PlateSpec:
    heading = spec.heading(plate.measure)
    title, dek = plate.title or heading.title, plate.dek or heading.dek
    change = next(
        (m.change for m in spec.measures if m.id == (plate.measure or spec.measures[0].id)), None
    )
    if not change and not (plate.title or plate.dek):
        return plate
    if not change:
        return plate.model_copy(update={"dek": _with_place(title, dek)})
    span = change_span(change, labels)
    texts = {"title": _fill(title, span), "dek": _fill(_with_place(title, dek), span)}
    return plate.model_copy(update=texts)


def _with_place(title: str, dek: str) -> str:
    """Return a dek that has a place for the period, if the title has none."""
    if PLACE in title or PLACE in dek:
        return dek
    written = dek.written if isinstance(dek, Rich) else dek
    return Rich(f"{PLACE} · {written}" if dek else PLACE)


def filled(spec: MapSpec, label: str) -> MapSpec:
    """Return a prepared spec with a period in its texts."""
    headings = {
        "title": _fill(spec.title, label),
        "dek": _fill(spec.dek, label),
        "notes": tuple(_fill(note, label) for note in spec.notes),
    }
    measures = tuple(_filled(m, label) for m in spec.measures)
    plates = tuple(
        p.model_copy(update={"title": _fill(p.title, label), "dek": _fill(p.dek, label)})
        for p in spec.plates
    )
    return spec.model_copy(update={**headings, "measures": measures, "plates": plates})


def _filled(measure: MeasureSpec, label: str) -> MeasureSpec:
    own = {
        "title": _fill(measure.title, label),
        "dek": None if measure.dek is None else _fill(measure.dek, label),
        "notes": None if measure.notes is None else tuple(_fill(n, label) for n in measure.notes),
    }
    return measure.model_copy(update=own)


def _fill(text: _Text, label: str) -> _Text | str:
    if PLACE not in text:
        return text
    if isinstance(text, Rich):
        # What the table says is no markup, whatever signs are in it.
        return Rich(text.written.replace(PLACE, _MARKUP.sub(r"\\\1", label)))
    return text.replace(PLACE, label)
