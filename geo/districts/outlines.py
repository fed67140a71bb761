"""Polygons of areas: those that come with the package, and those of the installed atlas of China.

`tools/make_outlines.py` makes the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from geo.base.errors import MapError, Problem
from geo.base.packaged import packaged
from geo.districts.areas import (
    ISLANDS,
    Area,
    area_of,
    chinese_states,
    country_names,
    postal_codes,
)
from geo.districts.boundaries import Reading, districts_from_frame
from geo.districts.regions import with_names
from geo.geometry.coverage import tidy, united

if TYPE_CHECKING:
    from geo.districts.atlas import Level

#: What a map of Europe shows, in the plane of the European Union's statistics (EPSG:3035), metres
#: east and north: from Iceland to the east of Turkey, and from Crete to the North Cape.
_EUROPE = (2_500_000, 1_300_000, 7_000_000, 5_450_000)
#: Islands at its edges that would only make the rest smaller: Jan Mayen.
_LEFT_OUT = shapely.box(-10.0, 70.0, -6.0, 72.0)
#: Natural Earth counts them with Asia, maps of Europe and its statistics do not.
_ALSO_EUROPE = {"CYP", "TUR"}
_HELD = (
    "Borders are drawn as Natural Earth has them: as they are held, but where the United Nations "
    "count land to another country. In mainland China a published map needs reviewed ones."
)


def area_districts(
    word: str, *, language: str, level: Level | None = None, tolerance_m: float | None = None
) -> Reading:
    """Return the polygons of an area by its key, code or name.

    Parameters
    ----------
    word : str
        See `geo.districts.areas.area_of`; what is none of these is for the atlas of China, see
        `geo.districts.atlas.atlas_boundaries`.
    language : str
        Of the names, as far as they are known in it.
    level : {"county", "city", "province"}, optional
        Of the atlas alone; "county" if left out.
    tolerance_m : float, optional
        Of the atlas alone: the other outlines are generalized for their scale.

    Raises
    ------
    MapError
        If neither has it.
    """
    area = area_of(word)
    if area is None:
        # The atlas is a package of its own, which a map of the world need not open.
        from geo.districts.atlas import atlas_boundaries

        return Reading(atlas_boundaries(word, level=level or "county", tolerance_m=tolerance_m))
    for option, given in (("--level", level), ("--tolerance-m", tolerance_m)):
        if given is not None:
            what = f"is for the atlas of China, and {area.english} is not from it"
            raise MapError(Problem(option, what, "Leave it out."))
    return outlines(area, language)


def outlines(area: Area, language: str) -> Reading:
    """Return the polygons of an area.

    Parameters
    ----------
    area : Area
    language : str
        Of the names: countries in any, regions and states in Chinese and English, regions else as
        their own people call them; counties in English.

    Returns
    -------
    Reading
        See `geo.districts.boundaries.Reading`. Codes are those of ISO 3166-1 (three letters; XKX
        is Kosovo), of FIPS, and of Natural Earth for regions.
    """
    if area.units == "country":
        return _countries(area, language)
    if area.units == "region":
        own = _united(area.key)
        # The grid of the file has broken a ring here and there: they are repaired as a file's are.
        whole = districts_from_frame(own, source=area.english, code="code", name="name")
        named = with_names(whole, language)
        return Reading(named, (Problem("boundaries", f"Natural Earth's regions. {_HELD}"),))
    return _american(area, language)


def _united(key: str) -> gpd.GeoDataFrame:
    """Return the regions of a country as its statistics have them.

    Natural Earth parts towns from the counties of Hungary and Ireland, and has no regions of the
    United Kingdom above its boroughs and counties.
    """
    country, prefix = ("GB", "GBR-TL") if key == "uk-regions" else (key, "")
    frame = _layer("regions")
    own = frame[frame["parent"] == dict(_codes())[country]][["code", "name", "geometry"]]
    rows = (line.split("\t") for line in packaged("districts", "parts.txt").splitlines())
    wholes = {
        part: whole
        for whole, parts in rows
        for part in parts.split()
        if whole.startswith(prefix or "GBR-TL") == bool(prefix)
    }
    codes = own["code"].replace(wholes)
    shapes = own.geometry.groupby(codes, sort=False).agg(lambda s: united(s.to_numpy()))
    # A whole is called as the part that has its code; where none has, `with_names` knows better.
    called = dict(zip(own["code"], own["name"], strict=True))
    names = [called.get(code, code) for code in shapes.index]
    return gpd.GeoDataFrame(
        {"code": shapes.index, "name": names}, geometry=shapes.to_numpy(), crs=4326
    )


def _countries(area: Area, language: str) -> Reading:
    frame = _layer("countries")
    if area.key == "europe":
        frame = _of_europe(frame)
    elif area.key != "world":
        frame = frame[frame["continent"] == area.english]
    two = {three: code for code, three in _codes()}
    names, english = country_names(language), country_names("en")
    units = [two[code] for code in frame["code"]]
    note = f"Natural Earth 1:50 million, in the public domain. {_HELD}"
    if area.key == "europe":
        note += " Of Russia and of overseas parts only what the map shows "
        note += "counts in its area."
    return _reading(
        frame,
        [names[unit] for unit in units],
        # Of other languages the names themselves are shown.
        english=[english[unit] for unit in units] if language[:2] in {"en", "zh", "ja"} else (),
        note=note,
        lost=("ATA", "AQ", "Antarctica") if area.key == "world" else (),
    )


def _of_europe(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    own = frame[(frame["continent"] == "Europe") | frame["code"].isin(_ALSO_EUROPE)]
    # A straight edge of the plane is a curve in degrees: a vertex for every 50 km of it.
    edge = gpd.GeoSeries([shapely.segmentize(shapely.box(*_EUROPE), 50_000)], crs=3035)
    shown = edge.to_crs(4326).iloc[0].difference(_LEFT_OUT)
    # The Canary Islands, the Azores and Madeira lie outside, and have frames of their own.
    islands = shapely.box(-32.0, 27.0, -13.0, 40.0)
    cut = shapely.intersection(own.geometry.to_numpy(), shown.union(islands))
    return own.set_geometry(cut, crs=4326)[~shapely.is_empty(cut)]


def _american(area: Area, language: str) -> Reading:
    frame = _layer("counties")
    state = frame["code"].str[:2]
    english_of = {code: name for code, _, name in postal_codes()}
    note = "U.S. Census Bureau by us-atlas 3.0.1, in the public domain"
    fips = {f"US-{post}": code for code, post, _ in postal_codes()}
    if area.units == "county":
        here = ~state.isin(ISLANDS) if area.key == "us-counties" else state == fips[area.key]
        own = frame[here]
        # An enclave of Virginia that the file's grid has swallowed.
        lost: tuple[str, ...] = (
            ("51610", "Falls Church") if "51" in set(own["code"].str[:2]) else ()
        )
        return _reading(own, list(own["name"]), note=note, lost=lost)
    codes = [code for code in english_of if code not in ISLANDS and (state == code).any()]
    shapes = [united(frame.geometry[state == code].to_numpy()) for code in codes]
    whole = frame.iloc[: len(codes)].assign(code=codes).set_geometry(shapes, crs=4326)
    english = [english_of[code] for code in codes]
    chinese = chinese_states()
    names = [chinese[code] for code in codes] if language.startswith("zh") else english
    islands = tuple(word for code in sorted(ISLANDS) for word in (code, english_of[code]))
    return _reading(whole, names, english=english, note=note, lost=islands)


def _reading(
    frame: gpd.GeoDataFrame, names: Sequence[str], *, english: Sequence[str] = (), note: str,
    lost: tuple[str, ...] = (),
) -> Reading:  # fmt: skip
    columns = {
        "code": list(frame["code"]),
        "name": list(names),
        "name_en": list(english or [""] * len(frame)),
        "kind": "",
        "approximate": False,
        "host": "",
        "aliases": "",
    }
    shapes = tidy(frame.geometry.to_numpy())
    made = gpd.GeoDataFrame(columns, geometry=shapes, crs=4326)
    about = Problem("boundaries", note)
    return Reading(made.sort_values("code", ignore_index=True), (about,), lost)


@cache
def _layer(name: str) -> gpd.GeoDataFrame:
    from geo.districts.layers import load_layer

    file = f"{name}.topojson"
    text = packaged("districts", "outlines", file)
    return load_layer(Path(file), text.encode(), "").frame.set_crs(4326)


@cache
def _codes() -> tuple[tuple[str, str], ...]:
    """Return the codes of two and of three letters of every country."""
    rows = (line.split() for line in packaged("districts", "countries.txt").splitlines())
    return (*((two, three) for two, three, _ in rows), ("XK", "XKX"))
