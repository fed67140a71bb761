"""Where a clause ends though no sign parts it from the next: 45个重点项目 已开工41个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.parsing.grammar import FormWord
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

#: Of a clause that says whose projects are spoken of.
_BEFORE_TIME = frozenset({Kind.WHOLE, Kind.MOD, Kind.BATCH, Kind.PROJECT})
#: What begins a clause about a unit or the whole: 全市318个项目 开复工246个.
_OF_WHOLE = frozenset({Kind.PLACE, Kind.WHOLE, Kind.MARK, Kind.DATE})
_SORTS_OF_UNIT = re.compile("(?:城市|[省市州盟地县区旗]{1,4}|地区|单位)")
#: Acts that say which projects are spoken of, where another one follows.
SORTS_OF_ACT = ("续建", "新建", "在建", "储备", "签约")
_SPENT = ("共投入", "累计投入", "已投入", "投入资金", "共到位", "累计到位", "已到位", "到位资金")
#: Of a clause that ranks units before it names them.
_RANKING = frozenset(
    {Kind.PROJECT, Kind.MEASURE, Kind.ACT, Kind.MOD, Kind.RANK, Kind.DE, Kind.WORD, Kind.WHOLE}
    | {Kind.THRESHOLD, Kind.PART, Kind.MARK}
)
#: Of what a clause may be that announces the unit after it.
_BEFORE_UNIT = frozenset(
    {Kind.PROJECT, Kind.BATCH, Kind.ACT, Kind.DO, Kind.MOD, Kind.MARK, Kind.THRESHOLD, Kind.PART}
)


def heads_time(tokens: Sequence[Token], following: Token) -> bool:
    """Tell whether a time follows whose projects are spoken of: 全市重点项目1-3月完成投资."""
    whole = bool(tokens) and tokens[0].kind is Kind.WHOLE and tokens[-1].kind is Kind.PROJECT
    plain = whole and all(token.kind in _BEFORE_TIME for token in tokens)
    return plain and following.kind is not Kind.COUNT


def names_unit(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause says what is counted before it names the unit: 省重点项目奎文区9项."""
    if tokens[-1].kind is Kind.PROJECT:
        return all(token.kind in _BEFORE_UNIT for token in tokens)
    # 复工项目数前三名的盟市分别为包头市97项
    if tokens[-1].kind is not Kind.RANK and not _SORTS_OF_UNIT.fullmatch(tokens[-1].text):
        return False  # asked first: a list of many names has it asked for each
    kinds = {token.kind for token in tokens}
    ranked = Kind.RANK in kinds and not kinds.isdisjoint({Kind.PROJECT, Kind.MEASURE})
    return ranked and kinds <= _RANKING


def spends(tokens: Sequence[Token], word: Token) -> bool:
    """Tell whether money of another sort follows counted projects: 32个重点项目 共投入资金."""
    counted = tokens[-1].kind is Kind.PROJECT and any(t.kind is Kind.COUNT for t in tokens[-3:])
    return counted and word.text.startswith(_SPENT)


def divides(before: Sequence[Token], token: Token, following: Token, *, some: bool = False) -> bool:
    """Tell whether an act is that of projects that were counted: 45个重点项目已开工41个.

    Parameters
    ----------
    before : sequence of Token
        Of the clause so far.
    token, following : Token
        The act, and what is behind it.
    some : bool
        The clause is of some projects, 其中 before it.
    """
    of_whole = bool(before) and before[0].kind in _OF_WHOLE
    # 216个重点项目开工191个: of those
    of_whole = of_whole or (not some and len(before) > 1 and before[0].kind is Kind.COUNT)
    told = token.text.startswith(("已", "累计")) or (of_whole and following.kind is Kind.COUNT)
    if not told or not before:
        return False
    last = before[-1]
    if last.kind is Kind.COUNT:  # 重大项目343个实际开工263个
        aside = of_whole and last.end < token.start and following.kind is Kind.COUNT
        return aside and any(t.kind is Kind.PROJECT for t in before)
    counted = any(t.kind is Kind.COUNT for t in before[-4:])
    return counted and last.kind in (Kind.PROJECT, Kind.AMID)


def act_done(words: Sequence[tuple[Kind, str]]) -> str:
    """Return the act of a count: what was done to projects, not what sort they are of.

    Parameters
    ----------
    words : sequence of (Kind, str)
        Kinds and values of the words around the number: 续建项目复工(223个) is 复工.
    """
    kinds = [kind for kind, _ in words]
    acts = [at for at, kind in enumerate(kinds) if kind is Kind.ACT]
    if not acts:
        return ""
    later = [at for at in acts if Kind.PROJECT in kinds[acts[0] : at]]
    of_sort = words[acts[0]][1] in SORTS_OF_ACT
    return words[later[-1] if later and of_sort else acts[0]][1]


def of_many(before: Sequence[FormWord]) -> bool:
    """Tell whether money is that of many projects: 省级项目完成投资, 重点项目完成投资."""
    many = [w for w in before if w.text.startswith(("重点", "重大")) and w.kind is Kind.PROJECT]
    return bool(many) or any(word.kind in (Kind.CLASS, Kind.BATCH) for word in before)


def money_of_act(before: Sequence[FormWord], column: str) -> str:
    """Return the act of the projects that money is of: 续建项目完成投资; empty if of them all.

    Parameters
    ----------
    before : sequence of FormWord
        The words before the money.
    column : str
        总投资 of 开工项目 is that of all that are counted.
    """
    kinds = [word.kind for word in before]
    if Kind.PROJECT not in kinds or kinds.count(Kind.ACT) != 1:
        return ""
    at = kinds.index(Kind.ACT)
    sort = before[at].value in SORTS_OF_ACT or column == "completed"
    return before[at].value if sort and at < kinds.index(Kind.PROJECT) else ""
