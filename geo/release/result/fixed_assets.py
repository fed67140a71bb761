"""Investment in fixed assets beside that in projects: two figures of the whole, none another's."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from geo.release.parsing.statements import Statement

#: What is called so, and the act that keeps it apart.
FIXED = "固定资产投资"
_REACH = 12  # characters before the figure


def fixed_assets_apart(statements: Iterable[Statement], text: str) -> list[Statement]:
    """Return statements in which the whole's investment in fixed assets has an act of its own.

    That is only needed where the whole's investment in projects is told, too:
    全县固定资产投资完成61.2亿元。重点项目86个，完成投资31.8亿元.
    """
    told = list(statements)
    fixed = {at for at, said in enumerate(told) if _is_fixed(said, text)}
    others = {_completed(s) for at, s in enumerate(told) if at not in fixed} - {None}
    if not fixed or not others:
        return told
    return [said._replace(act=FIXED) if at in fixed else said for at, said in enumerate(told)]


def _completed(said: Statement) -> Decimal | None:
    of_whole = said.subject.role == "event" and "completed" in said.readings
    return said.readings["completed"][0].figure.value if of_whole else None


def _is_fixed(said: Statement, text: str) -> bool:
    if _completed(said) is None or said.readings.keys() != {"completed"} or said.act:
        return False
    start = said.readings["completed"][0].start
    return FIXED in text[max(start - _REACH, 0) : start]
