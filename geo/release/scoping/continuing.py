"""How the whole's projects get on: clauses that say only that, and the money that comes after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.names.hierarchy import Levels
from geo.release.parsing.clauses import Amounts, Clause, Phrase
from geo.release.parsing.statements import WHOLES, Subject
from geo.release.phrases.tokens import Token
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import FIRM
from geo.release.words.kinds import FIGURES, TIMES, Kind, WordList
from geo.release.words.lexicon import any_of, listed
from geo.release.words.readings import MONEY

#: What is said of how projects get on, and nothing else: 重点工程进展顺利.
_GETTING_ON = re.compile(f"(?:{any_of(*listed(WordList.GETTING_ON))})+")
_FIXED_ASSETS = re.compile(f"固定资产投资{_GETTING_ON.pattern}")
_ALL_OF_SIZE = re.compile("(?:这些)?项目(?:全部|均|都){0,2}[为是].{0,12}以上的?项目")
_OF_KIND = frozenset({Kind.CLASS, Kind.PROJECT, Kind.WORD, Kind.RANK, Kind.CHANGE, Kind.MOD})
_TREND = ("增长", "势头", "态势", "增势")
_OF_PROJECTS = frozenset({Kind.PROJECT, Kind.MOD, Kind.ACT, Kind.BATCH, Kind.MEASURE, Kind.DO})
_NUMBERED = FIGURES | {Kind.FIRM, Kind.PERCENT}
_SAID = frozenset(
    {Kind.WORD, Kind.DO, Kind.ACT, Kind.MOD, Kind.CHANGE, Kind.RANK, Kind.MEASURE, Kind.BATCH}
)


def gets_on(scope: Scope, clause: Clause) -> Scope | None:
    """Return the scope after a clause that only says how projects get on; None if it says more.

    全县重点工程进展顺利，: what follows is the whole's, as surely as if nothing had been said.
    """
    if _ALL_OF_SIZE.fullmatch(clause.line.text, clause.tokens[0].start, clause.tokens[-1].end):
        return scope  # 项目全部为投资5000万元以上项目
    if not _NUMBERED.isdisjoint(clause.tokens.kinds):
        return None
    tokens = [token for token in clause.tokens if token.kind not in TIMES]
    whole = _whole(tokens, scope.levels)
    if not _tells_progress(tokens[1:] if whole else tokens, of_whole=bool(whole)):
        return None
    sentence = scope.sentence
    if sentence.subject and not (whole or clause.first or sentence.statement):
        return scope  # 奎文区抓项目，项目建设亮点纷呈，新开工16个: still of that unit
    if sentence.subject or (sentence.before and sentence.before.role not in WHOLES):
        return None
    return scope.about(Subject("event", whole), clause.line)


def keeps_on(clause: Clause) -> bool:
    """Tell whether a clause between figures only says how they get on: 继续保持增长势头."""
    plain = clause.gap == 1 and not clause.joined and clause.tokens.kinds <= _SAID
    said = "".join([token.text for token in clause.tokens]) if plain else ""
    return said.endswith(_TREND) and bool(_GETTING_ON.fullmatch(said))


def kind_ahead(scope: Scope, clause: Clause) -> Scope | None:
    """Return the scope after a kind that is counted next was spoken of: 产业项目占比高，共80个."""
    first, *rest = clause.tokens
    kinds = clause.tokens.kinds
    told = first.kind is Kind.CLASS and rest and rest[0].kind is Kind.PROJECT
    if not told or len(rest) < 2 or not kinds <= _OF_KIND or scope.sentence.statement:
        return None
    subject = scope.sentence.subject
    if subject is not None and subject.role == "place":
        return None
    return scope.about(Subject("type", first.text), clause.line)


def _tells_progress(tokens: Sequence[Token], *, of_whole: bool) -> bool:
    """Tell whether projects, or the whole's investment in fixed assets, only get on."""
    if of_whole and _FIXED_ASSETS.fullmatch("".join([token.text for token in tokens])):
        return True
    at = next((i for i, token in enumerate(tokens) if token.kind is Kind.PROJECT), len(tokens))
    said = tokens[at + 1 :]
    named = all(token.kind in _OF_PROJECTS for token in tokens[:at])
    plain = bool(said) and all(token.kind in _SAID for token in said)
    return named and plain and bool(_GETTING_ON.fullmatch("".join([t.text for t in said])))


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
    if before is None or before.role not in WHOLES or scope.clause.bond != FIRM:
        return None
    plain = all(_of_whole(each) for each in amounts)
    return before if plain and amounts else None


def opens_completed(scope: Scope, phrase: Phrase) -> Subject | None:
    """Return the whole if a text begins with what key projects cost: 省市两级重点工程完成投资."""
    plan, sentence = phrase.amounts[0].plan, scope.sentence
    first = scope.statements == 0 and sentence.before is None and scope.clause.bond == FIRM
    certain = plan.column == "completed" and not (plan.needs_count or plan.weak or plan.subset)
    told = first and certain and len(phrase.amounts) == 1 and phrase.form.names_projects
    return Subject("event") if told else None


def _of_whole(amounts: Amounts) -> bool:
    plan = amounts.plan
    return plan.column in MONEY and not (plan.weak or plan.subset or plan.own or plan.each)
