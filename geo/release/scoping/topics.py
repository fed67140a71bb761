"""Whom a clause is about that states nothing: its first name, or the units that it ends with."""

from __future__ import annotations

from collections.abc import Sequence, Set

from geo.release.names.hierarchy import Levels
from geo.release.parsing.statements import Subject
from geo.release.phrases.tokens import Token
from geo.release.phrases.venues import at_site
from geo.release.scoping.scopes import Scope
from geo.release.scoping.subjects import topic
from geo.release.words.kinds import FIGURES, TIMES, Kind

_DESCRIBED = ("作为", "位于", "地处", "素有", "享有", "有着", "号称", "被誉为", "被称为")
_COUNTED = FIGURES - {Kind.QUANTITY}
_WHERE = ("在", "走进", "来到")


def topic_of(tokens: Sequence[Token], kinds: Set[Kind], scope: Scope) -> Subject | None:
    """Return whom a clause without figures is about."""
    counted = not kinds.isdisjoint(FIGURES)
    if counted and tokens[0].kind is Kind.WHOLE and kinds.isdisjoint(_COUNTED):
        return topic(tokens, scope.levels)  # 全省各地共举办对接活动177场，
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
    return topic(told, scope.levels) or _listed_last(told, scope.levels)


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
