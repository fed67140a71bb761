"""How tall the embed's ranked table is: a name that is longer than its column takes lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.choropleth.wording import whole_label
from geo.web.assets import sizes
from geo.web.form import form_of
from geo.web.lines import lines, widest
from geo.web.table import ranked

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

# Of `parts.css`, CSS pixels: the search box with its margins; the button for all rows; the column
# of ranks, of those with four digits, and the margin in it.
_SEARCH, _ALL_ROWS, _RANK, _LONG_RANK, _AFTER_RANK = 48, 24, 32, 52, 8
_VALUES = 0.54  # of the table's width is the last column's


def table_height(choropleth: Choropleth, width: float, *, beside: bool) -> float:
    """Return the height of search box, head, rows, last line and the button for all rows.

    Parameters
    ----------
    choropleth : Choropleth
    width : float
        Of the table, CSS pixels.
    beside : bool
        It is beside the map, where more rows are shown at first.
    """
    n, form = len(choropleth.districts), form_of(choropleth.spec, article=True)
    if "table" not in form.parts:
        return 0
    count = form.shown_rows(n, beside=beside)
    high = _head(choropleth, width) + _rows(choropleth, width, count)
    high += _ALL_ROWS if n > count else 0
    return high + (_SEARCH if "search" in form.parts else 0)


def _head(choropleth: Choropleth, width: float) -> float:
    """Return the height of the head: the longest name of a measure with its unit."""
    size, room = sizes(), _VALUES * width
    count = max(
        lines(f"{m.label} ({m.unit}) ↓", size.small.size, room) for m in choropleth.measures
    )
    return max(size.row, size.small.line * count + 1)


def _rows(choropleth: Choropleth, width: float, count: int) -> float:
    """Return the height of the first rows and the last line; any measure may be ranked by."""
    n, size = len(choropleth.districts), sizes()
    chinese = choropleth.spec.language.startswith(("zh", "ja"))
    head = widest(choropleth.words["rank"], size.small.size, chinese=chinese) + _AFTER_RANK
    rank = max(_RANK if n <= size.very_many else _LONG_RANK, head)
    room = (1 - _VALUES) * width - rank

    def high(text: str) -> float:
        return max(size.row, size.small.line * lines(text, size.text.size, room) + 1)

    wholes = max(high(whole_label(measure, choropleth.words)) for measure in choropleth.measures)
    return wholes + max(sum(map(high, names)) for names in _first_names(choropleth, count))


@lru_cache(maxsize=2)  # asked at every width, with as many rows below the map and beside it
def _first_names(choropleth: Choropleth, count: int) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(sorted(choropleth.names[i] for i in ranked(choropleth, measure)[:count]))
        for measure in choropleth.measures
    )
