"""Plates of Weifang, and what is read back from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import shapely

from geo.choropleth.model import Choropleth
from geo.plate.compose import compose
from geo.plate.plates import plates
from geo.plate.sheet import Sheet, Words
from geo.plate.subject import Subject, subject_of
from geo.spec.plate import PlateSpec
from tests.weifang import weifang

SVG = "{http://www.w3.org/2000/svg}"
PRESETS = ("column", "two-columns", "a4", "a4-landscape", "a3", "a3-landscape", "social")
MEASURES = ("investment", "projects", "per_project", "density")


def with_plates(choropleth: Choropleth, *specs: PlateSpec) -> Choropleth:
    return replace(choropleth, spec=choropleth.spec.model_copy(update={"plates": specs}))


@cache
def subject(**plate: object) -> Subject:
    return subject_of(weifang(), PlateSpec(**plate), "plates[1]")


@cache
def sheet(**plate: object) -> Sheet:
    return compose(subject(**plate))


@cache
def file(ending: str, **plate: object) -> bytes:
    """One file of a plate of Weifang."""
    found = plates(with_plates(weifang(), PlateSpec(**plate, formats=(ending,))))
    return found[f"weifang.{ending}"]


@cache
def svg(**plate: object) -> ElementTree.Element:
    return ElementTree.fromstring(file("svg", **plate))


def drawn_fills(root: ElementTree.Element) -> dict[str, set[str]]:
    """Every fill in which a district's code is drawn: on the map, and in an inset."""
    fills: dict[str, set[str]] = {}
    for path in root.iter(f"{SVG}path"):
        if code := path.get("data-code"):
            fills.setdefault(code, set()).add(path.get("fill", ""))
    return fills


def overlapping(words: Sequence[Words], least: float = 0.05) -> list[tuple[str, str]]:
    """Pairs of lines whose boxes overlap by more than `least` millimetres."""
    return [
        (a.text, b.text)
        for a, b in combinations(words, 2)
        if a.box.x < b.box.right - least and b.box.x < a.box.right - least
        and a.box.y < b.box.bottom - least and b.box.y < a.box.bottom - least
    ]  # fmt: skip


def outside(drawn: Sheet) -> list[str]:
    """Lines of text that leave the trimmed page."""
    return [
        w.text
        for w in drawn.words
        if min(w.box.x, w.box.y) < 0 or w.box.right > drawn.width or w.box.bottom > drawn.height
    ]


def region(line: Words) -> shapely.Geometry:
    """The room of a line of text."""
    return shapely.box(line.box.x, line.box.y, line.box.right, line.box.bottom)
