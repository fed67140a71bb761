"""Which column of an unknown sheet names the districts, and where its head ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.tables.heads import letter, split_head
from geo.tables.layout import Layout
from geo.tables.printed import DecimalMark, FigureError, read_figure
from geo.tables.sheet import read_sheet

#: Characters of cells that a message shows.
_SHOWN, _FEW = 80, 2
_YEAR = re.compile(r"(?:19|20)\d\d")


def key_of(
    path: Path, layout: Layout, district: Callable[[str], int | None], called: tuple[str, ...]
) -> tuple[str, int | None]:
    """Return the head of the column that names most districts, and the number of its last line.

    Of two columns alike the left one. No number is the first row's. A column whose head is blank
    has the letter that a spreadsheet calls it by.
    """
    read, _ = read_sheet(path, (), layout)
    numbered = [(None, read.header), *read.rows]
    width = max(len(cells) for _, cells in numbered)
    rows = [[*map(normalize, cells), *[""] * (width - len(cells))] for _, cells in numbered]
    columns = list(zip(*rows, strict=True))
    means = [[district(cell) if cell else None for cell in column] for column in columns]
    counts = [len({d for d in column if d is not None}) for column in means]
    if not any(counts):
        raise MapError(_no_key(path, columns))
    best = _best(means, columns, called, path)
    named = [i for i, d in enumerate(means[best]) if d is not None]
    if _is_own_head(rows, named, best):
        named = named[1:]
    first = named[0]
    above = [i for i in range(first) if columns[best][i]]
    headed = any(_heads(rows[i], best) for i in above)
    if not headed and first and not columns[best][first - 1] and any(rows[first - 1]):
        return letter(best), numbered[first - 1][0]
    if not above:
        what = f"has no head above {columns[best][first]!r}"
        raise MapError(Problem(str(path), what, "Write the columns' names into its first row."))
    # Totals, names of groups and misspelt districts may stand between the head and the first name.
    at = next((i for i in reversed(above) if _heads(rows[i], best)), above[-1])
    last = at + 1 if at + 1 < first and _goes_on(rows[at], rows[at + 1], best) else at
    return split_head(rows[at][best])[0], numbered[last][0]


def _no_key(path: Path, columns: Sequence[Sequence[str]]) -> Problem:
    words = next(
        (words for column in columns if len(words := [c for c in column if c[:1].isalpha()]) > 2),
        [],
    )
    some = ", ".join(repr(word) for word in dict.fromkeys(words[1:]))
    what = "has no column that names the districts of the polygons"
    has = f" It has {some[:_SHOWN]}{' …' if len(some) > _SHOWN else ''}." if some else ""
    return Problem(str(path), what, f"Check that both are of one place.{has}")


def _best(
    means: Sequence[Sequence[int | None]], columns: Sequence[Sequence[str]],
    called: tuple[str, ...], path: Path,
) -> int:  # fmt: skip
    """Return the column that names most districts.

    Two running numbers name them all, each in an order of its own: the wrong one would give every
    district another's figures.
    """
    counts = [len({d for d in column if d is not None}) for column in means]
    alike = [at for at, count in enumerate(counts) if count == max(counts)]
    meant = [at for at in alike if set(called) & set(columns[at])]
    chosen = (meant or alike)[0]
    if not meant and any(_differ(means[at], means[chosen]) for at in alike):
        names = " and ".join(columns[at][0] for at in alike[:2])
        what = f"columns {names} both name the districts, and not the same in each row"
        raise MapError(Problem(str(path), what, "Leave the one out that does not mean them."))
    return chosen


def _differ(some: Sequence[int | None], others: Sequence[int | None]) -> bool:
    """Tell whether two columns name different districts in a row; one may lack what one has."""
    pairs = zip(some, others, strict=True)
    return any(a != b for a, b in pairs if a is not None and b is not None)


def _heads(cells: Sequence[str], key: int) -> bool:
    """Tell whether a row may be a head: it has several texts, and they are not mostly figures."""
    beside = [cell for i, cell in enumerate(cells) if i != key and cell]
    figures = sum(_is_figure(cell) for cell in beside)
    return len({*beside, cells[key]}) > 1 and figures * 2 < len(beside)


def _is_own_head(rows: Sequence[Sequence[str]], named: Sequence[int], key: int) -> bool:
    """Tell whether the first name is that of the column: ``id`` is Idaho, too."""
    head, *others = named
    if not others or any(_heads(rows[i], key) for i in range(head)):
        return False
    return _heads(rows[head], key) and not any(_heads(rows[i], key) for i in others)


def _is_figure(cell: str) -> bool:
    """Tell whether a cell is a number but no year, as heads have them."""
    marks: tuple[DecimalMark, ...] = (".", ",")
    for mark in marks:
        with suppress(FigureError):
            return not _YEAR.fullmatch(cell) and read_figure(cell, "", mark) is not None
    return False


def _goes_on(upper: Sequence[str], lower: Sequence[str], key: int) -> bool:
    """Tell whether a head has a second line: names below those that span several columns."""
    return not lower[key] and any(b and not a for a, b in zip(upper, lower, strict=True))
