"""What may be between a name, its measure and its figure, and is left out: 数量最多，为46个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.between import BETWEEN
from geo.release.phrases.deeds import DEEDS
from geo.release.phrases.goals import REACHED
from geo.release.phrases.listings import WORKS, of_works
from geo.release.phrases.overviews import OVERVIEWS
from geo.release.phrases.ranks import NUMBERED, RANKS
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
from geo.release.phrases.unit_counts import UNIT_COUNTS
from geo.release.phrases.venues import VENUES
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind

_DIVISION = re.compile(r"^(?:兵团)?[一二三四五六七八九十]{1,3}师$")
_BEFORE_SUM = frozenset({Kind.AND, Kind.COMMA, Kind.PLACE, Kind.LINK, Kind.HEDGE})
_BEHIND_SUM = SEPARATORS | {Kind.RANK, Kind.CHANGE}
_CAUSED = re.compile("(?:造成|导致|(?:震|风|雨|灾|故|火|水|流|坡)(?:已)?致)$")
_KINDS = ("市", "省", "县", "区", "州", "旗", "盟")
_IS = ("为", "达", "达到", "有", "共有", "共")


def _count_of_others(run: Sequence[Token]) -> Token:
    """Return the count of 与3家企业签约 as one of others than projects."""
    return run[1]._replace(kind=Kind.UNITS)


def _all_of_place(here: Here) -> bool:
    """Tell whether all of a place is meant: 武汉全市, 新疆全区; not 奎文区全市."""
    place, whole = here.tokens[here.at : here.at + 2]
    kind = whole.text[-1]
    short = len(place.text) == 2 or not place.text.endswith(_KINDS)  # 郑州
    fits = short or place.text.endswith(kind) or kind == "区"
    return not whole.value and whole.text.startswith("全") and place.end == whole.start and fits


def _of_day(here: Here) -> bool:
    """Tell whether a day has its number in brackets: 今（3）日."""
    day, opening, _, closing, unit = here.tokens[here.at : here.at + 5]
    told = day.text.endswith(("今", "昨", "本")) and unit.text in ("日", "月")
    return told and opening.text in "(（" and closing.text in ")）"


def _caused(here: Here) -> bool:
    """Tell whether what did it is told before those affected: 地震已造成奎文区8人受伤."""
    return _CAUSED.search(here.tokens[here.at].text) is not None


def _city_of_corps(run: Sequence[Token]) -> Token:
    """Return the city with the division's name as a part of its own."""
    return run[-1]._replace(text=text_of(run), start=run[0].start)


def _spread(run: Sequence[Token]) -> Token:
    """1亿元（含）以上 is one amount, as far as its text goes."""
    return run[0]._replace(text=text_of(run), end=run[-1].end)


def _to_bracket(here: Here) -> int:
    """Return how many tokens there are to the end of a bracket that includes or leaves out."""
    if here.tokens[here.at + 1].text not in "(（":
        return 0
    for distance in range(3, 7):
        token = here.ahead(distance)
        if token is None or token.text in ("）", ")"):
            return distance + 1 if token else 0
    return 0


def _of_whole(here: Here) -> bool:
    return bool(here.kept) and here.kept[-1].kind in (Kind.WHOLE, Kind.PLACE)


def _amount_of(here: Here) -> bool:
    return here.tokens[here.at].text.endswith(("数量", "个数", "总量", "总数"))


def _of_season(here: Here) -> bool:
    return bool(here.kept) and here.kept[-1].kind in (Kind.COUNT, Kind.HEDGE)


def _of_year(here: Here) -> bool:
    """Tell whether a year's projects are spoken of: 排定年度重点项目25个, 梳理四季度项目25个."""
    doing = bool(here.kept) and here.kept[-1].kind in (Kind.DO, Kind.ACT)
    mark = here.tokens[here.at]
    return doing and (mark.text in ("年度", "本年度") or (mark.value == "half" and _listed(here)))


def _listed(here: Here) -> bool:
    """Tell whether projects are but put on a list, at whatever time: 梳理, 安排."""
    return here.kept[-1].text.startswith(("梳理", "安排", "排定", "编排", "谋划", "筛选"))


def _most(here: Here) -> bool:
    """Tell whether 最多，为 is between a unit and its figure."""
    superlative, sign, link = here.tokens[here.at : here.at + 3]
    return superlative.value == "most" and sign.text in ",，" and link.text in _IS


def _of_counted_money(here: Here) -> bool:
    """Tell whether 金额 or 资金 alone is that of projects: 签约9个，金额62亿元."""
    called, near = here.tokens[here.at].text, here.kept[-4:]
    signed = any(token.kind is Kind.ACT and "签约" in token.value for token in near)
    told = called == "金额" or (called == "资金" and signed)
    return told and any(t.kind is Kind.COUNT for t in near[:-1]) and near[-1].kind in SEPARATORS


def _of_result(here: Here) -> bool:
    """Tell whether a figure is called a result: 交出了开工61个、总投资342亿元的成绩单."""
    return here.tokens[here.at + 2].text.endswith(("成绩单", "答卷", "佳绩", "好成绩"))


def _of_autonomous(here: Here) -> bool:
    """Tell whether 自治区 alone is the whole: 今年自治区安排重点项目500个."""
    counted, after = here.tokens[here.at + 1].kind is Kind.COUNT, here.ahead(2)
    told = not counted or (after is not None and after.kind in (Kind.PROJECT, Kind.MOD))
    return told and here.tokens[here.at].text == "自治区"


def _batches_before(here: Here) -> bool:
    return here.tokens[here.at].text.startswith("前") and here.tokens[here.at + 1].text == "批"


def _of_a_plan(here: Here) -> bool:
    """Tell whether what was done of a plan follows it: 年度计划投资52亿元，目前完成41亿元."""
    if here.tokens[here.at].text not in REACHED:
        return False
    last = next((t for t in reversed(here.kept[-8:]) if t.kind is Kind.MEASURE), None)
    return last is not None and last.value == "planned"


def _occasion(here: Here) -> bool:
    """Tell whether 活动 is what an act took place at: 集中开工活动的项目."""
    return here.tokens[here.at + 1].text in ("活动", "仪式")


def _takes_part(here: Here) -> bool:
    doing, whole = here.tokens[here.at : here.at + 2]
    return doing.text in ("参加", "参与") and whole.value == "this"


def _took_part(here: Here) -> bool:
    """Tell whether projects that were counted take part: 9个项目参加本次集中开工."""
    counted = bool(here.kept) and here.kept[-1].kind in (Kind.PROJECT, Kind.COUNT)
    return counted and _takes_part(here)


def _most_of_all(here: Here) -> bool:
    whole, superlative = here.tokens[here.at : here.at + 2]
    return not whole.value and superlative.value == "most"


def _most_at_once(here: Here) -> bool:
    superlative, link = here.tokens[here.at : here.at + 2]
    told = superlative.value == "most" or superlative.text.startswith("较")
    return told and link.text in _IS


def _of_corps(here: Here) -> bool:
    """Tell whether a division of the Xinjiang corps is named beside its city: 第八师石河子市."""
    division, city = here.tokens[here.at + 1 : here.at + 3]
    return division.text == "师" and division.end == city.start


def _of_their(here: Here) -> bool:
    """Tell whether a count is of those told before: 奎文区拿下其中的18个."""
    doing = bool(here.kept) and here.kept[-1].kind in (Kind.DO, Kind.ACT, Kind.WORD)
    return doing and here.kept[-1].end == here.tokens[here.at].start


def _in_corps(here: Here) -> bool:
    """Tell whether a division's short name is right before its city: 八师石河子市."""
    division, city = here.tokens[here.at : here.at + 2]
    return bool(_DIVISION.search(division.text)) and division.end == city.start


def _sum_before_measure(here: Here) -> bool:
    """Tell whether a measure stands behind its sum: 17个项目、92亿元总投资居首."""
    following = here.ahead(2)
    ends = following is None or following.kind in _BEHIND_SUM
    listed = bool(here.kept) and here.kept[-1].kind in _BEFORE_SUM
    return here.tokens[here.at + 1].value == "investment" and ends and listed


def _end_of_year(here: Here) -> bool:
    """Tell whether a year's end is meant, or the time of a holiday: 2023年末, 端午小长假期间."""
    year, end = here.tokens[here.at : here.at + 2]
    ends = end.text in ("末", "底") and year.text.endswith(("年", "月"))
    return (ends or end.text == "期间") and year.end == end.start


def _sum_in_place(here: Here) -> bool:
    """Tell whether a place comes after a count and its sum: 16个、总投资5亿元落户奎文区."""
    return bool(here.kept) and here.kept[-1].kind in (Kind.PROJECT, Kind.COUNT, Kind.ACT)


_SORTED = frozenset({Kind.PROJECT, Kind.MOD, Kind.WORD, Kind.BATCH, Kind.CLASS})
_COMMA, _WORD, _BOUND = {Kind.COMMA}, {Kind.WORD}, {Kind.BOUND}
_AFFECTED = FIGURES | {Kind.PLACE, Kind.WHOLE, Kind.MEASURE}
_SUM_AND_PLACE = ({Kind.AND}, {Kind.MEASURE}, {Kind.MONEY}, {Kind.IN}, {Kind.PLACE})
#: The rules, in passes: each has what few lines have, so that the others are left alone.
ASIDES = (
    together(
        # 1亿元（含）以上
        Rule(({*FIGURES, Kind.UNIT, Kind.HEDGE}, _COMMA, _BOUND), _spread, reach=_to_bracket),
        # 总投资（下同）
        Rule(({Kind.MEASURE, Kind.PROJECT}, _COMMA, _BOUND), _spread, reach=_to_bracket),
    ),
    together(Rule((_BOUND,), as_kind(Kind.WORD))),
    # 甲县物流园项目、乙县电站等24个项目
    together(Rule(({Kind.PLACE}, WORKS), joined(Kind.FIRM), reach=of_works), needs="等"),
    together(Rule(({Kind.PLACE}, {Kind.WHOLE}), first_token, _all_of_place), needs="全"),
    together(
        Rule((_WORD, _COMMA, {Kind.NUMBER}, _COMMA, _WORD), joined(Kind.DATE), _of_day),
        Rule((_WORD, _AFFECTED), first_as(Kind.COMMA), _caused, 1),
        needs="今昨本造导致",
    ),
    # 四川省组织开展的第一季度…
    together(Rule(({Kind.DO}, {Kind.DE}, {Kind.MARK}), as_kind(Kind.MARK), _of_whole)),
    *BETWEEN,
    *UNIT_COUNTS,
    *OVERVIEWS,
    # 2023年末
    together(Rule(({Kind.MARK}, _WORD), first_token, _end_of_year), needs="末底期"),
    *DEEDS,
    # 海伦市与3家企业签约
    together(Rule(({Kind.AND}, {Kind.COUNT}, {Kind.FIRM}), _count_of_others, _of_whole)),
    together(Rule((_WORD, {Kind.RANK}), as_kind(Kind.RANK), _amount_of)),  # 数量最多
    together(Rule(({Kind.WHOLE}, {Kind.RANK}), as_kind(Kind.RANK), _most_of_all)),  # 全省最多
    # 项目个数最多达到177个
    together(Rule(({Kind.RANK}, {Kind.LINK}, FIGURES), first_as(Kind.ADVERB), _most_at_once, 1)),
    together(Rule(({Kind.RANK}, _COMMA, {Kind.LINK}), as_kind(Kind.ADVERB), _most)),  # 最多，为46个
    *VENUES,
    together(
        Rule(({Kind.MONEY, Kind.COUNT}, {Kind.DE}, _WORD), first_token, _of_result), needs="绩卷"
    ),
    together(
        Rule((_WORD, {Kind.DO, Kind.ACT, Kind.COUNT}), first_as(Kind.WHOLE), _of_autonomous, 1),
        needs="自",
    ),
    together(Rule(({Kind.RANK}, _WORD), joined(Kind.MARK, "batch"), _batches_before)),  # 前三批
    together(
        Rule((_WORD, {Kind.MONEY}), first_as(Kind.MEASURE, "completed"), _of_a_plan, 1), needs="成"
    ),
    together(
        Rule(
            (_WORD, {Kind.MONEY, Kind.EACH}),
            first_as(Kind.MEASURE, "investment"),
            _of_counted_money,
            1,
        ),
        needs="金",
    ),
    together(Rule(({Kind.ACT}, _WORD, {Kind.DE}), first_token, _occasion)),  # 集中开工活动的项目
    together(
        Rule(({Kind.DO}, {Kind.WHOLE}), as_kind(Kind.ADVERB), _took_part),
        Rule(({Kind.DO}, {Kind.WHOLE}), second_token, _takes_part),
    ),
    together(Rule(({Kind.PART}, {Kind.DE}, {Kind.COUNT}), as_kind(Kind.COUNT), _of_their)),
    together(
        Rule(({Kind.MONEY}, {Kind.MEASURE}), first_token, _sum_before_measure),
    ),
    # 64个春季项目
    together(
        Rule(({Kind.MARK}, {Kind.PROJECT, Kind.MOD, Kind.ACT}), first_as(Kind.MOD), _of_season, 1),
        Rule(({Kind.MARK}, _SORTED), first_as(Kind.MOD), _of_year, 1),
    ),
    *RANKS,
    together(
        Rule((_WORD, {Kind.PLACE}), _city_of_corps, _in_corps),
        Rule(({Kind.ORDINAL}, _WORD, {Kind.PLACE}), _city_of_corps, _of_corps),
    ),
    *NUMBERED,
    # 16个、总投资81.8亿元落户奎文区
    together(Rule(_SUM_AND_PLACE, first_as(Kind.ADVERB), _sum_in_place, 4)),
)
