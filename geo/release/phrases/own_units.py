"""Numbers in a unit of the user's: 24微克/立方米, 63.4%, 8560元/平方米."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from geo.release.phrases.tokens import Token
from geo.release.words.kinds import SEPARATORS, Kind
from geo.tables.printed import split_unit

#: Units of what is counted one by one, and numbers that are no year and no sum in 万.
_COUNTERS = frozenset({"人", "例", "户", "辆", "头"})
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_MULTIPLES = ("万", "亿")
_BETWEEN = frozenset({Kind.LINK, Kind.SUM, Kind.EACH, Kind.HEDGE})
_BEHIND = SEPARATORS | {Kind.RANK, Kind.CHANGE, Kind.HEDGE, Kind.ETC, Kind.LINK}
_LARGE = re.compile("[1-9][0-9]{4,}|[1-9][0-9]{1,2},[0-9]{3}|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
#: What is counted, paid or shared in a unit; only its own measure makes it a figure.
_WITH_UNIT = frozenset({Kind.PERCENT, Kind.PRICE})


def with_units(tokens: Sequence[Token], units: Collection[str]) -> list[Token]:
    """Return the tokens of a line, each number and a given unit behind it as one quantity.

    Parameters
    ----------
    tokens : sequence of Token
    units : collection of str
        Without multiples: 元/平方米, %.
    """
    longest_first = sorted(units, key=len, reverse=True)
    found = [
        token._replace(kind=Kind.QUANTITY)
        if token.kind in _WITH_UNIT and token.unit in units
        else _in_letters(token, longest_first)
        for token in tokens
    ]
    at = 0
    while at < len(found):
        if found[at].kind is Kind.NUMBER and (unit := _unit_behind(found, at, longest_first)):
            _take(found, at, unit)
        at += 1
    return found


def _in_letters(token: Token, units: Sequence[str]) -> Token:
    """Return a number with a unit in letters as a quantity: 103.2mm, which elsewhere is a code."""
    if token.kind is not Kind.CODE:
        return token
    unit = next((unit for unit in units if token.text.endswith(unit)), "")
    number = token.text.removesuffix(unit) if unit else ""
    if not _DECIMAL.fullmatch(number):
        return token
    return token._replace(kind=Kind.QUANTITY, value=number, unit=unit)


def counted_alone(tokens: Sequence[Token], only: str = "") -> list[Token]:
    """Return the tokens, large numbers without a unit right behind a count's measure in its unit.

    常住人口为1104628 are so many 人, as are 常住人口110.5万; 1104 may be so many 万人, and 2024 a
    year.

    Parameters
    ----------
    tokens : sequence of Token
    only : str, optional
        The unit of the one measure that is read; so is 2亿多 of 奎文区2亿多 then in it.
    """
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER:
            continue
        multiple = token.value.endswith(_MULTIPLES)
        if not (multiple or _LARGE.fullmatch(token.value)):
            continue
        before = [t for t in tokens[max(at - 3, 0) : at] if t.kind not in _BETWEEN][-1:]
        ends = at + 1 == len(tokens) or tokens[at + 1].kind in _BEHIND
        measure = before[0] if before and before[0].kind is Kind.MEASURE else None
        unit = measure.value.partition(":")[2] if measure else ""
        base = split_unit(unit)[0] if multiple else unit
        if ends and multiple and tokens[at - 1].kind is Kind.PLACE and only:
            found[at] = token._replace(kind=Kind.QUANTITY, unit=only)
        elif ends and measure and base in _COUNTERS:
            found[at] = token._replace(kind=Kind.QUANTITY, unit=base)
    return found


def _unit_behind(tokens: Sequence[Token], at: int, units: Sequence[str]) -> str:
    """Return the unit that the text behind a number begins with; empty if none."""
    behind, end = "", tokens[at].end
    for token in tokens[at + 1 :]:
        if token.start != end or token.place or len(behind) >= len(units[0]):
            break
        behind, end = behind + token.text, token.end
    return next((unit for unit in units if behind.startswith(unit)), "")


def _take(tokens: list[Token], at: int, unit: str) -> None:
    """Make one quantity of a number and its unit, and leave what else its last word says."""
    number = tokens[at]
    end = number.end + len(unit)
    tokens[at] = number._replace(kind=Kind.QUANTITY, text=number.text + unit, end=end, unit=unit)
    while at + 1 < len(tokens) and tokens[at + 1].start < end:
        cut = tokens.pop(at + 1)
        if cut.end > end:
            rest = cut.text[end - cut.start :]
            tokens.insert(at + 1, Token(Kind.WORD, rest, end, cut.end))
