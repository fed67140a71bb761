"""Where the head of a table is and which column is which, however an office drew it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.base.text import normalize
from geo.tables.headunits import forms

#: Titles and units above a head are lines of a report, rarely more than three.
ABOVE = 10
#: A line that says the unit of the whole table.
_UNIT_LINE = re.compile(r"(?:计量)?单位\s*[:：]\s*(\S+?)\s*[)）]?|units?\s*:\s*(.+)", re.IGNORECASE)
_SEVERAL = re.compile(r"[、;；]|[,，](?!\d)")
#: How a line under a table begins that is no row of it.
_NOTE = re.compile(
    r"注\s*\d*\s*[:：]|说明\s*[:：]|备注\s*[:：]|(?:资料|数据)?来源\s*[:：]|[*※†]\s*\S|notes?\s*:|sources?\s*:|"
    r"[_=*–—-]{3,}$|©|\(c\)\s*opyright|copyright\b|stand\s*:|quellen?\s*:|anmerkung|hinweis|fuentes?\s*:|"
    r"notas?\s*:|fonte\s*:|remarques?\s*:|last updated|retrieved\b|"
    r"[(（]?\d{1,2}[)）.．、]\s*[^\d\s]",  # 2. what goes on from 注：1.
    re.IGNORECASE,
)
_LETTERS = 26
#: A row of headings has several; a title is alone.
_SEVERAL_HEADINGS = 2
#: Heads that say what only with the heading over them.
_BARE = re.compile(
    r"[(（\[].*[)）\]]|总[量数额值计]|绝对[值额量数]|数量|金额|合计|(?:同比)?增[长速幅量]率?|同比.{0,4}|比上年.{0,6}|占比|"
    r"比重|位次|values?|totals?|numbers?|amounts?|change|growth|shares?|rates?|per ?cent|%|‰",
    re.IGNORECASE,
)
#: A single cell so long is a sentence, no district.
_SENTENCE = 40

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table.

    Attributes
    ----------
    names : tuple of str
        Of the columns: those asked for as they were asked for, the others as they are written.
    units : dict of str to str
        Of columns asked for whose head names one.
    below : int
        Position of the first row below it.
    """

    names: tuple[str, ...]
    units: dict[str, str]
    below: int


def head_of(rows: Sequence[Row], columns: Sequence[str], line: int | None = None) -> Head | None:
    """Find the head.

    Parameters
    ----------
    rows : sequence of (int, tuple of str)
        Numbered rows that are not blank.
    columns : sequence of str
        The columns that have to be there.
    line : int, optional
        Number of the row that is the head, or its last line.

    Returns
    -------
    Head or None
        The first row, or two rows one under the other, that names all columns: as they are asked
        for, with a unit behind, or under a heading that spans several. None if there is none.
    """
    for i in range(min(ABOVE, len(rows))):
        if line is not None and rows[i][0] != line:
            continue
        for named in _readings(rows, i):
            if head := _named(named, columns, i + 1):
                return _with_unit_line(head, rows[:i], columns)
    return None


def plain_head(rows: Sequence[Row], line: int | None) -> Head:
    """Return the row of a number as the head, or the first one, for a message or what else."""
    # Without one, not the title above the head, which is one cell, or one over all columns.
    several = (i for i, (_, cells) in enumerate(rows[:ABOVE]) if len(set(_filled(cells))) > 1)
    chosen = (i for i, (number, _) in enumerate(rows) if number == line)
    at = next(chosen, 0 if line is not None else next(several, 0))
    return Head(tuple(normalize(cell) for cell in rows[at][1]) if rows else (), {}, at + 1)


def split_head(cell: str) -> tuple[str, str]:
    """Part a column's name from the unit behind it: 总投资（亿元） is 总投资 in 亿元."""
    return next((form for form in forms(cell) if form[1]), (normalize(cell), ""))


def without_notes(below: Sequence[Row]) -> list[Row]:
    """Return the rows of a table without the lines under it: footnotes, its source.

    In a table that is still to be filled in, where most rows are a name alone, a long name is none.
    """
    rows = list(below)
    named = sum(len(_filled(cells)) == 1 for _, cells in rows) > len(rows) / 2
    while rows and _is_note(rows[-1][1], by_length=not named):
        rows.pop()
    return rows


def _is_note(cells: Sequence[str], *, by_length: bool) -> bool:
    filled = _filled(cells)
    if len(set(filled)) != 1:
        return False
    return bool(_NOTE.match(filled[0])) or (by_length and len(filled[0]) > _SENTENCE)


def _filled(cells: Sequence[str]) -> list[str]:
    return [text for cell in cells if (text := normalize(cell))]


Forms = list[tuple[tuple[str, str], ...]]


def _readings(rows: Sequence[Row], i: int) -> Iterator[Forms]:
    """Yield for every column the names it may have, the likeliest first, each with its unit."""
    cells = rows[i][1]
    yield [tuple(forms(cell)) for cell in cells]
    if i:
        above = _spread(rows[i - 1][1], len(cells))
        yield [tuple(_joined(up, low)) for up, low in zip(above, cells, strict=True)]


def under_heading(above: Sequence[str], cell: str, column: int, width: int) -> str:
    """Return a head that says nothing alone with the heading over it: 地区生产总值 总量.

    Parameters
    ----------
    above : sequence of str
        The row above the head. A title, which is one cell over all columns, is no heading.
    cell : str
        The head: a unit in brackets, or a word such as 总量 or Growth.
    column, width : int
        Its place, and of how many columns.
    """
    headings = [normalize(text) for text in _spread(above, width)]
    over = headings[column]
    if len({text for text in headings if text}) < _SEVERAL_HEADINGS or not over:
        return cell
    lower = normalize(cell)
    return f"{over} {lower}" if over != lower and _BARE.fullmatch(split_head(lower)[0]) else cell


def _spread(cells: Sequence[str], width: int) -> list[str]:
    """Fill what a heading spans: spreadsheets leave the cells right of it blank."""
    found: list[str] = []
    for cell in [*cells, *[""] * width][:width]:
        found.append(cell if cell.strip() or not found else found[-1])
    return found


def _joined(above: str, below: str) -> Iterator[tuple[str, str]]:
    upper, lower = normalize(above), normalize(below)
    if not lower:
        yield from forms(upper)
        return
    if upper and upper != lower:
        yield from forms(f"{upper} {lower}")
    yield from forms(lower)
    for name, unit in forms(upper):
        if unit and upper != lower:
            yield f"{name} {lower}", unit


def _named(heads: Forms, columns: Sequence[str], below: int) -> Head | None:
    names = [column[0][0] if column else "" for column in heads]
    units: dict[str, str] = {}
    for wanted in dict.fromkeys(columns):
        places = _places(heads, wanted)
        if not places:
            return None
        for j, unit in places:
            names[j] = wanted
            if unit:
                units[wanted] = unit
    return Head(tuple(names), units, below)


def _places(heads: Forms, wanted: str) -> list[tuple[int, str]]:
    """Return the columns that a name fits best, with the units of their heads."""
    fits = [
        (rank, j, unit)
        for j, column in enumerate(heads)
        for rank, (name, unit) in enumerate(column)
        if name == wanted
    ]
    best = min((rank for rank, _, _ in fits), default=0)
    if not fits and (j := lettered(wanted)) < len(heads) and heads[j] and not heads[j][0][0]:
        return [(j, "")]
    return [(j, unit) for rank, j, unit in fits if rank == best]


def letter(column: int) -> str:
    """Return what a spreadsheet calls a column, from 0: A."""
    return chr(ord("A") + column) if column < _LETTERS else ""


def lettered(name: str) -> int:
    """Return the column that a letter means where its head is blank; too large for any other."""
    return ord(name) - ord("A") if re.fullmatch("[A-Z]", name) else _LETTERS


def _with_unit_line(head: Head, above: Sequence[Row], columns: Sequence[str]) -> Head:
    for _, cells in above:
        for cell in cells:
            if match := _UNIT_LINE.fullmatch(normalize(cell).strip("()")):
                unit = match[1] or match[2]
                if _SEVERAL.search(unit):  # 亿元、个、%: which is whose is not said
                    return head
                units = dict.fromkeys(columns, unit) | head.units
                return Head(head.names, units, head.below)
    return head
