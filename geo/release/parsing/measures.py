"""Measures that are read instead of projects and their investment: ``cases=例``, ``gdp=…:亿元``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from geo.base.errors import MapError, Problem
from geo.base.text import simplified
from geo.release.parsing.counting import STOCKS
from geo.release.parsing.measured import around_figures, names_joined, units_counted
from geo.release.phrases.own_units import counted_alone, with_units
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import SEPARATORS, Kind
from geo.release.words.lexicon import Lexicon, Word, is_case, lexicon_with
from geo.release.words.numbers import OWN
from geo.tables.printed import split_unit

#: Projects and their money, which are read where no measure is given.
PROJECTS = "projects"
_NAME = re.compile(r"[^\W\d][\w-]{0,39}")
#: What a unit is written as; 亩 and 平方公里 are not brought to one another.
_SAME = {
    "元": ("元", "元人民币", ""),
    "平方公里": ("平方公里", "平方千米", "km²"),
    "人": ("人", "名"),
    "毫米": ("毫米", "mm"),
    "mm": ("mm", "毫米"),
}


class Measure(NamedTuple):
    """A figure to read.

    Attributes
    ----------
    column : str
        Its name in the table.
    unit : str
        Of the table: ``亿元``, ``例``. Numbers in other multiples of it are brought to it.
    words : tuple of str
        What it is called in a text. Without any, every number in its unit is meant.
    """

    column: str
    unit: str
    words: tuple[str, ...] = ()


_AMOUNTS = ("总额", "总值", "总量", "总数", "数量", "额", "数", "值", "量")
#: Verbs before a measure that say nothing of which it is.
_DOING = frozenset(
    {"完成", "取得", "录得", "创造", "创", "拥有", "累计完成", "累计实现", "实现了", "完成了"}
)

_GDP = (
    "地区生产总值",
    "国内生产总值",
    "地区生产总值总量",
    "GDP总量",
    "GDP总值",
    "生产总值",
    "GDP",
    "经济总量",
)
_PEOPLE = ("常住人口", "常住总人口", "总人口", "人口总数", "人口总量", "人口数", "人口")
_REGISTERED = ("户籍人口", "户籍总人口", "户籍人口数")
_LAND = (
    "总面积",
    "占地面积",
    "用地面积",
    "面积",
    "土地面积",
    "播种面积",
    "种植面积",
    "占地",
    "用地",
)
_OUTPUT = ("总产值", "工业总产值", "农业总产值", "规上工业总产值", "年产值", "产值")
_JOBS = ("城镇新增就业", "新增就业", "带动就业", "就业人数", "就业岗位", "就业", "用工", "岗位")
#: Ready sets, by name.
SETS: dict[str, tuple[Measure, ...]] = {
    "gdp": (Measure("gdp", "亿元", _GDP),),
    "population": (
        Measure("population", "人", _PEOPLE),
        Measure("registered", "人", _REGISTERED),
    ),
    "area": (
        Measure("area_mu", "亩", _LAND),
        Measure("area_ha", "公顷", _LAND),
        Measure("area_km2", "平方公里", _LAND),
    ),
    "output": (Measure("output", "亿元", _OUTPUT),),
    "cases": (Measure("cases", "例"),),
    "jobs": (Measure("jobs", "人", _JOBS),),
    PROJECTS: (),
}


def read_measures(given: Sequence[str]) -> tuple[Measure, ...] | None:
    """Read measures as they are given on a command line.

    Parameters
    ----------
    given : sequence of str
        ``cases=例``; ``gdp=地区生产总值/GDP:亿元`` with two words for it; or a ready set's name.

    Returns
    -------
    tuple of Measure or None
        None if projects are to be read: nothing was given, or ``projects``.

    Raises
    ------
    MapError
        If one is neither of the form nor a ready set, or two have one name.
    """
    if not given or list(given) == [PROJECTS]:
        return None
    found = [measure for text in given for measure in _measures(text)]
    names = [measure.column for measure in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        problem = Problem("--measure", f"{twice} is given twice", "Give each name once.")
        raise MapError(problem)
    return tuple(found)


def _measures(text: str) -> tuple[Measure, ...]:
    name, equals, rest = text.partition("=")
    if not equals and name in SETS and name != PROJECTS:
        return SETS[name]
    words, _, unit = rest.rpartition(":")
    if not _NAME.fullmatch(name) or not unit.strip() or name == PROJECTS:
        remedy = f"Write cases=例, gdp=地区生产总值:亿元, or one of {', '.join(SETS)}."
        raise MapError(Problem("--measure", f"{text!r} is no measure", remedy))
    called = tuple(word.strip() for word in words.split("/") if word.strip())
    return (Measure(name, simplified(unit.strip()), called),)


def lexicon_of(measures: Sequence[Measure]) -> Lexicon:
    """Return the vocabulary with the words of measures, each with its column and unit."""
    named: dict[str, list[Measure]] = {}
    for measure in measures:
        for word in dict.fromkeys(map(simplified, measure.words)):  # as texts are
            named.setdefault(word, []).append(measure)
    for measure in measures:
        for word in map(simplified, measure.words):
            for form in _forms(word):
                if form not in named:
                    named[form] = named[word]
    words = [Word(word, Kind.MEASURE, _value(found)) for word, found in named.items()]
    counters = {m.unit: _value([m]) for m in measures if not m.words}
    return lexicon_with(words)._replace(counters=counters)


def _forms(word: str) -> Iterator[str]:
    """Yield how else a measure is called: 进出口总额 of 进出口, 接待国内外游客 of 接待游客."""
    if not word.endswith(_AMOUNTS):
        yield from (f"{word}{amount}" for amount in _AMOUNTS)
    yield f"{word}人数"
    if "游客" in word:
        yield from (word.replace("游客", f"{all_}游客") for all_ in ("国内外", "海内外", "中外"))


def _value(measures: Sequence[Measure]) -> str:
    """Return what tells a word's columns apart by unit: ``area_mu:亩|area_ha:公顷``."""
    return "|".join(f"{measure.column}:{measure.unit}" for measure in measures)


def in_measures(tokens: Sequence[Token], measures: Sequence[Measure]) -> list[Token]:
    """Return the tokens of a line with the numbers in the measures' units as their amounts.

    A counted thing (例) is a COUNT whose unit names its column, what has words of its own a MONEY
    in the measure's unit; all other amounts are quantities, which fill nothing.
    """
    bases = [(split_unit(measure.unit)[0], measure.words) for measure in measures]
    units = {base for base, words in bases if words or not base.isascii()}
    joined: Sequence[Token] = units_counted(names_joined(tokens))
    joined = with_units(joined, units) if units else joined
    if any(measure.words for measure in measures):
        joined = counted_alone(joined, _only_unit(measures))
    found = around_figures([_amount(token, measures) for token in _parted(joined)])
    for at, token in enumerate(found[1:]):
        # 鹿城区完成48.2亿元: a mere verb, where no project's investment is read
        called = token.kind is Kind.MEASURE and ":" in token.value
        if (token.kind is Kind.MONEY and found[at].text == "完成") or (
            called and found[at].text in _DOING
        ):
            found[at] = found[at]._replace(kind=Kind.ADVERB)
    _tell_stocks(found)
    return found


def _only_unit(measures: Sequence[Measure]) -> str:
    """Return the unit of the only measure, if it counts people or money; empty else."""
    base = split_unit(measures[0].unit)[0] if len(measures) == 1 else ""
    return base if base in ("元", "人") else ""


def _tell_stocks(found: list[Token]) -> None:
    """Make 累计 before what is counted one of the words that tell counts apart.

    新增19例，累计96例 are two figures of a unit, and 新增 is what a count without either is of.
    """
    counted = False
    for at in range(len(found) - 1, -1, -1):
        token = found[at]
        if token.kind is Kind.COUNT and ":" in token.unit:
            counted = True
        elif token.kind in SEPARATORS or token.kind is Kind.PLACE:
            counted = False
        elif counted and token.text in STOCKS:
            found[at] = token._replace(kind=Kind.WORD)


def _parted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, 和 before what is counted apart as a sign: 442例和无症状感染者2377例."""
    for token, following in zip_longest(tokens, tokens[1:]):
        parts = token.kind is Kind.AND and following is not None and is_case(following.text)
        yield token._replace(text="、") if parts else token


def _amount(token: Token, measures: Sequence[Measure]) -> Token:
    if token.kind not in (Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.FOREIGN):
        return token
    for measure in measures:
        base = split_unit(measure.unit)[0]
        if token.unit in _SAME.get(base, (base,)) and (token.unit or token.kind is Kind.MONEY):
            if measure.words:
                unit = f"{measure.unit}{OWN}" if measure.unit == "元" else measure.unit
                return token._replace(kind=Kind.MONEY, unit=unit)
            return token._replace(kind=Kind.COUNT, unit=f"{measure.column}:{measure.unit}")
    return token if token.kind is Kind.FOREIGN else token._replace(kind=Kind.QUANTITY)
