"""Columns of a polygon file: names, codes and what is above them, found where nobody named them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geo.base.errors import Problem, allowed, did_you_mean
from geo.districts import checks
from geo.districts.cells import texts
from geo.districts.divisions import kind_of
from geo.districts.features import Dissolved, dissolved, without_nameless

_TRUE = frozenset({"true", "1", "1.0", "yes", "是"})
#: How the files of statistical offices, Natural Earth, GADM, geoBoundaries and Chinese offices call
#: them, folded; the first that is there is taken. {n} is a level of GADM, the lowest first.
_NAMES = (
    "name", "fullname", "namelsad", "name_latn", "nuts_name", "shapename", "admin", "nameen",
    "name_long", "nom", "nombre", "nome", "gen", "naam", "namn", "nam", "label", "ctyname",
    "lad23nm", "lad22nm", "名称", "地名", "区县", "区市", "区划名称", "行政区", "行政区名称",
)  # fmt: skip
_CODES = (
    "code", "adcode", "geoid", "fips", "fips_code", "nuts_id", "adm0_a3", "iso_a3", "iso3",
    "iso_n3", "iso_a2", "iso2", "shapeiso", "ags", "ars", "insee_com", "code_insee", "code_dept",
    "insee_dep", "lad23cd", "lad22cd", "pac", "区划代码", "行政区划代码", "行政区代码", "代码",
    "id",
)  # fmt: skip
_PARENTS = (
    "parent", "state_name", "stname", "state", "statefp", "province", "prov_name", "region",
    "cntr_code", "省", "省份", "省级", "市", "地市", "市级", "上级",
)  # fmt: skip
_CALLED = re.compile(r"nam|nom|bez|label|title|名", re.IGNORECASE)
#: And what is called so identifies, where none of the known ones is there.
_CODED = re.compile(r"code|id$|key$|fips|num$|n[or]$|编码|号$", re.IGNORECASE)
_GADM_LEVELS = (5, 4, 3, 2, 1, 0)
#: Share of the features that have a code, from which those without are an exception.
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Chosen:
    """Columns that hold names, codes and parents, as the file spells them; empty for none.

    Attributes
    ----------
    code, name, kind, parent : str
    asked : frozenset of str
        Those that the map-maker named.
    dissolve : bool
        The map-maker says that features of one name are one district.
    """

    code: str
    name: str
    kind: str
    parent: str
    asked: frozenset[str]
    dissolve: bool = False

    def notes(self, source: str) -> list[Problem]:
        """Return what was guessed, in one sentence; none if the usual columns are there."""
        found = {"name": self.name, "code": self.code, "parent": self.parent}
        guessed = [
            f"{what} from '{column}'"
            for what, column in found.items()
            if column and column != what and column not in self.asked
        ]
        if not guessed:
            return []
        remedy = "To choose others, write name_column, code_column or parent_column."
        return [Problem(source, f"columns were guessed: {', '.join(guessed)}", remedy)]


def choose(raw: pd.DataFrame, code: str, name: str, kind: str, parent: str) -> Chosen:
    """Find the columns; one that is named is taken whether it exists or not.

    Parameters
    ----------
    raw : GeoDataFrame
    code, name, kind, parent : str
        As the map-maker names them; empty to find them.
    """
    columns = [str(c) for c in raw.columns if c != raw.geometry.name]
    named = frozenset(filter(None, (code, name, kind, parent)))
    level = next((n for n in _GADM_LEVELS if f"NAME_{n}" in columns), -1)
    gadm = {"name": f"NAME_{level}", "code": f"GID_{level}", "parent": f"NAME_{level - 1}"}
    found_name = name or _first(columns, (gadm["name"], *_NAMES))
    found_code = code or next(_codes(raw, columns, gadm["code"], found_name), "")
    if not found_name and not found_code:
        found_name = _only_name(raw, columns)
    if not found_name and not found_code:
        found_code = _by_sound(raw, columns)
    if not found_name and found_code:
        found_name = next(_called(raw, columns, len(raw) // 2), "")
    # A column of one value is above all of them, and tells none apart.
    above = [*_among(columns, (gadm["parent"], *_PARENTS))]
    if found_name.lower() not in _NAMES:
        above += _called(raw, columns)
    taken = {found_name, found_code, *named}
    key = found_code or found_name
    found_parent = parent or next(
        (c for c in above if c not in taken and _parts(texts(raw, c), texts(raw, key))), ""
    )
    return Chosen(found_code, found_name or "name", kind or "kind", found_parent, named)


def _first(columns: Sequence[str], known: Sequence[str]) -> str:
    return next(_among(columns, known), "")


def _among(columns: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    folded = {column.lower(): column for column in reversed(columns)}
    return (folded[word.lower()] for word in known if word.lower() in folded)


def _codes(raw: pd.DataFrame, columns: Sequence[str], gadm: str, name: str) -> Iterator[str]:
    names = texts(raw, name)
    for column in _among(columns, (gadm, *_CODES)):
        # A column called so is meant; of the others those that identify.
        if column == "code" or _identifies(_of_pieces(texts(raw, column), names)):
            yield column


def _of_pieces(codes: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return codes without those that repeat under the same name: pieces of one district.

    So they are where no feature has a name, unless more repeat than not.
    """
    seen: set[tuple[str, str]] = set()
    first = []
    named = any(names) or 2 * len(set(codes)) <= len(codes)
    for pair in zip(codes, names, strict=True):
        if pair not in seen or not pair[0] or (named and not pair[1]):
            first.append(pair[0])
        seen.add(pair)
    return first


def _only_name(raw: pd.DataFrame, columns: Sequence[str]) -> str:
    """Return the one column that can only be the names: a text for every feature, none twice.

    Of several that whose head says so, in words that make it no head of a code.
    """
    able = [
        c for c in columns
        if not _CODED.search(c) and _identifies(found := texts(raw, c)) and _are_words(found)
    ]  # fmt: skip
    called = [c for c in able if _CALLED.search(c)]
    return next((only[0] for only in (able, called) if len(only) == 1), "")


def _by_sound(raw: pd.DataFrame, columns: Sequence[str]) -> str:
    """Return the first column whose head sounds like codes and that has one for every feature.

    Running numbers are none, unless there is nothing else to tell features apart by.
    """
    apart = (c for c in columns if _CODED.search(c) and _identifies(texts(raw, c)))
    only = columns[0] if len(columns) == 1 and len(set(texts(raw, columns[0]))) == len(raw) else ""
    return next(apart, only)


def _called(raw: pd.DataFrame, columns: Sequence[str], least: int = 0) -> Iterator[str]:
    """Yield the columns that are called names, those of the smallest divisions first.

    Those that have `least` different ones, as of towns in which a name repeats.
    """
    named = [c for c in columns if _CALLED.search(c) and not _CODED.search(c)]
    many = {c: len(set(found)) for c in named if _are_words(found := texts(raw, c))}
    yield from sorted((c for c in many if many[c] > least), key=lambda c: -many[c])


def _are_words(values: Sequence[str]) -> bool:
    return 2 * sum(any(map(str.isalpha, value)) for value in values) > len(values)


def _identifies(values: Sequence[str]) -> bool:
    filled = [value for value in values if value]
    serial = {str(n) for n in range(len(values) + 1)}
    return (
        len(filled) >= max(1, _MOSTLY * len(values))
        and len(set(filled)) == len(filled)
        and not serial.issuperset(filled)
    )


def _parts(values: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether values may be what districts are part of: fewer than they, one for each."""
    pairs = set(zip(keys, values, strict=True))
    return 1 < len(set(values)) < len(values) and len(pairs) == len(set(keys))


def table(raw: gpd.GeoDataFrame, source: str, chosen: Chosen) -> Dissolved:
    """Return the frame in the columns of `geo.districts.boundaries`, and what is wrong with them.

    Its index counts the features of the file from 0. A file without codes has its names as codes,
    one without names its codes as names.
    """
    columns = [str(c) for c in raw.columns if c != raw.geometry.name]
    names, codes = texts(raw, chosen.name), texts(raw, chosen.code)
    coded, named = chosen.code in columns, chosen.name in columns
    if not coded:
        codes = names
    elif chosen.code != "code" and chosen.code not in chosen.asked:
        codes = [c or n for c, n in zip(codes, names, strict=True)]
    if not named and coded and chosen.name not in chosen.asked and chosen.code != "code":
        names, named = codes, True
    kinds = [
        k or kind_of(n, c) for k, n, c in zip(texts(raw, chosen.kind), names, codes, strict=True)
    ]
    # Shapefiles cut the names of columns to 10 letters.
    flag = "approximate" if "approximate" in raw else "approximat"
    values = {
        "code": codes,
        "name": names,
        "name_en": texts(raw, "name_en"),
        "kind": kinds,
        "approximate": [text.lower() in _TRUE for text in texts(raw, flag)],
        "host": texts(raw, "host"),
        "aliases": texts(raw, "aliases"),
    }
    if chosen.parent:
        values["parent"] = texts(raw, chosen.parent)
    frame = gpd.GeoDataFrame(values, geometry=raw.geometry.to_numpy(), crs=raw.crs)
    used = [chosen.name, chosen.code, chosen.kind, "name_en", "host", "aliases"]
    problems = _missing(source, chosen, raw, columns, named=named)
    if raw.empty:
        problems.append(empty(source))
    one = without_nameless(frame, source)
    if named:
        problems += checks.empty_cells(source, "name", one.frame)
    if coded:
        problems += checks.empty_cells(source, "code", one.frame)
    problems += checks.nested_cells(source, raw, [c for c in used if c])
    key = "code" if coded else "name"
    whole = dissolved(one.frame, source, key, asked=chosen.dissolve)
    return Dissolved(whole.frame, (*problems, *whole.problems), (*one.notes, *whole.notes))


def _missing(
    source: str, chosen: Chosen, raw: pd.DataFrame, columns: list[str], *, named: bool
) -> list[Problem]:
    needed = (chosen.asked | (set() if named else {chosen.name})) - {"code", "kind"}
    missing = sorted(needed - set(columns))
    hints = [_hint(c, raw, columns, asked=c in chosen.asked) for c in missing]
    return [
        Problem(source, f"has no column '{c}'", hint)
        for c, hint in zip(missing, hints, strict=True)
    ]


def _hint(missing: str, raw: pd.DataFrame, columns: Sequence[str], *, asked: bool) -> str:
    if not columns:
        return "The features have no columns."
    if asked:
        return did_you_mean(missing, columns)
    apart = [c for c in columns if len(set(texts(raw, c))) == len(raw)]
    remedy = "Write name_column in [boundaries], or rename the right one."
    return f"{allowed(apart or columns)} {remedy}"


def empty(source: str) -> Problem:
    """Return the problem of a file without features."""
    return Problem(source, "holds no features", "Export the districts again.")
