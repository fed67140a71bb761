"""What the words after figures take back: 126项，占全区的23% is no figure of the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.parsing.clauses import Clause, figures_of
from geo.release.parsing.statements import Statement, Subject
from geo.release.scoping.outcomes import Outcome, Taken, refused
from geo.release.scoping.scopes import Scope
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import listed
from geo.release.words.readings import Reading, Unused
from geo.release.words.reasons import Reason
from geo.tables.printed import Printed, split_unit

_AT_LEAST = frozenset(listed(WordList.AT_LEAST))
_MOST_FIGURES = 8  # of a cell; of more none is another's rounding
_AT_MOST = frozenset(listed(WordList.AT_MOST))
_ELSE = ("固定资产", "地区生产总值", "生产总值", "GDP", "财政")
_COUNTERS = ("个", "项", "宗", "家", "例")
#: What a rate is told with.
_OF_RATES = frozenset(
    {Kind.PERCENT, Kind.WORD, Kind.ACT, Kind.DO, Kind.MOD, Kind.MEASURE, Kind.DE, Kind.MARK}
    | {Kind.CHANGE, Kind.PROJECT, Kind.SUM, Kind.HEDGE}
)
#: In an unknown word, perhaps a unit's name.
_NAMED = re.compile("[区县市旗州盟镇乡]")
_RANKS = frozenset({Kind.RANK, Kind.CHANGE, Kind.ORDINAL})


def compares(clause: Clause) -> bool:
    """Tell whether a clause only compares: 同比增长5%, 位居第一, 全省最多."""
    tokens = clause.tokens
    first = tokens[0].kind
    if first in (Kind.CHANGE, Kind.RANK):
        return True
    if tokens[-1].text == "比" and tokens[0].text.startswith(("与", "同", "和")):
        return not any(token.place for token in tokens)  # 与去年同期的12个相比
    if tokens[-1].text.endswith(("持平", "相当")):
        return not any(token.kind in FIGURES or token.place for token in tokens)
    if first is not Kind.WHOLE or len(tokens) == 1 or tokens[1].kind not in _RANKS:
        return False
    return FIGURES.isdisjoint(tokens.kinds)


def ranks_counts(clause: Clause) -> bool:
    """Tell whether a clause says what was counted, and ranks it: 签约项目数居全市前列."""
    if Kind.RANK not in clause.tokens.kinds:
        return False
    rest = [token for token in clause.tokens if token.kind not in (Kind.ACT, Kind.MOD, Kind.DO)]
    ranked = len(rest) > 1 and rest[0].value == "number" and rest[1].kind is Kind.RANK
    return ranked and not any(t.kind in FIGURES or t.place for t in rest)


def taken_back(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]] | None:
    """Take figures from the whole if a clause shows that they are not the whole's.

    Parameters
    ----------
    scope : Scope
    clause : Clause
        The one after the figures.

    Returns
    -------
    (Scope, list of Outcome) or None
        None if the clause takes nothing back. Else the scope in which what follows is of a part,
        the statement without its figures, and each figure with the reason.
    """
    said = scope.sentence.statement
    if said is None or said.subject.role != "event":
        return None
    reason = _against(said, clause)
    if reason is None:
        return None
    lost = [Unused(r.printed, r.start, r.end, r.sentence, reason) for r in said.all_readings]
    emptied = Taken(scope.sentence.number, said.without(said.readings)._replace(bare=()))
    after = scope.about(Subject("part"), clause.line)
    return after, [emptied, *lost, *refused(clause, "change")]


def _against(said: Statement, clause: Clause) -> Reason | None:
    tokens, label = clause.tokens, said.subject.label
    shared = [token for token in tokens[:3] if token.kind is Kind.WHOLE and not token.value]
    # 占全省固定资产投资计划的36%: of something else
    other = any(token.text.startswith(_ELSE) for token in tokens[1:5])
    if shared and not other and any(token.text.startswith("占") for token in tokens[:2]):
        # 占全区的23%: of 全区 it is no total, whoever it was of
        return "part" if label in ("", shared[0].text) else None
    if clause.joined and tokens[0].place and not label and FIGURES.isdisjoint(tokens.kinds):
        return "unclear"  # 337个项目与成都经济区牵手
    return None


def only_rates(scope: Scope, clause: Clause) -> bool:
    """Tell whether a clause after figures gives but their rate: 开工率92.1%, 是去年的1.5倍."""
    if scope.sentence.statement is None or clause.gap != 1 or clause.joined:
        return False
    kinds = clause.tokens.kinds
    if Kind.PERCENT not in kinds or not kinds <= _OF_RATES:
        return False
    return not any(_NAMED.search(t.text) for t in clause.tokens if t.kind is Kind.WORD)


def made_exact(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]] | None:
    """Take the figure that follows a bound instead of it: 突破800亿元，达812.4亿元.

    So it is of 逼近300亿元，达296.1亿元.
    """
    said = scope.sentence.statement
    if said is None or clause.gap != 1 or clause.joined or len(clause.tokens) != 1:
        return None
    token, last = clause.tokens[0], max(said.all_readings, key=lambda reading: reading.start)
    column = said.readings.get(last.column, ())
    bare = said.bare == (last,)  # 甲市突破900亿元，达到901亿元: as told of the unit before
    below = last.hedge in _AT_MOST
    if token.kind not in FIGURES or token.hedge or not (below or is_bound(last)):
        return None
    if column != (last,) and not bare:
        return None
    figures = figures_of((token,), split_unit(last.unit)[1])
    # 突破10个，达5亿元 are two figures
    same = (token.kind is Kind.COUNT) == last.printed.endswith(_COUNTERS)
    if figures is None or not same or (figures[0].value > last.figure.value) is below:
        return None
    start, end = clause.line.span(token.start, token.end)
    exact = last._replace(figure=figures[0], printed=token.text, start=start, end=end, hedge="")
    readings = said.readings if bare else {**said.readings, last.column: (exact,)}
    after = said._replace(readings=readings, bare=(exact,) if bare else said.bare)
    lost = Unused(last.printed, last.start, last.end, last.sentence, "threshold")
    return scope.stated(after, opened=False), [Taken(scope.sentence.number, after), lost]


def without_bounds(stated: list[Reading]) -> list[Reading]:
    """Return a cell's readings without bounds that another of them keeps: 30个以上, 最多达100个."""
    exact = [reading.figure.value for reading in stated if not reading.hedge]
    least = min(exact, default=None)
    return [r for r in stated if least is None or not is_bound(r) or r.figure.value > least]


def without_rounded(stated: Sequence[Reading]) -> list[Reading]:
    """Return a cell's readings without those that round another of them: 53.42万人, 534187人."""
    figures = {reading.figure for reading in stated}
    if not 1 < len(figures) <= _MOST_FIGURES:
        return list(stated)
    return [r for r in stated if not any(_rounds(r.figure, other) for other in figures)]


def _rounds(rounded: Printed, exact: Printed) -> bool:
    apart = abs(rounded.value - exact.value)
    return exact.resolution < rounded.resolution and apart <= rounded.slack


def is_bound(reading: Reading) -> bool:
    """Tell whether a figure is the least that it can be: 30个以上."""
    return reading.hedge in _AT_LEAST
