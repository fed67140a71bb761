"""Names of places in running text: given names, China's divisions, and what is formed like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from geo.districts.ancestry import Ancestors, belongs
from geo.districts.names import KINDS
from geo.release.names.quotations import in_quotation, quotations
from geo.release.words.kinds import Kind, WordList
from geo.release.words.lexicon import any_of, by_start, listed, parents, words_of
from geo.release.words.unit_words import in_words

_HAN = r"[\u4e00-\u9fff]"
#: What may follow a name that has the figures: a number, a sign, or a word of the vocabulary.
SLOT = (
    r"(?=$|[\s\dA-Z，,、;；:：。.()（）|/!！?？\-—–~·\"“”]"
    rf"|{any_of(*listed(WordList.AFTER_NAME))})"
)
_ZONE = (
    rf"(?:(?:{any_of(*listed(WordList.ZONE_SORT))})*(?:{any_of(*listed(WordList.ZONE_KIND))})"
    rf"|{any_of(*listed(WordList.ZONE_ALONE))})"
)
#: 自治县 and 林区 end in 县 and 区: what is before belongs to the name.
_KIND = any_of(*(kind for kind in KINDS if not kind.isascii()))
_SUFFIX = rf"(?:{_ZONE}|{_KIND})"
_BEFORE = "|".join(f"(?<={word})" for word in listed(WordList.BEFORE_NAME))
_BEFORE_ENDS = "".join({word[-1] for word in listed(WordList.BEFORE_NAME)})
#: Where a name may begin.
EDGE = rf"(?:(?<![\u4e00-\u9fff\d])|(?<=[{_BEFORE_ENDS}])(?:{_BEFORE}))"
#: 蜀冈—瘦西湖风景名胜区: only zones have a dash in their name.
_NAME = (
    rf"(?:[市县区州旗盟]{_ZONE}|{_HAN}{{0,12}}?{_SUFFIX}"
    rf"|{_HAN}{{1,5}}[-—–·]{_HAN}{{1,9}}?(?:风景名胜区|{_ZONE}))"
)
_FORMED = re.compile(_NAME + SLOT)
_FORMED_SOMEWHERE = re.compile(rf"(?={_HAN}){EDGE}(?=({_NAME}){SLOT})")
_ZONE_AT = re.compile(_ZONE + SLOT)
_SLOT_AT = re.compile(SLOT)
_REGION_STARTS = "".join(
    {word[0] for words in (WordList.REGION, WordList.METROPOLIS) for word in listed(words)}
)
#: A group of places: 苏南五市, 东部片区, 襄阳都市圈.
_REGION = re.compile(
    rf"(?=[{_REGION_STARTS}])(?:(?:{any_of(*listed(WordList.REGION))})(?:{any_of(*listed(WordList.GROUP))})"
    rf"|(?:{any_of(*listed(WordList.METROPOLIS))})都市圈){SLOT}"
)
#: What a government keeps for itself: 宣城市本级, or 市本级 beside its districts.
OWN_LEVEL = "本级"
_OWN_LEVEL = re.compile(rf"{EDGE}[省市州盟县区旗]{OWN_LEVEL}{SLOT}")
#: What is said of a city behind its name: its own level, or where it is built up.
_OF_CITY = re.compile(rf"{OWN_LEVEL}|(?<=市)区{SLOT}")
_RULED = frozenset("市州县区旗盟")
_PREFIX = re.compile(r"(?:.{2,5}?省)?(?:.{2,5}?[市州])?")
_WORDS = words_of(
    Kind.ACT, Kind.DO, Kind.PROJECT, Kind.MEASURE, Kind.PART, Kind.SUM, Kind.EACH, Kind.WHOLE,
    Kind.MARK, Kind.CHANGE, Kind.LINK, Kind.IN, Kind.RANK, Kind.FIRM, Kind.BATCH,
)  # fmt: skip
#: A formed name with one of these in it, or with a number before its kind (三市), is a phrase.
_PHRASE = re.compile(
    rf"{any_of(*_WORDS, *listed(WordList.NOT_IN_NAME))}"
    r"|[一二三四五六七八九十两几数多][省市区县旗州]$"
    r"|(?:^|[一二三四五六七八九十百千两几数余])家"  # 五家景区, but 屈家岭管理区
    r"|..门市$"  # 服务门市, but 海门市
    r"|^(?:而|又|以|即(?!墨)|如(?![皋东])|从(?![化江]))"  # 其中人口最多的，即白云区
    r"|^第[一二三四五六七八九十](?!师)"  # 第二城赣州
)
_NOT_NAMES = frozenset(listed(WordList.NOT_NAME))
_NOT_NAME_ENDS = listed(WordList.NOT_NAME_END)
_NAMED_ZONES = ("新区", *listed(WordList.ZONE_KIND))
_OWNERS = "市县区省"
_PARK = "园区"  # 苏州工业园区 is a unit, 工业园区 is not
#: A park by a long name with money of its own stands in a list of units: 循环化工园区（7亿元）.
_LONG_NAME = 5
_OWN_MONEY = re.compile(r"[（(]?\d[\d.]{0,9}[千百]?[亿万]元")
_ZONES = frozenset(listed(WordList.ZONE))
_SUBURBS = frozenset(listed(WordList.SUBURB))
_OFFICES = frozenset(listed(WordList.NOT_AFTER_CITY))


class Place(NamedTuple):
    """A name in a text.

    Attributes
    ----------
    start, end : int
        Its span, the prefix of city or province included.
    name : str
        What the unit is called: a given name, else as printed without the prefix.
    parents : tuple of str
        The names before it that it belongs to.
    known : bool
        Among the given names; True if none were given.
    """

    start: int
    end: int
    name: str
    parents: tuple[str, ...] = ()
    known: bool = False


@dataclass(slots=True)
class Names:
    """Names to look for, by their first two characters; what is above the given ones.

    `after` are words of the user's that may follow a short name, as those of the vocabulary may.
    """

    starts: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    suburbs: set[str] = field(default_factory=set)
    above: dict[str, Ancestors] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    _counted: int = 0
    _firsts: frozenset[str] = frozenset()

    def firsts(self) -> frozenset[str]:
        """Return the characters that a name begins with."""
        if self._counted != len(self.starts):
            self._counted, self._firsts = len(self.starts), frozenset(s[0] for s in self.starts)
        return self._firsts

    def add(self, word: str, name: str, kind: str) -> None:
        """Look for `word`, another form of `name`; kind: given, short, unit or parent."""
        self.starts.setdefault(word[:2], []).append((word, name, kind))


def find_places(text: str, names: Names) -> Iterator[Place]:
    """Yield the places of a line, from left to right, none overlapping; linear in the text."""
    starts = names.starts
    firsts = names.firsts()
    candidates = {
        at for at, char in enumerate(text) if char in firsts and text[at : at + 2] in starts
    }
    candidates.update(match.start() for match in _FORMED_SOMEWHERE.finditer(text))
    candidates.update(match.start() for match in _REGION.finditer(text))
    if OWN_LEVEL in text:
        candidates.update(match.start() for match in _OWN_LEVEL.finditer(text))
    end, called = 0, quotations(text)
    for at in sorted(candidates):
        if at >= end and (found := _place_at(text, at, names)):
            found = _of_city(text, _where_it_is(text, found, names), names)
            end = found.end
            # “大开放、大漳州”招商大会: a part of what something is called is no unit
            if not in_quotation(called, at, end):
                yield found


def _where_it_is(text: str, place: Place, names: Names) -> Place:
    """Return a place by its name alone only if it is in the city before it: not 济南市奎文区."""
    above = names.above.get(place.name)
    if not place.parents or above is None or belongs(place.parents, above):
        return place
    return place._replace(name=text[place.start : place.end], known=False)


def _of_city(text: str, place: Place, names: Names) -> Place:
    """Return the part of a city or county that is named by it: 黔东南州本级, 抚州市区."""
    match = _OF_CITY.match(text, place.end)
    if not match or place.name[-1] not in _RULED:
        return place
    name = place.name + match[0]
    known = name in names.given or (match[0] != OWN_LEVEL and not names.given)
    return Place(place.start, match.end(), name, (*place.parents, place.name), known)


def _place_at(text: str, start: int, names: Names) -> Place | None:
    """Match a name with its prefixes: 山东省 潍坊市 奎文区."""
    region = _REGION.match(text, start) if text[start] in _REGION_STARTS else None
    if found := region or _OWN_LEVEL.match(text, start):
        known = found[0] in names.given or (region is not None and not names.given)
        return Place(start, found.end(), found[0], (), known)
    above: list[str] = []
    at, kind = start, ""
    while len(above) < 3 and (match := _known_at(text, at, names, chained=bool(above))):
        word, name, kind = match
        at += len(word)
        if not kind.startswith("parent"):
            return _unit(text, start, at, name, tuple(above), names)
        above.append(name)
    formed = _formed_at(text, at, chained=bool(above))
    if not formed and above and not _ends_here(text, at, kind, names):  # 延边 of 延边州 is no name
        above, at = [], start
        formed = _formed_at(text, start, chained=False)
    named = at + len(formed[2][0]) if formed and formed[2] else formed[0] if formed else 0
    if formed and not above and _known_inside(text, at, named, names):
        return None
    if formed:
        end, name, inner = formed
        whole = text[start:end]
        # 市高新区 is the city's 高新区; 港经济开发区 of 东营港经济开发区 is none
        short = _ZONE_AT.match(name, 1) if not _ZONE_AT.match(name) else None
        owned = name[0] in _OWNERS and name[1] not in "北南中东西"
        if owned and (short or (not above and name[1:].endswith(_NAMED_ZONES))):
            name = name[1:]
        elif short and above:
            name = whole
        if whole in names.given or name == "新区" or name.endswith(_PARK):
            name = whole
        return Place(start, end, name, (*above, *inner), _known(name, names))
    if not above:
        return None
    return Place(start, at, above[-1], tuple(above[:-1]), not names.given)


def _ends_here(text: str, end: int, kind: str, names: Names) -> bool:
    """Tell whether a city's name ends here; its full name may be followed by all but an office."""
    return _slot(text, end, names) or (kind == "parent" and text[end] not in _OFFICES)


def _slot(text: str, end: int, names: Names) -> bool:
    """Tell whether what is here may follow a short name."""
    return bool(_SLOT_AT.match(text, end)) or text.startswith(names.after, end)


def _unit(
    text: str, start: int, end: int, name: str, above: tuple[str, ...], names: Names
) -> Place | None:
    """Return a known unit, or the zone that is named after it: 寿光市经济开发区."""
    if zone := _ZONE_AT.match(text, end):
        name, end = text[start : zone.end()], zone.end()
    return Place(start, end, name, above, _known(name, names))


def _known(name: str, names: Names) -> bool:
    return not names.given or name in names.given


def _known_at(text: str, at: int, names: Names, *, chained: bool) -> tuple[str, str, str] | None:
    """Return the longest known word at a position that is a name there."""
    for word, name, kind in names.starts.get(text[at : at + 2], ()):
        end = at + len(word)
        lone = name in _SUBURBS - names.suburbs or in_words(text, at, word)
        if not text.startswith(word, at) or (lone and not chained):
            continue
        if kind == "short" and (not _slot(text, end, names) or _longer(text, at, end)):
            continue
        if kind == "parent" and _has_unit(text, end - 1, name):
            return word[:-1], name, kind  # 青岛市南区 is 青岛 and 市南区
        return word, name, kind
    return None


def _longer(text: str, at: int, end: int) -> bool:
    """Tell whether a short name is but the beginning of a formed one: 滨海 of 滨海开发区."""
    formed = _formed_at(text, at, chained=True)
    return formed is not None and formed[0] > end


def _has_unit(text: str, at: int, parent: str) -> bool:
    """Tell whether the name of one of a prefecture's own units begins here."""
    words = by_start().get(text[at : at + 2], ())
    return any(text.startswith(word, at) and parent in parents().get(word, ()) for word in words)


def _formed_at(text: str, at: int, *, chained: bool) -> tuple[int, str, tuple[str, ...]] | None:
    """Match what is formed like a name, where a phrase begins: 云山县, 云州市云山县, 经济开发区."""
    match = (_FORMED if chained else _FORMED_SOMEWHERE).match(text, at)
    if not match:
        return None
    found = match[0] if chained else match[1]
    kind = chained and not _ZONE_AT.search(found) and text.startswith("重", match.end(0))
    if kind or found.endswith("省"):  # 湖南铺排省重点项目: 省 is whose, and all are known
        return None
    if len(found) < 2 or is_phrase(found) or (not chained and _only_park(text, at, found)):
        return None
    inner = prefix[0] if (prefix := _PREFIX.match(found)) else ""
    rest = found[len(inner) :]
    if inner and len(rest) >= 2:
        return at + len(found), rest, (inner,)
    return at + len(found), found, ()


def _only_park(text: str, at: int, found: str) -> bool:
    """Tell whether what is formed like a name is but a word for parks."""
    listed_alone = len(found) >= _LONG_NAME and _OWN_MONEY.match(text, at + len(found))
    return found.endswith(_PARK) and not listed_alone


def _known_inside(text: str, at: int, end: int, names: Names) -> bool:
    """Tell whether a formed name is words and a known unit's: 支持永顺县, not 新安县 of 安县."""
    full = ("given", "unit", "parent")
    return any(
        text.startswith(word, start) and start + len(word) == end and kind in full
        for start in range(at + 2, end - 2)
        for word, name, kind in names.starts.get(text[start : start + 2], ())
        if name not in _ZONES
    )


def is_phrase(found: str) -> bool:
    """Tell whether what is formed like a name is a phrase with words of the vocabulary."""
    return (
        found in _NOT_NAMES or found.endswith(_NOT_NAME_ENDS) or _PHRASE.search(found) is not None
    )
