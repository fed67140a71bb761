"""Plates of Weifang and of small hand-made maps, and what is read back from their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import geopandas as gpd
import shapely

from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import drawable
from geo.plate.compose import compose
from geo.plate.plates import plates
from geo.plate.sheet import Sheet, Words
from geo.plate.subject import Subject, subject_of
from geo.spec.model import MapSpec
from geo.spec.plate import PlateSpec
from geo.symbology.measures import measured
from geo.tables.table import column_of
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
        if a.box[0] < b.box[2] - least and b.box[0] < a.box[2] - least
        and a.box[1] < b.box[3] - least and b.box[1] < a.box[3] - least
    ]  # fmt: skip


def outside(drawn: Sheet) -> list[str]:
    """Lines of text that leave the trimmed page."""
    return [
        w.text
        for w in drawn.words
        if w.box[0] < 0 or w.box[1] < 0 or w.box[2] > drawn.width or w.box[3] > drawn.height
    ]


def small_map(
    values: Sequence[float], shapes: Sequence[shapely.Geometry], *, language: str = "zh",
    names: Sequence[str] = (), **measure: object,
) -> Choropleth:  # fmt: skip
    """A map of districts A, B, C … with one total and one rate; NaN is a missing value."""
    n = len(values)
    frame = gpd.GeoDataFrame(
        {
            "code": [f"{i:06d}" for i in range(n)],
            "name": list(names) or [chr(65 + i) for i in range(n)],
            "name_en": [""] * n,
            "kind": [""] * n,
            "approximate": [False] * n,
            "host": [""] * n,
        },
        geometry=list(shapes),
        crs=4326,
    )
    entry = {"id": "v", "label": "总数", "unit": "个", "kind": "total", "column": "v", **measure}
    spec = MapSpec.model_validate(
        {
            "title": "一张小图",
            "source": "手工",
            "language": language,
            "measures": [entry, {**entry, "id": "rate", "kind": "rate"}],
        }
    )
    drawn = drawable(frame, 0)
    columns = {"v": column_of(values, "个")}
    measures = tuple(measured(m, columns, drawn["area_km2"].to_numpy()) for m in spec.measures)
    return Choropleth(spec, "small", drawn, measures, None, (), (), ())
