"""Tables that were copied with a line for every cell, put back into rows.

Nothing but the number of heads tells how long a row is, so such a table is believed only where
all rows are alike: as many cells as heads, one name and figures, in the same order. A row with an
empty cell, which leaves no line, ends it: no figure may slip under another head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed

Piece = tuple[int, str]
"""Where a line begins in the whole text, and the line."""

_NAMES = frozenset(listed(WordList.TABLE_NAMES))
_SERIAL = frozenset(listed(WordList.TABLE_SERIAL))
_NUMBER = re.compile(r"[-+]?\d[\d,]{0,15}(?:\.\d{1,6})?%?|[-—–…]{1,3}")
_WORDS = re.compile(r"[^\d，。；：、,;:]{1,14}")
_UNIT = re.compile(r"[（(][^（）()]{1,8}[）)]")  # a head's second line: (亿元)
#: Lines of a cell each, with a bar behind it, as many as the fewest rows and a head have.
_BARRED = re.compile(r"(?:^[^|\n]{0,24}\|[| ]{0,40}(?:\n|\Z)){8,}", re.MULTILINE)
_FEWEST_ROWS = 3
_MOST_COLUMNS = 9


def without_bars(text: str) -> str:
    """Return a text with blanks in place of the bars that end lines of a single cell."""
    if "|\n" not in text:
        return text
    return _BARRED.sub(lambda run: run[0].replace("|", " "), text)


def in_rows(block: Sequence[Piece]) -> list[list[Piece]]:
    """Return the lines of a block, each alone; those of a stacked table together, row by row.

    Parameters
    ----------
    block : sequence of (int, str)
        Lines without a blank one between them.

    Returns
    -------
    list of list of (int, str)
        In a row every piece but the last ends in a tab, in place of its line end.
    """
    texts = [line.strip() for _, line in block]
    rows: list[list[Piece]] = []
    at = 0
    while at < len(block):
        found = _table(texts, at)
        rows += [_row(block, row, texts) for row in found] or [[block[at]]]
        at = found[-1][-1] + 1 if found else at + 1
    return rows


def without_gaps(blocks: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Return the blocks; the lines of a stacked table with a blank one between any two are one.

    Parameters
    ----------
    blocks : sequence of list of (int, str)
        What is between blank lines.
    """
    found: list[list[Piece]] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_cell(blocks[end]):
            end += 1
        cells = [block[0] for block in blocks[at:end]]
        before = 1  # cells of the row before; those of one table are one block
        for row in in_rows(cells):
            pieces, cells = cells[: len(row)], cells[len(row) :]
            if len(row) > 1 and before > 1:
                found[-1] += pieces
            else:
                found.append(pieces)
            before = len(row)
        found += blocks[end : max(end, at + 1)]
        at = max(end, at + 1)
    return found


def _is_cell(block: Sequence[Piece]) -> bool:
    text = block[0][1].strip()
    told = _NUMBER.fullmatch(text) or _WORDS.fullmatch(text) or text in _NAMES
    return len(block) == 1 and bool(told)


def _table(texts: Sequence[str], at: int) -> list[range]:
    """Return the rows of a stacked table that begins here, its head first; none if none does."""
    serial = texts[at] in _SERIAL
    if not any(text.replace(" ", "") in _NAMES for text in texts[at : at + 1 + serial]):  # 地 区
        return []
    heads, end = 0, at
    while end < len(texts) and _WORDS.fullmatch(texts[end]) and heads <= _MOST_COLUMNS:
        heads += not _UNIT.fullmatch(texts[end])
        end += 1
        rows = _body(texts, end, heads, int(serial)) if heads > 1 + serial else []
        if rows:
            return [range(at, end), *rows]
    return []


def _body(texts: Sequence[str], start: int, width: int, name: int) -> list[range]:
    """Return the rows of so many lines each, all with a name in one place and figures else."""
    rows = []
    while start + width <= len(texts):
        row = texts[start : start + width]
        named = not _NUMBER.fullmatch(row[name]) and _WORDS.fullmatch(row[name])
        figures = all(_NUMBER.fullmatch(cell) for i, cell in enumerate(row) if i != name)
        if not (named and figures):
            break
        rows.append(range(start, start + width))
        start += width
    astray = start < len(texts) and bool(_NUMBER.fullmatch(texts[start]))
    return rows if len(rows) >= _FEWEST_ROWS and not astray else []


def _row(block: Sequence[Piece], row: range, texts: Sequence[str]) -> list[Piece]:
    return [_cell(block[i], last=i == row[-1], joined=_joins(texts, i)) for i in row]


def _joins(texts: Sequence[str], at: int) -> bool:
    """Tell whether the next line is the second one of this head."""
    return at + 1 < len(texts) and bool(_UNIT.fullmatch(texts[at + 1]))


def _cell(piece: Piece, *, last: bool, joined: bool) -> Piece:
    start, line = piece
    indent = len(line) - len(line.lstrip())
    return start + indent, line.strip() + ("" if last or joined else "\t")
