"""When, who is spoken of, and what one statement says of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from geo.release.kinds import Kind
from geo.release.model import Reading
from geo.release.places import Place
from geo.release.tokens import Token


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

    @property
    def yearly(self) -> bool:
        """Tell whether a year as a whole is meant."""
        narrower = self.season or self.half or self.batch or self.date
        return bool((self.year or self.whole_year) and not narrower)

    def with_marks(self, marks: Sequence[Token]) -> Times:
        """Return the times with what the marks say instead."""
        found, label = self._replace(date=""), ""
        for mark in marks:
            label += mark.text
            if mark.kind is Kind.DATE:
                found = found._replace(date=mark.text)
                if "年" in mark.text and mark.text[:4].isdigit():
                    found = found._replace(year=mark.text[:4])
            elif mark.value == "season":
                found = found._replace(
                    season=mark.text[-1]
                    if len(mark.text) == 2 and mark.text[0] in "今去"
                    else mark.text[0],
                )
            elif mark.value == "half":
                found = found._replace(half=mark.text)
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
        """Tell whether two times cannot be one event; a date may be that of the report."""
        if self.act and other.act and self.act != other.act:
            return True
        pairs = ((self.season, other.season), (self.half, other.half), (self.batch, other.batch))
        return _years_differ(self.year, other.year) or any(a and b and a != b for a, b in pairs)

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
        )


def _years_differ(a: str, b: str) -> bool:
    """Last is never this; this may be any number, last any but the event's own."""
    if not a or not b or a == b:
        return False
    return (a.isdigit() and b.isdigit()) or "last" in (a, b) or "next" in (a, b)


def times_of(tokens: Sequence[Token]) -> Times:
    """Return the times and the act that a heading names."""
    marks = [token for token in tokens if token.kind in (Kind.MARK, Kind.DATE)]
    acts = {token.value for token in tokens if token.kind is Kind.ACT}
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

    @property
    def all_readings(self) -> tuple[Reading, ...]:
        """Its readings without a column, then those of every column."""
        return (*self.bare, *(r for found in self.readings.values() for r in found))

    def without(self, columns: Collection[str]) -> Statement:
        """Return the statement without the figures of some columns."""
        return self._replace(readings={c: r for c, r in self.readings.items() if c not in columns})
