"""Tables on their side: the units are the heads, and every row is one measure of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from geo.release.phrases.tokens import Token
from geo.release.tabular.cells import TableRow, amounts_in, holds_figure
from geo.release.tabular.heads import caption, columns_of_heads
from geo.release.text.lines import Line
from geo.release.words.kinds import Kind
from geo.release.words.lexicon import Lexicon

#: A cell of a column of units: 项目数, 个, and then the figures.
_UNIT = re.compile(r"(?:百|千)?(?:亿|万)?元|[个项家宗例人亩%％]|万人|公顷|万亩")
_FEWEST_UNITS = 2
_MOST_ABOVE = 3  # lines of a caption before the names


def transposed(
    lines: Sequence[Line],
    run: range,
    named: Mapping[int, Sequence[Token | None]],
    lexicon: Lexicon | None,
) -> list[TableRow] | None:
    """Return the rows of such a table, unit after unit; None if its units are no heads.

    Parameters
    ----------
    lines : sequence of Line
    run : range
        Of indices: lines with cells.
    named : mapping of int to sequence of Token or None
        Whom the cells of each line name, by its index.
    lexicon : Lexicon or None
        With the words of the measures that are read.

    Returns
    -------
    list of TableRow or None
        Empty if no row is understood: read as prose, its figures would be those of the last unit.
    """
    for top in run[:_MOST_ABOVE]:
        names = {at: name for at, name in enumerate(named[top]) if name}
        units = [at for at, name in names.items() if name.kind is Kind.PLACE]
        if len(units) >= _FEWEST_UNITS:
            break
    else:
        return None
    first = min(names)
    body = [i for i in range(top + 1, run.stop) if _of_figures(lines[i], names)]
    if not body or first == 0 or any(any(named[i]) for i in body):
        return None
    above = [line.text for line in lines[max(0, top - 2) : top + 1]]
    heads = dict(zip(body, _heads([lines[i] for i in body], first), strict=True))
    columns = columns_of_heads(heads, caption(above, lexicon), lexicon)
    return [
        TableRow(column.at, at, name, (amounts,), top)
        for at, name in names.items()
        for column in columns
        if (amounts := amounts_in(lines[column.at], column.moved(at)))
    ]


def _of_figures(line: Line, names: Mapping[int, Token]) -> bool:
    """Tell whether a line has a figure, or a sign that there is none, below every name."""
    return len(line.cells) > max(names) and all(holds_figure(line, line.cells[at]) for at in names)


def _heads(rows: Sequence[Line], width: int) -> Iterator[str]:
    """Yield what stands before the figures of each row; an empty cell goes on with that above."""
    over = [""] * width
    for line in rows:
        told = [line.text[start:end].strip("* ") for start, end in line.cells[:width]]
        first = next((at for at, cell in enumerate(told) if cell), width)
        over = [over[at] if at < first else cell for at, cell in enumerate(told)]
        yield "".join(f"（{cell}）" if _UNIT.fullmatch(cell) else cell for cell in over)
