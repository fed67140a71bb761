"""A figure as it was printed: its value, its unit, and how far it was rounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from geo.base.text import normalize

#: Multiples that Chinese text writes as words, and the money units made of them.
MULTIPLES = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
#: What an empty cell is written as, lower case, after NFKC (which makes ``...`` of an ellipsis).
BLANKS = frozenset(
    {"", "-", "--", "—", "——", "–", "―", "...", "......", "/", "n/a", "#n/a", "na", "nan", "null"}
) | {"none", "缺失", "暂无", "无", "无数据", "未公布", "未统计"}
INAPPLICABLE = frozenset({"不适用", "×", "not applicable"})

_FIGURE = re.compile(
    r"([+-]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*"
    r"([百千]万|[百千万]亿|[百千万亿])?\s*([^\d\s.,+-]*)",
    re.ASCII,  # ８ is 8 by now; the digits of other scripts are not meant
)
_INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE)

Scope = Literal["event", "type", "batch", "portfolio"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed.

    Attributes
    ----------
    value : Decimal
        In the unit of its column.
    resolution : Decimal
        The size of the last printed digit, in the same unit: 0.1 for ``81.8``, 1 for ``1480``,
        1000 for ``1.3万亿`` in 亿. 0 for a count, which is exact.
    """

    value: Decimal
    resolution: Decimal = Decimal(0)

    @property
    def slack(self) -> Decimal:
        """Half of the last printed digit: the truth is in ``value ± slack``, ends included."""
        return self.resolution / 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that a source states, to be compared with the sum of its parts.

    Attributes
    ----------
    scope : {"event", "type", "batch", "portfolio"}
        ``event`` the whole table; ``type`` one kind of project (types add up to the event);
        ``batch`` a part of the event that is also counted elsewhere (the province's own projects);
        ``portfolio`` something larger than the event (the year's plan).
    label : str
        As printed: ``产业类``.
    column : str
        The column of the table that it totals: ``investment``.
    figure : Printed
        In the column's unit.
    unit : str
        Of the figure, for columns that no measure shows; empty where a measure has it.
    """

    scope: Scope
    label: str
    column: str
    figure: Printed
    unit: str = ""


def read_figure(text: str, unit: str) -> Printed | None:
    """Read one cell.

    Parameters
    ----------
    text : str
        ``81.8``, ``１，４８０``, ``1.3万亿``, ``81.8亿元``; blank or a dash means no data.
    unit : str
        The unit of the column: ``亿元``, ``个``. A unit in the cell has to be the same, or a
        multiple of it by 万 or 亿, which is brought to the column's.

    Returns
    -------
    Printed or None
        None for a blank. The resolution is that of the printed digits; thousands that end in
        zeros count as printed to the last digit.

    Raises
    ------
    ValueError
        With a short reason: ``is not a number``, ``is in 万美元, not in 亿元``.
    """
    cell = normalize(text)
    if cell.lower() in BLANKS:
        return None
    cell = cell.replace("\N{MINUS SIGN}", "-")
    if _INFINITE.fullmatch(cell):
        raise ValueError("is infinite")
    match = _FIGURE.fullmatch(cell)
    if not match:
        raise ValueError("is not a number")
    value, multiple, written = Decimal(match[1].replace(",", "")), match[2] or "", match[3]
    base, column_factor = split_unit(unit)
    if written not in {base, ""}:
        other = f"not in {unit}" if unit else "but the column has no unit"
        raise ValueError(f"is in {multiple}{written}, {other}")
    # `1.3万亿` in a column of 亿元 has a factor of its own; a bare number has the column's.
    factor = Decimal(MULTIPLES[multiple] if multiple or written else column_factor) / column_factor
    resolution = Decimal(1).scaleb(int(value.as_tuple().exponent)) * factor
    return Printed(value * factor, resolution)


def split_unit(unit: str) -> tuple[str, int]:
    """Return base and multiple of a unit: ``亿元`` is 元 times 10**8, ``个`` is itself times 1."""
    for word in sorted(MULTIPLES, key=len, reverse=True):
        if word and unit.startswith(word):
            return unit[len(word) :], MULTIPLES[word]
    return unit, 1
