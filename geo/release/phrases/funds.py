"""Sizes that are told for each source of funds, and a time within 固定资产投资上半年完成."""

from __future__ import annotations

from collections.abc import Sequence

from geo.release.phrases.rewriting import Here, Rule, first_as, joined, text_of, together
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import SEPARATORS, Kind

_AMOUNT, _HEDGE, _AND = {Kind.MONEY, Kind.UNIT}, {Kind.HEDGE}, {Kind.AND}
_OF_STATE, _OF_FIRMS = {Kind.CLASS}, {Kind.FIRM, Kind.CLASS}
#: What may be between the second size and the projects: 企业, 投资, 的.
_BEHIND = frozenset({Kind.FIRM, Kind.CLASS, Kind.MEASURE, Kind.DE})
_PROJECTS = frozenset({Kind.PROJECT, Kind.MOD})


def _to_projects(here: Here) -> int:
    """Return how many tokens tell both sizes; 0 if no projects follow them."""
    sizes = 0
    for distance in range(10):
        token = here.ahead(distance)
        if token is None:
            return 0
        if token.kind is Kind.HEDGE:
            if not token.text.endswith("以上"):
                return 0
            sizes += 1
        elif sizes == 2 and token.kind not in _BEHIND:
            return distance if token.kind in _PROJECTS else 0
    return 0


def _from_all(run: Sequence[Token]) -> Token:
    return Token(Kind.MOD, text_of(run), run[0].start, run[-1].end)


#: 5000万元以上政府投资、亿元以上企业投资, and 政府投资5000万元以上、企业投资亿元以上.
FUNDS = together(
    Rule((_AMOUNT, _HEDGE, _OF_STATE, _AND, _AMOUNT, _HEDGE), _from_all, reach=_to_projects),
    Rule((_OF_STATE, _AMOUNT, _HEDGE, _AND, _OF_FIRMS), _from_all, reach=_to_projects),
    ends=_OF_STATE,
    needs="政",
)


def _of_assets(here: Here) -> bool:
    """Tell whether the time of completed fixed assets is told within: 固定资产投资上半年完成."""
    assets, invested, _, done = here.tokens[here.at : here.at + 4]
    told = assets.text in ("固定资产", "全社会固定资产") and invested.text in ("投资", "投资额")
    return told and done.text == "完成"


def _around(run: Sequence[Token]) -> Token:
    """Return the time, with the place of what it stood within."""
    return run[2]._replace(start=run[0].start)


def _in_time(here: Here) -> bool:
    """Tell whether it is completed at the time that stood within its name."""
    last = here.kept[-1] if here.kept else None
    within = last is not None and last.end - last.start > len(last.text)
    return within and here.tokens[here.at].text == "完成"


def _until(here: Here) -> bool:
    """Tell whether 到 says until when: 到10月底，完成投资46亿元."""
    begins = here.begins_after(SEPARATORS)
    return begins and here.tokens[here.at].text in ("到", "截止到", "截至到")


def _to_complete(here: Here) -> bool:
    """Tell whether the year's investment is meant, without that word: 年度计划完成56亿元."""
    year, planned, done = here.tokens[here.at : here.at + 3]
    told = year.text in ("年度", "年内", "本年度") and planned.text == "计划"
    return told and done.text == "完成"


_MEASURE, _TIME, _WORD, _MONEY = {Kind.MEASURE}, {Kind.MARK, Kind.DATE}, {Kind.WORD}, {Kind.MONEY}
FIXED = (
    together(
        Rule((_TIME, {Kind.DO}, _WORD, _MONEY), joined(Kind.MEASURE, "planned"), _to_complete, 1),
        needs="成",
    ),
    together(Rule((_WORD, _TIME), joined(Kind.MARK), _until), needs="到"),
    together(Rule((_WORD, _MEASURE, _TIME, _WORD, _MONEY), _around, _of_assets, 2), needs="资"),
    together(
        Rule((_WORD, _MONEY), first_as(Kind.MEASURE, "completed"), _in_time, 1),
        needs="资",
    ),
)
