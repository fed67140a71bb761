"""Cells of a table: whom one names, and the figure of one in the unit that its head tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from geo.release.names.places import Place
from geo.release.parsing.clauses import Amounts, figures_of
from geo.release.parsing.forms import Plan
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import NUMBERS, Token, scan
from geo.release.tabular.heads import Column
from geo.release.text.lines import Line
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import listed
from geo.tables.printed import split_unit

_NAMES = frozenset(listed(WordList.TABLE_NAMES))
_TOTALS = frozenset(listed(WordList.TABLE_TOTAL))
_TOTAL_ENDS = ("合计", "总计")
_CLASS = re.compile(r"[\u4e00-\u9fff]{2,8}类(?:项目)?")
_NUMBERED = re.compile(r"\s*[（(]?\d{1,3}\s*[.、)）]\s*(?=[\u4e00-\u9fff])")
_FIGURE = re.compile(r"[\d.,]*%?")
_SPACE = re.compile(r"\s+")
_MOST_PEOPLE = 15_000  # 万人: more than any province has
_BLANK = re.compile(r"[-—–/…\s]*|暂?无|\.{3}")


class TableRow(NamedTuple):
    """What a row says of one act: whose it is, and its amounts.

    Attributes
    ----------
    line : int
        Index of the line of its figures.
    name_column : int
    name : Token
        A PLACE, a KIND, or a SUM.
    amounts : tuple of Amounts
    named_in : int
        Index of the line of its name.
    times : tuple of Token
        What the heads say of when, where they differ.
    """

    line: int
    name_column: int
    name: Token
    amounts: tuple[Amounts, ...]
    named_in: int
    times: tuple[Token, ...] = ()


def holds_figure(line: Line, cell: tuple[int, int]) -> bool:
    """Tell whether a cell has a number, or a sign that there is none."""
    text = line.text[slice(*cell)]
    return any(char.isdigit() for char in text) or bool(text and _BLANK.fullmatch(text))


def names_of(line: Line, places: Sequence[Place]) -> list[Token | None]:
    """Return for every cell whose the figures beside it, or below it, are; None if nobody's."""
    return [_name_in(line, cell, places) for cell in line.cells]


def _name_in(line: Line, cell: tuple[int, int], places: Sequence[Place]) -> Token | None:
    start, end = cell
    text = line.text[start:end]
    if _FIGURE.fullmatch(text) or text in _NAMES:  # 地区, which elsewhere is a place
        return None
    numbered = _NUMBERED.match(text)  # 1.源汇区
    start += numbered.end() if numbered else 0
    for place in places:
        if place.start == start and place.end == end:
            return Token(Kind.PLACE, text[start - cell[0] :], start, end, place=place)
    bare = _SPACE.sub("", text)
    if bare in _TOTALS or bare.endswith(_TOTAL_ENDS):
        return Token(Kind.SUM, text, start, end)
    if _CLASS.fullmatch(text):
        return Token(Kind.CLASS, text.removesuffix("项目"), start, end)
    return None


def amounts_in(  # noqa: PLR0911 - one return a kind of cell
    line: Line, column: Column
) -> Amounts | None:
    """Return the figure of a cell in its column's unit; None if it is blank or not certain."""
    if column.at >= len(line.cells):
        return None
    start, end = line.cells[column.at]
    text = line.text[start:end]
    if _BLANK.fullmatch(text):
        return None
    tokens = _tokens_of(text)
    if column.unit == "%" and len(tokens) == 1 and tokens[0].kind is Kind.PERCENT:
        tokens = (tokens[0]._replace(kind=Kind.QUANTITY),)
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
    return Amounts(_plan(column), (_moved(token, start),), figures)


@lru_cache(maxsize=16_384)
def _tokens_of(text: str) -> Sequence[Token]:
    """Return the tokens of a cell; the small numbers of long tables recur."""
    return tuple(settle(scan(text, [])))


def numbers_of_row(
    line: Line, places: Sequence[Place], in_cells: Collection[int] = ()
) -> list[Token]:
    """Return the numbers of a line with cells, each cell read by itself.

    Most are the figure of their cell, and were read there: cells that begin where `in_cells` says,
    as positions in the plain text, are left out.
    """
    found: list[Token] = []
    for start, end in line.cells:
        if line.plain(start) in in_cells:
            continue
        named = [p for p in places if start <= p.start and p.end <= end] if places else ()
        text = line.text[start:end]
        if named:
            inside = [p._replace(start=p.start - start, end=p.end - start) for p in named]
            tokens: Sequence[Token] = settle(scan(text, inside))
        else:
            tokens = _tokens_of(text)
        found += [_moved(token, start) for token in tokens if token.kind in NUMBERS]
    return found


def _moved(token: Token, start: int) -> Token:
    """Return a token of a cell as one of its line; there are so many that `_replace` is slow."""
    kind, text, at, end, value, hedge, unit, place = token
    return Token(kind, text, at + start, end + start, value, hedge, unit, place)


def _own_cell(token: Token, column: Column, start: int) -> Amounts | None:
    """Read a cell of a user's measure; a number alone is in the unit of the head."""
    base = split_unit(column.unit)[0]
    if token.kind is not Kind.NUMBER and token.unit != base:
        return None
    noted = column.noted.removesuffix(base) if token.kind is Kind.NUMBER else ""
    figures = figures_of((token,), split_unit(column.unit)[1], noted)
    if figures is None or (column.unit == "万人" and figures[0].value > _MOST_PEOPLE):
        return None  # 1104628 below 常住人口: of persons, whatever unit is asked for
    return Amounts(_plan(column), (_moved(token, start),), figures)


@lru_cache(maxsize=1024)
def _plan(column: Column) -> Plan:
    """Return what the figures of a column are."""
    return Plan(column.column, column.unit, named=True, act=column.act, own=column.own)
