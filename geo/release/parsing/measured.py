"""Words around the figures of a user's measure: 4人死亡, 逼近2万亿元的云州, 云州8天共接待."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.release.parsing.counting import STOCKS
from geo.release.phrases.tokens import Token
from geo.release.phrases.unit_counts import counts_units
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind
from geo.release.words.lexicon import is_case
from geo.release.words.numbers import same_base
from geo.tables.printed import split_unit

#: Units in which a measure's word is never behind its figure: 300亿元GDP is a mark to pass.
_PRICED = frozenset({"元", "%"})
_BEHIND = SEPARATORS | FIGURES | {Kind.PART}
_OTHER = frozenset({Kind.QUANTITY, Kind.MONEY})
#: What happened to people and houses, where another measure is read.
_HARM = re.compile(
    "(?:不同程度|严重|一般|房屋|民房|农房|住房|群众|人员|因灾|紧急|集中|需|倒塌|倒损|损坏|受损|受灾|死亡|失踪|遇难"
    "|受伤|重伤|轻伤|受困|被困|转移|安置|救助|避险|生活|过渡性){1,6}"
)
_AFTER_HARM = SEPARATORS | {Kind.MEASURE}
_WHO = frozenset({Kind.PLACE, Kind.WHOLE})
#: What a period of days is followed by where it says but how long: 8天共接待.
_DONE = frozenset({Kind.SUM, Kind.MEASURE, Kind.DO, Kind.ADVERB, Kind.LINK})
_DAYS = ("天", "日")
_LONGEST = 12  # tokens of what describes a unit before its name


def around_figures(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a line without what only describes a unit or how long it took.

    Parameters
    ----------
    tokens : sequence of Token
        With the amounts of measures as MONEY and COUNT.
    """
    told = _without_harm(_without_days(_undescribed(tokens)))
    return _named_behind(_divided(told))


def units_counted(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with numbers of units that add up as such: 20个地级市累计报告."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if found and after and after.text in STOCKS and counts_units(found[-1], token):
            number = found.pop()
            text = number.text + token.text
            found.append(Token(Kind.UNITS, text, number.start, token.end))
        else:
            found.append(token)
    return found


def _undescribed(tokens: Sequence[Token]) -> list[Token]:
    """Leave out what describes a unit by another figure: 去年总量逼近2万亿元的云州，."""
    found: list[Token] = []
    begins = 0  # where in `found` the clause begins
    for at, token in enumerate(tokens):
        if token.kind is Kind.PLACE and _describes(found[begins:]):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if after is not None and after.text in ",，":
                del found[begins:]
        found.append(token)
        if token.kind in SEPARATORS:
            begins = len(found)
    return found


def _describes(before: Sequence[Token]) -> bool:
    """Tell whether a clause so far describes what is named next, by a figure."""
    if not 2 <= len(before) <= _LONGEST or before[-1].kind is not Kind.DE:
        return False
    told = any(t.kind in FIGURES and (t.hedge or t.kind is not Kind.COUNT) for t in before)
    return told and not any(token.kind in _WHO for token in before)


def _without_days(tokens: Sequence[Token]) -> list[Token]:
    """Leave out how long it took: 云州8天共接待213.5万人次."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        period = token.kind is Kind.QUANTITY and token.unit in _DAYS
        done = at + 1 < len(tokens) and tokens[at + 1].kind in _DONE
        if not (period and done and found and found[-1].kind in _WHO):
            found.append(token)
    return found


def _without_harm(tokens: Sequence[Token]) -> list[Token]:
    """Return who and what else was harmed as units that are counted: 8.6万人受灾."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = found[-1] if found else None
        ends = at + 1 == len(tokens) or tokens[at + 1].kind in _AFTER_HARM
        harmed = token.kind is Kind.WORD and ends and _HARM.fullmatch(token.text) is not None
        number = before and before.kind in _OTHER and before.end == token.start
        ahead = found[-2].kind if len(found) > 1 else None
        if not (harmed and before and number) or ahead is Kind.MEASURE:
            found.append(token)
            continue
        found[-1] = before._replace(kind=Kind.UNITS)
        if ahead is Kind.HEDGE:
            del found[-2]
    return found


def _divided(tokens: Sequence[Token]) -> list[Token]:
    """Part the cases that are divided from those who have them: 新增本地病例分布在云州16例."""
    found = list(tokens)
    for at, (token, following) in enumerate(pairwise(tokens)):
        divides = token.kind is Kind.WORD and is_case(token.text) and following.kind is Kind.IN
        if divides and at + 2 < len(tokens) and tokens[at + 2].kind is Kind.PLACE:
            found[at + 1] = following._replace(kind=Kind.COMMA)
    return found


def _named_behind(tokens: Sequence[Token]) -> list[Token]:
    """Return figures with their measure's word behind them as counts of it: 4人死亡、3人失踪."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        before = found[-1] if found else None
        column = _column(before, token) if before is not None else ""
        called = len(found) > 1 and found[-2].kind is Kind.MEASURE
        ends = at + 1 == len(tokens) or tokens[at + 1].kind in _BEHIND
        if before is not None and column and ends and not called:
            found[-1] = before._replace(kind=Kind.COUNT, unit=column)
        else:
            found.append(token)
    return found


def _column(amount: Token, word: Token) -> str:
    """Return the column and unit of an amount, by the measure's word right behind it."""
    near = amount.kind is Kind.MONEY and word.kind is Kind.MEASURE and amount.end == word.start
    options = word.value.split("|") if near and ":" in word.value else []
    return next((option for option in options if _fits(option, amount.unit)), "")


def _fits(option: str, printed: str) -> bool:
    unit = option.partition(":")[2]
    return split_unit(unit)[0] not in _PRICED and same_base(unit, printed)
