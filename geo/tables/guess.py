"""Which column of an unknown sheet names the districts, and which hold figures, in what unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.tables.decimals import notation
from geo.tables.heads import split_head, under_heading
from geo.tables.keys import key_of
from geo.tables.layout import Layout
from geo.tables.printed import DecimalMark, FigureError, Printed, read_figure
from geo.tables.resolution import COUNTED
from geo.tables.sheet import Sheet, read_sheet
from geo.tables.totals import is_total_row

#: Columns of numbers that are no figures of a district.
_NO_FIGURE = re.compile(
    r"序号|编号|排名|名次|代码|邮编|年份?|月份?|№|no\.?|rank|id|index|"
    r"(?:\w+_)?(?:year|month|quarter|period|time)(?:_period)?|"
    r"(?:\w*_)?(?:code|fips|geoid)|lat(?:itude?)?|lon(?:gitude?)?|lng|"
    r"(?:\w+_|object|[fgp])?id(?:_\w+)?|perimeter|shape_\w+|"
    # What KML says of how a shape is drawn.
    r"tessellate|extrude|visibility|draworder|altitudemode",
    re.IGNORECASE,
)
#: What is not added up over districts.
_RATE = re.compile(
    r"[%‰/]|pct|率|占比|比重|比例|人均|均|密度|指数|增速|中位|per\b|percent|expectancy|life.?exp|fertility|"
    # Whole words: a migration is no ratio.
    r"rates?(?![a-z])|(?<![a-z])(?:ratio|share|average|mean|median|index|density)s?(?![a-z])",
    re.IGNORECASE,
)
#: A head that says what it counts, 户数, and one that counts things: 项目数.
_COUNT, _THINGS = re.compile(r"(.)数量?"), re.compile(r"(?:项目|企业|公司|单位|机构)(?:个?数|数量)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOSTLY = 0.8  # of the cells: the rest are mistakes that the build will name
#: Decimals of most figures, and of the smallest; digits that a figure of middling size keeps.
_MOST_DECIMALS, _LEAST_SHARE, _DIGITS = 2, 6, 2


@dataclass(frozen=True, slots=True)
class Figures:
    """A column of figures.

    Attributes
    ----------
    column : str
        Its name without the unit, as a spec may ask for it.
    unit : str
        As its head or a line above it says, or what its name counts; empty if none does.
    decimals : int
        That its figures have: two at most, more where less than two digits would be left.
    rate : bool
        It is not added up, by its name or unit (a share, a mean), or as all figures are below 1.
    negative : bool
        Some are below zero.
    both : bool
        Some are below and some above: zero divides them.
    """

    column: str
    unit: str
    decimals: int
    rate: bool
    negative: bool
    both: bool = False


def kind_of(figures: Figures) -> Literal["total", "rate"]:
    """Return the kind of the measure that a column becomes."""
    return "rate" if figures.rate else "total"


@dataclass(frozen=True, slots=True)
class Guess:
    """How a sheet is to be read.

    Attributes
    ----------
    key : str
        The column that names or codes the districts.
    figures : tuple of Figures
        At least one, in the order of the sheet.
    districts : frozenset of int
        Those that have a row.
    unknown : tuple of str
        Keys of rows that mean no district and are no totals.
    where : mapping of str to str
        Of a sheet with several rows a district: the column that tells them apart, with its last
        value.
    """

    key: str
    figures: tuple[Figures, ...]
    districts: frozenset[int]
    unknown: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)


def guess(
    path: Path, district: Callable[[str], int | None], *, sheet: str = "",
    called: tuple[str, ...] = (),
) -> Guess:  # fmt: skip
    """Find out how a sheet is to be read.

    Parameters
    ----------
    path : Path
        See `geo.tables.sheet.read_sheet`.
    district : callable
        Returns the district that a cell means for certain, else None.
    sheet : str, optional
        Of a workbook with several.
    called : tuple of str, optional
        Of the polygon file's own columns of codes and names: of two columns that name all
        districts, each in its own order, the one with such a head is meant.

    Raises
    ------
    MapError
        If no column names districts, or two do, and not the same; none holds figures; or the rows
        of a district cannot be told apart.
    """
    key, line = key_of(path, Layout(sheet=sheet), district, called)
    layout = Layout(sheet=sheet, header=line)
    read, _ = read_sheet(path, (key,), layout)
    keys = [normalize(cell) for cell in read.column(key)]
    means = [district(word) for word in keys]
    header = _whole_heads(path, read.header, sheet, line)
    names = [split_head(head)[0] for head in header]
    # A name that two columns share without their units is asked for with it.
    asked = [n if names.count(n) == 1 else h for n, h in zip(names, header, strict=True)]
    others = [c for c in asked if c not in ("", key) and asked.count(c) == 1]
    units = read_sheet(path, (key, *others), layout)[0].units
    mark = notation(read, str(path), read.header, "").decimal
    rows = [i for i, d in enumerate(means) if d is not None]
    found = [
        taken
        for at, column in enumerate(asked)
        if column in others and not _NO_FIGURE.fullmatch(names[at])
        if (taken := _figures(_cells(read, at, rows), column, units.get(column, ""), mark))
        and not _codes(_cells(read, at, rows), district)
    ]
    where = _apart(read, [d for d in means if d is not None], rows, {f.column for f in found}, key)
    if where is None:
        what = "has several rows for a district, and no column that tells them apart"
        raise MapError(Problem(str(path), what, "Keep one row a district."))
    figures = tuple(f for f in found if f.column not in where)
    if not figures:
        what = f"has no column of figures beside {key!r}"
        raise MapError(Problem(str(path), what, "Add one with a name above its numbers."))
    unknown = [k for k, d in zip(keys, means, strict=True) if d is None and k]
    return Guess(
        key,
        figures,
        frozenset(d for d in means if d is not None),
        tuple(k for k in dict.fromkeys(unknown) if not is_total_row(k)),
        where,
    )


def _whole_heads(
    path: Path, header: tuple[str, ...], sheet: str, line: int | None
) -> tuple[str, ...]:
    """Return the heads of a sheet; those that say nothing alone with the heading over them."""
    if line is None or line == 1:
        return header
    above, _ = read_sheet(path, (), Layout(sheet=sheet, header=line - 1))
    width = len(header)
    return tuple(under_heading(above.header, cell, j, width) for j, cell in enumerate(header))


def _cells(read: Sheet, at: int, rows: Sequence[int]) -> list[str]:
    return [read.rows[i][1][at] if at < len(read.rows[i][1]) else "" for i in rows]


def _codes(cells: Sequence[str], district: Callable[[str], int | None]) -> bool:
    """Tell whether a column of numbers codes the districts."""
    means = [district(normalize(cell)) is not None for cell in cells if cell.strip()]
    return sum(means) >= _MOSTLY * max(len(means), 1)


def _figures(cells: Sequence[str], column: str, unit: str, mark: DecimalMark) -> Figures | None:
    """Return what is known of a column if nearly all its cells are numbers."""
    printed: list[Printed] = []
    wrong = 0
    for cell in cells:
        try:
            figure = read_figure(cell, unit, mark)
        except FigureError:
            wrong += 1
            continue
        if figure is not None:
            printed.append(figure)
    if not printed or len(printed) < _MOSTLY * (len(printed) + wrong):
        return None
    return Figures(
        column,
        unit or _counter(column, printed),
        _decimals(printed),
        bool(_RATE.search(f"{column} {unit}")) or 0 < max(abs(p.value) for p in printed) < 1,
        any(p.value < 0 for p in printed),
        any(p.value < 0 for p in printed) and any(p.value > 0 for p in printed),
    )


def _counter(name: str, printed: Sequence[Printed]) -> str:
    """Return in what a column counts by its name, if all its figures are whole: 户 of 户数."""
    if any(p.resolution != 1 for p in printed):
        return ""
    if _THINGS.search(name):
        return "个"
    found = _COUNT.search(name)
    return found[1] if found and found[1] in COUNTED else ""


def _decimals(printed: Sequence[Printed]) -> int:
    """Return how many decimals tell the figures apart: no more than are printed."""
    places = max(-int(p.resolution.normalize().as_tuple().exponent) for p in printed)
    middling = sorted(abs(p.value) for p in printed if p.value)
    needed = _DIGITS - 1 - middling[len(middling) // 2].adjusted() if middling else 0
    return min(max(places, 0), max(needed, _MOST_DECIMALS), _LEAST_SHARE)


def _apart(
    read: Sheet, means: Sequence[int], rows: Sequence[int], figures: set[str], key: str
) -> dict[str, str] | None:
    """Return the column that tells a district's rows apart with its last value; None for none."""
    if len(set(means)) == len(means):
        return {}
    for at, head in enumerate(read.header):
        name = split_head(head)[0]
        cells = [normalize(cell) for cell in _cells(read, at, rows)]
        if name == key or (name in figures and not _NO_FIGURE.fullmatch(name)):
            continue
        if all(cells) and len(set(zip(means, cells, strict=True))) == len(means):
            return {name: max(cells, key=_rank)}
    return None


def _rank(cell: str) -> tuple[bool, float, str]:
    """Sort numbers by their size, and words behind them."""
    number = cell.replace(".", "", 1).isdigit()
    return (not number, float(cell) if number else 0.0, cell)
