"""What neighbouring tokens mean together, as a table of rules: 约 and 16个 are a hedged amount."""

from __future__ import annotations

from collections.abc import Sequence

from geo.release.phrases.asides import ASIDES
from geo.release.phrases.contrasts import CONTRASTS
from geo.release.phrases.funds import FIXED, FUNDS
from geo.release.phrases.goals import GOALS
from geo.release.phrases.listings import (
    after_place,
    between_amounts,
    counted,
    of_money_list,
    of_number_list,
    sum_in,
)
from geo.release.phrases.overviews import BOUNDS, OF_SIZE
from geo.release.phrases.rewriting import Here, Rule, as_kind, first_as, joined, text_of, together
from geo.release.phrases.sorts import (
    PIECES_OF_CLASS,
    after_whole,
    begins_kind,
    beside_kind,
    of_industry,
    of_kinds,
    of_two_levels,
    to_class,
    to_joint_kinds,
    to_kind_end,
)
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind

_BESIDE_NOUN = frozenset({Kind.DE, Kind.MOD, Kind.WORD, Kind.ADVERB, Kind.ACT, Kind.DO, Kind.CLASS})
_LONGEST_BATCH = 14  # tokens, the counted noun included: 纳入 … 的项目
_NOUN_REACH = 5  # tokens from 亿元以上 to the word project
_SELECTING = ("以上", "及以上", "超", "过", "突破")  # hedges that choose by size: 超10亿元项目


# What the tokens become.


def _hedged(run: Sequence[Token]) -> Token:
    amount, hedge = sorted(run, key=lambda token: token.kind is Kind.HEDGE)
    return amount._replace(text=text_of(run), start=run[0].start, end=run[-1].end, hedge=hedge.text)


def _noted(run: Sequence[Token]) -> Token:
    """总投资（亿元） is a measure with a unit."""
    return run[0]._replace(unit=run[2].text)


def _batch(run: Sequence[Token]) -> Token:
    """纳入全省春季集中开工的(项目) is a batch by that name."""
    name = text_of(run).removesuffix("的")
    return Token(Kind.BATCH, name, run[0].start, run[-1].end, "省")


# When they do.


def _hedge_before(here: Here) -> bool:
    return here.tokens[here.at].value != "after"


def _hedge_after(here: Here) -> bool:
    return here.tokens[here.at + 1].value == "after"


def _year_planned(here: Here) -> bool:
    """Tell whether 今年 and 计划投资 are the year's investment."""
    mark, measure = here.tokens[here.at : here.at + 2]
    return _of_year(mark) and mark.end == measure.start and measure.value == "plan"


def _planned_for_year(here: Here) -> bool:
    """Tell whether 计划, 今年 and 完成投资 are the year's investment."""
    plan, mark, measure = here.tokens[here.at : here.at + 3]
    near = _of_year(mark) and mark.end == measure.start
    return plan.text == "计划" and near and measure.value in ("plan", "completed")


def _to_complete(here: Here) -> bool:
    plan, measure = here.tokens[here.at : here.at + 2]
    return plan.text in ("计划", "预计", "拟") and measure.value == "completed"


def _year_to_complete(here: Here) -> bool:
    return _of_year(here.tokens[here.at]) and _to_complete(here._replace(at=here.at + 1))


def _of_year(mark: Token) -> bool:
    return mark.value.isdigit() or mark.value in ("this", "year")


def _bracketed(here: Here) -> bool:
    return here.tokens[here.at + 1].text in "(（" and here.tokens[here.at + 3].text in ")）"


def _selects_second(here: Here) -> bool:
    return here.tokens[here.at + 1].hedge.startswith(_SELECTING) and _projects_follow(here, 2)


def _selects(here: Here) -> bool:
    return here.tokens[here.at].hedge.startswith(_SELECTING) and _projects_follow(here, 1)


def _selects_listed(here: Here) -> bool:
    """Tell whether projects of a size are listed next: 10亿元以上的有：."""
    after = here.ahead(2)
    listed = after is not None and after.kind in (Kind.LINK, Kind.COMMA)
    return listed and here.tokens[here.at].hedge.startswith(_SELECTING)


def _of_size(here: Here) -> bool:
    return here.tokens[here.at].hedge.startswith(_SELECTING)


def _of_money(here: Here) -> bool:
    """Tell whether a range is one of money: 5—10亿元项目 are some of a unit's."""
    return here.tokens[here.at].text.endswith("元")


def _hedged_unit_selects(here: Here) -> bool:
    return _projects_follow(here, 2)


def _projects_follow(here: Here, distance: int) -> bool:
    for ahead in range(distance, distance + _NOUN_REACH):
        token = here.ahead(ahead)
        if token is None or token.kind is Kind.PROJECT:
            return token is not None
        if token.kind not in _BESIDE_NOUN:
            return False
    return False


def _entered(here: Here) -> bool:
    return here.tokens[here.at].value == "entered"


def _of_province(here: Here) -> bool:
    return here.tokens[here.at].text == "省"


def _to_counted(here: Here) -> int:
    """Return how many tokens there are before the projects that a batch is of."""
    for distance in range(1, _LONGEST_BATCH):
        token = here.ahead(distance)
        if token is None or token.kind in (Kind.PROJECT, Kind.COUNT):
            return distance if token else 0
        if token.kind in SEPARATORS or token.kind in FIGURES:
            return 0
    return 0


def _no_noun_follows(here: Here) -> bool:
    after, following = here.ahead(1), here.ahead(2)
    if after is not None and after.kind in _OF_PROJECTS:  # 工业在建项目
        after = following
    return after is None or after.kind not in (Kind.PROJECT, Kind.COUNT, Kind.NUMBER, Kind.WORD)


def _per_head(here: Here) -> bool:
    """Tell whether a measure of the user is divided: 人均地区生产总值 is none."""
    what, each, measure = here.tokens[here.at : here.at + 3]
    divided = each.text == "均" and what.text.endswith(("人", "户", "亩", "地"))
    return divided and ":" in measure.value and what.end == each.start


def _of_user(here: Here) -> bool:
    _, sign, _, measure = here.tokens[here.at : here.at + 4]
    return ":" in measure.value and sign.text != "、"


def _no_class(here: Here) -> bool:
    return not here.tokens[here.at].text.endswith("类")


def _to_gap(here: Here) -> int:
    """Return how many words that the vocabulary does not know are side by side; 0 if one is."""
    tokens, at = here.tokens, here.at + 1
    while (
        at < len(tokens) and tokens[at].kind is Kind.WORD and tokens[at].start == tokens[at - 1].end
    ):
        at += 1
    return at - here.at if at - here.at > 1 else 0


#: What may be between a kind and the word project.
_OF_PROJECTS = frozenset({Kind.ACT, Kind.MOD, Kind.THRESHOLD})
_HEDGE, _UNIT, _MONEY, _MARK = ({kind} for kind in (Kind.HEDGE, Kind.UNIT, Kind.MONEY, Kind.MARK))
_MEASURE, _WORD, _BATCH, _CLASS, _AND, _SIZED = (
    {Kind[name]} for name in ("MEASURE", "WORD", "BATCH", "CLASS", "AND", "THRESHOLD")
)
#: What can follow an amount that chooses projects. It tells such lines from all that state money.
_TOWARDS_NOUN = _BESIDE_NOUN | {Kind.PROJECT}
#: What begins the name of a province's batch after 省.
_BEGIN_BATCH = frozenset({Kind.MARK, Kind.ADVERB, Kind.ACT})
_MERGED = Rule((_WORD, _WORD), joined(Kind.WORD), reach=_to_gap)
#: What the name of a kind may begin with: 交通, 新型.
_KIND_BEGINS = {Kind.CLASS, Kind.WORD, Kind.MOD}
#: The rules by pass, in order: a pass sees what the passes before it made.
PASSES = (
    together(_MERGED),
    together(Rule((_WORD, {Kind.EACH}, _MEASURE), joined(Kind.WORD), _per_head)),
    FUNDS,
    *FIXED,
    *ASIDES,
    *CONTRASTS,
    GOALS,
    together(
        Rule((_HEDGE, FIGURES), _hedged, _hedge_before),  # 约16个
        Rule((FIGURES, _HEDGE), _hedged, _hedge_after),  # 16个左右
    ),
    BOUNDS,
    together(
        Rule(({Kind.DO}, _MARK, _MEASURE), joined(Kind.MEASURE, "planned"), _planned_for_year),
        Rule((_MARK, _MEASURE), joined(Kind.MEASURE, "planned"), _year_planned),
        # 年度计划完成建设投资 is no 完成建设投资
        Rule((_MARK, {Kind.DO}, _MEASURE), joined(Kind.MEASURE, "planned"), _year_to_complete),
        Rule(({Kind.DO}, _MEASURE), joined(Kind.MEASURE, "plan"), _to_complete),
    ),
    together(
        Rule(({Kind.MEASURE, Kind.PROJECT}, {Kind.COMMA}, _UNIT, {Kind.COMMA}), _noted, _bracketed)
    ),
    together(
        Rule((_UNIT, _HEDGE), joined(Kind.THRESHOLD), _hedge_after),  # 亿元以上
        Rule(
            ({Kind.MEASURE, Kind.HEDGE}, _MONEY, _TOWARDS_NOUN),
            as_kind(Kind.THRESHOLD),
            _selects_second,
            1,
        ),
        Rule((_HEDGE, _UNIT), as_kind(Kind.THRESHOLD), _hedged_unit_selects),  # 超亿元项目
        Rule((_MONEY, _TOWARDS_NOUN), as_kind(Kind.THRESHOLD), _selects, 1),  # 10亿元以上项目
        Rule((_MONEY, {Kind.DE}), joined(Kind.THRESHOLD), _selects_listed),
        # 10亿元以上的奎文区11个项目: some of its projects
        Rule((_MONEY, {Kind.DE}, {Kind.PLACE}), first_as(Kind.THRESHOLD), _of_size, 2),
        Rule((_MONEY, {Kind.DE}, {Kind.COUNT}), first_as(Kind.THRESHOLD), _of_size, 1),
        Rule(({Kind.RANGE}, {Kind.PROJECT}), first_as(Kind.THRESHOLD), _of_money, 1),
        Rule(({Kind.RANGE}, {Kind.DE}, {Kind.PROJECT}), first_as(Kind.THRESHOLD), _of_money, 1),
        Rule((_UNIT,), as_kind(Kind.WORD)),
    ),
    # 总投资亿元以上产业项目
    together(OF_SIZE, Rule((_MEASURE, _SIZED), as_kind(Kind.THRESHOLD), _hedged_unit_selects)),
    together(
        Rule((_BATCH,), _batch, _entered, reach=_to_counted),  # 纳入全省春季集中开工的项目
        Rule((_WORD, _BEGIN_BATCH), _batch, _of_province, reach=_to_counted),  # 省春季集中开工项目
        Rule((_BATCH,), as_kind(Kind.WORD), _entered),
    ),
    # 交通水利项目: one kind by two names
    together(Rule((_CLASS, _CLASS), joined(Kind.CLASS), beside_kind)),
    # 芯片产业项目: one kind of industry
    together(Rule((_WORD, _CLASS, {Kind.PROJECT}), joined(Kind.CLASS), of_industry, follow=1)),
    together(Rule((_CLASS,), as_kind(Kind.WORD), _no_noun_follows)),
    together(
        Rule((PIECES_OF_CLASS,), joined(Kind.CLASS), after_whole, reach=to_class),
        Rule((_WORD, {Kind.PROJECT, Kind.COUNT}), first_as(Kind.CLASS), of_kinds, 1),
        # 交通设施项目, 新型工业化项目
        Rule((_KIND_BEGINS, _WORD | _CLASS), joined(Kind.CLASS), of_kinds, reach=to_kind_end),
        ends=_WORD,  # the last piece: 类, or what ends in it
        needs="类看分",
    ),
    together(Rule((_CLASS, _WORD), as_kind(Kind.WORD), _no_class, follow=1)),  # 产业 of 产业带
    together(_MERGED),
    # 科技创新、文化旅游及公共服务项目: three kinds with one figure
    together(
        Rule((_WORD | _CLASS, _AND), joined(Kind.CLASS), reach=to_joint_kinds),
        ends=_AND,
    ),
    # 民生及社会事业项目: two kinds with one figure
    together(
        Rule((_CLASS, _AND, _CLASS), joined(Kind.CLASS)),
        Rule((_BATCH, _AND, _BATCH), joined(Kind.BATCH)),
        # 省、市重点项目11个: of both levels; not 省、市级重点项目分别完成
        Rule((_WORD, _AND, _BATCH, {Kind.PROJECT}), joined(Kind.BATCH), of_two_levels, follow=1),
        Rule((_CLASS, _AND, _WORD, {Kind.PROJECT}), joined(Kind.CLASS), follow=1),
        Rule((_WORD, _AND, _CLASS, {Kind.PROJECT}), joined(Kind.CLASS), begins_kind, follow=1),
        # 农业产物及民间设施损失: what a measure of the user's is of
        Rule((_WORD, _AND, _WORD, _MEASURE), joined(Kind.WORD), _of_user, follow=1),
        ends=_AND,
    ),
    together(
        Rule(({Kind.NUMBER},), counted, of_number_list),
        *(Rule(({Kind.NUMBER},), sum_in(m), of_money_list(m)) for m in ("亿", "万")),
        needs="：:",
    ),
    together(
        Rule(({Kind.AND}, {Kind.PLACE}), as_kind(Kind.JOIN), after_place, follow=1),
        Rule(({Kind.AND, Kind.COMMA}, FIGURES), as_kind(Kind.SEP), between_amounts, follow=1),
    ),
)
