"""When, who is spoken of, and what one statement says of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Literal, NamedTuple

from geo.release.names.divisions import is_city
from geo.release.names.places import Place
from geo.release.phrases.tokens import Token
from geo.release.words.kinds import TIMES, Kind
from geo.release.words.numbers import chinese_integer
from geo.release.words.readings import Reading

#: The act of projects of which some were begun, and which are no starts: 12个重点项目已开工9个.
LISTED = "列入"
#: The label of nobody: a sentence spoke of projects in general.
TALK = "talk"
#: The label of a kind of a unit's projects, which have no row.
SORT = "sort"
#: The label of what the units of a sentence amount to: 奎文区5个、潍城区4个，合计9个.
SUMMED = "以上合计"
#: The roles of what is not a unit, nor a part of one.
WHOLES = ("event", "batch", "portfolio")
_NUMERALS = "一二两三四五六七八九十"
_YEAR = re.compile(r"(?:19|20)\d\d年")
_MONTH = re.compile(rf"\d{{1,2}}|[{_NUMERALS}]{{1,2}}")
_PERIODS = {
    "上半年": "1-6", "下半年": "7-12", "前三季度": "1-9",
    "一季度": "1-3", "二季度": "4-6", "三季度": "7-9", "四季度": "10-12",
    "首季": "1-3", "1季度": "1-3", "2季度": "4-6", "3季度": "7-9", "4季度": "10-12",
}  # fmt: skip


class Times(NamedTuple):
    """The time a sentence speaks of; an empty field is not said.

    Attributes
    ----------
    year : str
        ``2024``, or this, last, next.
    season, half, batch, date : str
    whole_year : bool
        全年, 年度.
    act : str
        开工, 签约 … of a heading.
    projects : bool
        A heading that names projects, so that the counts below it need not.
    label : str
        As printed.
    part : str
        Of several lists that no word tells apart, which.
    """

    year: str = ""
    season: str = ""
    half: str = ""
    batch: str = ""
    date: str = ""
    whole_year: bool = False
    act: str = ""
    projects: bool = False
    label: str = ""
    part: str = ""

    @property
    def yearly(self) -> bool:
        """Tell whether a year as a whole is meant."""
        narrower = self.season or self.half or self.batch or self.date
        return bool((self.year or self.whole_year) and not narrower)

    def with_marks(self, marks: Sequence[Token]) -> Times:
        """Return the times with what the marks say instead."""
        found, label = self._replace(date=""), ""
        for mark in marks:
            # 5月16日，某省2022年第二季度: a day and a period are two pieces.
            label += " " * (label.endswith("日") and mark.text[:1].isdigit()) + mark.text
            if mark.kind is Kind.DATE:
                clock = found.date and mark.text.endswith(("时", "点", "分"))  # 6月4日0时
                found = found if clock else found._replace(date=mark.text)
                if "年" in mark.text and mark.text[:4].isdigit():
                    found = found._replace(year=mark.text[:4])
            elif mark.value == "season":
                found = found._replace(
                    season=mark.text[-1]
                    if len(mark.text) == 2 and mark.text[0] in "今去"
                    else mark.text[0],
                )
            elif mark.value == "half":
                year = mark.text[:4] if mark.text[:4].isdigit() else found.year
                found = found._replace(half=period(mark.text), year=year)
            elif mark.value == "batch":
                found = found._replace(batch=mark.text)
            elif mark.value == "year":
                found = found._replace(whole_year=True)
            elif mark.value:
                season = (
                    mark.text[1] if mark.text in ("去春", "去夏", "去秋", "去冬") else found.season
                )
                found = found._replace(year=mark.value, season=season)
        return found._replace(label=label)

    def contradicts(self, other: Times) -> bool:
        """Tell whether what is said next cannot be of this event; a date may be the report's.

        去年同期 is none of an event without a year: that is of now.
        """
        if self.act and other.act and self.act != other.act:
            return True
        return (
            self.of_other_year(other)
            or _differ(self.season, other.season)
            or _differ(self.half, other.half)
            or _differ(self.batch, other.batch)
            or _differ(self.part, other.part)
        )

    def of_other_year(self, other: Times) -> bool:
        """Tell whether what is said next is of another year."""
        told = not self.year and other.year in ("last", "next")
        return told or _years_differ(self.year, other.year)

    def joined(self, other: Times) -> Times:
        """Return the times with what only `other` says added."""
        if other in (self, Times()):
            return self
        return Times(
            self.year or other.year,
            self.season or other.season,
            self.half or other.half,
            self.batch or other.batch,
            self.date or other.date,
            self.whole_year or other.whole_year,
            self.act or other.act,
            self.projects or other.projects,
            self.label or other.label,
            self.part or other.part,
        )


def period(text: str) -> str:
    """Return a part of a year in one form: ``1-6`` for 上半年, 1—6月份, 前六个月; ``7-7`` for 7月.

    Parameters
    ----------
    text : str
        With or without the year before it.
    """
    words = _YEAR.sub("", text).removeprefix("第")
    if words in _PERIODS:
        return _PERIODS[words]
    months = [chinese_integer(n) if n[0] in _NUMERALS else int(n) for n in _MONTH.findall(words)]
    if not months or None in months:
        return words
    return f"{1 if words[0] == '前' else months[0]}-{months[-1]}"


def _differ(a: str, b: str) -> bool:
    return bool(a and b) and a != b


def _years_differ(a: str, b: str) -> bool:
    """Last is never this; this may be any number, last any but the event's own."""
    if not a or not b or a == b:
        return False
    return (a.isdigit() and b.isdigit()) or "last" in (a, b) or "next" in (a, b)


def times_of(tokens: Sequence[Token]) -> Times:
    """Return the times and the act that a heading names."""
    marks = [token for token in tokens if token.kind in TIMES]
    acts = {
        token.value
        for token, following in zip_longest(tokens, tokens[1:])
        # 开复工率达96%
        if token.kind is Kind.ACT and not (following and following.text.startswith("率"))
    }
    found = Times().with_marks(marks)
    projects = bool(acts) or any(token.kind is Kind.PROJECT for token in tokens)
    return found._replace(act=acts.pop() if len(acts) == 1 else "", projects=projects)


Role = Literal["place", "event", "type", "batch", "portfolio", "part", "project"]


class Subject(NamedTuple):
    """Who is spoken of: units, the whole event, a part of it, or something that has no row.

    Attributes
    ----------
    role : str
    label : str
        Of what is no unit: 全市, 产业类.
    places : tuple of Place
    names : tuple of (int, int)
        Spans of the places' names in the plain text.
    """

    role: Role
    label: str = ""
    places: tuple[Place, ...] = ()
    names: tuple[tuple[int, int], ...] = ()

    @property
    def one_unit(self) -> bool:
        """Whether it is one unit, and nobody else."""
        return self.role == "place" and len(self.places) == 1


def own_list(unit: Subject, batch: str) -> bool:
    """Tell whether a batch is that of a unit's own level: 州级重点 of a 州; 市级 of no county."""
    if not unit.one_unit or not batch:
        return False
    name = unit.places[0].name
    level = name[-1]
    own = level in "县区旗州盟" or (level == "市" and is_city(name))
    return own and batch.startswith((f"{level}级", f"{level}列", f"{level}重点"))


class Statement(NamedTuple):
    """What the text says of one subject at a time.

    Attributes
    ----------
    subject : Subject
    line : int
        Index of the line.
    times : Times
    act : str
    subset : str
        Which projects, if not all.
    distant : bool
        Words that were not understood are between subject and figures.
    off_topic : bool
        The sentence began with words that were not understood: 金牌榜：奎文区16个.
    named, measured : bool
        Projects are named beside the count; a measure that is no mere verb beside the money.
    readings : mapping of str to tuple of Reading
        By column, one for each place of the subject (one if it is no place).
    bare : tuple of Reading
        Money without measure.
    lead : str
        The column that the sentence announced: projects of 各区开工项目如下.
    paired : bool
        Money without measure is joined to its count: 114项、344亿元.
    part : bool
        Said of a part of the whole: 其中.
    beside : bool
        Another act was counted right before, without its money: 开工4个、竣工2个.
    """

    subject: Subject
    line: int
    times: Times
    act: str = ""
    subset: str = ""
    distant: bool = False
    off_topic: bool = False
    named: bool = False
    measured: bool = False
    readings: Mapping[str, tuple[Reading, ...]] = MappingProxyType({})
    bare: tuple[Reading, ...] = ()
    lead: str = ""
    paired: bool = False
    part: bool = False
    beside: bool = False

    @property
    def all_readings(self) -> tuple[Reading, ...]:
        """Its readings without a column, then those of every column."""
        return sum(self.readings.values(), self.bare)

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence of its first reading; it must have one."""
        readings = self.bare or next(iter(self.readings.values()))
        return readings[0].sentence

    def without(self, columns: Collection[str]) -> Statement:
        """Return the statement without the figures of some columns."""
        return self._replace(readings={c: r for c, r in self.readings.items() if c not in columns})
