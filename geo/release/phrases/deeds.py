"""What was done to projects, and since when: 已实现开工项目12个, 签约、开工项目共9个, 两年来."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.rewriting import (
    LETTERS,
    Here,
    Rule,
    as_kind,
    first_token,
    joined,
    kinds_of,
    text_of,
    together,
)
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import SEPARATORS, Kind

_MEASURED = re.compile(
    "按照?(?:形象进度|实物工作量|工程进度|项目进度|计划进度)(?:计算|统计)?(?:累计)?"
)
_MOST_ACTS = 9  # tokens: 集中签约、集中开工、集中投产项目
_OF_ACTS = frozenset({Kind.ACT, Kind.AND, Kind.ADVERB})
_OF_PROJECTS = frozenset({Kind.MOD, Kind.UNIT, Kind.HEDGE, Kind.MONEY, Kind.CLASS, Kind.DE})
_BEFORE_COUNT = frozenset({Kind.SUM, Kind.LINK, Kind.HEDGE, Kind.ADVERB})
_ENDS = "".join(re.escape(LETTERS[kind]) for kind in SEPARATORS)
_C, _P, _A, _AMID, _DO = (
    re.escape(LETTERS[kind]) for kind in (Kind.COUNT, Kind.PROJECT, Kind.ACT, Kind.AMID, Kind.DO)
)
#: A count of those counted before, and what was done to them behind it.
_DONE_BEHIND = re.compile(
    f"{_C}[^{_ENDS}]{{0,6}}{_P}{_AMID}?(?P<count>{_C}){_P}?{_DO}?(?P<act>{_A})(?=[{_ENDS}]|$)"
)
_SEVERAL = frozenset({Kind.EACH, Kind.AND, Kind.COUNT, Kind.SEP})


def _done_already(run: Sequence[Token]) -> Token:
    """Return an act with 已 before it as one word; such an act begins a clause."""
    return run[1]._replace(text=text_of(run), start=run[0].start)


def _to_second_act(here: Here) -> int:
    """Return how many tokens tell two acts of one count: 412个项目集中签约、集中开工，."""
    counted = any(token.kind is Kind.COUNT for token in here.kept[-4:])
    distance = 2
    while (token := here.ahead(distance)) is not None and token.kind is Kind.ADVERB:
        distance += 1
    after = here.ahead(distance + 1)
    ends = after is None or after.kind in SEPARATORS
    two = token is not None and token.kind is Kind.ACT and token.value != here.tokens[here.at].value
    return distance + 1 if counted and ends and two else 0


def _of_counted(here: Here) -> bool:
    """Tell whether what is done already is said of projects that were counted before."""
    counted = _counted_before(here, Kind.PROJECT, Kind.AMID)
    return counted and here.tokens[here.at].text in ("已", "已经")


def _begun_of_counted(here: Here) -> bool:
    """Tell whether the projects begun are of those counted right before."""
    return _counted_before(here, Kind.PROJECT) and here.tokens[here.at].text.startswith("已")


def _counted_before(here: Here, *ends: Kind) -> bool:
    """Tell whether a count is right before, whose words end in one of the kinds."""
    before = [token.kind for token in here.kept[-4:]]
    return Kind.COUNT in before and before[-1] in ends


def _acts_of_one(run: Sequence[Token]) -> Token:
    """Return 签约、开工、投产 of one count as an act of its own."""
    value = "".join(token.value for token in run if token.kind is Kind.ACT)
    return run[0]._replace(text=text_of(run), end=run[-1].end, value=value)


def _to_last_act(here: Here) -> int:
    """Return how many tokens tell the acts of one count behind them: 签约、开工项目共12个."""
    if here.kept and here.kept[-1].kind in (Kind.COUNT, Kind.AND):
        return 0
    distance, acts = 0, [here.tokens[here.at].value]
    while (token := here.ahead(distance + 1)) is not None and token.kind in _OF_ACTS:
        distance += 1
        if token.kind is Kind.ACT:
            acts.append(token.value)
    ends = here.tokens[here.at + distance].kind is Kind.ACT and distance < _MOST_ACTS
    several = len(set(acts)) == len(acts) > 1
    return distance + 1 if ends and several and _one_count(here, distance + 1) else 0


def _counted_together(here: Here) -> bool:
    """Tell whether projects of two acts have the count before them: 15个续建及竣工项目."""
    counted = bool(here.kept) and here.kept[-1].kind is Kind.COUNT
    first, _, second = here.tokens[here.at : here.at + 3]
    behind = here.ahead(4)
    near = counted and here.kept[-1].end == first.start and first.value != second.value
    return near and (behind is None or behind.kind is not Kind.COUNT)


def _one_count(here: Here, distance: int) -> bool:
    """Tell whether projects follow, of a size and kind or not, and one count of them."""
    while (token := here.ahead(distance)) is not None and token.kind in _OF_PROJECTS:
        distance += 1
    if token is None or token.kind is not Kind.PROJECT:
        return False
    distance += 1
    while (token := here.ahead(distance)) is not None and token.kind in _BEFORE_COUNT:
        distance += 1
    following = here.ahead(distance + 1)
    listed = following is not None and following.kind in _SEVERAL
    return token is not None and token.kind is Kind.COUNT and not listed


def acts_first(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with an act before the count it is told behind: 64个项目已有43个开工.

    It is then read as 64个项目已开工43个 is.
    """
    found = list(tokens)
    for match in _DONE_BEHIND.finditer(kinds_of(tokens)):
        count, act = match.start("count"), match.start("act")
        at = found[count].start
        moved = found[act]._replace(start=at, end=at)  # a word without a width: its count's place
        found[count : act + 1] = [moved, *found[count:act]]
    return found


def _since(run: Sequence[Token]) -> Token:
    """Return 两年来 as a time."""
    return Token(Kind.MARK, text_of(run), run[0].start, run[-1].end)


def _expected(here: Here) -> bool:
    """Tell whether a year's plan follows: 预计全年实施项目240个, but not what is to be begun."""
    doing = here.ahead(2)
    year = here.tokens[here.at + 1].value == "year"
    return (
        here.tokens[here.at].text == "预计" and year and doing is not None and doing.kind is Kind.DO
    )


def _as_measured(here: Here) -> bool:
    """Tell whether it is said how completed investment is measured: 按照形象进度完成投资."""
    how, measure = here.tokens[here.at : here.at + 2]
    return measure.value == "completed" and bool(_MEASURED.fullmatch(how.text))


def _years(here: Here) -> bool:
    years, since = here.tokens[here.at : here.at + 2]
    return years.unit == "年" and since.text in ("来", "以来") and years.end == since.start


def _at_occasion(here: Here) -> bool:
    """Tell whether the projects are those of an occasion: 项目建设活动集中开工项目5个."""
    doing, occasion, act = here.tokens[here.at + 1 : here.at + 4]
    near = doing.end == occasion.start and occasion.end <= act.start
    return near and occasion.text in ("活动", "仪式", "大会", "行动")


def _days(here: Here) -> bool:
    """Tell whether a holiday is followed by how long it is: 清明假期三天."""
    when, days = here.tokens[here.at : here.at + 2]
    return days.unit in ("天", "日") and when.end == days.start and not when.text[0].isdigit()


DEEDS = (
    together(Rule(({Kind.MARK}, {Kind.QUANTITY}), joined(Kind.MARK), _days), needs="天日"),
    together(
        Rule(
            ({Kind.PROJECT}, {Kind.DO, Kind.ACT}, {Kind.WORD}, {Kind.ACT, Kind.ADVERB}),
            joined(Kind.MOD),
            _at_occasion,
            1,
        ),
        needs="活仪会动",
    ),
    together(
        # 天门市45个重点项目已竣工9个
        Rule(({Kind.ADVERB}, {Kind.ACT}, {Kind.COUNT}), _done_already, _of_counted, 1),
        # 181项重点项目已实现开复工项目173项
        Rule(({Kind.ACT}, {Kind.PROJECT}, {Kind.COUNT}), first_token, _begun_of_counted, 1),
        needs="已",
    ),
    together(Rule(({Kind.ACT}, {Kind.AND}), _acts_of_one, reach=_to_second_act)),
    together(
        Rule(({Kind.ACT}, {Kind.AND}), _acts_of_one, reach=_to_last_act),
        Rule(
            ({Kind.ACT}, {Kind.AND}, {Kind.ACT}, {Kind.PROJECT}),
            _acts_of_one,
            _counted_together,
            1,
        ),
    ),
    together(Rule(({Kind.QUANTITY}, {Kind.WORD}), _since, _years), needs="来"),
    together(Rule(({Kind.WORD}, {Kind.MEASURE}), as_kind(Kind.MEASURE), _as_measured), needs="按"),
    together(Rule(({Kind.WORD}, {Kind.MARK}), as_kind(Kind.MARK), _expected), needs="预"),
)
