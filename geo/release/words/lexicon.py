"""The words of press releases (words.txt) and the names of China's divisions (gazetteer.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from geo.base.packaged import packaged
from geo.districts.gazetteer import Group, groups
from geo.districts.names import stem
from geo.release.words.kinds import Kind, WordList


class Word(NamedTuple):
    """A word of the vocabulary; `value` tells it from others of its kind."""

    text: str
    kind: Kind
    value: str


def read_words(text: str) -> tuple[tuple[Word, ...], dict[tuple[WordList, str], tuple[str, ...]]]:
    """Return the words that are tokens, and the lists by name and value (of ``NAME=value: …``).

    Raises
    ------
    ValueError
        If a line begins with neither a kind of token nor the name of a list.
    """
    words: list[Word] = []
    lists: dict[tuple[WordList, str], tuple[str, ...]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        head, _, listed = line.partition(":")
        name, _, value = head.partition("=")
        if name in Kind.__members__:
            words += [Word(word, Kind(name), value) for word in listed.split()]
        elif name in WordList.__members__:
            key = WordList(name), value
            lists[key] = (*lists.get(key, ()), *listed.split())
        else:
            message = f"words.txt, line {number}: kinds.py has no kind or list {name!r}."
            raise ValueError(message)
    return tuple(words), lists


#: Characters that begin a number in Chinese numerals.
NUMERAL_STARTS = "零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖"
_WORDS, _LISTS = read_words(packaged("release", "words", "words.txt"))


_NO_WORD = (None,)


class Lexicon(NamedTuple):
    """Words to look for in a text.

    Attributes
    ----------
    words : dict of str to tuple of Word
        By their first two characters, longest first; those of one character by that.
    unknown : Pattern
        Matches a run of characters that no word begins with, nor a number.
    counters : mapping of str to str
        Units of which every number counts, with column and unit: ``cases:例`` of 例.
    """

    words: dict[str, tuple[Word, ...]]
    unknown: re.Pattern[str]
    counters: Mapping[str, str] = MappingProxyType({})

    def word_at(self, text: str, at: int) -> Word | None:
        """Return the longest word that begins at a position; None if none does."""
        for word in self.words.get(text[at : at + 2], ()):
            if text.startswith(word.text, at):
                return word
        return self.words.get(text[at], _NO_WORD)[0]


@cache
def vocabulary() -> Lexicon:
    """Return the words of words.txt."""
    return lexicon_with(())


def lexicon_with(more: Iterable[Word]) -> Lexicon:
    """Return the words of words.txt and more; of two that are the same, the one that was added."""
    words: dict[str, dict[str, Word]] = {}
    added = tuple(more)
    # 完成固定资产投资 and 固定资产投资完成 are the 固定资产投资 that was asked for
    longer = [
        Word(known.text, Kind.MEASURE, word.value)
        for word in added
        for known in _WORDS
        if known.kind is Kind.MEASURE
        and (known.text.endswith(word.text) or known.text == f"{word.text}完成")
    ]
    for word in (*_WORDS, *longer, *added):
        words.setdefault(word.text[:2], {})[word.text] = word
    by_start = {
        start: tuple(sorted(found.values(), key=lambda w: -len(w.text)))
        for start, found in words.items()
    }
    firsts = re.escape("".join(sorted({start[0] for start in by_start}))) + NUMERAL_STARTS + "第"
    return Lexicon(by_start, re.compile(rf"[^{firsts}\x00-\u4dff\ua000-\uffff]+"))


def words_of(*kinds: Kind) -> tuple[str, ...]:
    """Return the words of some kinds that have at least two characters, longest first."""
    found = {word.text for word in _WORDS if word.kind in kinds and len(word.text) > 1}
    return tuple(sorted(found, key=lambda w: (-len(w), w)))


@cache
def acts() -> frozenset[str]:
    """Return what may be told of projects: 开工, 签约 …."""
    return frozenset(word.value for word in _WORDS if word.kind is Kind.ACT)


def listed(name: WordList, value: str = "") -> tuple[str, ...]:
    """Return a list of words.txt, in its order."""
    return _LISTS[name, value]


def any_of(*words: str) -> str:
    """Return an expression for any of the words; of two that fit, the longer one matches.

    The words share what they begin with, ``千(?:瓦|米)``: where none begins, one look tells.
    """
    firsts = "".join(sorted({word[0] for word in words}))
    looked = f"(?=[{re.escape(firsts)}])" if len(firsts) > 1 else ""
    return looked + _branches(words)


def _branches(words: Iterable[str]) -> str:
    """Return an expression for any of the words, those with the same beginning as one branch."""
    rests: dict[str, set[str]] = {}
    for word in sorted(words):
        if word:
            rests.setdefault(word[0], set()).add(word[1:])
    if not rests:
        return ""
    alone = "".join(first for first, rest in rests.items() if rest == {""})
    found = [re.escape(f) + _branches(rest) for f, rest in rests.items() if rest != {""}]
    if alone:
        found.append(f"[{re.escape(alone)}]" if len(alone) > 1 else re.escape(alone))
    if len(found) == 1 and "" not in words:
        return found[0]
    return f"(?:{'|'.join(found)}){'?' * ('' in words)}"


_CASES = re.compile(rf"(?:{any_of(*listed(WordList.CASES))}){{1,6}}")


def is_case(words: str) -> bool:
    """Tell whether words are what is counted by 例: 无症状感染者."""
    return _CASES.fullmatch(words) is not None


@cache
def gazetteer() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return China's provinces and prefectures, each with the units in it; "" has those without."""
    return tuple((group.name, units_of(group)) for group in groups())


def units_of(group: Group) -> tuple[str, ...]:
    """Return the units of a group; those that the gazetteer lacks are a list of words.txt."""
    return group.units or _LISTS.get((WordList.UNITS_OF, group.name), ())


@cache
def parents() -> dict[str, frozenset[str]]:
    """Return for each unit of the gazetteer the cities that have one so named."""
    above: dict[str, set[str]] = {}
    for parent, units in gazetteer():
        for unit in units:
            above.setdefault(unit, set()).add(parent)
    return {unit: frozenset(found) for unit, found in above.items()}


@cache
def by_start() -> dict[str, tuple[str, ...]]:
    """Return all names of the gazetteer, long and short, by their first two characters."""
    words = {name for parent, units in gazetteer() for name in (parent, *units) if name}
    words |= {stem(word) for word in words}
    starts: dict[str, list[str]] = {}
    for word in sorted(words):
        starts.setdefault(word[:2], []).append(word)
    return {start: tuple(found) for start, found in starts.items()}


@cache
def provinces_by_short() -> dict[str, frozenset[str]]:
    """Return for the short name of each unit the provinces that have one so called, by code."""
    found: dict[str, set[str]] = {}
    for group in groups():
        for unit in units_of(group):
            if stem(unit) != unit:
                found.setdefault(stem(unit), set()).add(group.code[:2])
    return {short: frozenset(codes) for short, codes in found.items()}


@cache
def group_words() -> tuple[frozenset[str], ...]:
    """Return for each group of the gazetteer all its names, long and short."""
    return tuple(
        frozenset(word for name in (parent, *units) if name for word in (name, stem(name)))
        for parent, units in gazetteer()
    )


def present_in(text: str) -> set[str]:
    """Return the gazetteer's names in a text; those that begin like a pair in it are sought."""
    starts, found = by_start(), set[str]()
    for begins in _names_begin().finditer(text):
        at = begins.start()
        for word in starts.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                found.add(word)
    return found


@cache
def _names_begin() -> re.Pattern[str]:
    """Return what matches the characters that the gazetteer's names begin with."""
    return re.compile(f"[{''.join(sorted({start[0] for start in by_start()}))}]")
