"""Simple tables in a release: a head that names the columns, and a row for each unit.

The names are where most rows have a place. Heads of two lines, and several tables side by side
under one head, are read, too. A column whose head is not understood gives nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.release.clauses import Amounts, figures_of
from geo.release.disambiguate import settle
from geo.release.forms import Plan
from geo.release.heads import Column, caption, columns_of
from geo.release.hierarchy import Levels
from geo.release.kinds import FIGURES, Kind, WordList
from geo.release.lexicon import Lexicon, listed
from geo.release.lines import Line
from geo.release.places import Place
from geo.release.statements import Subject
from geo.release.subjects import whole_at
from geo.release.tokens import Token, scan
from geo.tables.printed import split_unit

_NAMES = frozenset(listed(WordList.TABLE_NAMES))
_TOTALS = frozenset(listed(WordList.TABLE_TOTAL))
_SINGLE = frozenset(listed(WordList.TABLE_SINGLE))
_TOTAL_ENDS = ("合计", "总计")
_CLASS = re.compile(r"[\u4e00-\u9fff]{2,8}类(?:项目)?")
#: Numbers of a head: 2024年完成投资, 1-9月完成投资, 第1季度.
_TIME = re.compile(r"20\d\d年|\d{1,2}(?:月?[-—–~至]\d{1,2})?月|[1-4]季度")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"[-—–/…\s]*|暂?无|\.{3}")
_MOST_HEADS = 3  # lines


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a row says of one act: whose it is, and its amounts.

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
    lines: Sequence[Line],
    run: range,
    places: Callable[[int], Sequence[Place]],
    lexicon: Lexicon | None = None,
) -> tuple[range, list[TableRow]]:
    """Read a run of lines with cells.

    Parameters
    ----------
    lines : sequence of Line
    run : range
        Of indices.
    places : callable
        Returns the places of a line by its index.
    lexicon : Lexicon, optional
        With the words of the measures that are read.

    Returns
    -------
    (range, list of TableRow)
        The lines that were read as a table (head included), and its rows. Empty without a head.
    """
    first = next((i for i in run if _named(lines[i], places(i))), None)
    if first is None:
        return range(0), []
    body = range(first, run.stop)
    names = _name_columns([(lines[i], places(i)) for i in body])
    start = max(run.start, first - _MOST_HEADS)
    heads = [lines[i] for i in range(start, first) if _is_head(lines[i])]
    above = [line.text for line in lines[max(0, start - 2) : first]]
    columns = columns_of(heads, names, caption(above, lexicon), lexicon)
    if not columns or _of_single_projects(heads):
        return range(0), []
    rows = [row for i in body for row in _rows(lines[i], i, columns, places(i))]
    # Tables side by side are read one after the other, not across; and so are two acts.
    return range(start, run.stop), sorted(rows, key=lambda row: row.name_column)


def _of_single_projects(heads: Sequence[Line]) -> bool:
    """Tell whether the rows are projects or firms, each in some unit: a column 项目名称."""
    cells = (_SPACE.sub("", line.text[slice(*cell)]) for line in heads for cell in line.cells)
    return any(cell in _SINGLE for cell in cells)


def _named(line: Line, places: Sequence[Place]) -> bool:
    """Tell whether a line is a row: it names someone, and has a figure in a cell of its own."""
    cells = range(len(line.cells))
    named = any(_name(line, line.cells[i], places) for i in cells)
    return named and any(_figure_in(line, line.cells[i]) for i in cells)


def _figure_in(line: Line, cell: tuple[int, int]) -> bool:
    text = line.text[slice(*cell)]
    return any(char.isdigit() for char in text) or bool(text and _BLANK.fullmatch(text))


def _is_head(line: Line) -> bool:
    told = sum(end > start for start, end in line.cells)  # a caption fills one cell of the row
    return told > 1 and not any(char.isdigit() for char in _TIME.sub("", line.text))


def _name_columns(body: Sequence[tuple[Line, Sequence[Place]]]) -> list[int]:
    """Return the columns in which at least half of the rows have a name."""
    votes = Counter(
        at
        for line, places in body
        for at, cell in enumerate(line.cells)
        if _name(line, cell, places)
    )
    most = max(votes.values())
    return sorted(at for at, count in votes.items() if count * 2 >= most)


def _rows(
    line: Line, number: int, columns: Sequence[Column], places: Sequence[Place]
) -> Iterator[TableRow]:
    for names, act in dict.fromkeys((column.names, column.act) for column in columns):
        if names >= len(line.cells):
            continue
        name = _name(line, line.cells[names], places)
        if name is None:
            continue
        mine = (c for c in columns if (c.names, c.act) == (names, act))
        amounts = tuple(amount for c in mine if (amount := _cell(line, c)))
        if amounts:
            yield TableRow(number, names, name, amounts)


def _name(line: Line, cell: tuple[int, int], places: Sequence[Place]) -> Token | None:
    start, end = cell
    text = line.text[start:end]
    if text in _NAMES:  # 地区, which elsewhere is a place
        return None
    for place in places:
        if place.start == start and place.end == end:
            return Token(Kind.PLACE, text, start, end, place=place)
    bare = _SPACE.sub("", text)
    if bare in _TOTALS or bare.endswith(_TOTAL_ENDS):
        return Token(Kind.SUM, text, start, end)
    if _CLASS.fullmatch(text):
        return Token(Kind.CLASS, text.removesuffix("项目"), start, end)
    return None


def _cell(  # noqa: PLR0911 - one return a kind of cell
    line: Line, column: Column
) -> Amounts | None:
    if column.at >= len(line.cells):
        return None
    start, end = line.cells[column.at]
    text = line.text[start:end]
    if _BLANK.fullmatch(text):
        return None
    tokens = settle(scan(text, []))
    if len(tokens) != 1 or tokens[0].kind not in FIGURES:
        return None
    token = tokens[0]
    if token.kind is Kind.QUANTITY and not column.own:
        return None
    if column.own:
        return _own_cell(token, column, start)
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
    plan = Plan(column.column, column.unit, named=True, act=column.act)
    return Amounts(plan, (token,), figures)


def _own_cell(token: Token, column: Column, start: int) -> Amounts | None:
    """Read a cell of a user's measure; a number alone is in the unit of the head."""
    base = split_unit(column.unit)[0]
    if token.kind is not Kind.NUMBER and token.unit != base:
        return None
    noted = column.noted.removesuffix(base) if token.kind is Kind.NUMBER else ""
    figures = figures_of((token,), split_unit(column.unit)[1], noted)
    token = token._replace(start=token.start + start, end=token.end + start)
    plan = Plan(column.column, column.unit, named=True, act=column.act, own=True)
    return Amounts(plan, (token,), figures) if figures else None


def row_subject(row: TableRow, levels: Levels) -> Subject:
    """Return whose a row is: a unit's, a kind of project's, or the whole event's."""
    label = row.name.text.replace(" ", "")
    if row.name.place and row.name.place.name not in levels.wholes:
        part = row.name.place.name in levels.parts
        return Subject("part") if part else Subject("place", places=(row.name.place,))
    if row.name.kind is Kind.CLASS:
        return Subject("type", row.name.text)
    return whole_at(label, levels, Subject("event", label))
