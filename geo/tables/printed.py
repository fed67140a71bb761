"""A figure as it was printed: its value, its unit, and how far it was rounded."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from geo.base.nice import LARGEST
from geo.base.text import normalize
from geo.tables.arithmetic import last_digit, product

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
#: The same words in Taiwan and Japan: 億元, 億円.
_SIMPLIFIED = str.maketrans("萬億", "万亿")
#: What an empty cell is written as, lower case, after NFKC (which makes ``...`` of an ellipsis).
BLANKS = frozenset(
    {"", "-", "--", "—", "——", "–", "―", "...", "......", "/", "n/a", "#n/a", "na", "nan", "null"}
) | {"none", "缺失", "暂无", "无", "无数据", "未公布", "未统计"}
INAPPLICABLE = frozenset({"不适用", "×", "not applicable"})

#: Between a figure's integer and fractional part; the other one separates thousands.
DecimalMark = Literal[".", ","]
_NUMBER = r"[+-]?(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_FIGURE = re.compile(
    rf"({_NUMBER})\s*([百千]万|[百千万]亿|[百千万亿])?\s*([^\d\s.,+\-\u2010-\u2015]*)",
    re.ASCII,  # ８ is 8 by now; the digits of other scripts are not meant
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+", re.ASCII)
_SWAPPED = str.maketrans(".,", ",.")
#: Superscript digits after a unit's letters are its exponent: m², km³.
_MARKS = re.compile(
    r"(?:\s*(?:(?<![A-Za-z])[⁽⁾⁰¹²³⁴-⁹]+|[ªºʰ-ʸᴬ-ᵡᶛ-ᶿⁱⁿ①-ⓩ⓪-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿]"
    r"|[*†‡§¶※#]+|\((?:\d{1,2}|[a-z]|注\d{0,2})\)|[\[【〔](?:\d{1,2}|[a-z]|注\d{0,2})[\]】〕]))+",
    re.ASCII,
)
#: The power of a ten is written like a footnote: 10³.
_POWER = re.compile(r"(?:.*\D)?10[⁰¹²³⁴-⁹]+")
_FORMULA_ERROR = re.compile(r"#(?:DIV/0|NAME|NULL|NUM|REF|VALUE|SPILL|CALC)[!?]?", re.IGNORECASE)
#: Words and signs before a figure, and letters or numbers of footnotes behind a space.
_APART = re.compile(
    r"(?P<before>[^\d\s.,+()-]+)\s*[\d.,+-]+.*|[\d.,+-]*\d\s+(?P<behind>\(?\d{1,2}\)|\(?[a-z]\)?)",
    re.ASCII,
)
_JOINERS = re.compile("[\u200c\u200d]")
_INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE)

#: The remedy for a figure below zero where none is expected.
NEGATIVE = "Correct it, or set allow_negative = true for the measure."

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
    mark : str
        The footnote mark after it: ``①`` of ``81.8①``; mostly empty.
    scale : Decimal
        The unit it was printed in, in that of its column: 0.0001 for ``8180万元`` in 亿元.
    """

    value: Decimal
    resolution: Decimal = Decimal(0)
    mark: str = ""
    scale: Decimal = field(default=Decimal(1), compare=False)

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
    period : str
        When it was, on a map with periods.
    row : int
        Line of the file of totals, or of the release's text, from 1; 0 if it was in no file.
    span : (int, int) or None
        Of a release: positions in its plain text.
    printed : str
        As it stands there. Where a total stands is no part of what it says: two are equal without.
    """

    scope: Scope
    label: str
    column: str
    figure: Printed
    unit: str = ""
    period: str = ""
    row: int = field(default=0, compare=False)
    span: tuple[int, int] | None = field(default=None, compare=False)
    printed: str = field(default="", compare=False)


class FigureError(ValueError):
    """A cell that is no figure.

    Parameters
    ----------
    reason : str
        Continues a sentence about the cell: ``is not a number``.
    remedy : str, default ""
        What to do, if that is known better than from the column.
    """

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.remedy = remedy


class Cell(NamedTuple):
    """A cell's text in half-width forms, and the footnote mark that was behind it."""

    text: str
    mark: str


def split_mark(text: str) -> Cell:
    """Part a cell from its footnote mark.

    Parameters
    ----------
    text : str
        ``81.8①``, ``16²``, ``81.8*``, ``81.8（1）``, ``—①``.

    Returns
    -------
    Cell
        A mark is read as one only behind something, and behind ten only if it is no exponent:
        ``10³`` stays whole, and so do ``5m²`` and a lone ``*``.
    """
    # Nearly all cells; `isdigit` would take the digits of other scripts, too.
    if _PLAIN.fullmatch(text):
        return Cell(text, "")
    plain = _JOINERS.sub("", normalize(text))
    match = next((m for m in _MARKS.finditer(plain) if m.end() == len(plain)), None)
    if match is None or match.start() == 0 or _POWER.fullmatch(plain):
        return Cell(plain, "")
    return Cell(plain[: match.start()].rstrip(), match[0].strip())


def read_figure(text: str, unit: str, decimal: DecimalMark = ".") -> Printed | None:
    """Read one cell.

    Parameters
    ----------
    text : str
        ``81.8``, ``１，４８０``, ``1.3万亿``, ``81.8亿元``; blank or a dash means no data.
    unit : str
        The unit of the column: ``亿元``, ``个``. A unit in the cell has to be the same, or a
        multiple of it by 万 or 亿, which is brought to the column's.
    decimal : {".", ","}, default "."
        With a comma, a point separates thousands: ``1.234,5``.

    Returns
    -------
    Printed or None
        None for a blank. The resolution is that of the printed digits; thousands that end in
        zeros count as printed to the last digit. A footnote mark is never a digit.

    Raises
    ------
    FigureError
        With a short reason: ``is not a number``, ``is in 万美元, not in 亿元``.
    """
    if decimal == "." and _PLAIN.fullmatch(text):  # nearly all cells
        return _in_unit(Decimal(text), Decimal(1), "")
    cell, mark = split_mark(text)
    if cell.lower() in BLANKS:
        return None
    written = cell.replace("\N{MINUS SIGN}", "-")
    if decimal == ",":
        written = written.translate(_SWAPPED)
    if _INFINITE.fullmatch(written):
        raise FigureError("is infinite", "Correct it, or leave the cell empty.")
    match = _FIGURE.fullmatch(written)
    if not match or _POWER.fullmatch(cell):
        raise _unread(cell, decimal)
    number, multiple, own = Decimal(match[1].replace(",", "")), match[2] or "", match[3]
    base, column_factor = split_unit(unit)
    if own and not _same_unit(own, base):
        if _APART.fullmatch(cell):
            raise _unread(cell, decimal)
        other = f"not in {unit}" if unit else "but the column has no unit"
        raise FigureError(f"is in {multiple}{own}, {other}")
    # `1.3万亿` in a column of 亿元 has a factor of its own; a bare number has the column's.
    factor = Decimal(MULTIPLES[multiple] if multiple or own else column_factor) / column_factor
    return _in_unit(number, factor, mark)


def _in_unit(number: Decimal, factor: Decimal, mark: str) -> Printed:
    resolution = last_digit(-int(number.as_tuple().exponent)) * factor
    value = product(number, factor) if number else Decimal(0)  # -0.0 is 0
    if abs(value) > LARGEST:
        raise FigureError("is too large", f"Figures reach to {LARGEST:.0e} at most.")
    return Printed(value, resolution, mark, factor)


def reads(number: str, decimal: DecimalMark) -> bool:
    """Tell whether digits with points and commas are a number with this decimal mark."""
    return bool(
        re.fullmatch(_NUMBER, number.translate(_SWAPPED) if decimal == "," else number, re.ASCII)
    )


def _of_formula(cell: str) -> FigureError:
    if cell.startswith("="):
        what = "is a formula without its value"
        return FigureError(what, "Open the file in a spreadsheet and save it: that computes it.")
    what = "is an error of a spreadsheet's formula"
    return FigureError(what, "Correct the formula, or leave the cell empty for no data.")


def _unread(cell: str, decimal: DecimalMark) -> FigureError:
    """Return why a cell is no number, and the remedy where the cause is plain."""
    if _POWER.fullmatch(cell):
        return FigureError(
            f"could be a power of ten or have a footnote mark {cell[-1]}", "Write only the number."
        )
    if _FORMULA_ERROR.fullmatch(cell) or cell.startswith("="):
        return _of_formula(cell)
    if decimal == "." and _DECIMAL_COMMA.fullmatch(cell):
        return FigureError(
            "is not a number: it has a decimal comma",
            'Write a decimal point, or decimal = "," in [table] of the spec.',
        )
    if decimal == "," and "." in cell and reads(cell, "."):
        return FigureError(
            'is not a number with decimal = ","',
            'Write a decimal comma, or decimal = "." in [table] of the spec.',
        )
    if apart := _APART.fullmatch(cell):
        mark = apart["before"] or apart["behind"]
        return FigureError(f"is not a number: {mark!r} is in the way", "Write only the number.")
    return FigureError("is not a number")


def how_to_write(unit: str) -> str:
    """Return the remedy for a cell that cannot be read in a column of this unit."""
    return f"Write it in {unit}, for example 120.5." if unit else "Write only the number."


def _same_unit(a: str, b: str) -> bool:
    """Compare units as they look: m² is m2, and ㎡ too."""
    return unicodedata.normalize("NFKC", a) == unicodedata.normalize("NFKC", b)


@lru_cache(maxsize=256)
def split_unit(unit: str) -> tuple[str, int]:
    """Return base and multiple of a unit: ``亿元`` is 元 times 10**8, ``个`` is itself times 1."""
    simplified = unit.translate(_SIMPLIFIED)
    for word in sorted(MULTIPLES, key=len, reverse=True):
        if word and simplified.startswith(word):
            return unit[len(word) :], MULTIPLES[word]
    return unit, 1
