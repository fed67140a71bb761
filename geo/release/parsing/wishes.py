"""What is to be reached is no figure of a unit: 确保引进40个, 目标为35个以上, 不低于30个."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping

from geo.release.parsing.forms import WISHED
from geo.release.parsing.statements import Statement
from geo.release.words.hedges import bound_of
from geo.release.words.readings import Reading
from geo.release.words.reasons import Reason

#: Sums that are no investment.
_FUNDS = re.compile(
    r"(?:(?<!签约|协议|合同)资金|产值|税收|营收|收入|贷款|授信|补助|债券|额度|销售额|利润|罚款)[^，。；、\d]{0,6}\d"
)
#: Bounds that demand; 超 and 近 tell of what there is.
_DEMANDED = ("不低于", "不少于")


def without_wishes(
    statements: Iterable[Statement], reasons: MutableMapping[int, Reason]
) -> Iterator[Statement]:
    """Yield the statements without figures that are only to be reached.

    Parameters
    ----------
    statements : iterable of Statement
    reasons : mapping of int to str
        Why a number is in no cell, by its start; added to.
    """
    for said in statements:
        lost = [reading for reading in said.all_readings if _to_be_reached(said, reading)]
        reasons.update({reading.start: "threshold" for reading in lost})
        if not lost:  # a demand spoils the figures beside it
            yield said


def without_funds(statements: Iterable[Statement], text: str) -> Iterator[Statement]:
    """Yield the statements, sums beside a count as nobody's where funds were spoken of before.

    共争取项目167个、资金82.4亿元，其中奎文区46个、23.1亿元: no investment.
    """
    for said in statements:
        if said.paired and said.bare:
            start = said.sentence[0]
            funds = _FUNDS.search(text, start, said.bare[0].start) is not None
            yield said._replace(paired=not funds)
        else:
            yield said


def _to_be_reached(said: Statement, reading: Reading) -> bool:
    if said.subject.role != "place":
        return False
    demanded = reading.hedge in _DEMANDED and not (said.act or said.named or said.measured)
    if said.act == WISHED or demanded:
        return True
    return said.act.startswith(WISHED) and bound_of(reading.hedge) == ">="
