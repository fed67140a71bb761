"""How a table lies in its file: where its head is, which rows count, whether it is long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.base.errors import MapError, Problem, first_few
from geo.base.text import normalize

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the map-maker says of a table's form.

    Attributes
    ----------
    sheet : str
        Of a workbook; empty to find it.
    header : int or None
        Number of the row that is the head, or its last line.
    skip : int
        Rows at the top that are left out.
    where : mapping of str to tuple of str
        Columns, and the values of the rows that count.
    names, values : str
        Of a long table: the column that says what a figure is, and that of the figures.
    period : str
        The column that says when a figure was; empty for a table of one time.
    """

    sheet: str = ""
    header: int | None = None
    skip: int = 0
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: str = ""
    values: str = ""
    period: str = ""

    def needed(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Return the columns that the file has to have, for those that the map needs."""
        wanted = (columns[0], self.names, self.values) if self.names else tuple(columns)
        period = (self.period,) if self.period else ()
        return tuple(dict.fromkeys((*wanted, *period, *self.where)))


def chosen(rows: Sequence[Row], header: Sequence[str], layout: Layout, source: str) -> list[Row]:
    """Return the rows that `layout.where` asks for.

    Raises
    ------
    MapError
        If there is none.
    """
    found = list(rows)
    for column, values in layout.where.items():
        at = header.index(column)
        there = {normalize(cells[at]) for _, cells in found if at < len(cells)}
        found = [row for row in found if at < len(row[1]) and normalize(row[1][at]) in values]
        if not found:
            some = first_few(sorted(there))
            what = f"no row has {column} {' or '.join(map(repr, values))}"
            raise MapError(Problem(source, what, f"There are {some}."))
    return found


def pivoted(
    rows: Sequence[Row], header: Sequence[str], key: str, layout: Layout, source: str
) -> tuple[tuple[str, ...], list[Row]]:
    """Turn a long table into one row a district, and period if it has some, and columns of figures.

    Returns
    -------
    tuple of header and rows
        A row has the number of the district's first one.

    Raises
    ------
    MapError
        If two rows have one district, one period and one name.
    """
    heads = (key, layout.period) if layout.period else (key,)
    of, name, value = (
        [header.index(head) for head in heads],
        *(header.index(c) for c in (layout.names, layout.values)),
    )
    lines: dict[tuple[str, ...], int] = {}
    figures: dict[tuple[tuple[str, ...], str], str] = {}
    problems = []
    for line, cells in rows:
        at = tuple(normalize(cells[i]) for i in of), normalize(cells[name])
        lines.setdefault(at[0], line)
        if at in figures:
            what = f"{' '.join(at[0])!r} has a second {layout.names} {at[1]!r}"
            problems.append(Problem(source, what, "Choose among them with where.", row=line))
        figures[at] = cells[value]
    if problems:
        raise MapError(problems)
    names = tuple(dict.fromkeys(name for _, name in figures))
    wide = [(line, (*k, *(figures.get((k, n), "") for n in names))) for k, line in lines.items()]
    return (*heads, *names), wide
