"""What is said of all units before their figures: 全市各区, 分别是, 均在30个以上，依次为."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from geo.release.phrases.listings import LONGEST_LIST
from geo.release.phrases.nouns import NOUNS, OF_SIZE
from geo.release.phrases.rewriting import (
    Here,
    Rule,
    as_kind,
    first_as,
    first_token,
    text_of,
    together,
)
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, SEPARATORS, Kind

#: What may be the name of a part of a unit: 阳逻, but not 一期 or 产业类.
_PART = re.compile(r"[\u4e00-\u9fff]{2,6}(?<![类期个项元批等])")
_IN_PART = frozenset({Kind.WORD, Kind.AND, Kind.JOIN, Kind.PLACE})
_ALL_UNITS = re.compile("各(?:地|[县市区州旗盟]{1,4})")
#: Whose money or tasks are divided among units by the office that is named: 省财政厅下达我市.
_ALLOTTED = ("下达", "分配", "核定", "安排")
#: What the shares of the units before one are told in.
_IN_SHARES = FIGURES | {Kind.PLACE, Kind.COMMA, Kind.BREAK, Kind.AND, Kind.JOIN, Kind.MEASURE}
_COUNTED = ("分布", "病例", "个案", "数", "数量")
_COMPLETED = ("完成", "仅完成", "只完成")
_BOUNDS = ("以上", "之上", "及以上", "超", "过", "突破", "逾", "左右", "以下")


def _all_of_it(here: Here) -> bool:
    """Tell whether all units of the whole are named as such: 全市各区, 全省各地."""
    return bool(_ALL_UNITS.fullmatch(here.tokens[here.at + 1].text))


def _lists(here: Here) -> bool:
    """Tell whether units are listed, each with its own figure: 分别是奎文区（16个）."""
    return here.tokens[here.at].text.startswith(("分别", "依"))


def _ends_list(here: Here) -> bool:
    """Tell whether 等 is the end of a list of figures: 高雄市2亿多等较为严重."""
    after = here.ahead(2)
    return after is None or after.kind in SEPARATORS | {Kind.RANK, Kind.CHANGE}


def _distributed(here: Here) -> bool:
    """Tell whether units are listed, each with its own figure: 个案分布为奎文区（16例）、…."""
    word, link = here.tokens[here.at : here.at + 2]
    return word.text.endswith(("分布", "病例", "个案", "数", "数量")) and link.text in (
        "为",
        "是",
        "以",
    )


def _bound_of_each(here: Here) -> bool:
    """Tell whether a bound of several is followed by what each has: 均在30个以上，依次为41、36."""
    amount, _, each = here.tokens[here.at + 1 : here.at + 4]
    listed = each.text.startswith(("分别", "依"))
    return listed and amount.hedge.startswith(_BOUNDS)


def _allotted(here: Here) -> bool:
    return here.tokens[here.at + 1].text.startswith(_ALLOTTED)


def _completed(here: Here) -> bool:
    """Tell whether what is completed is investment, as the sentence said before."""
    told = any(token.value == "completed" for token in here.kept)
    return here.tokens[here.at].text in _COMPLETED and told


def going_on_completed(sentences: Iterable[Sequence[Token]]) -> Iterator[Sequence[Token]]:
    """Yield the sentences of a line, those after completed investment with what units completed.

    全市完成投资164亿元。其中，奎文区完成46亿元: of investment, too, where the sentence begins
    with 其中 or a unit, and speaks of nothing else: 税收方面，奎文区完成8.6亿元.
    """
    told = False
    for sentence in sentences:
        goes_on = told and bool(sentence) and sentence[0].kind in (Kind.PART, Kind.PLACE)
        if goes_on and all(token.kind is not Kind.MEASURE for token in sentence):
            yield _completing(sentence)
            continue
        told = _ends_completed(sentence)
        yield sentence


def _ends_completed(tokens: Sequence[Token]) -> bool:
    """Tell whether the last money of a sentence is completed investment, by the word before it."""
    last = max((at for at, token in enumerate(tokens) if token.kind is Kind.MONEY), default=0)
    before = tokens[last - 1] if last else None
    return before is not None and before.kind is Kind.MEASURE and before.value == "completed"


def _completing(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with each 完成 between a unit and its money as 完成投资."""
    found = list(tokens)
    for at, (unit, verb, money) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        told = unit.kind is Kind.PLACE and money.kind is Kind.MONEY
        if told and verb.kind is Kind.WORD and verb.text in _COMPLETED:
            found[at + 1] = verb._replace(kind=Kind.MEASURE, value="completed")
    return found


def _already(here: Here) -> bool:
    return here.tokens[here.at + 2].text.startswith(_ALLOTTED)


def _in_preparation(here: Here) -> bool:
    return here.tokens[here.at].text == "前期"


def _batch(run: Sequence[Token]) -> Token:
    """Return a bracket behind the word project as what its projects are called by."""
    return run[0]._replace(kind=Kind.BATCH, text=text_of(run[2:-1]), end=run[-1].end)


def _to_part(here: Here) -> int:
    """Return how many tokens say in a bracket which of a unit's projects are counted."""
    if here.tokens[here.at + 1].text not in "(（":
        return 0
    distance = 2
    while (token := here.ahead(distance)) is not None and token.kind in _IN_PART:
        if token.kind is Kind.WORD and not _PART.fullmatch(token.text):
            return 0
        distance += 1
    counted = here.ahead(distance + 1)
    closed = token is not None and token.text in ")）"
    return distance + 1 if closed and counted is not None and counted.kind in FIGURES else 0


def _act(run: Sequence[Token]) -> Token:
    return run[1]


def _of_counted(here: Here) -> bool:
    behind = here.tokens[here.at + 2]
    ranked = behind.kind is Kind.RANK or behind.text.endswith(("数量", "个数", "总数"))
    return ranked and bool(here.kept) and here.kept[-1].kind is Kind.COUNT


def _holds(here: Here) -> bool:
    """Tell whether a unit has so many of those told before: 其中，珠海占11个."""
    if here.tokens[here.at + 1].text != "占":
        return False
    for token in here.kept[: -LONGEST_LIST - 1 : -1]:
        if token.kind in (Kind.PART, Kind.END):
            return token.kind is Kind.PART
        if token.kind not in _IN_SHARES:  # 其中产业项目219个，城关区占16个: of which, is not said
            return False
    return False


def _sites(here: Here) -> bool:
    """Tell whether projects are counted by their sites: 开工项目3472处."""
    counted = bool(here.kept) and here.kept[-1].kind in (Kind.PROJECT, Kind.ACT)
    return counted and here.tokens[here.at].unit == "处"


def _of_them(here: Here) -> bool:
    """Tell whether 当中 begins a sentence as 其中 does."""
    begins = here.begins_after((Kind.END, Kind.BREAK))
    return begins and here.tokens[here.at].text in ("当中", "当中，")


#: Rules in passes, as those of `asides`; BOUNDS come when amounts have their hedges.
OVERVIEWS = (
    *NOUNS,
    together(Rule(({Kind.AMID}, {Kind.COMMA}), first_as(Kind.PART), _of_them, 1), needs="当"),
    together(Rule(({Kind.PLACE}, {Kind.CHANGE}, {Kind.COUNT}), first_token, _holds, 1), needs="占"),
    # 全市各区36个项目
    together(Rule(({Kind.WHOLE}, {Kind.WORD}, {Kind.COUNT}), first_token, _all_of_it, 1)),
    together(Rule(({Kind.EACH}, {Kind.PLACE}), first_as(Kind.ADVERB), _lists, 1)),
    together(Rule(({Kind.SUM}, {Kind.WHOLE}), as_kind(Kind.WHOLE))),  # 总计全国本土病例
    together(Rule((FIGURES, {Kind.ETC}), first_token, _ends_list), ends={Kind.ETC}),
    # 病例数以奎文区46例居冠
    together(
        Rule(
            ({Kind.WORD}, {Kind.LINK}, {Kind.PLACE}, FIGURES | {Kind.COMMA}),
            first_as(Kind.COMMA),
            _distributed,
            2,
        ),
        needs="为是以",
    ),
    # 新洲区项目（阳逻）8个: some of its projects
    together(
        Rule(({Kind.PROJECT}, {Kind.COMMA}, {Kind.WORD}), _batch, reach=_to_part),
        ends={Kind.COMMA},
        needs="(（",
    ),
    # 省财政厅下达我市专项债券82.6亿元
    together(
        Rule(({Kind.WORD}, {Kind.DO}, {Kind.WHOLE}), as_kind(Kind.WHOLE), _allotted),
        Rule(({Kind.WORD}, {Kind.ADVERB}, {Kind.DO}, {Kind.WHOLE}), as_kind(Kind.WHOLE), _already),
    ),
    # 开工项目3472处
    together(Rule(({Kind.QUANTITY},), as_kind(Kind.COUNT), _sites), needs="处"),
    # 分别以58个、51个的签约数量位居前两位
    together(Rule(({Kind.DE}, {Kind.ACT}, {Kind.WORD, Kind.RANK}), _act, _of_counted, 1)),
    # 甲县完成投资127.4亿元、乙县完成89.6亿元
    together(
        Rule(({Kind.WORD}, {Kind.MONEY}), first_as(Kind.MEASURE, "completed"), _completed, 1),
        needs="成",
    ),
    # 新开工89项、前期70项
    together(Rule(({Kind.WORD}, {Kind.COUNT}), first_as(Kind.ACT, "前期"), _in_preparation, 1)),
)
__all__ = ["BOUNDS", "OF_SIZE", "OVERVIEWS"]
BOUNDS = together(
    Rule(
        ({Kind.EACH, Kind.WORD}, FIGURES, {Kind.COMMA}, {Kind.EACH}),
        as_kind(Kind.THRESHOLD),
        _bound_of_each,
        2,
    )
)
