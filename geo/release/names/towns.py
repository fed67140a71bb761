"""Towns and streets: the units of a county's own release, known by how they are named.

No list has them all. Several with a figure each are the level of the rows, unless counties have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.release.names.places import EDGE, SLOT, Names, Place, is_phrase
from geo.release.words.lexicon import provinces_by_short

_KINDS = ("街道", "镇", "乡", "苏木")
_TOWN = re.compile(rf"{EDGE}(?=([\u4e00-\u9fff]{{1,6}}?(?:{'|'.join(_KINDS)})){SLOT})")
#: A figure in the same phrase, in the next cell of the row, or behind a list of several.
_COUNTED = re.compile(
    r"[^，,。；;：:、（(\n]{0,14}[（(|]?\s?\d|[^，,。；;：:\n]{0,60}?(?:分别|各)[^，,。；;：:、\n]{0,10}\d"
)
_COUNTY = re.compile(
    rf"[\u4e00-\u9fff]{{1,4}}[县区旗市](?=[\u4e00-\u9fff]+(?:{'|'.join(_KINDS)})$)"
)
#: Words that are no names, though 海城镇, 李集镇 and 清水乡 are.
_WORDS = re.compile(
    "(?:小|各|新型|全县)?(?:城镇|乡镇|村镇|集镇)|各?(?:镇|乡)|.*(?:小镇|古镇|建制镇|[重试]点镇|中心镇|强镇|名镇)"
    "|[家下返城山水侨老故他进]乡|.*[个各]街道"
)
_FEWEST = 3


def towns_in(text: str) -> frozenset[str]:
    """Return the names of towns that have figures in a text; empty if fewer than three have.

    Parameters
    ----------
    text : str
        Folded.
    """
    if sum(text.count(kind) for kind in _KINDS) < _FEWEST:
        return frozenset()
    counted = (m[1] for m in _TOWN.finditer(text) if _COUNTED.match(text, m.end(1)))
    found = {name for word in counted if _is_name(name := _COUNTY.sub("", word, count=1))}
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _is_name(word: str) -> bool:
    short = len(word) < 3 and not word.endswith("镇")
    known = word in provinces_by_short()  # 新乡 is a city
    return not (short or known or _WORDS.fullmatch(word) or is_phrase(word))


def with_counties(places: Iterable[Place], names: Names) -> tuple[Place, ...]:
    """Return the places; a town right behind its county's name is one with it: 清河县葛仙庄镇."""
    if not names.towns:
        return tuple(places)
    found: list[Place] = []
    for place in places:
        if found and found[-1].end == place.start and place.name in names.towns:
            last = found.pop()
            place = place._replace(start=last.start, parents=(*last.parents, last.name))  # noqa: PLW2901
        found.append(place)
    return tuple(found)
