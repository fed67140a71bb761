"""How many units there are, of which sorts: 21个市（州）, 县（市、区）, 辖2区1市, 遍布各县区."""

from __future__ import annotations

import re

from geo.release.phrases.rewriting import (
    Here,
    Rule,
    as_kind,
    first_as,
    first_token,
    joined,
    together,
)
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

_UNIT_NOUN = re.compile(
    r"[省市州盟地县区旗]{1,4}|(?:市辖)?区|县级市|乡|镇|行政村|村|社区|乡镇(?:街道)?|镇街|街道|街镇|设区市|地级市|区市县"
    r"|(?:开发|功能|产业|示范|园)?园?区"
)
_SORTS = ("县", "市", "区", "州", "旗", "地", "盟")
_COUNTS = frozenset({Kind.NUMBER, Kind.COUNT, Kind.QUANTITY})
_EVERYWHERE = re.compile(
    r"(?:遍布|遍及|覆盖|涵盖|涉及|分布在|分布于)(?:所有)?各?(?:个)?(?:[市州盟地县区旗]{1,3}|乡镇|园区)"
)
#: All there are: 各县区, 市直及各区.
_EVERY_UNIT = re.compile(
    "(?:市|州|省|县)?(?:本级|直)?(?:单位|部门)?[及和与]?各[县市区旗州盟]{1,4}(?:[（(][县市区旗州盟、]{1,6}[）)]、?[县市区旗]{0,2})?(?:[及和与](?:功能区|园区|市直|市本级))?"
    "|(?:所有|全部)(?:参会|参加|参与)?的?(?:地市|[县市区旗州盟]{1,4})"
)
_SUMMED = ("共", "合计", "总计", "一共")
_COMMA, _WORD = {Kind.COMMA}, {Kind.WORD}
#: 12个 is a quantity where other things are counted than projects.
_COUNTED = {Kind.COUNT, Kind.QUANTITY}


def counts_units(number: Token, noun: Token) -> bool:
    """Tell whether a number and a noun count units: 20个地级市."""
    counted = number.kind in _COUNTED and number.end == noun.start
    return counted and noun.kind is Kind.WORD and _UNIT_NOUN.fullmatch(noun.text) is not None


def _to_units(here: Here) -> int:
    """Return how many tokens count places: 21个市（州）, 12个县（市、区）."""
    for distance, token in enumerate(here.tokens[here.at + 1 : here.at + 8], 1):
        if token.kind is Kind.WORD and not _UNIT_NOUN.fullmatch(token.text):
            return 0
        if token.text in ("）", ")"):
            return distance + 1
        bracket = here.ahead(distance + 1)
        if distance == 1 and (bracket is None or bracket.text not in ("（", "(")):
            return 2
        if token.kind not in (Kind.WORD, Kind.AND, Kind.COMMA):
            return 0
    return 0


def _more_units(here: Here) -> bool:
    """Tell whether units of another sort follow those counted: 12个县区和3个开发区."""
    noun = _UNIT_NOUN.match(here.tokens[here.at + 3].text)
    return noun is not None and (len(noun[0]) > 1 or noun.end() == len(noun.string))


def _only_units(here: Here) -> bool:
    return bool(_UNIT_NOUN.fullmatch(here.tokens[here.at + 3].text))


def _of_venues(here: Here) -> bool:
    return here.tokens[here.at].text.endswith("会场")


def _sorts_of_unit(here: Here) -> bool:
    return here.tokens[here.at].text.endswith(_SORTS) and here.tokens[here.at + 1].text in "(（"


def _to_sorts(here: Here) -> int:
    """Return how many tokens name sorts of unit: 县（市、区）."""
    for distance in range(2, 8):
        token = here.ahead(distance)
        if token is not None and token.text in ("）", ")"):
            return distance + 1 + _behind_bracket(here, distance + 1)
        sort = token is not None and (token.kind is Kind.AND or token.text in _SORTS)
        if not sort:
            return 0
    return 0


def _behind_bracket(here: Here, distance: int) -> int:
    """Return how many tokens name one more sort behind a bracket: 县（市）区, 县（市）、区."""
    sign = here.ahead(distance)
    comma = sign is not None and sign.kind is Kind.AND
    more = here.ahead(distance + comma)
    return 1 + comma if more is not None and more.text in _SORTS else 0


def _to_ruled(here: Here) -> int:
    """Return how many tokens say how many units a place has: 辖2区1市; 0 if none do."""
    if not here.tokens[here.at].text.endswith("辖"):
        return 0
    first = here.ahead(1)
    if first is not None and first.kind is Kind.UNITS:
        return 2
    distance, ruled = 1, 0
    while (number := here.ahead(distance)) is not None and number.kind in _COUNTS:
        noun = here.ahead(distance + 1)
        if noun is None or not _UNIT_NOUN.fullmatch(noun.text):
            return ruled
        ruled = distance + 2
        sign = here.ahead(ruled)  # 辖13个镇、6个街道
        distance = ruled + (sign is not None and sign.kind is Kind.AND)
    return ruled


def _everywhere(here: Here) -> bool:
    """Tell whether counted projects are said to lie in all units: 101个项目遍布各县市区."""
    counted = any(token.kind is Kind.COUNT for token in here.kept[-3:])
    return counted and bool(_EVERYWHERE.fullmatch(here.tokens[here.at + 1].text))


def _of_named(here: Here) -> bool:
    """Tell whether as many units are counted as are named before: 哈尔滨、大庆2市."""
    number, noun = here.tokens[here.at : here.at + 2]
    if not _UNIT_NOUN.fullmatch(noun.text) or not here.kept or here.kept[-1].kind is not Kind.PLACE:
        return False
    named = 1
    for name, joint in zip(here.kept[-1::-2], here.kept[-2::-2], strict=False):
        if name.kind is not Kind.PLACE or joint.kind not in (Kind.AND, Kind.JOIN):
            break
        named += 1
    return number.value == str(named) and named > 1


def _all_summed(here: Here) -> bool:
    """Tell whether the units have so many together: 市直及各区共有22个."""
    units, summed = here.tokens[here.at : here.at + 2]
    return summed.text.startswith(_SUMMED) and bool(_EVERY_UNIT.fullmatch(units.text))


def _and_zones(here: Here) -> bool:
    """Tell whether zones are named as a sort of unit beside all counties."""
    every, _, zone = here.tokens[here.at : here.at + 3]
    return every.text.startswith("各") and bool(_UNIT_NOUN.fullmatch(zone.text))


#: Rules in passes, as those of `asides`.
UNIT_COUNTS = (
    # 哈尔滨、大庆2市
    together(Rule((_COUNTS, _WORD), as_kind(Kind.ETC), _of_named)),
    # 全省21个市（州）共开工
    together(Rule((_COUNTED, _WORD), joined(Kind.UNITS), reach=_to_units)),
    # 宝鸡市12个县区和3个开发区共开工
    together(
        Rule(({Kind.UNITS}, {Kind.AND}, {Kind.UNITS}), joined(Kind.UNITS)),
        # 十个县（市、区）和武夷新区共83个: of them all together
        Rule(({Kind.UNITS}, {Kind.AND, Kind.JOIN}, {Kind.PLACE}), joined(Kind.UNITS)),
        Rule(({Kind.UNITS}, {Kind.AND}, _COUNTED, _WORD), joined(Kind.UNITS), _only_units),
        Rule(({Kind.UNITS}, {Kind.AND}, _COUNTED, _WORD), joined(Kind.UNITS), _more_units, 1),
    ),
    # 该市辖2区1市
    together(
        Rule((_WORD, _COUNTS | {Kind.UNITS}), joined(Kind.UNITS), reach=_to_ruled), needs="辖"
    ),
    # 此次活动设主会场1个、分会场7个
    together(Rule((_WORD, {Kind.COUNT}), joined(Kind.UNITS), _of_venues)),
    # 县（市、区）
    together(
        Rule((_WORD, _COMMA, _WORD), joined(Kind.WORD), _sorts_of_unit, reach=_to_sorts),
        needs="(（",
    ),
    together(
        Rule((_WORD, {Kind.LINK, Kind.SUM}), first_as(Kind.WHOLE), _all_summed, 1), needs="各所全"
    ),
    together(Rule(({Kind.PROJECT}, _WORD), first_token, _everywhere), needs="遍覆涵涉布"),
    # 各县（市、区）、开发区
    together(Rule((_WORD, {Kind.AND}, {Kind.PLACE}), first_token, _and_zones), needs="各"),
)
