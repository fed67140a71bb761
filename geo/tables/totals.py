"""The totals that a source states beside its table: `data/totals.csv` and its like."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.text import folded, normalize
from geo.tables.decimals import DecimalChoice, notation
from geo.tables.printed import (
    DecimalMark,
    FigureError,
    Printed,
    Scope,
    Stated,
    read_figure,
)
from geo.tables.sheet import read_sheet

#: A row with one of these names is the total of the others, not one of them.
TOTAL_ROWS = frozenset({
    "合计", "总计", "共计", "总和", "总数", "全部", "全市", "全省", "全国", "全区", "全县", "全州",
    "全盟", "total", "totals", "totale", "sum", "grandtotal", "insgesamt", "gesamt", "summe",
})  # fmt: skip

COLUMNS = ("scope", "label", "column", "value", "unit")


def is_total_row(key: str) -> bool:
    """Tell whether a row's key says that it holds the total of the others: 合计, 总 计, Total."""
    return folded(key) in TOTAL_ROWS


def read_totals(path: Path, decimal: DecimalChoice = "", period: str = "") -> tuple[Stated, ...]:
    """Read stated totals.

    Parameters
    ----------
    path : Path
        CSV with the columns ``scope, label, column, value, unit``. Values as printed: ``1480``,
        ``99.2``, ``1.3万亿``, because the digits tell how far a figure was rounded.
    decimal : {"", ".", ","}, default ""
        The decimal mark; empty to find it out, see `geo.tables.decimals.notation`.
    period : str, default ""
        One more column: of which period a total is. Such totals are of the whole (``event``).

    Returns
    -------
    tuple of Stated
        In the order of the file, each in its row's unit.

    Raises
    ------
    MapError
        With every problem: an unknown scope, a blank label or column, a value that is no number
        in its unit, the same total twice, two events for one column.

    Notes
    -----
    A further column ``event`` names what a total is of that is not of the table's own event: such
    a row is left out, because nothing in the table adds up to it.
    """
    sheet, problems = read_sheet(path, (*COLUMNS, period) if period else COLUMNS)
    found: list[Stated] = []
    mark = notation(sheet, str(path), ["value"], decimal).decimal
    columns = [sheet.column(name) for name in COLUMNS]
    none = [""] * len(sheet.rows)
    others = sheet.column("event") if "event" in sheet.header else none
    times = sheet.column(period) if period else none
    for (line, _), other, time, *cells in zip(sheet.rows, others, times, *columns, strict=True):
        if normalize(other):
            continue
        scope, label, column, value, unit = (normalize(cell) for cell in cells)
        if period and scope in get_args(Scope) and scope != "event":
            what = f"scope {scope!r} has no place on a map with periods"
            problems.append(Problem(str(path), what, "Keep the rows of scope event.", row=line))
            continue
        figure, wrong = _read_row(str(path), line, scope, label, column, value, unit, mark)
        if figure is None:
            problems += wrong
            continue
        kind, when = cast("Scope", scope), normalize(time)
        stated = Stated(kind, label, column, figure, unit, when, row=line, printed=value)
        if any(_same(stated, other) for other in found):
            what = f"{column} of {scope} {label!r} is already stated"
            problems.append(Problem(str(path), what, "Keep one of the two rows.", row=line))
        found.append(stated)
    if problems:
        raise MapError(problems)
    return tuple(found)


def _read_row(
    source: str,
    row: int,
    scope: str,
    label: str,
    column: str,
    value: str,
    unit: str,
    decimal: DecimalMark,
) -> tuple[Printed | None, list[Problem]]:
    problems = []
    if scope not in get_args(Scope):
        remedy = did_you_mean(scope, get_args(Scope))
        problems.append(Problem(source, f"scope {scope!r} is unknown", remedy, row=row))
    for name, cell in (("label", label), ("column", column)):
        if not cell:
            problems.append(Problem(source, f"{name} is blank", "Fill it in.", row=row))
    try:
        figure = read_figure(value, unit, decimal)
        if figure is None:
            remedy = "Write the total or drop the row."
            problems.append(Problem(source, "value is blank", remedy, row=row))
    except FigureError as error:
        remedy = error.remedy or "Write it as the source prints it, for example 1480 or 1.3万亿."
        problems.append(Problem(source, f"value {value!r} {error}", remedy, row=row))
    # A figure whose scope is unknown cannot be compared with anything.
    return (None if problems else figure), problems


def _same(a: Stated, b: Stated) -> bool:
    # The whole has one figure a column, whatever it is called; types and batches have one each.
    one_event = a.scope == "event" or a.label == b.label
    return (a.scope, a.column, a.period) == (b.scope, b.column, b.period) and one_event
