"""The change of a measure between two periods: of the districts that have a figure in both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from geo.spec.measure import MeasureSpec
from geo.symbology.figures import taken
from geo.tables.arithmetic import difference, product, quotient
from geo.tables.printed import Printed
from geo.tables.table import Column, State

Columns = Mapping[str, Column]


def changed(spec: MeasureSpec, before: Columns, after: Columns) -> tuple[Column, Decimal | None]:
    """Return how far a measure went up or down, unrounded, and its change for the whole.

    Parameters
    ----------
    spec : MeasureSpec
        With `change`.
    before, after : mapping of str to Column
        The columns of both periods, see `geo.symbology.figures.with_areas`.

    Returns
    -------
    tuple of Column and (Decimal or None)
        In the measure's unit, or per cent of the earlier figure: "inapplicable" where that is not
        above zero. "missing" where one of the two is.
    """
    per_cent = bool(spec.change and spec.change.per_cent)
    first, last = taken(spec, before)[0], taken(spec, after)[0]
    pairs = list(zip(first.numbers, last.numbers, first.states, last.states, strict=True))
    found = [_cell(a, b, {s, t}, per_cent=per_cent) for a, b, s, t in pairs]
    column = Column(spec.unit, tuple(c for c, _ in found), tuple(s for _, s in found))
    # The whole of other districts would have grown by those that are new in the table.
    both = [a is not None and b is not None for a, b, _, _ in pairs]
    a, b = (taken(spec, _only(both, columns))[1] for columns in (before, after))
    return column, _apart(a, b, per_cent=per_cent)


def _cell(
    before: Decimal | None, after: Decimal | None, states: set[State], *, per_cent: bool
) -> tuple[Printed | None, State]:
    if "inapplicable" in states:
        return None, "inapplicable"
    if before is None or after is None:
        return None, "missing"
    apart = _apart(before, after, per_cent=per_cent)
    return (None, "inapplicable") if apart is None else (Printed(apart), "value")


def _apart(before: Decimal | None, after: Decimal | None, *, per_cent: bool) -> Decimal | None:
    if before is None or after is None:
        return None
    apart = difference(after, before)
    if not per_cent:
        return apart
    # From zero everything is a growth without end; of a debt a part means nothing.
    return product(quotient(apart, before), Decimal(100)) if before > 0 else None


def _only(kept: list[bool], columns: Columns) -> dict[str, Column]:
    return {
        name: replace(
            column,
            cells=tuple(c if k else None for c, k in zip(column.cells, kept, strict=True)),
            states=tuple(s if k else "missing" for s, k in zip(column.states, kept, strict=True)),
        )
        for name, column in columns.items()
    }
