"""Simple tables in a release: a head that names the columns, and a row for each unit.

Several tables side by side under one head are read, too. A column whose head is not understood
gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from geo.release.clauses import Amounts, figures_of
from geo.release.disambiguate import settle
from geo.release.forms import Plan
from geo.release.kinds import FIGURES, Kind, WordList
from geo.release.lexicon import listed
from geo.release.lines import Line
from geo.release.model import UNITS
from geo.release.places import Place
from geo.release.statements import Subject
from geo.release.tokens import Token, scan

_NAMES = frozenset(listed(WordList.TABLE_NAMES))
_SERIAL = frozenset(listed(WordList.TABLE_SERIAL))
_COUNTS = frozenset(listed(WordList.TABLE_COUNT))
#: Kinds of word in the head of a column that counts projects.
_OF_A_COUNT = frozenset({Kind.PROJECT, Kind.ACT, Kind.MOD, Kind.DO, Kind.SUM, Kind.MARK})
_TOTALS = frozenset(listed(WordList.TABLE_TOTAL))
_BRACKETS = str.maketrans("（）", "()")
_CLASS = re.compile(r"[\u4e00-\u9fff]{2,8}类(?:项目)?")
_YEAR = re.compile(r"20\d\d年")
_SPACE = re.compile(r"\s+")
_NOTE = re.compile(
    r"[（(]\s*(?:单位[:：])?\s*(亿元|万元|亿|个|项|家|宗)\s*[）)]|单位[:：]\s*(亿元|万元)|/(亿元|万元|个)$"
)
_BLANK = re.compile(r"[-—–/…\s]*|暂?无|\.{3}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: name and unit, the unit its head notes, the column of its names."""

    at: int
    column: str
    unit: str
    noted: str
    names: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: whose it is, and its amounts.

    Attributes
    ----------
    line : int
        Index of the line.
    name_column : int
    name : Token
        A PLACE, a KIND, or a SUM.
    amounts : tuple of Amounts
    """

    line: int
    name_column: int
    name: Token
    amounts: tuple[Amounts, ...]


def find_tables(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the runs of at least two lines with cells of which the first is a head."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].cells and (end == start or lines[end].gap < 3):
            end += 1
        if end - start >= 2:
            yield range(start, end)
        start = max(end, start + 1)


def read_table(
    lines: Sequence[Line], run: range, places: Callable[[int], Sequence[Place]]
) -> tuple[range, list[TableRow]]:
    """Read a run of lines with cells.

    Parameters
    ----------
    lines : sequence of Line
    run : range
        Of indices.
    places : callable
        Returns the places of a line by its index.

    Returns
    -------
    (range, list of TableRow)
        The lines that were read as a table (head included), and its rows. Empty without a head.
    """
    for at in run:
        columns = _head(lines[at], lines[at - 1] if at else None)
        if columns:
            body = range(at + 1, run.stop)
            rows = [row for i in body for row in _rows(lines[i], i, columns, places(i))]
            # Tables side by side are read one after the other, not across.
            return range(at, run.stop), sorted(rows, key=lambda row: row.name_column)
    return range(0), []


def _head(line: Line, before: Line | None) -> list[Column]:
    """Return the columns that a head names; none if this is no head."""
    caption = _NOTE.search(before.text) if before and not before.cells else None
    common = next((g for g in caption.groups() if g), "") if caption else ""
    names, found = -1, []
    for at, (start, end) in enumerate(line.cells):
        cell = line.text[start:end].strip("* ")
        if any(char.isdigit() for char in _YEAR.sub("", cell)):
            return []
        if cell.translate(_BRACKETS).removesuffix("名称") in _NAMES or (at == 0 and not cell):
            names = at
        elif names >= 0 and cell not in _SERIAL and (column := _column(cell, at, names, common)):
            found.append(column)
    return found


def _column(cell: str, at: int, names: int, common: str) -> Column | None:
    note = _NOTE.search(cell)
    noted = next((g for g in note.groups() if g), "") if note else ""
    bare = _SPACE.sub("", _NOTE.sub("", cell))
    tokens = [t for t in settle(scan(f"{bare}1", [])) if t.kind not in FIGURES]
    kinds = {token.kind for token in tokens}
    measures = [token for token in tokens if token.kind is Kind.MEASURE]
    if len(measures) == 1 and Kind.WORD not in kinds:
        value = "investment" if measures[0].value == "plan" else measures[0].value
        return Column(at, value, UNITS[value], noted or common, names)
    if measures or not (Kind.PROJECT in kinds or bare in _COUNTS):
        return None
    plain = (
        kinds <= {Kind.PROJECT, Kind.ACT, Kind.MOD, Kind.DO, Kind.SUM, Kind.MARK} or bare in _COUNTS
    )
    return Column(at, "projects", "个", "", names) if plain or bare.endswith("数") else None


def _rows(
    line: Line, number: int, columns: Sequence[Column], places: Sequence[Place]
) -> Iterator[TableRow]:
    for names in dict.fromkeys(column.names for column in columns):
        if names >= len(line.cells):
            continue
        name = _name(line, line.cells[names], places)
        if name is None:
            continue
        read = (_cell(line, column) for column in columns if column.names == names)
        amounts = tuple(amount for amount in read if amount)
        if amounts:
            yield TableRow(number, names, name, amounts)


def _name(line: Line, cell: tuple[int, int], places: Sequence[Place]) -> Token | None:
    start, end = cell
    text = line.text[start:end]
    for place in places:
        if place.start == start and place.end == end:
            return Token(Kind.PLACE, text, start, end, place=place)
    if _SPACE.sub("", text) in _TOTALS:
        return Token(Kind.SUM, text, start, end)
    if _CLASS.fullmatch(text):
        return Token(Kind.CLASS, text.removesuffix("项目"), start, end)
    return None


def _cell(line: Line, column: Column) -> Amounts | None:
    if column.at >= len(line.cells):
        return None
    start, end = line.cells[column.at]
    text = line.text[start:end]
    if _BLANK.fullmatch(text):
        return None
    tokens = settle(scan(text, []))
    if len(tokens) != 1 or tokens[0].kind not in (Kind.NUMBER, Kind.MONEY, Kind.COUNT):
        return None
    token = tokens[0]
    money = column.unit == "亿元"
    if token.kind == (Kind.COUNT if money else Kind.MONEY) or (
        money and token.kind is Kind.NUMBER and not column.noted
    ):
        return None
    noted = column.noted.removesuffix("元") if money and token.kind is Kind.NUMBER else ""
    figures = figures_of((token,), 10**8 if money else 1, noted)
    if figures is None:
        return None
    token = token._replace(start=token.start + start, end=token.end + start)
    return Amounts(Plan(column.column, column.unit, named=True), (token,), figures)


def row_subject(row: TableRow, wholes: Collection[str]) -> Subject:
    """Return whose a row is: a unit's, a kind of project's, or the whole event's."""
    if row.name.place and row.name.place.name not in wholes:
        return Subject("place", places=(row.name.place,))
    if row.name.kind is Kind.CLASS:
        return Subject("type", row.name.text)
    return Subject("event", row.name.text.replace(" ", ""))
