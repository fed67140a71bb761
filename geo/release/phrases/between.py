"""What stands between a unit, its verb and its count, and changes none of them.

云州确定2024年实施50个; 17个重点项目近期开工; 56个项目参加全省集中开工活动; 全省16市的96个项目;
云州举行12个项目开工仪式.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.rewriting import (
    Here,
    Rule,
    as_kind,
    first_as,
    first_token,
    joined,
    second_token,
    text_of,
    together,
)
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind, WordList
from geo.release.words.lexicon import listed

#: Verbs before a time that say no more than the verb behind it; 计划2024年实施 is a plan.
_SETTLED = ("确定", "安排", "组织", "筛选", "遴选", "梳理", "排定", "选定", "编排", "敲定", "列入")
_OF_LATE = ("近期", "近日", "日前", "当天", "当日", "昨天", "昨日", "今天", "今日")
_SO_FAR = listed(WordList.NOW)
_TAKE_PART = ("参加", "参与")
_OCCASIONS = ("活动", "仪式", "大会")
_SORT_OF_UNIT = re.compile("个?(?:地市|设区市|县区|[市县区州旗])")
_GOVERNMENT = re.compile("(?:[省市县区州旗盟]委、?)?[省市县区州旗](?:人民)?政府")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LISTS = ("名单", "清单", "盘子", "计划", "笼子", "行列", "库", "范围")
#: What an occasion may be said to be of: 举行一季度总投资6.5亿元的12个重点项目开工活动.
_COUNTED = frozenset(
    {Kind.MARK, Kind.SUM, Kind.MEASURE, Kind.MONEY, Kind.DE, Kind.COUNT, Kind.PROJECT}
    | {Kind.ADVERB, Kind.MOD, Kind.BATCH, Kind.CLASS}
)
_LONGEST = 10  # tokens of an occasion's name, or of a list's


def _so_far(here: Here) -> bool:
    """Tell whether it is said alone until when: 目前，已开工28个."""
    begins = here.begins_after((Kind.END, Kind.BREAK))
    return begins and here.tokens[here.at].text in _SO_FAR


def _settled_before(here: Here) -> bool:
    """Tell whether a verb says no more than the one behind its time: 确定2024年实施50个."""
    return here.tokens[here.at].text.startswith(_SETTLED)


def _of_late(here: Here) -> bool:
    """Tell whether projects that were counted were begun of late: 17个重点项目近期集中开工."""
    counted = any(token.kind is Kind.COUNT for token in here.kept[-3:])
    return counted and here.tokens[here.at + 1].text in _OF_LATE


def _to_occasion(here: Here) -> int:
    """Return how many tokens say what counted projects take part in: 参加全省集中开工活动."""
    counted = bool(here.kept) and here.kept[-1].kind in (Kind.PROJECT, Kind.COUNT)
    if not counted or not here.tokens[here.at].text.startswith(_TAKE_PART):
        return 0
    for distance in range(1, _LONGEST):
        token = here.ahead(distance)
        if token is None or token.kind in SEPARATORS or token.kind in FIGURES or token.place:
            return 0
        if token.kind is Kind.WORD and token.text.endswith(_OCCASIONS):
            return distance + 1
    return 0


def _of_units(here: Here) -> bool:
    """Tell whether units are counted before what they have together: 全省16市的96个项目."""
    return bool(_SORT_OF_UNIT.fullmatch(here.tokens[here.at + 1].text))


def _year_s_plan(here: Here) -> bool:
    """Tell whether a year's plan has a sum and no other word: 年度计划48亿元."""
    mark, plan = here.tokens[here.at : here.at + 2]
    return mark.text in ("年度", "年内", "当年") and plan.text == "计划" and mark.end == plan.start


def _in_name(here: Here) -> bool:
    """Tell whether a year is a part of a name: 2025现代产业项目签约仪式."""
    year, word = here.tokens[here.at : here.at + 2]
    near = year.text[:4].isdigit() and year.end == word.start and word.text[0] not in "年."
    return near and bool(_YEAR.fullmatch(year.text))


def _to_list(here: Here) -> int:
    """Return how many tokens name the list that counted projects are on: 列入省重点项目盘子."""
    counted = any(token.kind is Kind.COUNT for token in here.kept[-3:])
    named = any(token.kind in (Kind.PLACE, Kind.WHOLE) for token in here.kept[-4:])
    if not counted or named or here.kept[-1].kind is not Kind.PROJECT:
        return 0
    if here.tokens[here.at].value != "entered":
        return 0
    distance = 1
    while (token := here.ahead(distance)) is not None and distance < _LONGEST:
        if token.kind in SEPARATORS:
            break
        if token.kind in FIGURES or token.place:
            return 0
        distance += 1
    return distance


def _of_list(here: Here) -> bool:
    """Tell whether it is said that projects are on a list, and of which: 列入省重点项目名单."""
    entered = any(token.text.startswith(("列入", "纳入")) for token in here.kept[-2:])
    return entered and here.tokens[here.at + 1].text in _LISTS


def _held_for(here: Here) -> bool:
    """Tell whether an occasion is held for projects that are counted: 举行12个项目开工仪式."""
    if not here.tokens[here.at].text.endswith("举行"):
        return False
    counted = False
    for distance in range(1, _LONGEST):
        token = here.ahead(distance)
        if token is None or (token.kind not in _COUNTED and token.kind is not Kind.ACT):
            return False
        counted = counted or token.kind is Kind.COUNT
        if token.kind is Kind.ACT:
            ends = here.ahead(distance + 1)
            return counted and ends is not None and ends.text in _OCCASIONS
    return False


def _held_act(here: Here) -> bool:
    """Tell whether it is the act of an occasion that is held for counted projects."""
    if here.tokens[here.at + 1].text not in _OCCASIONS:
        return False
    for token in reversed(here.kept[-_LONGEST:]):
        if token.kind is Kind.ADVERB and token.text.endswith("举行"):
            return True
        if token.kind not in _COUNTED:
            return False
    return False


def _to_held(here: Here) -> int:
    """Return how many tokens tell by an occasion what was done to counted projects.

    37个项目集中开工仪式日前举行, 37个项目集中开工活动在奎文区举行.
    """
    kinds = [token.kind for token in here.kept[-5:]]
    if Kind.COUNT not in kinds or Kind.PROJECT not in kinds:
        return 0
    if not here.tokens[here.at + 1].text.startswith(_OCCASIONS):
        return 0
    for distance in range(1, _LONGEST):
        token, after = here.ahead(distance), here.ahead(distance + 1)
        if token is None or token.kind in SEPARATORS or token.kind in FIGURES:
            return 0
        if token.text.endswith(("举行", "启动")):
            return distance + 1 if after is None or after.kind in SEPARATORS else 0
    return 0


def _carried_out(here: Here) -> bool:
    """Tell whether a verb says no more than the act behind it: 38个项目进行集中签约."""
    return here.tokens[here.at + 1].text in ("进行", "进行了", "予以")


def _begun_in(here: Here) -> bool:
    """Tell whether when projects were begun stands before the noun: 开工的一季度重大项目."""
    return bool(here.kept) and here.kept[-1].kind is Kind.ACT


def _government(here: Here) -> bool:
    """Tell whether a government sets up what is counted: 2024年市政府安排重点项目96项."""
    begins = here.begins_after(SEPARATORS | {Kind.MARK})
    return begins and _GOVERNMENT.fullmatch(here.tokens[here.at].text) is not None


def _list(run: Sequence[Token]) -> Token:
    return run[0]._replace(text=text_of(run), end=run[-1].end, value="省")


_NOUN = {Kind.MOD, Kind.PROJECT, Kind.THRESHOLD, Kind.CLASS, Kind.BATCH}
_DOING = {Kind.DO, Kind.ACT}
#: Rules in passes, as those of `asides`.
BETWEEN = (
    together(Rule(({Kind.WORD}, {Kind.COMMA}), first_as(Kind.MARK), _so_far, 1), needs="目当"),
    together(
        Rule(
            ({Kind.MARK}, {Kind.DO}, {Kind.MONEY, Kind.HEDGE}),
            joined(Kind.MEASURE, "planned"),
            _year_s_plan,
            1,
        ),
        needs="计",
    ),
    together(Rule(({Kind.NUMBER}, {Kind.WORD}), joined(Kind.WORD), _in_name)),
    together(Rule(({Kind.NUMBER}, {Kind.WORD}, {Kind.DE}), joined(Kind.UNITS), _of_units)),
    together(
        Rule(({Kind.DO}, {Kind.MARK}, _DOING | {Kind.COUNT}), second_token, _settled_before, 1)
    ),
    together(Rule(({Kind.DE}, {Kind.MARK}, _NOUN), first_token, _begun_in, 1), needs="的"),
    together(
        Rule(({Kind.WORD}, _DOING | {Kind.SUM}), first_as(Kind.ADVERB), _government, 1), needs="府"
    ),
    together(
        Rule(({Kind.PROJECT}, {Kind.MARK}, _DOING | {Kind.ADVERB}), first_token, _of_late, 1),
        needs="近日当昨今",
    ),
    together(
        Rule(({Kind.DO, Kind.BATCH},), as_kind(Kind.ADVERB), reach=_to_occasion),
        needs="参",
    ),
    together(
        Rule(({Kind.PROJECT}, {Kind.WORD}, {Kind.ACT, Kind.ADVERB}), first_token, _carried_out, 1),
        needs="进予",
    ),
    together(Rule(({Kind.BATCH},), _list, reach=_to_list), needs="列纳入"),
    together(Rule(({Kind.PROJECT}, {Kind.WORD}), first_token, _of_list), needs="列纳入"),
    together(
        Rule(({Kind.WORD}, _COUNTED - {Kind.ADVERB}), as_kind(Kind.ADVERB), _held_for, 1),
        needs="举",
    ),
    together(
        Rule(({Kind.ACT}, {Kind.WORD}), first_token, _held_act),
        Rule(({Kind.ACT}, {Kind.WORD}), first_token, reach=_to_held),
        needs="举启",
    ),
)
