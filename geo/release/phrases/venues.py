"""Where a release says its projects were begun, and for whom: 奎文区分会场, 奎文区驻深圳分队."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.release.phrases.rewriting import Here, Rule, as_kind, first_token, joined, together
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import Kind

#: Whose venue it is, is whose projects: but 主会场 is where all were begun.
_VENUE = re.compile("分会场.*|会场")
#: Who signs elsewhere for a unit.
_DELEGATION = re.compile(
    "(?:派?驻|赴).{2,8}?(?:招商|引资|合作|产业|专业|联络)*"
    "(?:小?分队|小?组|队|局|办事处|联络处|工作站|中心|专班)"
)
_IN_DELEGATION = frozenset({Kind.WORD, Kind.PLACE, Kind.MOD, Kind.DO})
_SET_IN = re.compile("分会场(?:就?设在?|位于)?")

_OCCASION = re.compile("(?:启动|动员)?(?:仪式|活动|大会)")
#: An occasion at a firm's site: 开工仪式在某某公司项目现场举行.
_AT_SITE = re.compile(
    "(?:仪式|活动|大会|推进会|现场会)在[^，。]{2,30}(?:现场|厂区|工地|园区)(?:举行|举办|召开)"
)


def at_site(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause about an occasion ends with the site that it was held at."""
    text = "".join([token.text for token in tokens])
    found = _AT_SITE.search(text)
    return found is not None and found.end() == len(text)


def _venue(here: Here) -> bool:
    return bool(_VENUE.fullmatch(here.tokens[here.at + 1].text))


def _set_elsewhere(here: Here) -> bool:
    """Tell whether a unit's venue is in another, which is a part of it: 设在城阳区."""
    return bool(_SET_IN.fullmatch(here.tokens[here.at + 1].text))


def _to_delegation(here: Here) -> int:
    """Return how many tokens name a unit and its delegation elsewhere: 东兴区驻深圳招商局."""
    name = ""
    for distance in range(1, 6):
        token = here.ahead(distance)
        if token is None or token.kind not in _IN_DELEGATION:
            return 0
        name += token.text
        if _DELEGATION.fullmatch(name):
            return distance + 1
    return 0


def _where_it_is(here: Here) -> bool:
    """Tell whether a unit is called by the venue that is in it: 主会场所在的岳阳楼区."""
    return here.tokens[here.at].text.endswith("会场所在")


def _two_acts_held(here: Here) -> bool:
    """Tell whether an occasion is of two acts: 集中开工和签约仪式举行."""
    return bool(_OCCASION.match(here.tokens[here.at + 3].text))


def _to_occasion(here: Here) -> int:
    """Return how many tokens say where something was held: 在深圳的招商推介会上."""
    for distance in range(2, _LONGEST_PLACE):
        token = here.ahead(distance)
        if token is None or token.kind not in _OF_OCCASION:
            return 0
        if token.text.endswith(_AT):
            return distance + 1
    return 0


def _batch_held(here: Here) -> bool:
    """Tell whether a bracket says which occasion is meant: 项目（第二批）集中开工活动."""
    _, opening, batch, closing = here.tokens[here.at : here.at + 4]
    held = next((here.ahead(at) for at in range(4, 7) if _is_word(here.ahead(at))), None)
    bracket = opening.text in "(（" and closing.text in ")）" and batch.value == "batch"
    return bracket and held is not None and bool(_OCCASION.match(held.text))


def _is_word(token: Token | None) -> bool:
    return token is not None and token.kind is Kind.WORD


def _batch(run: Sequence[Token]) -> Token:
    """Return the batch in a bracket, without what it is of."""
    return run[2]


_LONGEST_PLACE = 8  # tokens
_AT = ("会上", "活动上", "仪式上", "会现场")
_OF_OCCASION = frozenset({Kind.DE, Kind.MOD, Kind.WORD, Kind.ADVERB, Kind.DO, Kind.ACT})
_WORD, _PLACE = {Kind.WORD}, {Kind.PLACE}
_BATCH_HELD = ({Kind.PROJECT}, {Kind.COMMA}, {Kind.MARK}, {Kind.COMMA}, {Kind.ADVERB, Kind.ACT})
#: Rules in passes, as those of `asides`.
VENUES = (
    together(Rule(({Kind.IN}, _PLACE), joined(Kind.WORD), reach=_to_occasion), needs="上场"),
    together(
        Rule((_PLACE, _WORD), first_token, reach=_to_delegation),
        Rule((_PLACE, _WORD, {Kind.IN}, _PLACE), first_token, _set_elsewhere),
        Rule((_PLACE, _WORD), first_token, _venue),
        Rule((_WORD, {Kind.DE}, _PLACE), as_kind(Kind.PLACE), _where_it_is),
    ),
    together(
        Rule(({Kind.ACT}, {Kind.AND}, {Kind.ACT}, _WORD), joined(Kind.WORD), _two_acts_held),
    ),
    together(Rule(_BATCH_HELD, _batch, _batch_held, 1)),
)
