"""Lists of amounts: 16、15个 after 分别, 甲市46、乙市31 under a head that says what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from geo.release.phrases.rewriting import Here
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind

LONGEST_LIST = 96  # tokens, from 分别 to the last amount that it distributes
#: What a list of names and numbers is made of.
_IN_LIST = frozenset({Kind.PLACE, Kind.COUNT, Kind.MONEY, Kind.AND, Kind.COMMA, Kind.BREAK})

#: What works are called, and what lists of them are made of.
WORKS = frozenset({Kind.WORD, Kind.PROJECT, Kind.DO, Kind.CLASS, Kind.MOD, Kind.FIRM})
_IN_WORKS = WORKS | {Kind.PLACE, Kind.AND}
_MOST_IN_WORKS = 40  # tokens


def after_place(here: Here) -> bool:
    """Tell whether a name of a place is right before."""
    return bool(here.kept) and here.kept[-1].kind is Kind.PLACE


def between_amounts(here: Here) -> bool:
    """Tell whether two amounts are of one list: 16个、15个; 16、15个; after 分别 16个，15个."""
    if not here.kept or here.kept[-1].kind not in FIGURES:
        return False
    sign, after = here.tokens[here.at], here.tokens[here.at + 1]
    if here.kept[-1].kind not in (Kind.NUMBER, after.kind) and not _goes_on(here):
        return False
    return sign.kind is Kind.AND or (sign.text in ",，" and _each_said(here.kept))


def _goes_on(here: Here) -> bool:
    """Tell whether an amount lacks its unit in the middle of a list: 41亿元、12和9亿元."""
    _, number = here.tokens[here.at : here.at + 2]
    sign, last = here.ahead(2), here.ahead(3)
    if sign is None or sign.kind is not Kind.AND or last is None:
        return False
    return number.kind is Kind.NUMBER and last.kind is here.kept[-1].kind


def _each_said(kept: Sequence[Token]) -> bool:
    """Tell whether 分别 or its like was said in this sentence, not too long ago."""
    for token in kept[: -LONGEST_LIST - 1 : -1]:
        if token.kind in (Kind.EACH, Kind.END):
            return token.kind is Kind.EACH
    return False


def of_number_list(here: Here) -> bool:
    """Tell whether a number follows a unit in a list of numbers: 项目数：太原市46、大同市31."""
    return _list_of(here, lambda head: head.value == "number" and head.kind is Kind.PROJECT)


def of_money_list(multiple: str) -> Callable[[Here], bool]:
    """Return what tells whether a number is in a list of sums: 完成投资（亿元）：甲市38、乙市29."""
    return lambda here: _list_of(
        here, lambda head: head.kind is Kind.MEASURE and head.unit.removesuffix("元") == multiple
    )


def _list_of(here: Here, wanted: Callable[[Token], bool]) -> bool:
    """Tell whether a number follows a unit in a list whose head is such a word."""
    if not after_place(here):
        return False
    after, following = here.ahead(1), here.ahead(2)
    if after is not None and after.kind not in SEPARATORS:
        return False
    if following is not None and following.kind in FIGURES:  # 甲市46、31: two of one unit
        return False
    last = here.kept[-1]
    for token in here.kept[-2 : -LONGEST_LIST - 1 : -1]:
        if token.kind is Kind.LINK:  # 项目数为：
            continue
        if last.text in ("：", ":") and token.kind in (Kind.PROJECT, Kind.MEASURE):
            return wanted(token)
        if token.kind not in _IN_LIST or (token.kind is Kind.AND and last.kind is not Kind.PLACE):
            return False
        last = token
    return False


def of_works(here: Here) -> int:
    """Return how many tokens name works in several units: 甲县物流园项目、乙县电站等24个项目.

    The count is of none of those units alone. 甲县、乙县等24个项目 names no works.
    """
    before = here.kept[-2:]
    listed = len(before) == 2 and before[0].kind in WORKS and before[1].kind is Kind.AND
    several = listed and FIGURES.isdisjoint(token.kind for token in here.kept[-4:])
    run = here.tokens[here.at : here.at + _MOST_IN_WORKS]
    for distance, (token, after) in enumerate(pairwise(run)):
        if token.kind is Kind.ETC:
            return distance if several and after.kind is Kind.COUNT else 0
        named = token.kind is Kind.PLACE
        if token.kind not in _IN_WORKS or (named and after.kind not in WORKS):
            return 0
        several = several or (named and distance > 0 and run[distance - 1].kind is Kind.AND)
    return 0


def counted_in_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return a sentence with the numbers of its brackets as counts: 甲县（22，148.6亿元）.

    Only where it says before all names that counts and sums follow: 项目个数和总投资依次为.
    """
    told = _of_counts_and_sums(tokens)
    found = list(tokens)
    for at in range(2, len(tokens) - 2) if told else ():
        place, opening, number, sign, money = tokens[at - 2 : at + 3]
        bracket = place.kind is Kind.PLACE and opening.text in "(（" and sign.text in ",，、"
        if bracket and number.kind is Kind.NUMBER and money.kind is Kind.MONEY:
            found[at] = counted([number]) if number.value.isdecimal() else number
    return found


def _of_counts_and_sums(tokens: Sequence[Token]) -> bool:
    """Tell whether a count and one measure are named before the first unit."""
    counts, measures = False, 0
    for token in tokens:
        if token.kind is Kind.PLACE and token.place and counts:
            break
        counts = counts or token.value == "number"
        measures += token.kind is Kind.MEASURE
    return counts and measures == 1


def counted(run: Sequence[Token]) -> Token:
    """Return a number of a list of counts as a count."""
    return run[0]._replace(kind=Kind.COUNT, unit="个")


def sum_in(multiple: str) -> Callable[[Sequence[Token]], Token]:
    """Return what makes a number a sum of money in a multiple of 元."""
    return lambda run: run[0]._replace(
        kind=Kind.MONEY, value=f"{run[0].value}{multiple}", unit="元"
    )
