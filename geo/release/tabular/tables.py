"""Simple tables in a release: a head that names the columns, and a row for each unit.

The names are where most rows have a place; where they are the heads, see `transposed`. Heads of
two lines, and several tables side by side under one head, are read, too. A column whose head is
not understood gives nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from geo.release.names.hierarchy import Levels
from geo.release.names.places import Place
from geo.release.parsing.statements import Subject
from geo.release.phrases.tokens import Token
from geo.release.scoping.subjects import whole_at
from geo.release.tabular.cells import TableRow, amounts_in, holds_figure, names_of
from geo.release.tabular.heads import Column, caption, columns_of, title_of
from geo.release.tabular.transposed import transposed
from geo.release.text.lines import Line
from geo.release.text.separated import is_unnumbered_sum
from geo.release.words.kinds import Kind, WordList
from geo.release.words.lexicon import Lexicon, listed

_SINGLE = frozenset(listed(WordList.TABLE_SINGLE))
#: Numbers of a head: 2024年完成投资, 1-9月完成投资, 第1季度, 10亿元以上.
_TIME = re.compile(
    r"(?:19|20)\d\d年?|[A-Za-z]{1,6}[\d.]{1,4}|\d{1,2}(?:月?[-—–~至]\d{1,2})?月|[1-4]季度|\d{1,4}(?:亿|千万|百万|万)元(?:及?以[上下])?"
)
#: A line of units: （单位：个、亿元）.
_UNITS = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：][^\d。]{1,20}[）)]?")
_SPACE = re.compile(r"\s+")
_MOST_HEADS = 3  # lines


def find_tables(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the runs of at least two lines with cells of which the first is a head."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].cells and (end == start or lines[end].gap < 3):
            end += 1
            if _notes_units(lines, end):
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
    lines = _aligned(lines, run)
    named = {i: names_of(lines[i], places(i)) for i in run}
    turned = transposed(lines, run, named, lexicon)
    if turned is not None:
        return run, turned
    first = next((i for i in run if _is_row(lines[i], named[i])), None)
    if first is None:
        return range(0), []
    body = range(first, run.stop)
    names = _name_columns([named[i] for i in body])
    start = max(run.start, first - _MOST_HEADS)
    heads = [lines[i] for i in range(start, first) if _is_head(lines[i])]
    above = [line.text for line in lines[max(0, start - 2) : first]]
    below = [line.text for line in lines[run.stop : run.stop + 1]]
    above += [text for text in below if _UNITS.fullmatch(text)]
    title = title_of(above, lexicon)
    columns = columns_of(heads, names, caption(above, lexicon), lexicon, title)
    if not columns or _of_single_projects(heads):
        return range(0), []
    rows = [row for i in body for row in _rows(lines[i], i, columns, named[i])]
    # Tables side by side are read one after the other, not across; and so are two acts.
    return range(start, run.stop), sorted(rows, key=lambda row: row.name_column)


def _aligned(lines: Sequence[Line], run: range) -> Sequence[Line]:
    """Return the lines; a sum that has no serial number has an empty cell in its place."""
    heads = _texts(lines[run.start])
    short = (i for i in run if len(lines[i].cells) == len(heads) - 1)
    closing = [i for i in short if is_unnumbered_sum(heads, _texts(lines[i]))]
    if not closing:
        return lines
    found = list(lines)
    for i in closing:
        start = lines[i].cells[0][0]
        found[i] = lines[i]._replace(cells=((start, start), *lines[i].cells))
    return found


def _texts(line: Line) -> list[str]:
    return [line.text[slice(*cell)] for cell in line.cells]


def _notes_units(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line between head and rows only says in which units they are."""
    pair = lines[at : at + 2]
    noted = len(pair) == 2 and _UNITS.fullmatch(pair[0].text) is not None
    return noted and bool(pair[1].cells) and all(line.gap < 3 for line in pair)


def _of_single_projects(heads: Sequence[Line]) -> bool:
    """Tell whether the rows are projects or firms, each in some unit: a column 项目名称."""
    cells = (_SPACE.sub("", line.text[slice(*cell)]) for line in heads for cell in line.cells)
    return any(cell in _SINGLE for cell in cells)


def _is_row(line: Line, named: Sequence[Token | None]) -> bool:
    """Tell whether a line names someone, and has a figure in a cell of its own."""
    return any(named) and any(holds_figure(line, cell) for cell in line.cells)


def _is_head(line: Line) -> bool:
    told = sum(end > start for start, end in line.cells)  # a caption fills one cell of the row
    return told > 1 and not any(char.isdigit() for char in _TIME.sub("", line.text))


def _name_columns(body: Sequence[Sequence[Token | None]]) -> list[int]:
    """Return the columns in which at least half of the rows have a name."""
    votes = Counter([at for named in body for at, name in enumerate(named) if name])
    most = max(votes.values())
    return sorted(at for at, count in votes.items() if count * 2 >= most)


def _rows(
    line: Line, number: int, columns: Sequence[Column], named: Sequence[Token | None]
) -> Iterator[TableRow]:
    for names, act, times in dict.fromkeys((c.names, c.act, c.times) for c in columns):
        if names >= len(line.cells):
            continue
        name = named[names] or _total_beside(line, names, named)
        if name is None:
            continue
        mine = (c for c in columns if (c.names, c.act, c.times) == (names, act, times))
        amounts = tuple(amount for c in mine if (amount := amounts_in(line, c)))
        if amounts:
            yield TableRow(number, names, name, amounts, number, times)


def _total_beside(line: Line, names: int, named: Sequence[Token | None]) -> Token | None:
    """Return 合计 of a row that has it under the serial numbers, and no name beside it."""
    start, end = line.cells[names]
    found = next((token for token in named[:names] if token and token.kind is Kind.SUM), None)
    return found if start == end else None


def row_subject(row: TableRow, levels: Levels, named: Line) -> Subject:
    """Return whose a row is, by its name in a line: a unit's, a kind's, or the whole event's."""
    label = row.name.text.replace(" ", "")
    if row.name.place and row.name.place.name not in levels.wholes:
        part = row.name.place.name in levels.parts
        names = (named.span(row.name.start, row.name.end),)
        return Subject("part") if part else Subject("place", "", (row.name.place,), names)
    if row.name.kind is Kind.CLASS:
        return Subject("type", row.name.text)
    return whole_at(label, levels, Subject("event", label))
