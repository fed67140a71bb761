"""What a release says of a whole above its own: 全国共有317个 beside the figures of counties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.release.names.divisions import CITY, PROVINCE, division
from geo.release.parsing.statements import Statement
from geo.release.words.reasons import Reason

_NATION = "全国"
_PROVINCE = ("全省", "我省", "本省", "全自治区")
#: What a city's or a county's own release calls it.
_BELOW = (
    "全市",
    "我市",
    "本市",
    "全州",
    "我州",
    "全盟",
    "我盟",
    "全县",
    "我县",
    "本县",
    "全旗",
    "我旗",
)


def without_wider(
    statements: Iterable[Statement], reasons: dict[int, Reason]
) -> Iterator[Statement]:
    """Yield the statements but those of a whole that is not that of the rows.

    Parameters
    ----------
    statements : iterable of Statement
    reasons : dict of int to str
        Why the numbers of those left out are not used, by their start, is added to it.

    Notes
    -----
    全国 is the whole of provinces, 全省 that of cities. Where no row is one, but others are named,
    it is there to compare; and so is 全省 where the city or county speaks of itself, too. What a
    text begins with is what it is about.
    """
    statements = list(statements)
    told = [said for said in statements if said.readings]
    wholes = {said.subject.label for said in told if said.subject.role == "event"}
    wider = wholes & {_NATION, *_PROVINCE} - {said.subject.label for said in told[:1]}
    if not wider:
        yield from statements
        return
    depths = set(_depths(statements))
    own = not wholes.isdisjoint(_BELOW)
    left_out = wider & {_NATION} if (depths or own) and PROVINCE not in depths else set()
    if (own or depths) and not depths & {PROVINCE, CITY}:
        left_out = wider
    for said in statements:
        if said.subject.role == "event" and said.subject.label in left_out:
            reasons |= {reading.start: "part" for reading in said.all_readings}
        else:
            yield said


def _depths(statements: Iterable[Statement]) -> Iterator[int]:
    """Yield how deep the units with rows are."""
    for said in statements:
        for place in said.subject.places if said.subject.role == "place" else ():
            if found := division(place.name, place.parents):
                yield found.depth
