"""The words of press releases (words.txt) and the names of China's divisions (gazetteer.txt)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise


@cache
def vocabulary() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the known words by their first character, longest first, each with kind and value."""
    words: dict[str, list[tuple[str, str, str]]] = {}
    for line in (files("geo") / "release" / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, listed = line.partition(":")
        kind, _, value = head.partition("=")
        for word in listed.split():
            words.setdefault(word[0], []).append((word, kind, value))
    return {first: tuple(sorted(found, key=lambda w: -len(w[0]))) for first, found in words.items()}


@cache
def words_of(*kinds: str) -> tuple[str, ...]:
    """Return the words of some kinds that have at least two characters, longest first."""
    found = {word for listed in vocabulary().values() for word, kind, _ in listed if kind in kinds}
    return tuple(sorted((word for word in found if len(word) > 1), key=lambda w: (-len(w), w)))


_PEOPLES = re.compile(
    r"(?:(?:布依|土家|哈尼|景颇|傈僳|朝鲜|达斡尔|鄂温克|鄂伦春|撒拉|保安|东乡|仡佬|毛南|仫佬|拉祜|布朗|锡伯|塔吉克"
    r"|[蒙藏回彝苗壮满侗瑶白傣黎佤畲羌土水怒])族?|蒙古族?|哈萨克族?|柯尔克孜|维吾尔|各族|独龙族|普米族|裕固族)*自治[州县旗区]$"
)


@cache
def gazetteer() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return China's provinces and prefectures, each with the units in it; "" has those without."""
    groups = []
    text = (files("geo") / "release" / "gazetteer.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        code, *names = line.split(" ")
        direct = code[2:4] == "90"  # counties that belong to the province itself
        groups.append(("", tuple(names)) if direct else (names[0], tuple(names[1:])))
    return tuple(groups)


@cache
def parents() -> dict[str, frozenset[str]]:
    """Return for each unit of the gazetteer the cities that have one so named."""
    above: dict[str, set[str]] = {}
    for parent, units in gazetteer():
        for unit in units:
            above.setdefault(unit, set()).add(parent)
    return {unit: frozenset(found) for unit, found in above.items()}


@cache
def short(name: str) -> str:
    """Return a division's name without its kind: 奎文 for 奎文区; itself if too little is left."""
    bare = _PEOPLES.sub("", name)
    if bare == name:
        bare = re.sub(r"(?:特别行政区|地区|林区|[省市区县旗盟])$", "", name)
    return bare if len(bare) >= 2 else name


@cache
def by_start() -> dict[str, tuple[str, ...]]:
    """Return all names of the gazetteer, long and short, by their first two characters."""
    words = {name for parent, units in gazetteer() for name in (parent, *units) if name}
    words |= {short(word) for word in words}
    starts: dict[str, list[str]] = {}
    for word in sorted(words):
        starts.setdefault(word[:2], []).append(word)
    return {start: tuple(found) for start, found in starts.items()}


@cache
def group_words() -> tuple[frozenset[str], ...]:
    """Return for each group of the gazetteer all its names, long and short."""
    return tuple(
        frozenset(word for name in (parent, *units) if name for word in (name, short(name)))
        for parent, units in gazetteer()
    )


def present_in(text: str) -> set[str]:
    """Return the gazetteer's names in a text; those that begin like a pair in it are sought."""
    pairs = {a + b for a, b in pairwise(text)} & by_start().keys()
    return {word for pair in pairs for word in by_start()[pair] if word in text}
