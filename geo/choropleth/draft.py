"""A spec to start from: of any place, with a table to fill in or a given sheet wired in."""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, first_few
from geo.base.files import absolute, in_text, is_file
from geo.base.languages import Language
from geo.base.text import escape_formula
from geo.base.writing import write_whole
from geo.choropleth.own_polygons import own_polygons
from geo.choropleth.own_sheet import area_and_sheet
from geo.choropleth.spec_text import spec_text
from geo.choropleth.spec_words import language_of, words_for
from geo.districts.areas import Area, area_of
from geo.districts.atlas import COUNTRY, Level, atlas_boundaries, division_of, level_in_text
from geo.districts.boundaries import encoded
from geo.districts.divisions import english_name
from geo.districts.lookup import Lookup
from geo.districts.outlines import outlines
from geo.spec.file import polygons_at
from geo.tables.guess import Guess, guess, kind_of
from geo.tables.sheet import read_sheet
from geo.tables.wide import by_years

if TYPE_CHECKING:
    import geopandas as gpd

#: What maps of an area have besides: the outline of the globe, the plane of the European Union's
#: statistics, the borders of the states over those of the counties.
_PLANES: dict[str, dict[str, str | bool]] = {
    "world": {"sphere": True},
    "europe": {"projection": "LAEA Europe"},
    "us-counties": {"outline": "2"},
}
_UNITS = {"county": "", "city": "city", "province": "province"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Files to start a map from, and what was guessed.

    Attributes
    ----------
    spec : Path
        The TOML file among `files`.
    files : mapping of Path to bytes
        The spec, a table to fill in if no sheet was given, polygons that the spec cannot name by
        their code.
    read : tuple of Path
        What they were made from.
    notes : tuple of str
        For the map-maker, a sentence each.
    """

    spec: Path
    files: Mapping[Path, bytes]
    read: tuple[Path, ...] = ()
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Place:
    """The polygons: the keys of ``[boundaries]`` and ``[map]``, the content of a file to write."""

    name: str
    stem: str
    districts: gpd.GeoDataFrame
    keys: Mapping[str, object]
    language: Language
    units: str = ""
    content: bytes = b""
    file: Path | None = None
    plane: Mapping[str, str | bool] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


def draft(
    area: str, sheet: Path | None = None, *, folder: Path = Path(), level: Level | None = None,
    page: str = "", keys: Mapping[str, object] | None = None,
    language: Language | None = None,
) -> Draft:  # fmt: skip
    """Return the files of a map to start from; it builds as it is.

    Parameters
    ----------
    area : str
        A polygon file, or a code or name of an area: ``青岛``, ``370200``, ``全国``, ``World``,
        ``France``, ``us-counties``; or a sheet, whose names say the area.
    sheet : Path, optional
        The figures, as `geo.tables.sheet.read_sheet` reads them. Without one the map shows the
        districts' area until the table is filled in.
    folder : Path
        Where the files are to be.
    level : {"county", "city", "province"}, optional
        Of the atlas; by default the one whose names the sheet has, else the one below the area's.
    page : str, optional
        Sheet of a workbook with several.
    keys : mapping, optional
        Keys of ``[boundaries]`` for a polygon file: ``crs``, ``name_column``, ``dissolve``, ….
    language : str, optional
        Of the map; by default that of the names.

    Raises
    ------
    MapError
        If the area is unknown or ambiguous, the sheet fits none of it, or a file is there already.
    """
    area, sheet, language, about = area_and_sheet(area, sheet, page, language)
    place = _place(area, sheet, folder, level, keys or {}, language)
    words = words_for(place.language)
    spec = folder / f"{place.stem}.toml"
    lookup = Lookup(place.districts, {})

    def district(cell: str) -> int | None:
        found, _ = lookup.find(cell)
        return found[0] if len(found) == 1 else None

    files: dict[Path, bytes] = {}
    periods: tuple[str, ...] = ()
    if sheet is None:
        table = folder / f"{place.stem}-table.csv"
        key, content = _empty_table(place.districts, words)
        files[table] = content
        # Every name is in the table: none is unknown.
        read = Guess(key, (), frozenset(range(len(place.districts))))
    else:
        table, (read, periods) = (
            sheet,
            by_years(guess(sheet, district, sheet=page, called=place.heads)),
        )
    some_lack = len(read.districts) < len(place.districts)
    text = spec_text(
        read, words, place.name, place.keys, _from(folder, table), place.units, place.plane,
        some_lack=some_lack, periods=periods,
    )  # fmt: skip
    files[spec] = text.encode()
    if place.file:
        files[place.file] = place.content
    _refuse_there(files)
    sources = tuple(path for path in (Path(area), sheet) if path is not None and is_file(path))
    notes = (*about, *_notes(place, read, table, periods, new=sheet is None))
    return Draft(spec, files, sources, notes)


def new(
    area: str, sheet: Path | str | None = None, *, folder: Path | str = ".",
    level: Level | None = None, page: str = "", keys: Mapping[str, object] | None = None,
    language: Language | None = None,
) -> Path:  # fmt: skip
    """Write the files of a map to start from, and return its spec; see `draft`."""
    given = None if sheet is None else Path(sheet)
    made = draft(
        area, given, folder=Path(folder), level=level, page=page, keys=keys, language=language
    )
    write_whole(made.files, read=made.read)
    return made.spec


def _place(
    area: str, sheet: Path | None, folder: Path, level: Level | None, chosen: Mapping[str, object],
    own: Language | None,
) -> _Place:  # fmt: skip
    polygons = polygons_at(area, "AREA")
    if polygons["file"]:
        path = Path(polygons["file"])
        read = own_polygons(path, chosen)
        districts = read.reading.districts
        language = own or language_of("".join(districts["name"]))
        keys = {"file": _from(folder, path), **read.keys}
        stem = path.stem.removesuffix(".topo")
        return _Place(
            stem, _slug(stem), districts, keys, language,
            notes=(*read.notes, *(() if sheet else read.figures(path))),
            heads=tuple(filter(None, read.reading.columns)),
        )  # fmt: skip
    if chosen:
        what = f"{', '.join(chosen)}: a key for a polygon file, and {area} is none"
        raise MapError(Problem("--set", what, "Leave it out, or name the file."))
    if known := area_of(area):
        return _packaged(known, own or language_of(area))
    division = division_of(area)
    text = _text_of(sheet) if sheet else ""
    level = level or level_in_text(division.code, text)
    districts = atlas_boundaries(division.code, level=level)
    country = division.code == COUNTRY
    stem = "china" if country else _slug(english_name(division.name, division.code))
    if level == "county":
        return _Place(division.name, stem, districts, {"code": division.code}, own or "zh")
    file = folder / f"{stem}-boundaries.geojson"
    content = encoded(districts, file)
    keys = {"file": file.name}
    return _Place(division.name, stem, districts, keys, own or "zh", _UNITS[level], content, file)


def _packaged(area: Area, language: Language) -> _Place:
    reading = outlines(area, language)
    about = tuple(note.what for note in reading.notes)
    stem = area.key if area.key.islower() else _slug(area.english)
    return _Place(
        area.name(language), stem, reading.districts, {"code": area.key}, language, area.units,
        plane=_PLANES.get(area.key, {}), notes=about,
    )  # fmt: skip


def _text_of(sheet: Path) -> str:
    """Return all cells of a sheet: the names in it tell which divisions it is about."""
    read, _ = read_sheet(sheet, ())
    return "\n".join([*read.header, *(cell for _, cells in read.rows for cell in cells)])


def _empty_table(districts: gpd.GeoDataFrame, words: Mapping[str, str]) -> tuple[str, bytes]:
    """Return a table with a row for every district, and its key.

    That is the code where names repeat, or would be a formula to the spreadsheet that opens it.
    """
    names = [escape_formula(str(name)) for name in districts["name"]]
    by_code = len(set(names)) < len(names) or names != districts["name"].tolist()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    head = ["code", "district"] if by_code else ["district"]
    writer.writerow([*head, words["value"]])
    for code, name in zip(districts["code"], names, strict=True):
        writer.writerow([*([escape_formula(str(code))] if by_code else []), name, ""])
    # With its mark a spreadsheet opens it as UTF-8.
    return head[0], out.getvalue().encode("utf-8-sig")


def _notes(
    place: _Place, read: Guess, table: Path, periods: Sequence[str], *, new: bool
) -> list[str]:
    n = len(place.districts)
    if new:
        return [
            *place.notes,
            f"{table.name} has a row for each of {n} districts: fill in its last column",
        ]
    found = ", ".join(f"{f.column} ({f.unit or 'no unit'}, {kind_of(f)})" for f in read.figures)
    notes = [
        *place.notes,
        f"{read.key} names {len(read.districts)} of {n} districts",
        f"figures: {found}",
    ]
    if periods:
        notes.append(f"a column for each period: {', '.join(periods)}")
    notes += [f"of several rows a district those with {c} = {v}" for c, v in read.where.items()]
    if read.unknown:
        some = first_few(read.unknown)
        notes.append(f"rows of no district, to be corrected or named in allow_rows: {some}")
    return notes


def _refuse_there(files: Mapping[Path, bytes]) -> None:
    there = [path for path in files if path.exists()]
    if there:
        remedy = "Choose another folder with --out, or remove it."
        raise MapError([Problem(str(path), "is there already", remedy) for path in there])


def _slug(name: str) -> str:
    """Return a name for files: ``Xi'an`` is xian."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "map"


def _from(folder: Path, path: Path) -> str:
    """Return a path as seen from the spec, with / on every system."""
    relative = Path(os.path.relpath(absolute(path), absolute(folder)))
    return in_text(path, relative.as_posix())
