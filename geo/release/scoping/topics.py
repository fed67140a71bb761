"""Whom a clause is about that states nothing: its first name, or the units that it ends with."""

from __future__ import annotations

from collections.abc import Sequence, Set

from geo.release.names.hierarchy import Levels
from geo.release.parsing.statements import Subject
from geo.release.phrases.tokens import Token
from geo.release.phrases.venues import at_site
from geo.release.scoping.below import part_behind
from geo.release.scoping.occasions import LENGTHS
from geo.release.scoping.scopes import Scope
from geo.release.scoping.subjects import topic
from geo.release.words.kinds import FIGURES, TIMES, Kind

_DESCRIBED = ("作为", "位于", "地处", "素有", "享有", "有着", "号称", "被誉为", "被称为")
_OCCASIONS = ("活动", "仪式", "大会")
_ON = ("仪式上", "活动上", "大会上", "会上")
_COUNTED = FIGURES - {Kind.QUANTITY}
_FEW = 3
_WHERE = ("在", "走进", "来到")


def topic_of(tokens: Sequence[Token], kinds: Set[Kind], scope: Scope) -> Subject | None:
    """Return whom a clause without figures is about."""
    counted = not kinds.isdisjoint(FIGURES)
    if counted and kinds.isdisjoint(_COUNTED) and _held_so_often(tokens):
        return topic(tokens, scope.levels)  # 全省各地共举办对接活动177场，
    if tokens[0].value == "this" and tokens[-1].text in _OCCASIONS and not counted:
        return scope.sentence.actor or Subject("event", tokens[0].text)  # 本次全市集中开工活动，
    if (Kind.FIRM in kinds and not at_site(tokens)) or counted:
        return None
    told = tokens if kinds.isdisjoint(TIMES) else [t for t in tokens if t.kind not in TIMES]
    told = told or tokens
    # 在相邻的应城市，36个项目…: where that was, in words that say no more
    if told[0].kind is Kind.WORD and told[0].text.startswith(_WHERE) and told[-1].place:
        within = told[1:-1]
        told = told[-1:] if all(token.kind is Kind.DE for token in within) else told
    if told[0].text.startswith(_DESCRIBED) and told[-1].place and told[-2:-1]:
        told = told[-1:] if told[-2].kind is Kind.DE else told  # 作为省会的云州市
    told = _at_occasion(tokens) or told
    found = topic(told, scope.levels) or _listed_last(told, scope.levels)
    if found and len(found.places) <= 1 and part_behind(told):
        return Subject("part")
    units = len(found.places) if found and Kind.UNITS in kinds else 0
    if units >= _FEW and scope.statements == 0:  # 甲、乙、丙7市州12县区受灾，…: of all there are
        return Subject("event")
    return found


def _held_so_often(tokens: Sequence[Token]) -> bool:
    """Tell whether it is only said how often or long something was held, and by whom."""
    quantities = [token for token in tokens if token.kind is Kind.QUANTITY]
    whose = tokens[0].kind is Kind.WHOLE or tokens[0].place is not None
    return whose and all(token.unit in LENGTHS for token in quantities)


def _at_occasion(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the unit whose occasion it was: 在当天举行的云州市2024年开竣工仪式上，."""
    at = [i for i, token in enumerate(tokens) if token.place]
    named = len(at) == 1 and tokens[0].text.startswith("在") and tokens[-1].text.endswith(_ON)
    if not named or at[0] + 1 >= len(tokens):
        return ()
    behind = tokens[at[0] + 1]
    # 在深圳推介会上 is where it was; 在云州市2024年开工仪式上 is whose it was
    there = behind.text.startswith(("举行", "举办", "召开"))
    there = there or (tokens[at[0] - 1].kind is Kind.IN and behind.kind not in TIMES)
    return () if there else tokens[at[0] : at[0] + 1]


def _listed_last(tokens: Sequence[Token], levels: Levels) -> Subject | None:
    """Return the units that a clause ends with: 主要集中在石家庄、唐山、沧州三市，分别为286个…."""
    first = next((at for at, token in enumerate(tokens) if token.place), len(tokens))
    subject = topic(tokens[first:], levels) if first < len(tokens) else None
    listed = len(subject.places) if subject else 0
    rest = tokens[first + 2 * listed - 1 :]
    ends = all(token.kind is Kind.ETC for token in rest)
    return subject if listed > 1 and ends else None


def below_whole(tokens: Sequence[Token], scope: Scope) -> list[Token]:
    """Return the tokens that do not name the whole."""
    return [t for t in tokens if not (t.place and t.place.name in scope.levels.wholes)]
