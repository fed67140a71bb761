"""Who is spoken of, and what one statement says of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from geo.release.forms import Form
from geo.release.model import Reading
from geo.release.places import Place
from geo.release.times import Times
from geo.release.tokens import Token

Role = Literal["place", "event", "type", "batch", "portfolio", "part", "project"]


class Subject(NamedTuple):
    """Who is spoken of: units, the whole event, a part of it, or something that has no row."""

    role: Role
    label: str = ""
    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class Statement:
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
        Words that were not understood stand between subject and figures.
    astray : bool
        The sentence began with words that were not understood: 金牌榜：奎文区16个.
    named, measured : bool
        Projects are named beside the count; a measure that is no mere verb beside the money.
    readings : dict of str to tuple of Reading
        By column, one for each place of the subject (one if it is no place).
    bare : list of Reading
        Money without measure.
    names : tuple of (int, int)
        Where the places' names are in the text.
    """

    subject: Subject
    line: int
    times: Times
    act: str = ""
    subset: str = ""
    distant: bool = False
    astray: bool = False
    named: bool = False
    measured: bool = False
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    bare: list[Reading] = field(default_factory=list)
    names: tuple[tuple[int, int], ...] = ()


def whole_of(form: Form, times: Times, label: str) -> Subject:
    """Return what a clause is about that names no unit: event, kind, batch, or the year's plan."""
    if form.kind:
        return Subject("type", form.kind)
    if times.yearly and (form.plans or times.whole_year):
        return Subject("portfolio", times.label or label)
    if form.batch:
        return Subject("batch", form.batch)
    national = form.part and label in ("全省", "全国")
    return Subject("batch" if national else "event", label)


def topic(token: Token, wholes: Collection[str]) -> Subject | None:
    """Return whom a clause is about that begins with this word: a unit, or the whole event."""
    if token.kind == "WHOLE":
        return Subject("event", token.text)
    if token.place is None:
        return None
    event = token.place.name in wholes
    return Subject("event", token.place.name) if event else Subject("place", places=(token.place,))
