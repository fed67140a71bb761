"""What is to be reached is no figure of a unit: 确保引进40个, 目标为35个以上, 不低于30个."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence

from geo.release.hedges import bound_of
from geo.release.leads import WISHED
from geo.release.readings import Reading
from geo.release.reasons import Reason
from geo.release.statements import Statement

#: Bounds that demand; 超 and 近 tell of what there is.
_DEMANDED = ("不低于", "不少于")


def without_wishes(
    statements: Sequence[Statement], reasons: MutableMapping[int, Reason]
) -> Iterator[Statement]:
    """Yield the statements without figures that are only to be reached.

    Parameters
    ----------
    statements : sequence of Statement
    reasons : mapping of int to str
        Why a number is in no cell, by its start; added to.
    """
    for said in statements:
        lost = [reading for reading in said.all_readings if _to_be_reached(said, reading)]
        reasons.update({reading.start: "threshold" for reading in lost})
        if not lost:  # a demand spoils the figures beside it
            yield said


def _to_be_reached(said: Statement, reading: Reading) -> bool:
    if said.subject.role != "place":
        return False
    demanded = reading.hedge in _DEMANDED and not (said.act or said.named or said.measured)
    if said.act == WISHED or demanded:
        return True
    return said.act.startswith(WISHED) and bound_of(reading.hedge) == ">="
