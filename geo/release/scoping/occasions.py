"""Clauses that tell only where an occasion was held, how long it took, and in how many places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.release.names.hierarchy import Levels
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, Kind

_HELD = ("举行", "举办", "召开", "开幕", "设主会场", "设立主会场", "设置主会场")
#: Of a clause that tells how long or far an occasion was, and the units of that.
_OF_OCCASION = frozenset(
    {Kind.WHOLE, Kind.DO, Kind.WORD, Kind.QUANTITY, Kind.MARK, Kind.ACT, Kind.MOD, Kind.ADVERB}
    | {Kind.IN, Kind.AND}
)
LENGTHS = ("天", "公里", "小时", "分", "场", "次", "批次", "会场", "主会场", "分会场")


def held(tokens: Sequence[Token]) -> bool:
    """Tell whether a meeting was held in a place, and no other is named: 推介会在珠海举行."""
    named = [at for at, token in enumerate(tokens) if token.place]
    one = len(named) == 1 and named[0] > 1 and tokens[named[0] - 1].kind is Kind.IN
    return one and tokens[-1].text.endswith(_HELD)


def elsewhere(tokens: Sequence[Token]) -> int:
    """Count the places where something was held: 临夏州动员大会在永靖县举行 is Linxia's."""
    before = [first for first, token in pairwise(tokens) if token.place]
    if any(token.text.startswith(_HELD) for token in tokens):
        return sum(token.kind is Kind.IN or token.value == "that" for token in before)
    return sum(token.value == "that" for token in before)  # 云州分会场设在该市高新区


def passes(tokens: Sequence[Token], levels: Levels) -> bool:
    """Tell whether a clause about the occasion tells but how long or often: 此次观摩历时三天."""
    counted = [token for token in tokens if token.kind in FIGURES]
    if len(counted) == 1 == len(tokens) - 1 and tokens[1].text in ("时间", "来", "里"):
        return counted[0].unit.removeprefix("个") in ("天", "日", "月")  # 7天时间，…
    plain = all(
        token.kind in _OF_OCCASION or (token.place and token.place.name in levels.wholes)
        for token in tokens
    )
    return plain and all(token.unit.removeprefix("个") in LENGTHS for token in counted)
