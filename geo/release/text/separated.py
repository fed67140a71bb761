"""Tables whose cells are parted by single blanks, as in a PDF, or by commas: tabs instead.

Every character stays where it was. Such lines are prose until shown to be rows: under a line
without a number, as many cells each, of which all but a name (and its serial number) are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed

_SERIAL = frozenset(listed(WordList.TABLE_SERIAL))
_TOTALS = frozenset(listed(WordList.TABLE_TOTAL))
_FIGURE = re.compile(r"[\d.,]+%?|[-—–]+")
_COMMAS = (",", "，")
#: A comma in a number parts no cells, and a head has no such number: 1,000个.
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")


def tabulated(lines: Sequence[str]) -> list[str]:
    """Return the lines, those of tables with a tab in place of what parts their cells."""
    found = list(lines)
    for comma in _COMMAS:
        if any(comma in line for line in found):
            # One row would be little to tell a table from prose by.
            found = _parted(found, partial(_cells, comma), partial(_commas_to_tabs, comma), 2)
    return _parted(found, str.split, _blanks_to_tabs, 1)


def _parted(
    lines: Sequence[str],
    split: Callable[[str], list[str]],
    tabs: Callable[[str], str],
    fewest: int,
) -> list[str]:
    """Put tabs in the runs of rows that are as wide as the line without numbers above them."""
    found, cells = list(lines), [split(line) for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        parted = "\t" in lines[start] or "|" in lines[start]
        wide = 0 if parted else len(cells[start])
        if wide > 1 and _is_head(cells[start]) and not _THOUSANDS.search(lines[start]):
            while end < len(lines) and _belongs(cells[start], cells[end]):
                end += 1
            if end - start > fewest:
                found[start:end] = [tabs(line) for line in lines[start:end]]
        start = end
    return found


def is_unnumbered_sum(heads: Sequence[str], cells: Sequence[str]) -> bool:
    """Tell whether a row is the sum of rows that have serial numbers, and has none itself.

    Parameters
    ----------
    heads, cells : sequence of str
        The cells of the table's head, and of the row.
    """
    return len(cells) == len(heads) - 1 and heads[0] in _SERIAL and cells[0] in _TOTALS


def _belongs(heads: Sequence[str], cells: Sequence[str]) -> bool:
    """Tell whether a line is a row below a head."""
    return is_unnumbered_sum(heads, cells) or (len(cells) == len(heads) and _is_row(cells))


def _is_head(cells: Sequence[str]) -> bool:
    return all(cells) and not any(_FIGURE.fullmatch(cell) for cell in cells)


def _is_row(cells: Sequence[str]) -> bool:
    """Tell whether a line is a name, or a number and a name, and its figures."""
    figures = sum(not cell or bool(_FIGURE.fullmatch(cell)) for cell in cells)
    return figures * 2 >= len(cells) - 1 and figures < len(cells)


def _cells(comma: str, line: str) -> list[str]:
    return [cell.strip() for cell in line.split(comma)]


def _commas_to_tabs(comma: str, line: str) -> str:
    return line.replace(comma, "\t")


def _blanks_to_tabs(line: str) -> str:
    inner = line.strip()
    before, _, after = line.partition(inner)
    return before + re.sub(" +", lambda run: "\t" + run[0][1:], inner) + after
