"""Names of places in running text: given names, China's divisions, and what is formed like one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from geo.release.lexicon import (
    by_start,
    gazetteer,
    group_words,
    parents,
    present_in,
    short,
    words_of,
)

_HAN = r"[\u4e00-\u9fff]"
#: What may follow a name that has the figures: a number, a sign, or a word of the vocabulary.
SLOT = (
    r"(?=$|[\s\d,，、;；:：。.()（）|/!！?？\-—–~·\"“”]|[约超近逾达共有为是各均分新集统签开动启建竣投完续在实推落安储谋"
    r"总计项工重累合已将的和及与以等全本此今当年春夏秋冬一二两三四五六七八九十百千])"
)
_ZONE = (
    r"(?:(?:高新|经济|技术|产业|生态|综合|保税|旅游|农业|滨海|临港|临空|循环|工业|科技|国家级|创新|现代|示范)*"
    r"(?:开发|功能|保税|保税港|高新|经开|综保|滨海|度假|示范|试验|合作|自贸|先行)区|新区|综合保税区|特区)"
)
_SUFFIX = rf"(?:{_ZONE}|自治县|自治州|地区|林区|矿区|[区县市旗州盟省])"
_EDGE = r"(?:(?<![\u4e00-\u9fff\d])|(?<=其中)|(?<=[在和及与由、])|(?<=位于)|(?<=落户))"
_FORMED = re.compile(rf"{_HAN}{{0,12}}?{_SUFFIX}{SLOT}")
_FORMED_SOMEWHERE = re.compile(rf"(?={_HAN}){_EDGE}(?=({_HAN}{{0,12}}?{_SUFFIX}){SLOT})")
_ZONE_AT = re.compile(_ZONE + SLOT)
_SLOT_AT = re.compile(SLOT)
_PREFIX = re.compile(r"(?:.{2,5}?省)?(?:.{2,5}?[市州])?")
_KNOWN_WORDS = "|".join(
    words_of(
        "ACT",
        "DO",
        "PROJECT",
        "MEASURE",
        "PART",
        "SUM",
        "EACH",
        "WHOLE",
        "MARK",
        "CHANGE",
        "LINK",
        "IN",
        "RANK",
        "FIRM",
        "BATCH",
    )
)
#: A formed name with one of these in it is a phrase, not a name.
_PHRASE = re.compile(
    rf"{_KNOWN_WORDS}|[个项宗家各该此我本等为是的了这那每某和及与在于含]|目前|今[天日]|昨[天日]|记者"
    r"|城市|县市|市县|区县|省市|市[县区]$|[一二三四五六七八九十两几数多]个?[省市区县旗州]$|^(?:老城|主城|中心城|[城山林矿郊库牧港湖街商园展专])区$"
    r"|[社小景校厂辖片战选赛灾疫盲]区$|[超股上楼门集都夜早房]市$"
)
_PARK = re.compile(r"园区$")  # 苏州工业园区 is a unit, 工业园区 is not
#: Zones that every city has one of; their names need nothing beside them.
_ZONES = frozenset(
    {
        "高新区", "经开区", "保税区", "综保区", "滨海区", "高新技术产业开发区", "经济技术开发区",
        "经济开发区", "综合保税区",
    }
)  # fmt: skip
_SUBURB = frozenset(
    {"郊区", "矿区", "城区", "林区", "山区", "港区"}
)  # names in the gazetteer, words elsewhere


@dataclass(frozen=True, slots=True)
class Place:
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
    """Names to look for, by their first two characters; longer ones first."""

    starts: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    def add(self, word: str, name: str, kind: str) -> None:
        """Look for `word`, which stands for `name`; kind: given, short, unit or parent."""
        self.starts.setdefault(word[:2], []).append((word, name, kind))


def names_for(text: str, given: Collection[str], aliases: Mapping[str, Collection[str]]) -> Names:
    """Return what to look for in a text.

    Parameters
    ----------
    text : str
    given : collection of str
        The units' names, if known.
    aliases : mapping of str to collection of str
        Other names of the same units.

    Notes
    -----
    A short name (奎文) counts for a given name if no other is shortened to the same; for a
    division of the gazetteer only if its prefecture, or another unit of it, is in the text by its
    full name, or three of its units by their short ones: 和平 and 资源 are words, too.
    """
    names = Names(given=frozenset(given))
    shorts: dict[str, set[str]] = {}
    for name in given:
        names.add(name, name, "given")
        shorts.setdefault(short(name), set()).add(name)
        for alias in aliases.get(name, ()):
            names.add(alias, name, "given" if len(alias) > 2 else "short")
    for word, meant in shorts.items():
        if len(meant) == 1 and word not in names.given:
            names.add(word, next(iter(meant)), "short")
    for zone in _ZONES - names.given:
        if zone in text:
            names.add(zone, zone, "unit")
    present = present_in(text)
    for (parent, units), group in zip(gazetteer(), group_words(), strict=True):
        if not present.isdisjoint(group):
            _add_group(names, present, parent, units)
    for words in names.starts.values():
        words.sort(key=lambda entry: (-len(entry[0]), entry[2] != "given"))
    return names


def _add_group(names: Names, present: set[str], parent: str, units: tuple[str, ...]) -> None:
    if parent in present and parent not in names.given:
        names.add(parent, parent, "parent")
    if parent and short(parent) != parent and short(parent) in present:
        names.add(short(parent), short(parent), "parent-short")
    full = [unit for unit in units if unit in present]
    for unit in full:
        if unit not in names.given:
            names.add(unit, unit, "unit")
    brief = [unit for unit in units if short(unit) != unit and short(unit) in present]
    if not names.given and brief and (full or parent in present or len(brief) >= 3):
        for unit in brief:
            name = unit if unit in full else short(unit)
            names.add(short(unit), name, "short")


def find_places(text: str, names: Names) -> Iterator[Place]:
    """Yield the places of a line, from left to right, none overlapping; linear in the text."""
    starts = names.starts
    candidates = {at for at, pair in enumerate(pairwise(text)) if pair[0] + pair[1] in starts}
    candidates.update(match.start() for match in _FORMED_SOMEWHERE.finditer(text))
    end = 0
    for at in sorted(candidates):
        if at >= end and (found := _place_at(text, at, names)):
            yield found
            end = found.end


def _place_at(text: str, start: int, names: Names) -> Place | None:
    """Match a name with its prefixes: 山东省 潍坊市 奎文区."""
    above: list[str] = []
    at, kind = start, ""
    while len(above) < 3 and (match := _known_at(text, at, names, chained=bool(above))):
        word, name, kind = match
        at += len(word)
        if not kind.startswith("parent"):
            return _unit(text, start, at, name, tuple(above), names)
        above.append(name)
    formed = _formed_at(text, at, chained=bool(above))
    if not formed and above and not _stands(text, at, kind):  # 延边 of 延边州 is no name
        above, at = [], start
        formed = _formed_at(text, start, chained=False)
    if formed:
        end, name, inner = formed
        whole = text[start:end]
        if whole in names.given or name == "新区" or _PARK.search(name):
            name = whole
        return Place(start, end, name, (*above, *inner), _known(name, names))
    if not above:
        return None
    return Place(start, at, above[-1], tuple(above[:-1]), not names.given)


def _stands(text: str, end: int, kind: str) -> bool:
    """Tell whether a city's name ends here; its full name may be followed by all but an office."""
    return bool(_SLOT_AT.match(text, end)) or (
        kind == "parent" and text[end] not in "委政人长直民公级属"
    )


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
    """Return the longest known word at a position that stands as a name there."""
    for word, name, kind in names.starts.get(text[at : at + 2], ()):
        end = at + len(word)
        if not text.startswith(word, at) or (name in _SUBURB and not chained):
            continue
        if kind == "short" and (not _SLOT_AT.match(text, end) or _longer(text, at, end)):
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
    if len(found) < 2 or _PHRASE.search(found) or (_PARK.search(found) and not chained):
        return None
    prefix = _PREFIX.match(found)
    inner = prefix[0] if prefix else ""
    rest = found[len(inner) :]
    if inner and len(rest) >= 2:
        return at + len(found), rest, (inner,)
    return at + len(found), found, ()
