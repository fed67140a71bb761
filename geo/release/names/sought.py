"""Which names of places are looked for in a text: the given ones, and China's divisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from geo.districts.ancestry import ancestors
from geo.districts.names import stem
from geo.release.names.places import Names
from geo.release.names.towns import towns_in
from geo.release.words.kinds import WordList
from geo.release.words.lexicon import gazetteer, group_words, listed, present_in, provinces_by_short

_ZONES = frozenset(listed(WordList.ZONE))
_SUBURBS = frozenset(listed(WordList.SUBURB))
_REGION = "自治区"
#: A name in a list, between a sign and its number.
_LISTED = re.compile(r"(?<![\u4e00-\u9fff\d])([\u4e00-\u9fff]{2,4})(?=\d)")
_FEWEST_LISTED = 4
_AUTONOMOUS = {
    "自治州": ("州", "自治州"), "自治县": ("自治县", "县"), "自治旗": ("自治旗", "旗"),
}  # fmt: skip


def short_forms(name: str) -> tuple[str, ...]:
    """Return how offices shorten an autonomous division: 黔南州, 务川自治县, 务川县."""
    kinds = next((k for end, k in _AUTONOMOUS.items() if name.endswith(end)), ())
    return tuple(form for kind in kinds if (form := f"{stem(name)}{kind}") != name)


def names_for(
    text: str,
    given: Collection[str],
    aliases: Mapping[str, Collection[str]],
    after: Sequence[str] = (),
) -> Names:
    """Return what to look for in a text.

    Parameters
    ----------
    text : str
    given : collection of str
        The units' names, if known.
    aliases : mapping of str to collection of str
        Other names of the same units.
    after : sequence of str, optional
        The words of what is read, which may follow a short name: 奎文进出口总值.

    Notes
    -----
    A short name (奎文) counts for a given name if no other is shortened to the same; for a
    division of the gazetteer only if its prefecture, or another unit of it, is in the text by its
    full name, or three of its units by their short ones: 和平 and 资源 are words, too.
    """
    listed = list(given)
    above = zip(listed, ancestors([""] * len(listed), listed), strict=True)
    names = Names(given=frozenset(given), above=dict(above), after=tuple(after))
    shorts: dict[str, set[str]] = {}
    for name in given:
        for form in (name, *short_forms(name)):
            names.add(form, name, "given")
        shorts.setdefault(stem(name), set()).add(name)
        for alias in aliases.get(name, ()):
            # Of two characters an alias may be a word, as a short name may.
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
            _add_group(names, text, present, parent, units)
    if not given:
        _add_listed(names, text)
    for words in names.starts.values():
        words.sort(key=lambda entry: (-len(entry[0]), entry[2] != "given"))
    return names


def _add_listed(names: Names, text: str) -> None:
    """Look for the names that are known by their list alone: of towns, and short ones."""
    names.towns = towns_in(text)
    for town in names.towns:
        names.add(town, town, "unit")
    known = {word for words in names.starts.values() for word, *_ in words}
    for short in _listed_shorts(text) - known:
        names.add(short, short, "short")


def _listed_shorts(text: str) -> set[str]:
    """Return short names of units that are listed with a number each: 安岳62万人、仁寿83万人.

    At least four of one province are: 南部 and 资源 are words, too.
    """
    slots = set(_LISTED.findall(text))
    found = {slot: provinces_by_short()[slot] for slot in slots if slot in provinces_by_short()}
    counts = Counter(code for codes in found.values() for code in codes)
    named = {code for code, count in counts.items() if count >= _FEWEST_LISTED}
    return {short for short, codes in found.items() if codes & named}


def _called(units: tuple[str, ...], present: set[str], text: str) -> dict[str, str]:
    """Return the autonomous units that a text calls as offices do, with that name: 天祝县."""
    forms = ((unit, form) for unit in units if stem(unit) in present for form in short_forms(unit))
    return {unit: form for unit, form in forms if form in text}


def _add_group(
    names: Names, text: str, present: set[str], parent: str, units: tuple[str, ...]
) -> None:
    if parent in present and parent not in names.given:
        names.add(parent, parent, "parent")
    for form in short_forms(parent) if stem(parent) in present else ():
        if parent not in names.given:  # 湘西自治州
            names.add(form, parent if parent in present else form, "parent")
    if parent and stem(parent) != parent and stem(parent) in present:
        names.add(stem(parent), parent if parent in present else stem(parent), "parent-short")
    if parent.endswith(_REGION) and stem(parent) in present:  # 新疆自治区
        form = f"{stem(parent)}{_REGION}"
        names.add(form, parent if parent in present else form, "parent")
    full = [unit for unit in units if unit in present]
    if len(full) > 2:  # beside two others of its city 郊区 is a name
        names.suburbs.update(_SUBURBS.intersection(full))
    for unit in full:
        if unit not in names.given:
            names.add(unit, unit, "unit")
    for unit in units:
        for form in short_forms(unit) if stem(unit) in present and unit not in names.given else ():
            names.add(form, unit if unit in full else form, "unit")
    called = _called(units, present, text)
    brief = [unit for unit in units if stem(unit) != unit and stem(unit) in present]
    if not names.given and brief and (full or called or parent in present or len(brief) >= 3):
        for unit in brief:
            name = unit if unit in full else called.get(unit, stem(unit))
            names.add(stem(unit), name, "short")
