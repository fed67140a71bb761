"""The context panel: what the source states beside the table, and whether it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.wording import figure_text, with_unit

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.tables.printed import Stated
    from geo.tables.reconcile import Check
    from geo.web.form import Form

_DIGITS = 4  # of stated figures, at most; zeros that the source did not print go


@dataclass(frozen=True, slots=True)
class StatedTable:
    """Stated figures by type: names of the columns, and rows of a label and a cell for each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A point of interest: code and name of its district, its label, one line, facts, how exact."""

    code: str
    district: str
    label: str
    text: str
    facts: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class ContextView:
    """The panel; parts the source says nothing of are empty.

    Attributes
    ----------
    folded : bool
        Closed until asked for: an article has context of its own.
    checks : tuple of str
        A sentence a total: how the parts add up to it.
    checks_open : bool
        They are the map-maker's proof, closed to readers until asked for.
    types : StatedTable or None
    others : tuple of str
        A sentence for each part or whole that the map does not show.
    places : tuple of PlaceView
    """

    folded: bool
    checks: tuple[str, ...]
    checks_open: bool
    types: StatedTable | None
    others: tuple[str, ...]
    places: tuple[PlaceView, ...]


def context(choropleth: Choropleth, form: Form) -> ContextView | None:
    """Return the panel; None if the source states nothing more.

    Parameters
    ----------
    choropleth : Choropleth
    form : Form
        Closed until asked for in an article, which has context of its own.
    """
    checks = tuple(
        _sentence(choropleth, check)
        for check in choropleth.checks
        # A bound that holds (超1500亿元) tells readers nothing that they could add up.
        if "checks" in form.parts and (check.relation == "=" or not check.ok)
    )
    types = others = None
    places: tuple[PlaceView, ...] = ()
    if "context" in form.parts:
        types = _stated_table(choropleth, "type")
        others, places = _others(choropleth), _places(choropleth)
    if not (checks or types or others or places):
        return None
    return ContextView(form.article, checks, form.checks_open, types, others or (), places)


def _sentence(choropleth: Choropleth, check: Check) -> str:
    """Return how the parts add up to what is stated, and what rounding explains."""
    words = choropleth.words
    apart = abs(check.parts_sum - check.stated)
    key = "check_wrong" if not check.ok else "check_rounded" if apart else "check_exact"
    by_type = any(s.scope == "type" and s.label in check.label for s in choropleth.stated)
    number = words.numerals.number
    return words.say(
        key,
        measure=_column_label(choropleth, check.column),
        parts=words.say("parts_types" if by_type else "parts_districts", n=check.count),
        sum=with_unit(number(float(check.parts_sum), _DIGITS), check.unit),
        stated=with_unit(number(float(check.stated), _DIGITS), check.unit),
        difference=number(float(apart), _DIGITS),
        slack=number(float(check.slack), _DIGITS),
    )


def _others(choropleth: Choropleth) -> tuple[str, ...]:
    """Return what is stated about parts and wholes that the map does not show."""
    words = choropleth.words
    mapped = {m.column for m in choropleth.spec.measures if m.column}
    beyond = [s for s in choropleth.stated if s.scope == "event" and s.column not in mapped]
    # Parts by batch and the whole year's plan are of other sets of projects than the map's.
    rest = [s for s in choropleth.stated if s.scope in {"batch", "portfolio"}]
    return tuple(
        f"{label}{words['colon']}{words['list_comma'].join(texts)}"
        for label, texts in _texts_by_label(choropleth, [*beyond, *rest]).items()
    )


def _texts_by_label(choropleth: Choropleth, stated: Sequence[Stated]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for s in stated:
        text = f"{_column_label(choropleth, s.column)} {_figure_text(choropleth, s)}"
        found.setdefault(s.label, []).append(text)
    return found


def _stated_table(choropleth: Choropleth, scope: str) -> StatedTable | None:
    chosen = [s for s in choropleth.stated if s.scope == scope]
    columns = list(dict.fromkeys(s.column for s in chosen))
    cells = {(s.label, s.column): _figure_text(choropleth, s) for s in chosen}
    rows = tuple(
        (label, tuple(cells.get((label, column), "") for column in columns))
        for label in dict.fromkeys(s.label for s in chosen)
    )
    heads = tuple(_column_label(choropleth, column) for column in columns)
    return StatedTable(heads, rows) if rows else None


def _places(choropleth: Choropleth) -> tuple[PlaceView, ...]:
    words = choropleth.words
    return tuple(
        PlaceView(
            code=place.code,
            district=place.district,
            label=place.label,
            text=place.text,
            facts=place.facts,
            where=words["place_approximate" if place.approximate else "place_exact"],
        )
        for place in choropleth.places
    )


def _column_label(choropleth: Choropleth, column: str) -> str:
    words = choropleth.words
    # The map-maker's own word goes before the catalogue's: one thing has one name on a page.
    found = next((m.label for m in choropleth.spec.measures if m.column == column), "")
    return found or words.get(f"column_{column}", column)


def _figure_text(choropleth: Choropleth, stated: Stated) -> str:
    unit = next(
        (m.unit for m in choropleth.spec.measures if m.column == stated.column), stated.unit
    )
    return figure_text(stated.figure, unit, choropleth.words)
