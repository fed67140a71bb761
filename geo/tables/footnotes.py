"""Notes on figures that were read without the footnote mark behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.base.errors import Problem
from geo.tables.printed import Printed


def marked(
    source: str, rows: Sequence[int], name: str, cells: Sequence[Printed | None]
) -> Iterator[Problem]:
    """Yield a note for every figure of a column that has a footnote mark.

    Parameters
    ----------
    source : str
        The file.
    rows : sequence of int, length n
        Lines in it.
    name : str
        Of the column.
    cells : sequence of Printed or None, length n
    """
    for row, cell in zip(rows, cells, strict=True):
        if cell is not None and cell.mark:
            yield mark_note(source, name, cell, row)


def mark_note(source: str, name: str, figure: Printed, row: int | None = None) -> Problem:
    """Return the note that a figure was read without its footnote mark."""
    what = f"{name} {figure.value:,f} has a footnote mark {figure.mark}"
    return Problem(source, what, "See whether the map needs that note.", row=row)
