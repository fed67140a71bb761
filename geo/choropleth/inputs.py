"""What a spec names, read: polygons from a file or the atlas, figures from a table or a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting, did_you_mean
from geo.spec.boundaries import BoundariesSpec, Cells
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from geo.tables.printed import Stated, split_unit

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from geo.districts.boundaries import Reading
    from geo.release.model import Release
    from geo.tables.layout import Layout
    from geo.tables.table import Table


def load_districts(spec: BoundariesSpec, outline: str = "", language: str = "zh") -> Reading:
    """Read the polygons a spec names and carve the zones they lack; EPSG:4326.

    Parameters
    ----------
    spec : BoundariesSpec
    outline : str, optional
        Of the map: a column of the file that says what the districts are part of.
    language : str, optional
        Of the map: of names that are known in several.
    """
    from geo.districts.boundaries import read_districts

    if spec.file is None:
        from geo.districts.outlines import area_districts

        reading = area_districts(spec.code, language=language)
    else:
        reading = read_districts(
            spec.file,
            code=spec.code_column,
            name=spec.name_column,
            kind=spec.kind_column,
            parent=spec.parent_column or ("" if outline.isdecimal() else outline),
            layer=spec.layer,
            where={column: _texts(values) for column, values in spec.where.items()},
            dissolve=spec.dissolve,
            crs=spec.crs or None,
            datum=spec.datum,
        )
    return _with_zones(reading, spec)


def _with_zones(reading: Reading, spec: BoundariesSpec) -> Reading:
    """Carve those zones that the polygons do not have already and whose city they show."""
    if spec.zones is None:
        return reading
    districts = reading.districts
    from geo.districts.zones import carve, read_zones

    zones = read_zones(spec.zones)
    # The first four digits of a division's code (GB/T 2260) are its province and prefecture.
    cities = {code[:4] for code in districts["code"]}
    # A zone list serves the desk's maps of all cities. A host that is named, not coded, might be
    # in any of them, so it is kept and `carve` decides.
    here = zones["host"].str[:4].isin(cities) | ~zones["host"].str[:6].str.isdigit()
    lacking = zones[here & ~zones["code"].isin(districts["code"])]
    if not len(lacking):
        return reading
    parted = carve(districts, lacking)
    return replace(reading, districts=parted, carved=tuple(lacking["code"]), matched=False)


def load_table(
    spec: MapSpec, districts: gpd.GeoDataFrame | None
) -> tuple[Table, tuple[Stated, ...]]:
    """Read the figures a spec names, from a table or a press release, and the stated totals.

    Parameters
    ----------
    spec : MapSpec
    districts : GeoDataFrame, optional
        Whose names to look for in a press release; a table is read without.

    Raises
    ------
    MapError
        All problems of both files.
    """
    problems: list[Problem] = []
    stated: tuple[Stated, ...] = ()
    with collecting(problems):
        if spec.table.totals:
            from geo.tables.totals import read_totals

            stated = read_totals(spec.table.totals, spec.table.decimal, _period(spec.table))
    with collecting(problems):
        if spec.table.release is None:
            table, found = _figures(spec), stated
        else:
            table, found = _released(spec, spec.table.release, districts)
    if problems:
        raise MapError(problems)
    # A file of totals is the map-maker's choice and goes before what the release states.
    return table, stated or found


def _released(
    spec: MapSpec, path: Path, districts: gpd.GeoDataFrame | None
) -> tuple[Table, tuple[Stated, ...]]:
    from geo.release.model import release_table

    release = release_of(spec, path, districts)
    _check_release(release, column_units(spec.measures))
    return release_table(release), release.totals


def release_of(spec: MapSpec, path: Path, districts: gpd.GeoDataFrame | None) -> Release:
    """Read a press release for a spec, by the names of its districts; see `load_table`."""
    from geo.release.extract import read_release

    names, aliases = names_of(districts, spec.aliases)
    return read_release(path, names=names, aliases=aliases)


def _figures(spec: MapSpec) -> Table:
    from geo.tables.reader import read_table
    from geo.tables.wide import read_wide

    assert spec.table.file is not None, "read_spec lets no table pass without figures"  # noqa: S101
    read = partial(read_wide, periods=spec.table.periods) if spec.table.periods else read_table
    return read(
        spec.table.file,
        key=spec.table.key,
        columns=column_units(spec.measures),
        allow_negative={m.column for m in spec.measures if m.column and m.allow_negative},
        decimal=spec.table.decimal,
        layout=_layout(spec.table),
    )


def _period(spec: TableSpec) -> str:
    """Return the column of a file of totals that says when; empty on a map of one time."""
    return "period" if spec.periods else spec.period


def _layout(spec: TableSpec) -> Layout:
    from geo.tables.layout import Layout

    return Layout(
        sheet=spec.sheet,
        header=spec.header,
        skip=spec.skip,
        where={column: _texts(values) for column, values in spec.where.items()},
        names=spec.pivot.names if spec.pivot else "",
        values=spec.pivot.values if spec.pivot else "",
        period=spec.period,
    )


def _texts(values: Cells) -> tuple[str, ...]:
    several = values if isinstance(values, tuple) else (values,)
    return tuple(str(value) for value in several)


def names_of(
    districts: pd.DataFrame, aliases: Mapping[str, Sequence[str]] | None = None
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the districts' names, and all other names of each: the boundaries' and the spec's."""
    names = tuple(districts["name"])
    listed = districts["aliases"] if "aliases" in districts else [""] * len(names)
    # Several other names share a cell, parted by semicolons: commas part the cells of the CSV.
    others = {
        name: tuple(word.strip() for word in str(words).split(";") if word.strip())
        for name, words in zip(names, listed, strict=True)
    }
    return names, {name: (*own, *(aliases or {}).get(name, ())) for name, own in others.items()}


def column_units(measures: Sequence[MeasureSpec]) -> dict[str, str]:
    """Return every column the measures need and the unit its cells are in.

    A column that is shown has its measure's unit; one that only enters a ratio is taken as written.
    """
    units = {m.column: m.unit for m in measures if m.column and not m.change}
    for m in measures:
        if m.column and m.change:
            units.setdefault(m.column, "" if m.change.per_cent else m.unit)
        for column in m.needs:
            # The area comes from the polygons, not from the table.
            if column != "area_km2":
                units.setdefault(column, "")
    return units


def _check_release(release: Release, units: Mapping[str, str]) -> None:
    """Refuse a release that contradicts itself, or lacks a column, or has it in another unit."""
    source, found = release.source, release.columns()
    problems = []
    # `geo extract` goes on without a contradicted figure; a map must not show it as missing.
    for conflict in release.conflicts:
        printed = " and ".join(reading.printed for reading in conflict.readings)
        what = f"states {printed} for {conflict.name}"
        problems.append(Problem(source, what, "Correct the text, or extract a table and edit it."))
    for column, unit in units.items():
        if column not in found:
            what = f"states no {column!r} of districts"
            problems.append(Problem(source, what, did_you_mean(column, found)))
        # A release has units beside its numbers: another in the spec would show 万元 as 亿元.
        elif unit and split_unit(unit) != split_unit(found[column]):
            remedy = f'Write unit = "{found[column]}" in the spec.'
            what = f"{column} is in {found[column]}, but the spec has it in {unit}"
            problems.append(Problem(source, what, remedy))
    if problems:
        raise MapError(problems)
