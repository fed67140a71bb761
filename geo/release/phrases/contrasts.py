"""Words that set a figure against a former one, or leave units out: 由12个增加到19个."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.goals import WISHED
from geo.release.phrases.rewriting import Here, Rule, as_kind, first_as, joined, text_of, together
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import FIGURES, Kind, WordList
from geo.release.words.lexicon import listed

_FROM = ("由", "从")
#: How a change is told that ends at the later figure; 增加7个 tells but the difference.
_TO = re.compile(
    r"(?:增加|增长|上升|提高|提升|扩大|扩展|跃升|攀升|增|升|减少|下降|降低|缩减|减|降)(?:到了?|至|为)"
)
#: What a clause may say before what that led to.
_REACHED = ("达", "达到", "总数达", "总数达到")
#: Adverbs of what is still to come, and how acts begin that are not done.
_TO_COME = ("将", "即将", "将要", "预计")
_PAST_MARK = re.compile(
    "(?:首次|成功|历史性)?(?:突破|超过|跨过|越过|迈过|跃过|站上|迈上|冲破).{1,6}(?:大关|关口|门槛|台阶)"
)
_NOT_YET = (WISHED, "未", "累计")
_GROWN = re.compile("增|升|长|提|减|降")
_BETWEEN = frozenset({Kind.CHANGE, Kind.WORD, Kind.ADVERB})
_BEFORE_FORMER = frozenset({Kind.MARK, Kind.DATE, Kind.DE, Kind.HEDGE})
_FARTHEST = 8  # tokens from 由 to the later figure
_OUT = re.compile(r"(?:以|之)?外(?:其余|其他|其它|余下)?的?")
_OTHERS = re.compile(r"(?:其余|其他|其它|余下)的?")
_MOST_OUT = 12  # tokens of the names that are left out
_NAMES = frozenset({Kind.PLACE, Kind.AND, Kind.ETC})


def _to_later(here: Here) -> int:
    """Return how many tokens there are from 由 to the later figure; 0 if none follows."""
    if not here.tokens[here.at].text.endswith(_FROM):
        return 0
    former, change = None, ""
    for distance in range(1, _FARTHEST):
        token = here.ahead(distance)
        if token is None:
            return 0
        if former is None:
            if token.kind in FIGURES:
                former = token
            elif token.kind not in _BEFORE_FORMER:
                return 0
        elif token.kind in FIGURES:
            same = token.kind is former.kind and token.unit == former.unit
            return distance if same and _TO.fullmatch(change) else 0
        elif token.kind in _BETWEEN:
            change += token.text
        elif token.kind is not Kind.HEDGE:
            return 0
    return 0


def _to_reached(here: Here) -> int:
    """Return how many tokens tell a growth before what it led to: 同比增加5个，达到23个."""
    at = here.at
    while at < len(here.tokens) and here.tokens[at].kind in (Kind.CHANGE, Kind.HEDGE):
        at += 1
    if at + 3 >= len(here.tokens) or not _GROWN.search(here.tokens[at - 1].text):
        return 0
    by, sign, link, reached = here.tokens[at : at + 4]
    told = sign.text in ",，" and link.text in _REACHED and reached.kind in FIGURES
    return at + 3 - here.at if told and by.kind in (Kind.PERCENT, reached.kind) else 0


def _passed(here: Here) -> bool:
    """Tell whether a bound is told before the figure that passed it: 突破1000万达到1004万人."""
    _, passed, link, reached = here.tokens[here.at : here.at + 4]
    told = link.text in _REACHED and here.tokens[here.at].text in listed(WordList.AT_LEAST)
    return told and passed.kind in (Kind.NUMBER, reached.kind)


def _past_mark(here: Here) -> bool:
    """Tell whether a round number is told that was passed: 突破百万大关."""
    return _PAST_MARK.fullmatch(here.tokens[here.at].text) is not None


def _first_time(here: Here) -> bool:
    return here.tokens[here.at].text == "首次"


def _to_excepted(here: Here) -> int:
    """Return how many tokens leave units out, with 全市其余11个县区 behind them; 0 if none do."""
    if here.tokens[here.at].value != "except":
        return 0
    for distance in range(1, _MOST_OUT):
        token = here.ahead(distance)
        if token is None:
            return 0
        if token.kind is Kind.WORD and _OUT.fullmatch(token.text):
            return distance + 1 + _others(here, distance + 1)
        if token.kind not in _NAMES:
            return 0
    return 0


def _others(here: Here, distance: int) -> int:
    """Return how many tokens behind 除奎文区外 name all the others: ，全市其余11个县区."""
    taken, at = 0, distance
    token = here.ahead(at)
    if token is not None and token.text in ",，":
        at += 1
    for kind in (Kind.WHOLE, Kind.WORD, Kind.UNITS):
        token = here.ahead(at)
        told = token is not None and token.kind is kind
        if told and token and (kind is not Kind.WORD or _OTHERS.fullmatch(token.text)):
            at += 1
            taken = at - distance
    return taken


def _excepting(here: Here) -> bool:
    return here.tokens[here.at].value == "except"


def _not_done(run: Sequence[Token]) -> Token:
    """Return 未开工 as an act of its own."""
    return run[1]._replace(text=text_of(run), start=run[0].start, value=f"未{run[1].value}")


def _denied(here: Here) -> bool:
    denial, act = here.tokens[here.at : here.at + 2]
    return denial.text.endswith("未") and denial.end == act.start


def _to_be_done(run: Sequence[Token]) -> Token:
    """Return 将陆续开工 as what is planned."""
    return run[-1]._replace(text=text_of(run), start=run[0].start, value=f"{WISHED}{run[-1].value}")


def _to_act_to_come(here: Here) -> int:
    """Return how many tokens say that an act is still to come: 将新开工, 预计年内竣工."""
    if here.tokens[here.at].text not in _TO_COME:
        return 0
    distance = 1
    while (token := here.ahead(distance)) is not None and token.kind is Kind.ADVERB:
        distance += 1
    if token is None or token.kind is not Kind.ACT or token.value.startswith(_NOT_YET):
        return 0
    return distance + 1


def _lists(here: Here) -> bool:
    """Tell whether units are listed with a word that in brackets is none: 80例，包括奎文区42例."""
    word = here.tokens[here.at]
    return word.text == "包括" and not (here.kept and here.kept[-1].text in ("(", "（"))


def _divides(here: Here) -> bool:
    """Tell whether what was counted is divided by act."""
    return here.tokens[here.at].text in ("包括", "包含", "含")


#: What may be between 最低的 and the units: 3个, 城市, 依次是.
_RANKED: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.QUANTITY, Kind.COUNT, Kind.UNITS}),
    frozenset({Kind.WORD}),
    frozenset({Kind.LINK, Kind.ADVERB, Kind.EACH}),
)


def _to_ranked(here: Here) -> int:
    """Return how many tokens are between a rank and the units of it: 浓度最低的3个城市依次是."""
    if not here.kept or here.kept[-1].kind is not Kind.RANK:
        return 0
    distance = 1
    for kinds in _RANKED:
        token = here.ahead(distance)
        distance += token is not None and token.kind in kinds
    token = here.ahead(distance)
    return distance if token is not None and token.kind is Kind.PLACE else 0


#: Rules in passes, as those of `asides`.
CONTRASTS = (
    together(Rule(({Kind.CHANGE}, {Kind.HEDGE}), lambda run: run[1], _first_time), needs="首"),
    together(
        Rule(({Kind.WORD},), as_kind(Kind.FORMER), _past_mark),
        needs="关槛阶",
    ),
    together(
        Rule(({Kind.HEDGE}, FIGURES, {Kind.LINK}, FIGURES), joined(Kind.FORMER), _passed, 2),
        needs="达",
    ),
    together(Rule(({Kind.WORD}, {Kind.ACT}), _not_done, _denied), needs="未"),
    together(
        Rule(({Kind.ADVERB}, {Kind.ADVERB, Kind.ACT}), _to_be_done, reach=_to_act_to_come),
        ends={Kind.ACT},
        needs="将预",
    ),
    together(
        Rule(
            ({Kind.CHANGE}, FIGURES | {Kind.CHANGE, Kind.PERCENT}),
            joined(Kind.FORMER),
            reach=_to_reached,
        ),
        needs="达",
    ),
    together(
        Rule(({Kind.WORD}, FIGURES | _BEFORE_FORMER), joined(Kind.FORMER), reach=_to_later),
        needs="".join(_FROM),
    ),
    together(
        Rule(({Kind.WORD}, {Kind.PLACE}, FIGURES), lambda run: run[-1], _lists, follow=1),
        # 43项，包括新建23项、续建20项
        Rule(({Kind.WORD}, {Kind.ACT}, {Kind.COUNT}), first_as(Kind.PART), _divides, follow=2),
        Rule(
            ({Kind.WORD}, {Kind.ACT}, {Kind.PROJECT}, {Kind.COUNT}),
            first_as(Kind.PART),
            _divides,
            follow=3,
        ),
        needs="括含",
    ),
    together(
        Rule(({Kind.DE},), joined(Kind.COMMA), reach=_to_ranked), ends={Kind.RANK}, needs="的"
    ),
    # 除榆阳区外，全市其余11个县市区共开工132个: some of the whole
    together(
        Rule(({Kind.IN}, {Kind.PLACE}), joined(Kind.BATCH), reach=_to_excepted),
        Rule(({Kind.IN},), as_kind(Kind.WORD), _excepting),
    ),
)
