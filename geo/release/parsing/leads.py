"""What a clause announces: the column of the bare figures after it, or the size of projects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geo.release.parsing.clauses import Clause, Phrase
from geo.release.phrases.goals import INTENDED, WISHED
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import any_of, listed

_OF_SIZE = frozenset({Kind.THRESHOLD, Kind.DE, Kind.MEASURE, Kind.PART})
_HOPED = ("力争", "确保")
#: How a sentence begins that says what is to be: 计划到2025年，奎文区项目突破120个.
_TOWARDS = re.compile(
    r"(?:计划|规划|预计|力争|争取|确保)?到(?:20\d\d年|本世纪|“?十[四五六]五”?)"
    "|下一步|下一?阶段|接下来|今后|未来"
)
_TOWARDS_STARTS = "计规预力争确到下接今未"
#: Words before a measure of all there is that make it one of what comes and goes.
_OF_FLOWS = re.compile("(?:迁[入出移]|流[入出动]|输[入出]|净增?|出生|死亡)$")
#: 印发 … 清单: an office gives out the list whose figures follow.
_PUBLISHING = listed(WordList.PUBLISH)
_PUBLISHED = re.compile(
    rf"(?:{any_of(*listed(WordList.PUBLISH))}).*(?:{any_of(*listed(WordList.DOCUMENT))})》?"
)
_DONE = ("已", "实际", "累计")


def leads(clause: Clause, phrase: Phrase, *, opens: bool = False) -> str:
    """Return the column of the bare figures that follow an understood clause without any.

    奎文区、潍城区总投资居前两位, and 2023年GDP：, 本次集中签约，; empty if none is told.

    Parameters
    ----------
    clause : Clause
    phrase : Phrase
    opens : bool, default False
        Nothing but words was before it in its sentence: 从数量看，开工项目最多的是.
    """
    if phrase.amounts:
        return ""
    own = Kind.MEASURE in clause.tokens.kinds and any(map(_of_user, clause.tokens))
    opens = opens or own or _ranks_projects(clause.tokens)  # 项目数排名前五的市州为：
    if not (phrase.places or clause.first or opens):
        return ""
    rate = Kind.PERCENT in clause.tokens.kinds
    if rate and not (own or _ranks_projects(clause.tokens)):
        return ""
    return announced(clause.tokens, of_units=bool(phrase.places))


def announced(tokens: Sequence[Token], *, of_units: bool = False) -> str:
    """Return the column that a clause announces; empty if it is none for certain.

    Parameters
    ----------
    tokens : sequence of Token
    of_units : bool, default False
        A clause that names units (奎文区、潍城区总投资居前两位), and announces money.
    """
    kinds = {token.kind for token in tokens}
    if any(t.kind is Kind.DO and t.text.startswith(INTENDED) for t in tokens):
        return ""  # 项目数目标：
    if Kind.FIRM in kinds or (Kind.PLACE in kinds) != of_units:
        return ""
    if any(_of_another(before, token) for before, token in pairwise(tokens)):
        return ""
    measures = {token.value for token in tokens if token.kind is Kind.MEASURE}
    measures = {value for value in measures if ":" in value} or measures
    if len(measures) == 1:
        value = measures.pop()
        value = value.partition("|")[0].partition(":")[0]
        return "investment" if value == "plan" else value
    if of_units:
        # 新开工项目均在30个以上，依次为: the bound of each before its figure
        bound = tokens[-1].kind is Kind.THRESHOLD and Kind.PROJECT in kinds
        return "projects" if bound or _ranks_projects(tokens) else ""
    return "projects" if kinds & {Kind.PROJECT, Kind.ACT} else ""


def _of_user(token: Token) -> bool:
    """Tell whether a token is a measure that the user gave."""
    return token.kind is Kind.MEASURE and ":" in token.value


def _of_another(before: Token, token: Token) -> bool:
    """Tell whether a word before a user's measure makes another of it: 净迁出人口."""
    return (
        _of_user(token) and before.kind is Kind.WORD and _OF_FLOWS.search(before.text) is not None
    )


def _ranks_projects(tokens: Sequence[Token]) -> bool:
    """Tell whether units are ranked by their projects: 奎文区开工项目数居首位，达88个."""
    pairs = [(b.kind, b.text) for a, b in pairwise(tokens) if a.kind is Kind.PROJECT]
    return any(kind is Kind.RANK or text.startswith("占") for kind, text in pairs)


def only_act(clause: Clause) -> str:
    """Return the act that a clause names, if it is but one: 竣工项目：, 计划开工项目：."""
    acts = {token.value for token in clause.tokens if token.kind is Kind.ACT}
    act = acts.pop() if len(acts) == 1 else ""
    doing = any(t.kind is Kind.DO and t.text.startswith((WISHED, "拟")) for t in clause.tokens)
    return f"{WISHED}{act}" if act and doing else act


def intended(clause: Clause) -> bool:
    """Tell whether what a clause and those after it say is wished: 力争奎文区完成投资300亿元."""
    start = clause.tokens[0].start
    begins = clause.line.text[start] in _TOWARDS_STARTS
    if begins and (found := _TOWARDS.match(clause.line.text, start)):
        return "已" not in clause.line.text[found.end() :].partition("。")[0]
    if Kind.DO not in clause.tokens.kinds or FIGURES.isdisjoint(clause.tokens.kinds):
        return False
    hoped = (t for t in clause.tokens[:3] if t.kind is Kind.DO and t.text.startswith(_HOPED))
    return next(hoped, None) is not None


def wished(act: str, said: str, clause: Clause) -> str:
    """Return the act of figures in a sentence: what is wished there is not done, unless it is."""
    start = clause.tokens[0].start
    done = clause.line.text[max(start - 2, 0) : start + 1]
    wish = act and said == WISHED and not act.startswith(WISHED)
    return f"{WISHED}{act}" if wish and not any(word in done for word in _DONE) else act


def size_of(tokens: Run) -> str:
    """Return the size of projects that are listed next: 10亿元以上的有：; empty if of all."""
    if Kind.THRESHOLD not in tokens.kinds or not tokens.kinds <= _OF_SIZE:
        return ""
    return next((token.text for token in tokens if token.kind is Kind.THRESHOLD), "")


def publishes(tokens: Sequence[Token]) -> bool:
    """Tell whether a list or plan is given out: what it has in all is the whole's."""
    text = "".join([token.text for token in tokens])
    return any(word in text for word in _PUBLISHING) and bool(_PUBLISHED.search(text))
