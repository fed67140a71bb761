"""Ranks beside the names of units: 排名前三的是奎文区, 其次是奎文区, 第一名奎文区."""

from __future__ import annotations

from geo.release.phrases.rewriting import Here, Rule, as_kind, first_as, together
from geo.release.words.kinds import SEPARATORS, Kind

_NEXT = ("其次", "再其次", "再次", "紧随其后", "接着")


def _listed_after(here: Here) -> bool:
    return here.tokens[here.at + 1].text in ("是", "为", "有", "则为", "则是", "则有")


def _next_in_rank(here: Here) -> bool:
    """Tell whether a place is named as the next one of a ranking: 其次是奎文区，为46个."""
    return here.tokens[here.at].text in _NEXT and _listed_after(here)


def _ranked(here: Here) -> bool:
    """Tell whether a clause begins with a rank, and whose it is: 第一的奎文区, 排第三位的奎文区."""
    begins = _so_ranked(here)
    second = here.tokens[here.at + 1]
    return begins and (second.kind is Kind.DE or second.text in ("名", "位"))


def _so_ranked(here: Here) -> bool:
    """Tell whether a clause begins with whose rank it is: 排名第三的奎文区."""
    return here.begins_after(SEPARATORS)


def _of_rank(here: Here) -> bool:
    """Tell whether a unit's rank is named before it: 第一名奎文区."""
    return here.tokens[here.at + 1].text in ("名", "位", "城", "大城", "大城市")


_WORD, _PLACE, _COUNT, _RANKS = (
    {Kind.WORD},
    {Kind.PLACE},
    {Kind.COUNT},
    {Kind.RANK, Kind.ORDINAL},
)
#: Rules in passes, as those of `asides`.
RANKS = (
    # 排名前三的是奎文区56个
    together(
        Rule(({Kind.DE}, {Kind.LINK}, {Kind.PLACE}), first_as(Kind.COMMA), _listed_after, 1),
        Rule(
            ({Kind.WORD, Kind.RANK}, {Kind.LINK}, {Kind.PLACE}),
            first_as(Kind.COMMA),
            _next_in_rank,
            1,
        ),
    ),
    # 投资最大的14个项目: some of a unit's, whatever is said of them next
    together(
        Rule((_RANKS, _WORD | _RANKS, {Kind.DE}, _COUNT), first_as(Kind.WORD), follow=3),
        Rule((_RANKS, {Kind.DE}, _COUNT), first_as(Kind.WORD), follow=2),
        needs="的",
    ),
    # 排第三位的奎文区，…
    together(
        Rule((_RANKS, {Kind.DE}, _PLACE), as_kind(Kind.PLACE), _ranked),
        Rule((_RANKS, _WORD, {Kind.DE}, _PLACE), as_kind(Kind.PLACE), _ranked),
        Rule(({Kind.RANK}, {Kind.ORDINAL}, {Kind.DE}, _PLACE), as_kind(Kind.PLACE), _so_ranked),
        needs="的",
    ),
)
#: Those of a number and a noun, when a division of the corps is no such pair any more.
NUMBERED = (
    together(
        Rule(({Kind.ORDINAL}, _WORD, {Kind.PLACE}), as_kind(Kind.PLACE), _of_rank),  # 第一名奎文区
        Rule(({Kind.ORDINAL}, _WORD, {Kind.COMMA}, {Kind.PLACE}), as_kind(Kind.PLACE), _of_rank),
        # 第三名则为奎文区，…
        Rule(({Kind.ORDINAL}, _WORD, {Kind.LINK}, {Kind.PLACE}), as_kind(Kind.PLACE), _of_rank),
    ),
)
