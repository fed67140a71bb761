"""How the whole's projects get on: clauses that say only that, and the money that comes after."""

from __future__ import annotations

import re

from geo.release.clauses import Amounts, Clause, Phrase
from geo.release.hierarchy import Levels
from geo.release.kinds import FIGURES, Kind, WordList
from geo.release.lexicon import any_of, listed
from geo.release.scopes import Scope
from geo.release.sentence_scope import FIRM
from geo.release.statements import Subject
from geo.release.tokens import Token

_WHOLES = ("event", "batch", "portfolio")
_MONEY = ("investment", "planned", "completed")
#: What is said of how projects get on, and nothing else: 重点工程进展顺利.
_GETTING_ON = re.compile(f"(?:{any_of(*listed(WordList.GETTING_ON))})+")
_ALL_OF_SIZE = re.compile("(?:这些)?项目(?:全部|均|都){0,2}[为是].{0,12}以上的?项目")
_OF_PROJECTS = frozenset({Kind.PROJECT, Kind.MOD, Kind.ACT, Kind.BATCH, Kind.MEASURE, Kind.DO})
_NUMBERED = FIGURES | {Kind.FIRM, Kind.PERCENT}
_TIMES = frozenset({Kind.MARK, Kind.DATE})
_SAID = frozenset({Kind.WORD, Kind.DO, Kind.ACT, Kind.MOD, Kind.CHANGE, Kind.MEASURE, Kind.BATCH})


def gets_on(scope: Scope, clause: Clause) -> Scope | None:
    """Return the scope after a clause that only says how projects get on; None if it says more.

    全县重点工程进展顺利，: what follows is the whole's, as surely as if nothing had been said.
    """
    if _ALL_OF_SIZE.fullmatch(clause.line.text, clause.tokens[0].start, clause.tokens[-1].end):
        return scope  # 项目全部为投资5000万元以上项目
    kinds = [token.kind for token in clause.tokens]
    if Kind.PROJECT not in kinds or not _NUMBERED.isdisjoint(kinds):
        return None
    tokens = [token for token in clause.tokens if token.kind not in _TIMES]
    whole = _whole(tokens, scope.levels)
    rest = tokens[1:] if whole else tokens
    at = next((i for i, token in enumerate(rest) if token.kind is Kind.PROJECT), len(rest))
    if any(token.kind not in _OF_PROJECTS for token in rest[:at]) or not rest[at + 1 :]:
        return None
    said = rest[at + 1 :]
    text = "".join([token.text for token in said])
    if any(token.kind not in _SAID for token in said) or not _GETTING_ON.fullmatch(text):
        return None
    sentence = scope.sentence
    if sentence.subject or (sentence.before and sentence.before.role not in _WHOLES):
        return None
    return scope.about(Subject("event", whole), clause.line)


def _whole(tokens: list[Token], levels: Levels) -> str:
    """Return the whole that a clause begins with; empty if it names none."""
    first = tokens[0] if tokens else None
    if first is None:
        return ""
    if first.kind is Kind.WHOLE and not first.value:
        return first.text
    return first.text if first.place and first.place.name in levels.wholes else ""


def goes_on(scope: Scope, phrase: Phrase) -> Subject | None:
    """Return the whole if a clause without a name has the money of the projects counted before.

    全市重点项目215项。1-10月累计完成投资231.4亿元: nobody else was spoken of.
    """
    before, amounts = scope.sentence.before, phrase.amounts
    if before is None or before.role not in _WHOLES or scope.clause.bond != FIRM:
        return None
    plain = all(_of_whole(each) for each in amounts)
    return before if plain and amounts else None


def _of_whole(amounts: Amounts) -> bool:
    plan = amounts.plan
    return plan.column in _MONEY and not (plan.weak or plan.subset or plan.own or plan.each)
