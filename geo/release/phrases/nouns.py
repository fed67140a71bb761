"""What says which projects are counted: 自治区、市两级重大项目, 60个亿元以上的项目."""

from __future__ import annotations

from geo.release.phrases.rewriting import (
    Here,
    Rule,
    as_kind,
    first_token,
    joined,
    second_token,
    together,
)
from geo.release.words.kinds import Kind

_LEVELS = ("自治区", "省", "市", "县", "区", "州", "地", "旗", "盟", "国家")
_TOGETHER = ("两级", "三级", "四级")
_OCCASION = frozenset({Kind.DO, Kind.WORD, Kind.ACT, Kind.MOD, Kind.MARK, Kind.DE})
_DOING = frozenset({Kind.ACT, Kind.DO})
_NOUN = frozenset({Kind.CLASS, Kind.MOD, Kind.BATCH, Kind.PROJECT})
_NAME = 6  # characters of a kind's name
_LONGEST_KINDS = 16  # tokens: eight kinds and what parts them
_LONGEST = 8  # tokens: 国家、省、市、县四级


def _to_levels(here: Here) -> int:
    """Return how many tokens name levels of government together: 自治区、市两级."""
    for distance in range(1, _LONGEST):
        token = here.ahead(distance)
        if token is None:
            return 0
        if token.text in _TOGETHER:
            return distance + 1 if distance > 2 else 0
        if token.kind is not Kind.AND and token.text not in _LEVELS:
            return 0
    return 0


def _to_occasion(here: Here) -> int:
    """Return how many tokens say that projects are of the occasion: 纳入本次集中启动活动的."""
    entered = here.tokens[here.at].text in ("纳入", "参加", "参与", "列入")
    if not entered or here.tokens[here.at + 1].value != "this":
        return 0
    for distance in range(2, _LONGEST):
        token = here.ahead(distance)
        if token is None or token.kind not in _OCCASION:
            return 0
        if token.kind is Kind.DE:
            return distance + 1
    return 0


def _to_kinds_end(here: Here) -> int:
    """Return how many tokens name kinds of the projects behind: 文旅、工业、商贸等产业项目."""
    if not here.kept or here.kept[-1].kind not in _DOING:
        return 0
    several = False
    for distance in range(_LONGEST_KINDS):
        token = here.ahead(distance)
        if token is None:
            return 0
        if token.kind is Kind.ETC:
            after = here.ahead(distance + 1)
            noun = after is not None and after.kind in _NOUN
            return distance + 1 if several and noun else 0
        named = token.kind is Kind.CLASS or (token.kind is Kind.WORD and len(token.text) <= _NAME)
        if not named and token.text != "、":
            return 0
        several = several or token.text == "、"
    return 0


def _levels_at(here: Here) -> bool:
    """Tell whether levels of government stand before a time: 省市两级今年开工项目24个."""
    return here.tokens[here.at].text.endswith(_TOGETHER)


def _level(here: Here) -> bool:
    return here.tokens[here.at].text in _LEVELS


def _undertaken(here: Here) -> bool:
    """Tell whether some of all units carry out what is counted: 8个开发区承担的114个项目."""
    return here.tokens[here.at + 1].text in ("承担", "实施", "负责")


def _counted(here: Here) -> bool:
    return bool(here.kept) and here.kept[-1].kind is Kind.COUNT


def _phase(here: Here) -> bool:
    """Tell whether it is the phase of a project: 热电联产一期项目."""
    token = here.tokens[here.at]
    return token.unit == "期" and token.text[0] in "一二三四五六"


def _in_list_of(here: Here) -> bool:
    """Tell whether projects are on the list of a higher unit: 列入云州市重点项目50个."""
    return here.tokens[here.at].text in ("列入", "纳入")


def _of_sorts(here: Here) -> bool:
    """Tell whether it is said of how many sorts the counted are: 六大类173个项目."""
    return here.tokens[here.at].unit.removeprefix("个").startswith("大")


_KINDS_NAMED = Rule(({Kind.WORD, Kind.CLASS},), as_kind(Kind.ADVERB), reach=_to_kinds_end)
_LEVEL = Rule(({Kind.WORD}, {Kind.AND}), joined(Kind.MOD), _level, reach=_to_levels)
_BY_SOME = Rule(({Kind.UNITS}, {Kind.DO}, {Kind.DE}), joined(Kind.THRESHOLD), _undertaken)
#: Rules in passes, as those of `asides`.
NOUNS = (
    together(_LEVEL, needs="级"),
    together(Rule(({Kind.DO}, {Kind.WHOLE}), joined(Kind.MOD), reach=_to_occasion), needs="的"),
    together(_KINDS_NAMED, ends={Kind.ETC}),
    together(
        Rule(({Kind.DO}, {Kind.PLACE}, {Kind.PROJECT}), joined(Kind.BATCH), _in_list_of, follow=1),
        needs="入",
    ),
    together(Rule(({Kind.QUANTITY}, {Kind.COUNT}), second_token, _of_sorts), needs="大"),
    together(_BY_SOME, needs="承实负"),
    together(Rule(({Kind.WORD}, {Kind.MARK}), as_kind(Kind.MARK), _levels_at), needs="级"),
    together(Rule(({Kind.QUANTITY},), as_kind(Kind.WORD), _phase), needs="期"),
)
#: 60个亿元以上的项目, when 亿元以上 is one token.
OF_SIZE = Rule(({Kind.THRESHOLD}, {Kind.DE}, {Kind.PROJECT}), first_token, _counted, 1)
